// An open article: read as an article, worked at sentence by sentence.
import { useEffect } from 'react';
import { Nowhere } from '../parts/nowhere.tsx';
import { useTitle } from '../parts/title.ts';
import { ReviewHead } from '../review/head.tsx';
import { SegmentList } from '../review/list.tsx';
import { useNarrow } from '../review/narrow.ts';
import { Side } from '../review/side.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

/** The page of an article. `n` is the place of the segment to begin at, or null for the first that wants work. */
export function ReviewPage({ id, n }: { id: number; n: number | null }) {
  const words = useWords();
  const deeds = useDeeds();
  const article = useSelect((state) => state.review?.article ?? null);
  const missing = useSelect((state) => state.review?.missing ?? false);
  const narrow = useNarrow();
  useTitle(article?.title ?? '');
  useEffect(() => {
    void deeds.openArticle(id);
    return () => void deeds.activate(null);
  }, [deeds, id]);
  // Another place in the same article, by the address bar or a step in the history.
  useEffect(() => {
    if (n !== null) deeds.activatePlace(n);
  }, [deeds, n]);
  if (missing) return <Nowhere what={words.review.missing} />;
  if (!article) {
    return (
      <main id="text" tabIndex={-1} className="page">
        <p className="soft">{words.frame.loading}</p>
      </main>
    );
  }
  return (
    <main id="text" tabIndex={-1} className="review">
      <ReviewHead article={article} />
      <div className="desk-of-two">
        <SegmentList from={article.from} to={article.to} />
        {!narrow && (
          <aside className="side-place" aria-label={words.side.title}>
            <Side from={article.from} to={article.to} />
          </aside>
        )}
      </div>
    </main>
  );
}
