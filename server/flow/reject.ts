// Step 6: a reviewer sends a segment back, with a reason. What its approval had taught the memory is taken back.
import { NotYet } from '../errors.ts';
import type { Desk } from './desk.ts';
import type { Changed } from './review.ts';

/** Rejects a segment. Throws NotFound, Conflict, and a UserError without a reason or where nothing stands to reject. */
export async function reject(
  _desk: Desk,
  _segment: number,
  _how: { reason: string; version?: number; by: string },
): Promise<Changed> {
  throw new NotYet('Segments cannot be rejected yet.');
}
