// The head of an open article: what it is, how far it is, what can be done with all of it.
import type { ArticleView, SegmentView } from '../api/shapes.ts';
import { JobLine } from '../parts/job.tsx';
import { countsNow, doneOf, StatesBar } from '../parts/progress.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { ExportMenu } from './exports.tsx';
import { fillInWords } from './fill-result.ts';
import { FilterBar } from './filter.tsx';
import { FindingsPanel } from './findings-panel.tsx';

const NONE: readonly SegmentView[] = [];

/** Title, progress, the deeds for the whole article, and the filter. */
export function ReviewHead({ article }: { article: ArticleView }) {
  const words = useWords();
  const deeds = useDeeds();
  const segments = useSelect((state) => state.review?.segments ?? NONE);
  const job = useSelect((state) => state.review?.job ?? null);
  const running = useSelect((state) => job !== null && ['queued', 'running'].includes(state.jobs[job]?.state ?? ''));
  const copies = segments.filter((segment) => segment.copy).length;
  const counts = countsNow(article.counts, segments);
  return (
    <header className="review-head">
      <div className="review-title">
        <h1 lang={article.from}>{article.title || words.desk.untitled}</h1>
        <p className="soft figures">
          <span>
            {words.f.language(article.from)} → {words.f.language(article.to)}
          </span>
          <span>{words.desk.words(article.counts.words)}</span>
          <span>{words.desk.done(doneOf(counts), counts.segments)}</span>
        </p>
        <StatesBar counts={counts} />
        {copies > 0 && <p className="hint">{words.cut.copies(copies)}</p>}
        {article.translationOf !== null && <p className="hint">{words.review.isTranslation}</p>}
      </div>
      <div className="review-acts">
        <button
          type="button"
          className="quiet"
          title={words.review.fillHint}
          disabled={running}
          onClick={() => void deeds.fill()}
        >
          {words.review.fill}
        </button>
        <button
          type="button"
          className="quiet"
          title={words.cut.assembleHint}
          disabled={running}
          onClick={() => void deeds.assemble()}
        >
          {words.cut.assemble}
        </button>
        <button type="button" className="quiet" onClick={() => void deeds.approveAll()}>
          {words.review.approveAll}
        </button>
        <KeptInside confidential={article.confidential} />
        <ExportMenu id={article.id} open={counts.segments - doneOf(counts)} />
      </div>
      {job !== null && (
        <JobLine id={job} title={words.review.filling} result={(result) => fillInWords(result, words)} />
      )}
      <FilterBar />
      <FindingsPanel article={article.id} />
    </header>
  );
}

/** Whether the article stays on this machine. */
function KeptInside({ confidential }: { confidential: boolean }) {
  const { providers } = useWords();
  const deeds = useDeeds();
  return (
    <button
      type="button"
      className="quiet"
      aria-pressed={confidential}
      title={providers.confidentialHint}
      onClick={() => void deeds.keepInside(!confidential)}
    >
      {providers.confidential}
    </button>
  );
}
