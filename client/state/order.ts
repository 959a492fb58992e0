// Which segments are shown, and which one comes after which.

import { foldForSearch } from '../../server/text/normalize.ts';
import type { SegmentView, State } from '../api/shapes.ts';
import type { Filter } from './state.ts';

const DONE: ReadonlySet<State> = new Set(['translated', 'approved', 'omitted']);
const SETTLED: ReadonlySet<State> = new Set(['approved', 'omitted']);

/** True while a person still has to write or confirm. A stray copy follows by itself and never waits for anyone. */
export const isOpen = (segment: SegmentView) => !segment.copy && !DONE.has(segment.state);

/** True while a reviewer still has to decide. */
export const isUnsettled = (segment: SegmentView) => !segment.copy && !SETTLED.has(segment.state);

/** The segments that a filter lets through; text is looked for on both sides, without accents and case. */
export function shown(segments: readonly SegmentView[], filter: Filter): readonly SegmentView[] {
  if (filter.kind === 'all' && filter.text === '') return segments;
  const wanted = foldForSearch(filter.text);
  const has = (text: string) => foldForSearch(text).includes(wanted);
  return segments.filter(
    (segment) => fits(segment, filter.kind) && (wanted === '' || has(segment.source) || has(segment.target)),
  );
}

/** A filtered list with the segment one works at: it does not go from under one's hands once it is done. */
export function withActive(
  list: readonly SegmentView[],
  segments: readonly SegmentView[],
  active: number | null,
): readonly SegmentView[] {
  if (active === null || list === segments || list.some(({ id }) => id === active)) return list;
  const listed = new Set(list);
  return segments.filter((segment) => listed.has(segment) || segment.id === active);
}

function fits(segment: SegmentView, kind: Filter['kind']): boolean {
  if (kind === 'all') return true;
  if (kind === 'open') return isOpen(segment);
  if (kind === 'findings') return segment.findings.length > 0;
  if (kind === 'repeats') return segment.repeats !== null;
  return segment.state === kind;
}

/** The segment `step` places from one, inside the list; null at its ends. */
export function neighbour(list: readonly SegmentView[], id: number | null, step: 1 | -1): SegmentView | null {
  const at = list.findIndex((segment) => segment.id === id);
  if (at < 0) return (step === 1 ? list[0] : list.at(-1)) ?? null;
  return list[at + step] ?? null;
}

/** The next segment that still wants something, looking on from one and then from the top; null where none does. */
export function nextWanting(
  list: readonly SegmentView[],
  id: number | null,
  wants: (segment: SegmentView) => boolean,
): SegmentView | null {
  const at = list.findIndex((segment) => segment.id === id);
  const round = [...list.slice(at + 1), ...list.slice(0, Math.max(0, at))];
  return round.find(wants) ?? null;
}
