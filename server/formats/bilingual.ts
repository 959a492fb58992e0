// What the bilingual formats (TMX, XLIFF 1.2, XLIFF 2) write from and read into. Types only.

import type { Code, Language, MatchKind, Role, State } from '../model.ts';
import type { Refusal } from '../model-refusal.ts';

/** Who writes a file, and when. The room has no clock: the caller says the time. */
export interface FileHead {
  /** The program and its version. */
  tool: string;
  toolVersion: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Who asked for the file, or null. */
  by: string | null;
}

/** Who suggests a text, and how good it is. `source` is the text that the suggestion translates, where it is known. */
export interface Suggestion {
  from: 'memory' | 'machine';
  score: number | null;
  kind: MatchKind | null;
  name: string;
  source?: string;
}

/** One segment with both sides. `id` is the segment's own, for life, and comes back when the file is merged. */
export interface BilingualSegment {
  id: number;
  source: string;
  /** '' where nothing stands yet. A suggested text stands here too; the writer puts it where its state belongs. */
  target: string;
  /** Codes of both sides, by number. */
  codes: Code[];
  state: State;
  /** White space between the segment before and this one. */
  gap: string;
  /** Where a suggestion came from: a memory match (with score and kind), machine translation (with its provider). */
  suggestion: Suggestion | null;
  /** The reason of a rejection or omission. */
  reason: string | null;
  /** Remarks on the segment, oldest first. */
  notes: { text: string; by: string | null }[];
}

/** A block of the article with its segments, in order. */
export interface BilingualBlock {
  id: number;
  role: Role;
  segments: BilingualSegment[];
  /** White space behind the last segment. */
  tail: string;
}

/** An article as it leaves for an outside translator. */
export interface BilingualArticle {
  id: number;
  title: string;
  fileName: string | null;
  /** `text`, `html`… of the source file. */
  format: string;
  from: Language;
  to: Language;
  blocks: BilingualBlock[];
  /** The source file's decoded text, so that whoever has this file alone can build the page. */
  skeleton?: string;
  /** Terms that go along as a glossary. */
  terms: { source: string; targets: string[]; note: string | null }[];
}

/** How a bilingual file is written. */
export interface BilingualOptions {
  head: FileHead;
  /** Copies the source into targets that stand empty, for tools that translate the target. */
  fillEmpty?: boolean;
}

/** One pair of texts with what a memory keeps of it, as TMX carries it. */
export interface TmxUnit {
  id: string | null;
  from: Language;
  to: Language;
  source: string;
  target: string;
  codes: Code[];
  author: string | null;
  /** ISO 8601, UTC, or null. */
  createdAt: string | null;
  changedBy: string | null;
  changedAt: string | null;
  note: string | null;
  /** Source texts of the neighbours; '' at an article's edge, null where unknown. */
  previous: string | null;
  next: string | null;
  properties: Record<string, string>;
  /** Pairs of one unit of several languages share a group. */
  group: string | null;
}

/** What a reader of units yields: a unit, or why one could not be used. */
export type Read<T> = { kind: 'unit'; unit: T } | ({ kind: 'refused' } & Refusal);

/** How a memory is written as TMX. */
export interface TmxOptions {
  head: FileHead;
  /** The header's srclang: a language, or `*all*` where units of both directions follow. */
  from: Language | '*all*';
  /** 1 writes the text alone, 2 (the default) the inline codes too. */
  level?: 1 | 2;
}
