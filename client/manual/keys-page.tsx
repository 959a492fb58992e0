// The page of keys, printed from the table that acts.
import { AlignKeysTable } from '../align/keys-table.tsx';
import { AFTER_PREFIX, AT_ONCE, type Binding } from '../keys/keymap.ts';
import { Press } from '../keys/press.tsx';
import { useTitle } from '../parts/title.ts';
import { useWords } from '../words/words.tsx';

const PREFIX = { ctrl: true, letter: 'm' } as const;

/** All keys, fit to be printed and pinned up. */
export function KeysPage() {
  const words = useWords();
  useTitle(words.keys.title);
  return (
    <main id="text" tabIndex={-1} className="page keys-page">
      <header className="page-head">
        <h1>{words.keys.title}</h1>
        <button type="button" className="quiet" onClick={() => window.print()}>
          {words.keys.print}
        </button>
      </header>
      <p className="lead">{words.keys.about}</p>
      <KeyTable title={words.keys.atOnce} bindings={AT_ONCE} />
      <KeyTable title={words.keys.afterPrefix} bindings={AFTER_PREFIX} after />
      <AlignKeysTable />
    </main>
  );
}

function KeyTable({
  title,
  bindings,
  after = false,
}: {
  title: string;
  bindings: readonly Binding[];
  after?: boolean;
}) {
  const words = useWords();
  return (
    <section className="key-table">
      <h2>{title}</h2>
      <dl>
        {bindings.map(({ deed, press }) => (
          <div key={deed}>
            <dt>
              {after && (
                <>
                  <Press press={PREFIX} /> <span className="then">{words.keys.thenKey}</span>{' '}
                </>
              )}
              <Press press={press} />
            </dt>
            <dd>{words.keys.deeds[deed]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
