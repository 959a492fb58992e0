// A person cuts a segment in two, or joins two of one block. The histories stay reachable from what comes of it.
import { NotYet } from '../errors.ts';
import type { Segment } from '../model.ts';
import type { Desk } from './desk.ts';

/** Cuts the segment at a UTF-16 offset of its one-string source; answers both parts. The first keeps the id. */
export async function splitSegment(
  _desk: Desk,
  _segment: number,
  _how: { offset: number; version?: number; by: string },
): Promise<[Segment, Segment]> {
  throw new NotYet('Segments cannot be split yet.');
}

/** Joins the segment with the next one of its block; answers the joined one, which keeps the first one's id. */
export async function joinSegment(
  _desk: Desk,
  _segment: number,
  _how: { version?: number; by: string },
): Promise<Segment> {
  throw new NotYet('Segments cannot be joined yet.');
}
