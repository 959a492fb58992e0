// A person leaves a segment out on purpose: news is cut and reordered.
import { NotYet } from '../errors.ts';
import type { Desk } from './desk.ts';
import type { Changed } from './review.ts';

/** Leaves the segment out, with a reason. Throws NotFound, Conflict, and a UserError without a reason. */
export async function omit(
  _desk: Desk,
  _segment: number,
  _how: { reason: string; version?: number; by: string },
): Promise<Changed> {
  throw new NotYet('Segments cannot be omitted yet.');
}
