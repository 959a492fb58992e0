// What the store of alignments promises, as types.

import type { Language } from '../server/model.ts';
import type { Alignment, BeadCounts, JudgedBead, PublishedDocument } from '../server/model-alignment.ts';

/** Both texts of a published pair, to be aligned. `content` is a digest of them and their languages. */
export interface NewAlignment {
  desk: number;
  from: Language;
  to: Language;
  documents: [PublishedDocument, PublishedDocument];
  content: string;
  source: string[];
  target: string[];
  by: string;
  at: string;
}

/** An alignment with its sentences and beads. `words` is what the memory's lexicon says of its words, as text; null without one. */
export interface WholeAlignment extends Alignment {
  source: string[];
  target: string[];
  beads: JudgedBead[];
  words: string | null;
}

/** What aligning found. */
export interface FoundBeads {
  beads: JudgedBead[];
  counts: BeadCounts;
  trust: number;
  words: string | null;
}

/** A corrected list of beads over the version that was seen. */
export interface CorrectedBeads {
  beads: JudgedBead[];
  counts: BeadCounts;
  basedOn: number;
  by: string;
  at: string;
}

/** The published pairs that are being aligned, corrected and remembered. */
export interface AlignmentStore {
  /** Notes a pair down as `aligning`, and answers its id. */
  add(alignment: NewAlignment): Promise<number>;
  /** Newest first, without removed ones. */
  list(): Promise<Alignment[]>;
  /** null where no such alignment stands (a removed one does not). */
  get(id: number): Promise<WholeAlignment | null>;
  /** The newest that holds this very content and stands; null where none does. */
  byContent(content: string): Promise<Alignment | null>;
  /** Puts the beads of an alignment in place, which is then `open`. */
  open(id: number, found: FoundBeads, at: string): Promise<void>;
  /** Notes that the texts are not each other's translation. */
  refuse(id: number, why: string, trust: number): Promise<void>;
  /** Replaces the beads; answers the new version, or null where another one stood than was seen. */
  correct(id: number, corrected: CorrectedBeads): Promise<number | null>;
  /** Notes by which import its pairs stand in the memory; null takes that note back. */
  remembered(id: number, remembered: Alignment['remembered'], by: string, at: string): Promise<void>;
  /** Takes it off the list; its rows stay, and `undelete` brings it back. What it taught stays in the memory. */
  remove(id: number, at: string): Promise<boolean>;
  undelete(id: number): Promise<boolean>;
}
