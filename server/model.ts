// The nouns, in the order of the story. Types only: every room may import this page, and it imports nothing but types.

import type { GivenSegment } from './model-given.ts';

/** A BCP-47 tag such as `fr`, `fr-CA` or `en-GB`. French and English have rules of their own, others neutral ones. */
export type Language = string;

/** What a block is in the article; part of a match's context, and repetitions never cross it. */
export type Role =
  | 'kicker'
  | 'title'
  | 'standfirst'
  | 'crosshead'
  | 'body'
  | 'quote'
  | 'pull-quote'
  | 'caption'
  | 'credit'
  | 'byline'
  | 'dateline'
  | 'list'
  | 'alt'
  | 'furniture';

/** What an article can come in as, and leaves as. */
export type Format = 'text' | 'html' | 'markdown' | 'docx' | 'odt' | 'xliff';

/** The states of a segment, in the order of the work. */
export type State = 'empty' | 'suggested' | 'draft' | 'translated' | 'approved' | 'rejected' | 'omitted';

/** Where a version's text came from. Details (score, unit, provider…) stand in {@link Provenance}. */
export type Origin =
  | 'human'
  | 'memory'
  | 'machine'
  | 'repaired'
  | 'assembled'
  | 'propagated'
  | 'imported'
  | 'restored'
  | 'source';

/**
 * An inline code of a one-string text: `<id>…</id>` for a pair, `<id/>` for a single one. `native` is the markup it
 * stands for (`close` is '' for a single one). A pair that segmentation had to cut goes on in the next segment under a
 * new id whose `continues` names the piece before.
 */
export interface Code {
  id: number;
  kind: 'pair' | 'single';
  /** bold, italic, underline, link, code, image, break, sub, sup, span, note… */
  type: string;
  native: { open: string; close: string };
  continues?: number;
}

/** A stretch of a file's decoded text, in UTF-16 code units. */
export interface Place {
  start: number;
  end: number;
}

/** A block (paragraph, heading, cell, alt text…) as a format reads it. `layout` is the format's own, opaque elsewhere. */
export interface SourceBlock {
  role: Role;
  text: string;
  codes: Code[];
  layout: unknown;
  /** Where the file has cut the block itself: its segments, and the white space behind the last one. */
  given?: { segments: GivenSegment[]; tail: string };
}

/** What a format makes of a file: its blocks in reading order, and what it learnt on the way. */
export interface SourceDocument {
  format: Format;
  /** The file's own title (an HTML title element, front matter), or null. */
  title: string | null;
  /** The language that the file declares, or null. */
  language: Language | null;
  /** The language that a bilingual file is translated into. */
  target?: Language | null;
  blocks: SourceBlock[];
}

/** A block of a stored article. `copyOf` names the block that this stray copy repeats; it leaves the clean export. */
export interface Block extends SourceBlock {
  id: number;
  n: number;
  copyOf: number | null;
}

/** A text on its way from one language into another; its sentences are {@link Segment}s. */
export interface Article {
  id: number;
  title: string;
  from: Language;
  to: Language;
  format: Format;
  desk: number;
  /** The version of the source, from 1. */
  version: number;
  /** 'unknown' where the page says that it is itself a translation, else null. */
  translationOf: string | null;
  /** Where on the web it stands, null where it came as a file. */
  address: string | null;
  archived: boolean;
  /** Whether it must not leave this machine: no service outside of it sees the article or what it taught the memory. */
  confidential: boolean;
  createdAt: string;
  createdBy: string;
}

/** How many translatable segments an article has, in all and by state, with the counts of the trade. */
export interface ArticleCounts {
  paragraphs: number;
  segments: number;
  words: number;
  signs: number;
  repeated: number;
  boilerplate: number;
  states: Record<State, number>;
}

/** Details of an origin. Fields are absent where they do not apply. */
export interface Provenance {
  score?: number;
  kind?: MatchKind;
  reasons?: Reason[];
  unit?: number;
  /** The unit's target before repair. */
  raw?: string;
  provider?: string;
  model?: string;
  /** Words that a service was to leave as they are and did not: what it had in their place (the word was put back), null for nothing. */
  spoilt?: { word: string; reply: string | null }[];
  /** The id of the segment whose text this one follows. */
  follows?: number;
  /** The version that was restored. */
  restores?: number;
  file?: string;
  /** The owner of its file has locked it. */
  locked?: true;
  /** Findings of severity error that the reviewer insisted on approving over. */
  insisted?: string[];
}

/** One sentence (or heading, caption, alt text) of an article: its source, and its current version. */
export interface Segment {
  /** For life; `n` is only its place (from 1). */
  id: number;
  article: number;
  block: number;
  n: number;
  role: Role;
  source: string;
  codes: Code[];
  /** White space between the segment before and this one, inside the block. */
  gap: string;
  target: string;
  state: State;
  origin: Origin | null;
  provenance: Provenance;
  /** The number of the current version: 0 while nothing has been written. */
  version: number;
  /** The segment that this one repeats (same source and role): it follows that one until a person changes it. */
  repeats: number | null;
  /** True when a person has written this segment itself, so that nothing follows another into it. */
  touched: boolean;
}

/** One row of a segment's history. Rows are only ever added. */
export interface Version {
  segment: number;
  number: number;
  sourceVersion: number;
  source: string;
  /** The codes of the source and of the target as they stood then. */
  codes: Code[];
  target: string;
  state: State;
  origin: Origin | null;
  provenance: Provenance;
  author: string;
  at: string;
  /** The reason of a rejection or omission, or a remark. */
  note: string | null;
}

/** What stood beside a unit when it was stored: a normalised source, `edge` at an article's end, `unknown` without context. */
export type Neighbour = { kind: 'text'; key: string } | { kind: 'edge' } | { kind: 'unknown' };

/** One aligned pair in a memory. It answers in both directions. */
export interface Unit {
  id: number;
  memory: number;
  from: Language;
  to: Language;
  source: string;
  target: string;
  codes: Code[];
  previous: Neighbour;
  next: Neighbour;
  /** The segment whose approval taught it, or null. */
  segment: number | null;
  /** Which verb taught it. */
  taught: 'approve' | 'import' | 'align';
  import: number | null;
  /** Pairs that came from one unit of several languages share a group. */
  group: string | null;
  author: string;
  createdAt: string;
  changedAt: string;
  note: string | null;
  /** Properties that another tool gave the unit, kept for export. */
  properties: Record<string, string>;
}

/** How a match answers: in its context, to the letter, repaired, alike, or put together of parts. */
export type MatchKind = 'context' | 'exact' | 'repaired' | 'fuzzy' | 'assembled';

/**
 * Why a match scores what it does: points taken off (or, for context, given), by name. Of an assembled draft, `covered` names
 * the words of a part and how many hundredths of all words they are.
 */
export interface Reason {
  /** A stable English code such as `numbers`, `case`, `previous-agrees`. */
  name: string;
  /** Points, negative where the score was lowered. */
  points: number;
  /** The words concerned, where that helps a reader. */
  words?: string;
}

/** What the memory offers for a text, in that text's direction, with the codes renumbered to the query's. */
export interface Match {
  score: number;
  source: string;
  target: string;
  kind: MatchKind;
  reasons: Reason[];
  /** Of a repaired match: the target before repair. */
  raw?: string;
  unit: number;
  memory: string;
  author: string;
  /** When the unit was last approved or changed. */
  at: string;
}

/** TBX-Basic's part of speech; what is said at the first mention, and for short afterwards; a name that is never translated. */
export type TermProperties = { partOfSpeech?: string; gloss?: string; short?: string; keep?: true };

/** What a desk calls a thing, and what it must not be called. */
export interface Term extends TermProperties {
  id: number;
  desk: number;
  from: Language;
  to: Language;
  source: string;
  targets: string[];
  forbidden: string[];
  note: string | null;
}

/** How much a finding weighs: an error holds an approval back. */
export type Severity = 'error' | 'warning' | 'note';

/** What a check has to say, pointing at UTF-16 offsets of one side. */
export interface Finding extends Place {
  check: string;
  /** The rule of that check, where its severity is decided apart. */
  rule?: string;
  severity: Severity;
  message: string;
  side: 'source' | 'target';
  fix?: string;
}

/** How a job stands: `interrupted` is one that its process did not live to end. */
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted';

/** A piece of long work. `result` is set when done, `error` when failed. */
export interface Job {
  id: number;
  kind: string;
  state: JobState;
  done: number;
  total: number | null;
  /** What it was asked to do, so that an interrupted job can be resumed. */
  request: unknown;
  result: unknown;
  error: { code: string; message: string; values?: Record<string, string | number> } | null;
  startedBy: string;
  startedAt: string;
  endedAt: string | null;
}
