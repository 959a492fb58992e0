// The keys of the alignment desk, for the page of keys.
import { Press } from '../keys/press.tsx';
import { useWords } from '../words/words.tsx';
import { ALIGN_KEYS } from './keys.ts';

/** The table, printed from the rows that act. */
export function AlignKeysTable() {
  const words = useWords();
  return (
    <section className="key-table">
      <h2>{words.align.keysTitle}</h2>
      <p className="hint">{words.align.keysAbout}</p>
      <dl>
        {ALIGN_KEYS.map(({ deed, press }) => (
          <div key={`${deed} ${JSON.stringify(press)}`}>
            <dt>
              <Press press={press} />
            </dt>
            <dd>{words.align.keys[deed]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
