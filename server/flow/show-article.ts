// An article as people see it: its segments with what the checks say, and the furniture apart.
import type { ArticleRow } from '../../db/stores.ts';
import { NotYet } from '../errors.ts';
import type { Finding, Segment } from '../model.ts';
import type { Desk } from './desk.ts';

/** A segment with its findings. `copy` is true inside a stray copy, which follows by itself. */
export interface ShownSegment extends Segment {
  findings: Finding[];
  copy: boolean;
}

/** A block of page furniture. `block` is its id, `n` its place among all blocks. */
export interface Boilerplate {
  block: number;
  n: number;
  text: string;
}

export interface ShownArticle extends ArticleRow {
  segments: ShownSegment[];
  boilerplate: Boilerplate[];
}

/** The article with its translatable segments in order. Throws NotFound. */
export async function showArticle(_desk: Desk, _article: number): Promise<ShownArticle> {
  throw new NotYet('Articles cannot be shown yet.');
}

/** One segment as {@link showArticle} has it. Throws NotFound. */
export async function showSegment(_desk: Desk, _segment: number): Promise<ShownSegment> {
  throw new NotYet('Segments cannot be shown yet.');
}

/** The segment in place `n` of an article. Throws NotFound. */
export async function segmentAt(_desk: Desk, _article: number, _n: number): Promise<Segment> {
  throw new NotYet('Segments cannot be shown yet.');
}
