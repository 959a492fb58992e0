// A person waves a finding through: it stays away from that segment for as long as the text stays.
import { UserError } from '../errors.ts';
import type { Finding, Segment } from '../model.ts';
import { segmentOf } from './around.ts';
import type { Desk } from './desk.ts';

/** Which finding is meant: the check (and rule) with its place in the text, as the finding says them. */
export type Meant = Pick<Finding, 'check' | 'rule' | 'side' | 'start' | 'end'>;

/** The name and the words under which a dismissal is remembered. */
export function dismissalOf(segment: Segment, { check, rule, side, start, end }: Meant) {
  return {
    segment: segment.id,
    finding: rule === undefined ? check : `${check}/${rule}`,
    words: segment[side].slice(start, end),
    target: segment.target,
  };
}

/**
 * Dismisses a finding of a segment's current text, and remembers who did and why. Throws NotFound, and a UserError where
 * the place is not in the text (it has changed since the finding was made).
 */
export async function dismissFinding(
  desk: Desk,
  segment: number,
  meant: Meant,
  how: { why: string | null; by: string },
): Promise<void> {
  const found = await findSegment(desk, segment, meant);
  await desk.stores.dismissals.dismiss({ ...dismissalOf(found, meant), ...how, at: desk.now() });
}

/** Takes a dismissal back, so that the finding is shown again; false where none stood. Throws as {@link dismissFinding} does. */
export async function recallFinding(desk: Desk, segment: number, meant: Meant): Promise<boolean> {
  const found = await findSegment(desk, segment, meant);
  return desk.stores.dismissals.recall(dismissalOf(found, meant));
}

async function findSegment(desk: Desk, id: number, { side, start, end }: Meant): Promise<Segment> {
  const { segment } = await segmentOf(desk, id);
  const inside = start >= 0 && start <= end && end <= segment[side].length;
  if (!inside) throw new UserError('finding-gone', 'The text has changed since: look at its findings anew.', 409);
  return segment;
}
