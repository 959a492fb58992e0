// What two lists of sentences look like to the aligner: each word a number, and which words of one side may be which of the other.
import { foldForSearch } from './normalize.ts';
import { tokenize } from './tokenize.ts';

/** The words of one side. A type is a crude stem (seven letters of the folded form); a token is one occurrence of it. */
export interface Side {
  /** The type of each token, sentence by sentence. */
  sentences: Int32Array[];
  /** UTF-16 units of each sentence without white space. */
  lengths: number[];
  /** The stem of each type. */
  types: string[];
  /** How often each type occurs. */
  counts: number[];
  tokens: number;
  /** Whether each sentence stops in mid-thought: on a colon, a semicolon, a comma, a dash, or before a small letter. */
  open: boolean[];
}

/** Words beyond this letter hardly differ in what they mean, but do in their endings. */
const STEM = 7;

/** The stem under which a word meets its other forms and its cognates: folded, seven letters; digits without separators, nor the scale of "15m" and the half of the day of "7pm", which the other language says apart. */
function alignStem(word: string): string {
  const folded = foldForSearch(word);
  if (/^\d/.test(folded)) return folded.replace(/[\s.,'\u2009]/g, '').replace(/(?<=\d)(?:m|bn|tn|k|am|pm)$/, '');
  return folded.replace(/[^\p{L}\p{N}]/gu, '').slice(0, STEM);
}

/** Marks that translators keep; quotation marks of every kind are one. */
function markOf(text: string): string {
  if (/^[?!:;()%]/.test(text)) return text.slice(0, 1);
  return /^["\u00ab\u00bb\u201c\u201d\u201e]/.test(text) ? '"' : '';
}

/** The stems and kept marks of a sentence, in order. */
export function stemsOf(sentence: string): string[] {
  const stems: string[] = [];
  for (const token of tokenize(sentence)) {
    if (token.kind === 'space' || token.kind === 'code') continue;
    const stem = token.kind === 'punctuation' ? markOf(token.text) : alignStem(token.text);
    if (stem !== '') stems.push(stem);
  }
  return stems;
}

/** Reads the sentences of one side. */
export function sideOf(sentences: readonly string[]): Side {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  let tokens = 0;
  const numbered = sentences.map((sentence) =>
    Int32Array.from(stemsOf(sentence), (stem) => {
      const id = ids.get(stem) ?? ids.size;
      if (id === ids.size) ids.set(stem, id);
      counts[id] = (counts[id] ?? 0) + 1;
      tokens++;
      return id;
    }),
  );
  const lengths = sentences.map((sentence) => sentence.replace(/\s+/g, '').length);
  return { sentences: numbered, lengths, types: [...ids.keys()], counts, tokens, open: sentences.map(stopsOpen) };
}

function stopsOpen(sentence: string, at: number, all: readonly string[]): boolean {
  return /[:;,\u2013\u2014-][\s"\u00bb\u201d)]*$/.test(sentence) || /^\s*\p{Ll}/u.test(all[at + 1] ?? '');
}

/** Possible translations between types: for each source type, target types with a probability each. */
export type Links = Map<number, Map<number, number>>;

/** What may translate what between two texts, both ways. */
export interface BothWays {
  forward: Links;
  backward: Links;
  /** Types of either side that a translation should answer: a bead in which nothing does is the less likely for it. */
  telling: { source: readonly number[]; target: readonly number[] };
}

/** Adds a link, keeping the stronger probability where one stands. */
export function addLink(links: Links, source: number, target: number, probability: number): void {
  const known = links.get(source) ?? new Map<number, number>();
  known.set(target, Math.max(known.get(target) ?? 0, probability));
  links.set(source, known);
}

const SAME = 0.6;
const SAME_MARK = 0.5;
const SAME_PREFIX = 0.25;
const PERMUTED = 0.2;
const PREFIX = 4;

/** Links between words that look alike: the same stem, a long shared beginning, the letters of an acronym in another order. */
export function cognateLinks(source: Side, target: Side): Links {
  const links: Links = new Map();
  const identical = new Map(target.types.map((stem, id) => [stem, id]));
  const byPrefix = grouped(target.types, prefixOf);
  const byLetters = grouped(target.types, lettersOf);
  source.types.forEach((stem, s) => {
    const same = identical.get(stem);
    if (same !== undefined) addSame(links, s, same, stem);
    for (const t of small(byPrefix.get(prefixOf(stem)))) {
      const likely = likeness(stem, target.types[t] ?? '');
      if (likely > 0) addLink(links, s, t, likely);
    }
    for (const t of small(byLetters.get(lettersOf(stem)))) addLink(links, s, t, PERMUTED);
  });
  return links;
}

/** So many words that begin alike (part numbers, say) tell nothing by it, and would cost the square of their number. */
const CROWD = 40;

function small(group: readonly number[] | undefined): readonly number[] {
  return group === undefined || group.length > CROWD ? [] : group;
}

function addSame(links: Links, s: number, t: number, stem: string): void {
  if (/^\p{L}/u.test(stem)) {
    // « on », « or », "as": short words that look alike seldom are.
    if (stem.length >= 4) addLink(links, s, t, SAME);
    else if (stem.length === 3) addLink(links, s, t, SAME_PREFIX);
  } else addLink(links, s, t, /^\d/.test(stem) ? SAME : SAME_MARK);
}

function grouped(types: readonly string[], by: (stem: string) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  types.forEach((stem, id) => {
    const key = by(stem);
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), id]);
  });
  return groups;
}

function prefixOf(stem: string): string {
  return /^\p{L}/u.test(stem) && stem.length > PREFIX ? stem.slice(0, PREFIX) : '';
}

/** Two to five letters in alphabetical order: « IA » and "AI" meet. */
function lettersOf(stem: string): string {
  return /^[a-z]{2,5}$/.test(stem) ? [...stem].sort().join('') : '';
}

/** How likely two stems with one beginning are one word: the longer what they share, the likelier. */
function likeness(one: string, other: string): number {
  if (one === other) return 0;
  let shared = 0;
  while (shared < Math.min(one.length, other.length) && one[shared] === other[shared]) shared++;
  const share = shared / Math.max(one.length, other.length);
  return share >= 0.7 ? SAME_PREFIX + (share - 0.7) : share >= 0.55 ? 0.1 : 0;
}
