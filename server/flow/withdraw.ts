// Step 6: an approval is taken back, and with it what it had taught the memory.
import { NotYet } from '../errors.ts';
import type { Desk } from './desk.ts';
import type { Changed } from './review.ts';

/** Makes an approved segment `translated` again. Throws NotFound, Conflict, and a UserError where it is not approved. */
export async function withdraw(
  _desk: Desk,
  _segment: number,
  _how: { version?: number; by: string },
): Promise<Changed> {
  throw new NotYet('Approvals cannot be withdrawn yet.');
}
