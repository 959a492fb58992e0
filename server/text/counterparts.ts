// Which words of a translation stand for the words that somebody looked for: those that come in most of the targets of the hits
// and seldom elsewhere.
import type { Code } from '../model.ts';

import { type Token, tokenize } from './tokenize.ts';
import { stemOf } from './weigh.ts';

/** In how many of some texts each stem stands. */
export interface StemCounts {
  texts: number;
  counts: ReadonlyMap<string, number>;
}

/** A text with its codes. */
export interface CodedText {
  text: string;
  codes: readonly Code[];
}

/** Fewer hits cannot tell a counterpart from its neighbours. */
const LEAST_HITS = 4;
/** A counterpart stands in that share of the targets at least… */
const LEAST_SHARE = 0.3;
/** …and so many times as often as elsewhere. */
const LEAST_LIFT = 4;
/** A second word belongs to the counterpart where it tells nearly as much as the best one. */
const NEARLY = 0.75;

/** Counts the stems of texts, each once a text. */
export function countStems(texts: Iterable<CodedText>): StemCounts {
  const counts = new Map<string, number>();
  let size = 0;
  for (const { text, codes } of texts) {
    size++;
    const stems = new Set(wordsOf(text, codes).map((word) => stemOf(word.text)));
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return { texts: size, counts };
}

/**
 * The stems that stand for what was looked for, from the targets of the hits and those of units from all over the memory; `most`
 * of them at most. None where the statistics cannot tell: few hits, nothing that most targets share, or too much of it.
 */
export function counterpartStems(targets: StemCounts, anywhere: StemCounts, most: number): Set<string> {
  if (targets.texts < LEAST_HITS) return new Set();
  const told = [...targets.counts]
    .map(([stem, count]) => ({ stem, worth: worthOf(count / targets.texts, frequency(anywhere, stem)) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth);
  const best = told[0]?.worth ?? 0;
  const near = told.filter(({ worth }) => worth >= best * NEARLY);
  return new Set(near.length > most ? [] : near.map(({ stem }) => stem));
}

/** How much a stem tells: its share of the targets, weighed by how much rarer it is elsewhere. 0 where it tells nothing. */
function worthOf(share: number, elsewhere: number): number {
  return share < LEAST_SHARE || share / elsewhere < LEAST_LIFT ? 0 : share * Math.log(share / elsewhere);
}

/** How often a stem stands anywhere; one that was not met counts as half a text. */
function frequency({ texts, counts }: StemCounts, stem: string): number {
  return Math.max(counts.get(stem) ?? 0, 0.5) / Math.max(texts, 1);
}

/** Where words with these stems stand in a text, in UTF-16 units of it. */
export function stemSpans({ text, codes }: CodedText, stems: ReadonlySet<string>): [number, number][] {
  if (stems.size === 0) return [];
  return wordsOf(text, codes)
    .filter((word) => stems.has(stemOf(word.text)))
    .map((word) => [word.start, word.end]);
}

function wordsOf(text: string, codes: readonly Code[]): Token[] {
  return tokenize(text, codes).filter(({ kind }) => kind === 'word');
}
