// All certain fixes at once: first what they would make of each sentence, then a press.
import { useState } from 'react';
import type { Code } from '../../server/model.ts';
import type { FixedSegment } from '../api/settled.ts';
import { Difference } from '../parts/difference.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

/** The button and the preview, of the fixes of some checks; of all without any named. */
export function FixPreview({ article, checks }: { article: number; checks: readonly string[] }) {
  const words = useWords().panel;
  const deeds = useDeeds();
  const [fixes, setFixes] = useState<readonly FixedSegment[] | null>(null);
  const shown = fixes ?? [];
  const preview = async () => setFixes(await deeds.previewFixes(article, checks));
  const make = async () => {
    const segments = shown.map(({ segment }) => segment);
    if (await deeds.makeFixes(article, checks, segments)) setFixes(null);
  };
  if (fixes === null)
    return (
      <p>
        <button type="button" className="quiet" onClick={() => void preview()}>
          {words.preview}
        </button>
      </p>
    );
  return (
    <section aria-label={words.previewed}>
      <p role="status">{shown.length === 0 ? words.nothingCertain : words.would(shown.length)}</p>
      <ul className="panel-list">
        {shown.map((one) => (
          <FixLine key={one.segment} fixed={one} />
        ))}
      </ul>
      <p className="page-acts">
        {shown.length > 0 && (
          <button type="button" className="main" onClick={() => void make()}>
            {words.make(shown.length)}
          </button>
        )}
        <button type="button" className="quiet" onClick={() => setFixes(null)}>
          {words.leaveThem}
        </button>
      </p>
    </section>
  );
}

const NO_CODES: readonly Code[] = [];

function FixLine({ fixed: { segment, n, before, after } }: { fixed: FixedSegment }) {
  const to = useSelect((state) => state.review?.article?.to ?? '');
  const codes = useSelect((state) => state.review?.segments.find(({ id }) => id === segment)?.codes ?? NO_CODES);
  return (
    <li>
      <span className="figures soft">{n}</span>
      <Difference from={before} to={after} codes={codes} lang={to} />
    </li>
  );
}
