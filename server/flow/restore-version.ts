// Step 6: an earlier version of a segment comes back, as a new version.
import { NotYet } from '../errors.ts';
import type { Desk } from './desk.ts';
import type { Changed } from './review.ts';

/** Brings back the text of version `to` (0 is the empty beginning). Throws NotFound, Conflict. */
export async function restoreVersion(
  _desk: Desk,
  _segment: number,
  _how: { to: number; version?: number; by: string },
): Promise<Changed> {
  throw new NotYet('Versions cannot be restored yet.');
}
