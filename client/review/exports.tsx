// What an article can leave as.
import { exportAddress } from '../api/routes.ts';
import { Menu } from '../parts/menu.tsx';
import { useWords } from '../words/words.tsx';

const FILES = ['tmx', 'xliff', 'xliff2', 'xliff21', 'table'] as const;

/** The exports, as links to files. While segments are open, the article itself leaves only as an unfinished one. */
export function ExportMenu({ id, open }: { id: number; open: number }) {
  const words = useWords();
  const { exports } = words.review;
  return (
    <Menu id="export" label={words.review.export}>
      {open === 0 ? (
        <>
          <File href={exportAddress(id, 'article')}>{exports.article}</File>
          <File href={exportAddress(id, 'article', { whole: true })}>{exports.whole}</File>
        </>
      ) : (
        <>
          <p className="hint">{words.review.notReady(open)}</p>
          <File href={exportAddress(id, 'article', { allowIncomplete: true })}>{exports.incomplete}</File>
        </>
      )}
      {FILES.map((as) => (
        <File key={as} href={exportAddress(id, as)}>
          {exports[as]}
        </File>
      ))}
    </Menu>
  );
}

function File({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} download>
      {children}
    </a>
  );
}
