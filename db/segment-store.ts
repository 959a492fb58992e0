// What the store of segments promises: versions that are only ever added, and decisions that are whole.
import type { Origin, Provenance, Segment, State, Version } from '../server/model.ts';
import type { NewSegment } from './article-store.ts';
import type { NewUnit } from './stores.ts';

/** One segment's next version. It is refused as stale unless `basedOn` is the segment's current version. */
export interface SegmentWrite {
  segment: number;
  basedOn: number;
  target: string;
  state: State;
  origin: Origin | null;
  provenance: Provenance;
  note: string | null;
  /** Whether a person wrote this segment itself from here on (see Segment.touched). */
  touched: boolean;
  /** Whose version it is, where that is not who decides: an outside translator's. */
  by?: string;
}

/** Several segments' next versions with what the memory learns and unlearns by them: all or nothing. */
export interface Decision {
  writes: SegmentWrite[];
  /** Replaces the unit that an earlier approval of the same segment taught. */
  remember: NewUnit[];
  /** Segments whose approval's unit is taken back. */
  forget: number[];
  by: string;
  at: string;
}

/** What came of a decision: all of it is written, or nothing. */
export type DecisionResult =
  | { kind: 'written'; segments: Segment[] }
  /** The first stale write, with what stands there now. Nothing was written. */
  | { kind: 'stale'; current: Segment };

/** A piece of a block as a split or a join makes it. */
export type Piece = Omit<NewSegment, 'block' | 'repeats'> & { next: Omit<SegmentWrite, 'segment' | 'basedOn'> };

/** A segment that is cut in two (`second` is new), or that takes up the one behind it (`second` leaves). */
export interface Recut {
  segment: number;
  basedOn: number;
  first: Piece;
  second: { how: 'split'; piece: Piece } | { how: 'join'; segment: number; basedOn: number };
  by: string;
  at: string;
}

/** A segment's neighbours in the clean article; null at its edges. */
export interface Beside {
  /** The segment itself; the sentence of the body that it repeats where it belongs to a stray copy of a block. */
  stands: Segment;
  previous: Segment | null;
  next: Segment | null;
}

/** Segments with all that have the same source in their article: first occurrences and repetitions, in order of place. */
export interface SameSource {
  segments: Segment[];
  /** For each of their blocks that is a stray copy, the block that it repeats. */
  copies: Map<number, number>;
}

/** The segments of all articles, with their versions and the drafts of who is typing. */
export interface SegmentStore {
  /** All translatable segments of an article in order of place. */
  of(article: number): Promise<Segment[]>;
  get(id: number): Promise<Segment | null>;
  at(article: number, n: number): Promise<Segment | null>;
  /** Where a segment stands; null for one that is not there, has left the source or is furniture. */
  beside(id: number): Promise<Beside | null>;
  /** These segments of one article and whatever has the source of one of them; those that are not there, or are not translatable, are left out. */
  sameSource(ids: readonly number[]): Promise<SameSource>;
  /** Oldest first; version 0, the empty beginning, is not a row. */
  versions(segment: number): Promise<Version[]>;
  decide(decision: Decision): Promise<DecisionResult>;
  /** Splits or joins; answers what stands now in place of the segment (or the stale one). Nobody repeats it or is repeated by it from here on. */
  recut(recut: Recut): Promise<DecisionResult>;
  /** The segments that a segment was made from by splits and joins, nearest first. */
  lineage(segment: number): Promise<{ cameFrom: number; how: 'split' | 'join' }[]>;
  /** What a person is typing, replaced as they type; a decision on the segment by that person drops it. */
  saveDraft(draft: Draft): Promise<void>;
  drafts(article: number, by: string): Promise<Draft[]>;
  dropDraft(segment: number, by: string): Promise<void>;
}

/** What a person is typing into a segment and has not confirmed yet; one for each person and segment. */
export interface Draft {
  segment: number;
  by: string;
  text: string;
  basedOn: number;
  at: string;
}
