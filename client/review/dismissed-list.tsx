// What was waved through in this article, by whom and why; it can be taken back.
import type { Dismissal } from '../api/settled.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

const NONE: readonly Dismissal[] = [];

/** The section; only dismissals of texts as they stand are listed. */
export function DismissedList() {
  const words = useWords();
  const deeds = useDeeds();
  const dismissed = useSelect((state) => state.review?.dismissed ?? NONE);
  const segments = useSelect((state) => state.review?.segments);
  const placeOf = ({ segment, target }: Dismissal) =>
    segments?.find((one) => one.id === segment && one.target === target)?.n;
  const standing = dismissed.filter((one) => placeOf(one) !== undefined);
  if (standing.length === 0) return null;
  return (
    <details>
      <summary>{words.panel.dismissed(standing.length)}</summary>
      <ul className="panel-list">
        {standing.map((one) => (
          <li key={`${one.segment} ${one.finding} ${one.words}`}>
            <span className="figures soft">{placeOf(one)}</span>
            <span>
              {words.checks[one.finding.split('/')[0] ?? ''] ?? one.finding} <q>{one.words}</q>
            </span>
            <span className="soft">
              {one.by} · {words.f.ago(one.at, Date.now())}
              {one.why && ` · ${one.why}`}
            </span>
            <button type="button" className="bare" onClick={() => void deeds.recall(one)}>
              {words.panel.recall}
              <span className="unseen"> {one.words}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
