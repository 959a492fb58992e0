// Which segments are shown.

import type { SegmentView, State } from '../api/shapes.ts';
import { StateMark } from '../parts/marks.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { isOpen } from '../state/order.ts';
import type { FilterKind } from '../state/state.ts';
import { useSelect, useStore } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

const STATES: readonly State[] = ['empty', 'suggested', 'draft', 'translated', 'approved', 'rejected', 'omitted'];

/** Chips with their numbers, and a text to look for. */
export function FilterBar() {
  const words = useWords();
  const deeds = useDeeds();
  const filter = useSelect((state) => state.review?.filter);
  const segments = useSelect((state) => state.review?.segments ?? NONE);
  if (!filter) return null;
  const { filters } = words.review;
  const kinds: { kind: FilterKind; name: string; count: number }[] = [
    { kind: 'all', name: filters.all, count: segments.length },
    { kind: 'open', name: filters.open, count: segments.filter(isOpen).length },
    { kind: 'findings', name: filters.findings, count: segments.filter((one) => one.findings.length > 0).length },
    { kind: 'repeats', name: filters.repeats, count: segments.filter((one) => one.repeats !== null).length },
    ...STATES.map((state) => ({
      kind: state,
      name: words.states[state],
      count: segments.filter((one) => one.state === state).length,
    })),
  ];
  return (
    <search className="filter">
      <fieldset>
        <legend className="unseen">{words.review.filter}</legend>
        {kinds
          .filter(({ kind, count }) => count > 0 || kind === 'all' || kind === filter.kind)
          .map(({ kind, name, count }) => (
            <button
              key={kind}
              type="button"
              className="tab"
              aria-pressed={kind === filter.kind}
              onClick={() => deeds.filter({ ...filter, kind })}
            >
              {isState(kind) && <StateMark state={kind} />}
              {name} <span className="figures soft">{words.f.number(count)}</span>
            </button>
          ))}
      </fieldset>
      <SpacesToggle />
      <input
        id="filter-text"
        type="search"
        value={filter.text}
        placeholder={words.review.filterText}
        aria-label={words.review.filterText}
        onChange={(event) => deeds.filter({ ...filter, text: event.target.value })}
      />
    </search>
  );
}

function SpacesToggle() {
  const words = useWords();
  const store = useStore();
  const shown = useSelect((state) => state.showSpaces);
  return (
    <button
      type="button"
      className="tab spaces"
      aria-pressed={shown}
      aria-label={words.review.spaces}
      title={words.review.spaces}
      onClick={() => store.dispatch({ type: 'show-spaces' })}
    >
      <span aria-hidden="true">¶</span>
    </button>
  );
}

const NONE: readonly SegmentView[] = [];
const isState = (kind: FilterKind): kind is State => (STATES as readonly string[]).includes(kind);
