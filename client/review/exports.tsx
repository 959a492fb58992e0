// What an article can leave as, and the way back for a file that left.
import { useState } from 'react';
import { exportAddress } from '../api/routes.ts';
import { Menu } from '../parts/menu.tsx';
import { useWords } from '../words/words.tsx';
import { TakeBackDialog } from './take-back.tsx';

const FILES = ['tmx', 'xliff', 'xliff2', 'xliff21', 'table', 'table-docx'] as const;

/** The exports, as links to files. While segments are open, the article itself leaves only as an unfinished one. */
export function ExportMenu({ id, open }: { id: number; open: number }) {
  const words = useWords();
  const { exports } = words.review;
  const [takingBack, setTakingBack] = useState(false);
  return (
    <>
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
        <button type="button" onClick={() => setTakingBack(true)}>
          {words.takeBack.open}
        </button>
      </Menu>
      {takingBack && <TakeBackDialog id={id} close={() => setTakingBack(false)} />}
    </>
  );
}

function File({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} download>
      {children}
    </a>
  );
}
