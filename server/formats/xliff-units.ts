// Units of XLIFF as both versions have them in common.
import type { Code, Language, State } from '../model.ts';
import type { Suggestion } from './bilingual.ts';
import type { Natives, SourcedMark } from './xliff-inline.ts';
import { assemble, type Run } from './xml-codes.ts';
import type { XmlTree } from './xml-tree.ts';

/** What stands around a unit: its file, and what its groups hand down. */
export interface XliffContext {
  version: 1 | 2;
  /** The number of the file element, from 1. */
  file: number;
  from: Language;
  to: Language | null;
  /** Where the tag ends that names the languages: in 1.2 the file's, in 2.x the root's. */
  languageTagEnd: number;
  translate: boolean;
  /** The step of the work that the file is for, as Phrase numbers them; null where it says none. */
  level: string | null;
  /** `restype` or `type` of the innermost group that has one. */
  groupType: string | null;
  /** SDL's tag definitions. */
  natives: Natives;
}

/** A suggestion that the file brings along, its text under the segment's codes. */
export interface XliffMatch extends Suggestion {
  target: string;
}

/** A segment of a unit. Texts are without the white space around the source. */
export interface XliffSegment {
  /** The id under which the file's owner knows it, unique in the unit. */
  id: string;
  source: string;
  target: string;
  codes: Code[];
  state: State;
  /** Whether the file says that its translation is only begun; null where it does not say. */
  begun: boolean | null;
  /** Whether its owner has locked it: what the file has is to stay. */
  locked: boolean;
  /** White space between the segment before and this one. */
  gap: string;
  matches: XliffMatch[];
  notes: { text: string; by: string | null }[];
  reason: string | null;
  /** Where it stands in the file, for writing back. */
  at: SegmentPlace;
}

/** The elements that hold a segment: in 1.2 `holder` is a trans-unit, in 2.x a segment. `mid` names its mrk in 1.2. */
export interface SegmentPlace {
  holder: XmlTree;
  source: XmlTree;
  target: XmlTree | null;
  mid: string | null;
  /** The marks that each code was made of. */
  marks: ReadonlyMap<number, CodeMarks>;
  /** White space around the source, which the target gets too. */
  lead: string;
  trail: string;
}

/** The elements that a code came from. */
export interface CodeMarks {
  open: XmlTree | null;
  close: XmlTree | null;
}

/** A unit of the file, with its segments in order of the source. */
export interface XliffUnit {
  id: string;
  tree: XmlTree;
  context: XliffContext;
  translate: boolean;
  /** Its own type, else its group's. */
  type: string | null;
  segments: XliffSegment[];
  /** White space behind the last segment. */
  tail: string;
}

/** What a segment's sides come to when they are put under one list of codes. */
export interface Joined {
  texts: string[];
  codes: Code[];
  marks: Map<number, CodeMarks>;
  lead: string;
  trail: string;
}

/** Puts the sides (source first) under one list of codes, and takes off the white space that stands around the source. */
export function joinSides(sides: readonly (readonly Run[])[]): Joined {
  const assembled = assemble(sides);
  const [source = '', ...others] = assembled.texts;
  const text = source.trim();
  const start = source.indexOf(text);
  const lead = source.slice(0, start);
  const trail = source.slice(start + text.length);
  const texts = [text, ...others.map((other) => without(other, lead, trail))];
  return { texts, codes: assembled.codes, marks: treesOf(assembled.marks), lead, trail };
}

function without(text: string, lead: string, trail: string): string {
  const from = lead !== '' && text.startsWith(lead) ? lead.length : 0;
  const to = trail !== '' && text.endsWith(trail) ? text.length - trail.length : text.length;
  return to < from ? '' : text.slice(from, to);
}

function treesOf(marks: ReadonlyMap<number, { open: Run | null; close: Run | null }>): Map<number, CodeMarks> {
  const tree = (run: Run | null) =>
    run !== null && typeof run !== 'string' ? ((run as SourcedMark).tree ?? null) : null;
  return new Map([...marks].map(([id, { open, close }]) => [id, { open: tree(open), close: tree(close) }]));
}

/** A number out of a file's words for the quality of a match: `87`, `87%`, `0.87`; null where there is none. */
export function scoreOf(text: string | undefined): number | null {
  const found = /^\s*(\d+(?:[.,]\d+)?)\s*(%?)/.exec(text ?? '');
  if (!found) return null;
  const value = Number((found[1] ?? '').replace(',', '.'));
  return value > 0 && value < 1 && found[2] === '' ? value * 100 : value;
}
