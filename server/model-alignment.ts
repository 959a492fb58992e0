// The nouns of published pairs on their way into the memory. Types only, as in model.ts.
import type { Language } from './model.ts';

/** Sentences of two texts that translate each other, by index from 0; one side is empty where a sentence has no partner. */
export interface Bead {
  source: number[];
  target: number[];
  /** How likely this very bead is right, 0 to 1. */
  score: number;
}

/** What a person said of a bead: it is right, it was made by hand, it is left out; null where nobody did. */
export type Decided = 'kept' | 'made' | 'out' | null;

/** A bead with what a person and the checks say of it. */
export interface JudgedBead extends Bead {
  decided: Decided;
  /** The names of the checks that find something in its pair. */
  flags: string[];
}

/** How the beads of an alignment stand. `pairs` have both sides; `offered` may be remembered, `doubtful` want an eye. */
export interface BeadCounts {
  beads: number;
  pairs: number;
  offered: number;
  doubtful: number;
  flagged: number;
  out: number;
}

/** Where one side of a published pair came from; null where nobody knows. */
export interface PublishedDocument {
  name: string;
  /** Where on the web it stands. */
  address: string | null;
  /** When it was published, as its page says. */
  date: string | null;
  /** The article of the desk that it is. */
  article: number | null;
}

/** A published pair on its way into the memory. Nothing of it is in the memory before `import` says so. */
export interface Alignment {
  id: number;
  from: Language;
  to: Language;
  documents: [PublishedDocument, PublishedDocument];
  /** `refused` where one text is not the other's translation; `why` says it. */
  state: 'aligning' | 'open' | 'refused';
  why: string | null;
  /** The share of sentences that surely have a partner. */
  trust: number;
  counts: BeadCounts;
  /** Bumped by each correction, from 1. */
  version: number;
  /** The import by which its pairs stand in the memory, with the version that was remembered; null before. */
  remembered: { import: number; version: number; units: number } | null;
  createdAt: string;
  createdBy: string;
  changedAt: string;
  changedBy: string;
}
