// Whether a unit was stored in the place where it is now wanted.
import type { Neighbour, Reason, Role } from '../model.ts';

/** A place in an article: what stands before and behind, and the segment itself where it is known. */
export interface Place {
  previous: Neighbour;
  next: Neighbour;
  /** The segment's id; the same id on both sides is the same block of an earlier version. */
  segment?: number | null;
  /** What its block is in the article, where that is known. */
  role?: Role | undefined;
}

/** True where both neighbours are the same text, or both are an edge. An unknown neighbour agrees with nothing. */
function agrees(one: Neighbour, other: Neighbour): boolean {
  if (one.kind === 'text' && other.kind === 'text') return one.key === other.key;
  return one.kind === 'edge' && other.kind === 'edge';
}

/**
 * What the place adds to an exact match: 101 where both neighbours agree or the very same segment taught the unit, 102
 * where both are so, else 100 (`oneAgrees` ranks such a match before its equals). What was a headline and is wanted for
 * another role is in no agreeing place.
 */
export function contextScore(
  wanted: Place,
  stored: Place,
): { score: 100 | 101 | 102; oneAgrees: boolean; reasons: Reason[] } {
  const otherRole = wanted.role !== undefined && stored.role !== undefined && wanted.role !== stored.role;
  const previous = !otherRole && agrees(wanted.previous, stored.previous);
  const next = !otherRole && agrees(wanted.next, stored.next);
  const sameBlock = wanted.segment != null && wanted.segment === stored.segment;
  const score = ((previous && next ? 1 : 0) + (sameBlock ? 1 : 0) + 100) as 100 | 101 | 102;
  const reasons: Reason[] = [];
  if (previous && next) reasons.push({ name: 'both-neighbours-agree', points: 1 });
  else if (previous) reasons.push({ name: 'previous-agrees', points: 0 });
  else if (next) reasons.push({ name: 'next-agrees', points: 0 });
  if (sameBlock) reasons.push({ name: 'same-block', points: 1 });
  if (otherRole) reasons.push({ name: 'other-role', points: 0, words: stored.role ?? '' });
  return { score, oneAgrees: previous || next, reasons };
}
