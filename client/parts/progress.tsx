// How far an article is: a bar of its states, and the same in words.
import type { ArticleCounts, State } from '../api/shapes.ts';
import { useWords, type Words } from '../words/words.tsx';

const ORDER: readonly State[] = ['approved', 'omitted', 'translated', 'draft', 'suggested', 'rejected', 'empty'];

/** How many segments need no person any more. */
export const doneOf = ({ states }: ArticleCounts): number => states.approved + states.omitted;

/** The states with their numbers, those that occur, as one phrase. */
export function statesInWords({ states }: ArticleCounts, words: Words): string {
  return ORDER.filter((state) => states[state] > 0)
    .map((state) => `${words.f.number(states[state])} ${words.states[state].toLowerCase()}`)
    .join(', ');
}

/** A bar of the states in the order of the work, from what is done to what is not begun. */
export function StatesBar({ counts }: { counts: ArticleCounts }) {
  const words = useWords();
  const label = words.desk.progress(statesInWords(counts, words));
  return (
    <div className="states-bar" role="img" aria-label={label} title={label}>
      {ORDER.filter((state) => counts.states[state] > 0).map((state) => (
        <span key={state} className={state} style={{ flexGrow: counts.states[state] }} />
      ))}
    </div>
  );
}

/** The counts of segments as they stand in the editor now. */
export function countsNow(counts: ArticleCounts, segments: readonly { state: State }[]): ArticleCounts {
  const states = { ...counts.states };
  for (const state of ORDER) states[state] = 0;
  for (const segment of segments) states[segment.state] += 1;
  return { ...counts, segments: segments.length, states };
}
