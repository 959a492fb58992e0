// Step 6: an approval is taken back, and with it what it had taught the memory.
import { UserError } from '../errors.ts';
import { type Changed, decideSegment } from './decide-segment.ts';
import type { Desk } from './desk.ts';

/** Makes an approved segment `translated` again. Throws NotFound, Conflict, and a UserError where it is not approved. */
export async function withdraw(desk: Desk, segment: number, how: { version?: number; by: string }): Promise<Changed> {
  return decideSegment(desk, segment, how, ({ n, state, target, origin, provenance, touched }) => {
    if (state !== 'approved')
      throw new UserError('not-approved', `Segment ${n} is ${state}, not approved: there is nothing to withdraw.`, 422);
    const { insisted: _, ...kept } = provenance;
    return { next: { target, state: 'translated', origin, provenance: kept, note: null, touched }, learning: 'forget' };
  });
}
