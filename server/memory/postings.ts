// From each stem to the texts that have it, sorted by how much of the text would still be missing there.
import { CARD, WEIGHT } from './cards.ts';
import type { Lexicon } from './lexicon.ts';
import type { Texts } from './texts.ts';

/**
 * The texts of each stem, once each however often they have it, by level (see {@link levelsFor}) and then rising: those of
 * stem `s` at level `l` are `docs` from `stemStart[s * LEVELS + l]` to the next start.
 */
export interface Postings {
  stemStart: Uint32Array;
  docs: Uint32Array;
}

/**
 * Where the words of a text stand rarest first, a text's level at a stem tells what share of its weight stands from that stem
 * on: this much or more (the last level has the rest). Two texts that share as much must meet in such a stem (AllPairs,
 * Bayardo et al. 2007). A little less than what scores of 85, 70 and 50 ask for.
 */
const SHARES = [0.749, 0.599, 0.399];
export const LEVELS = SHARES.length + 1;

/** How many levels have to be read for texts that share so much (0 to 1) of their weight, from the first. */
export function levelsFor(share: number): number {
  const all = SHARES.findIndex((least) => least <= share);
  return all < 0 ? LEVELS : all + 1;
}

function levelOf(share: number): number {
  let level = 0;
  while (level < SHARES.length && share < (SHARES[level] as number)) level++;
  return level;
}

/** Texts that are gone through between two pauses. */
const AT_ONCE = 2000;

/** Makes the postings of texts, and pauses often. */
export function* postings(texts: Texts, lexicon: Lexicon): Generator<void, Postings> {
  const stems = lexicon.stems;
  const ranks = ranksOf(yield* frequencies(texts, lexicon));
  const stemStart = new Uint32Array(stems * LEVELS + 1);
  const reader = new Prefixes(texts, lexicon, ranks);
  for (let t = 0; t < texts.size; t++) {
    for (let i = reader.read(t) - 1; i >= 0; i--)
      stemStart[reader.slot(i) + 1] = (stemStart[reader.slot(i) + 1] as number) + 1;
    if (t % AT_ONCE === 0) yield;
  }
  for (let s = 0; s < stems * LEVELS; s++) stemStart[s + 1] = (stemStart[s + 1] as number) + (stemStart[s] as number);
  const docs = new Uint32Array(stemStart[stems * LEVELS] as number);
  const next = stemStart.slice();
  for (let t = 0; t < texts.size; t++) {
    for (let i = reader.read(t) - 1; i >= 0; i--) {
      const slot = reader.slot(i);
      const place = next[slot] as number;
      docs[place] = t;
      next[slot] = place + 1;
    }
    if (t % AT_ONCE === 0) yield;
  }
  return { stemStart, docs };
}

/** In how many texts each stem stands. */
function* frequencies({ size, start, forms }: Texts, lexicon: Lexicon): Generator<void, Uint32Array> {
  const { data: stems } = lexicon.stem;
  const counts = new Uint32Array(lexicon.stems);
  const last = new Uint32Array(lexicon.stems);
  for (let t = 0; t < size; t++) {
    for (let i = start[t] as number; i < (start[t + 1] as number); i++) {
      const stem = stems[forms[i] as number] as number;
      if (last[stem] === t + 1) continue;
      last[stem] = t + 1;
      counts[stem] = (counts[stem] as number) + 1;
    }
    if (t % AT_ONCE === 0) yield;
  }
  return counts;
}

/** Stems by rank and ranks by stem: the rarest first, equals by number, as {@link rarer} has it. */
function ranksOf(counts: Uint32Array): { rank: Uint32Array; stem: Uint32Array } {
  const keys = Float64Array.from(counts, (count, stem) => count * 2 ** 24 + stem).sort();
  const stem = Uint32Array.from(keys, (key) => key % 2 ** 24);
  const rank = new Uint32Array(stem.length);
  for (let r = 0; r < stem.length; r++) rank[stem[r] as number] = r;
  return { rank, stem };
}

/** The stems of one text after the other, with the level of each. */
class Prefixes {
  readonly #texts: Texts;
  readonly #lexicon: Lexicon;
  readonly #ranks: { rank: Uint32Array; stem: Uint32Array };
  /** By stem, zeros between texts: what it weighs in the text, as often as it stands there. */
  readonly #weights: Uint32Array;
  #found = new Uint32Array(256);
  #slots = new Uint32Array(256);

  constructor(texts: Texts, lexicon: Lexicon, ranks: { rank: Uint32Array; stem: Uint32Array }) {
    this.#texts = texts;
    this.#lexicon = lexicon;
    this.#ranks = ranks;
    this.#weights = new Uint32Array(lexicon.stems);
  }

  /** Reads a text and answers how many stems it has. */
  read(t: number): number {
    const count = this.#collect(t);
    const found = this.#found;
    sort(found, count);
    const whole = this.#texts.cards[t * CARD + WEIGHT] as number;
    let rest = whole;
    for (let i = 0; i < count; i++) {
      const stem = this.#ranks.stem[found[i] as number] as number;
      this.#slots[i] = stem * LEVELS + levelOf(rest / whole);
      rest -= this.#weights[stem] as number;
      this.#weights[stem] = 0;
    }
    return count;
  }

  /** The place in `stemStart` of the text's stem number `i`, from 0. */
  slot(i: number): number {
    return this.#slots[i] as number;
  }

  #collect(t: number): number {
    const { start, forms } = this.#texts;
    const { stem, weight } = this.#lexicon;
    const [from, to] = [start[t] as number, start[t + 1] as number];
    if (to - from > this.#found.length) {
      this.#found = new Uint32Array((to - from) * 2);
      this.#slots = new Uint32Array((to - from) * 2);
    }
    let count = 0;
    for (let i = from; i < to; i++) {
      const form = forms[i] as number;
      const own = stem.data[form] as number;
      if (this.#weights[own] === 0) this.#found[count++] = this.#ranks.rank[own] as number;
      this.#weights[own] = (this.#weights[own] as number) + (weight.data[form] as number);
    }
    return count;
  }
}

/** More than so many numbers are left to the engine's own sort, which is slow to begin. */
const FEW = 64;

function sort(list: Uint32Array, count: number): void {
  if (count > FEW) {
    list.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i++) {
    const one = list[i] as number;
    let at = i;
    for (; at > 0 && (list[at - 1] as number) > one; at--) list[at] = list[at - 1] as number;
    list[at] = one;
  }
}

/** Compares two stems in the order of a shelf: the rarer first, equals by number. */
export function rarer({ stemStart }: Postings, one: number, other: number): number {
  return countOf(stemStart, one) - countOf(stemStart, other) || one - other;
}

function countOf(stemStart: Uint32Array, stem: number): number {
  const from = stem * LEVELS;
  return from + LEVELS < stemStart.length ? (stemStart[from + LEVELS] as number) - (stemStart[from] as number) : 0;
}
