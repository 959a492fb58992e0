// What became of a segment, and of an article, over its versions.
import { NotYet } from '../errors.ts';
import type { Version } from '../model.ts';
import type { Change } from '../text/difference.ts';
import type { Desk } from './desk.ts';

/** A version with what changed in its target since the version before. */
export interface HistoryVersion extends Version {
  changes: Change[];
}

export interface History {
  /** Oldest first. */
  versions: HistoryVersion[];
  /** The segments that a split or a join made this one from, with their own versions. */
  cameFrom: { segment: number; how: 'split' | 'join'; versions: Version[] }[];
}

/** The history of a segment. Throws NotFound. */
export async function segmentHistory(_desk: Desk, _segment: number): Promise<History> {
  throw new NotYet('Histories cannot be read yet.');
}

/** What one segment's source was and is between two versions of the article's source. */
export interface SourceChange {
  kind: 'unchanged' | 'changed' | 'added' | 'removed';
  /** The segment's place now; null where it has left. */
  n: number | null;
  segment: number;
  before: string | null;
  after: string | null;
  changes: Change[];
}

/** The differences between two versions of the article's source (the last two where absent). Throws NotFound. */
export async function diffArticle(
  _desk: Desk,
  _article: number,
  _versions: { from?: number; to?: number } = {},
): Promise<{ from: number; to: number; segments: SourceChange[] }> {
  throw new NotYet('Versions cannot be compared yet.');
}
