// Step 5: a person works on a segment. A write says which version it was based on; a stale one gets a Conflict.
import { NotYet } from '../errors.ts';
import type { Segment } from '../model.ts';
import type { Desk } from './desk.ts';

/** What a decision on one segment changed. */
export interface Changed {
  segment: Segment;
  /** Untouched repetitions that followed it. */
  followed: Segment[];
}

export interface Edit {
  segment: number;
  target: string;
  /** `translated` where absent. */
  state?: 'draft' | 'translated';
  /** The version that the person saw; the current one where absent. */
  version?: number;
  by: string;
}

/** Writes a person's text (or confirms what stands). An empty text gives `empty`. Throws NotFound, Conflict with the current segment. */
export async function setSegment(_desk: Desk, _edit: Edit): Promise<Changed> {
  throw new NotYet('Segments cannot be written yet.');
}
