// Step 6: a reviewer sends a segment back, with a reason. What its approval had taught the memory is taken back.
import { UserError } from '../errors.ts';
import { type Changed, decideSegment } from './decide-segment.ts';
import type { Desk } from './desk.ts';
import { reasonIn } from './reason.ts';

/** Rejects a segment. Throws NotFound, Conflict, and a UserError without a reason or where nothing stands to reject. */
export async function reject(
  desk: Desk,
  segment: number,
  how: { reason: string; version?: number; by: string },
): Promise<Changed> {
  const note = reasonIn(how.reason, 'a rejection');
  return decideSegment(desk, segment, how, ({ n, target, origin, provenance }) => {
    if (target === '')
      throw new UserError('nothing-to-reject', `Segment ${n} is empty: there is nothing to reject.`, 422);
    return { next: { target, state: 'rejected', origin, provenance, note, touched: true }, learning: 'forget' };
  });
}
