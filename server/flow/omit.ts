// A person leaves a segment out on purpose: news is cut and reordered.
import { type Changed, decideSegment } from './decide-segment.ts';
import type { Desk } from './desk.ts';
import { reasonIn } from './reason.ts';

/** Leaves the segment out, with a reason; its text stays in the history. Throws NotFound, Conflict, and a UserError without a reason. */
export async function omit(
  desk: Desk,
  segment: number,
  how: { reason: string; version?: number; by: string },
): Promise<Changed> {
  const note = reasonIn(how.reason, 'leaving a segment out');
  return decideSegment(desk, segment, how, () => ({
    next: { target: '', state: 'omitted', origin: 'human', provenance: {}, note, touched: true },
    learning: 'keep',
  }));
}
