// A segment's text goes to all its repetitions on demand, those that a person had changed included, and can be taken back.
import { NotYet } from '../errors.ts';
import type { Segment } from '../model.ts';
import type { Desk } from './desk.ts';

/** Writes the segment's text and state into its repetitions; answers those that changed. Throws NotFound. */
export async function propagate(_desk: Desk, _segment: number, _how: { by: string }): Promise<Segment[]> {
  throw new NotYet('Texts cannot be propagated yet.');
}

/** Gives repetitions that still stand as propagated from this segment the version they had before. Throws NotFound. */
export async function undoPropagate(_desk: Desk, _segment: number, _how: { by: string }): Promise<Segment[]> {
  throw new NotYet('Propagation cannot be undone yet.');
}
