// What the checks say of an article.
import { NotYet } from '../errors.ts';
import type { Finding } from '../model.ts';
import type { Desk } from './desk.ts';

/** A segment's findings. */
export interface SegmentFindings {
  segment: number;
  n: number;
  findings: Finding[];
}

/** The segments that have findings, in order. Throws NotFound. */
export async function checkArticle(_desk: Desk, _article: number): Promise<SegmentFindings[]> {
  throw new NotYet('Articles cannot be checked yet.');
}
