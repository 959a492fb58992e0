// The page of checks, printed from the checks' own samples: what is shown here is what the tests hold them to.
import type { Sample } from '../../server/checks/check.ts';
import { CHECKS } from '../../server/checks/index.ts';
import { Spaced } from '../parts/spaced.tsx';
import { useTitle } from '../parts/title.ts';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

/** Samples shown of each check: those that point at something. */
const SHOWN = 4;

/** Every check with what it is about and a few samples. */
export function ChecksPage() {
  const words = useWords();
  const tongue = useSelect((state) => state.tongue);
  useTitle(words.checksPage.title);
  return (
    <main id="text" tabIndex={-1} className="page checks-page">
      <header className="page-head">
        <h1>{words.checksPage.title}</h1>
      </header>
      <p className="lead">{words.checksPage.about}</p>
      {CHECKS.map(({ id, about, samples }) => (
        <section key={id} id={id} className="check-about">
          <h2>{words.checks[id] ?? id}</h2>
          <p>{about[tongue]}</p>
          <ul>
            {pointing(samples).map((sample) => (
              <SampleLine key={`${sample.source} ${sample.target}`} sample={sample} />
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

const isMarked = (text: string) => text.includes('⟦');

function pointing(samples: readonly Sample[]): Sample[] {
  return samples.filter(({ source, target }) => isMarked(source) || isMarked(target)).slice(0, SHOWN);
}

function SampleLine({ sample: { from, to, source, target, fixed } }: { sample: Sample }) {
  const words = useWords();
  return (
    <li>
      <p lang={from} className="soft">
        <Pointed text={source} />
      </p>
      <p lang={to}>
        <Pointed text={target} />
      </p>
      {fixed !== undefined && (
        <p lang={to} className="fixed">
          <span className="unseen">{words.checksPage.fixed} </span>
          <Spaced text={fixed} show="no-break" />
        </p>
      )}
    </li>
  );
}

/** A sample's text with what it points at marked; an empty stretch points between two characters. */
function Pointed({ text }: { text: string }) {
  let at = 0;
  return text.split(/(⟦[^⟧]*⟧)/).map((part) => {
    const key = at;
    at += part.length;
    if (!part.startsWith('⟦')) return part;
    return (
      <mark key={key} className="hit">
        <Spaced text={part.slice(1, -1)} show="all" />
      </mark>
    );
  });
}
