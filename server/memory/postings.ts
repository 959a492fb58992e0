// From each stem to the texts that have it, sorted by how much of the text would still be missing there.
import { CARD, SIGN, WEIGHT, writeSign } from './cards.ts';
import { formAt, widthOf } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import type { Texts } from './texts.ts';

/**
 * The texts of each stem, once each however often they have it, by level (see {@link levelsFor}) and then rising. The first
 * levels are read the most: of a text there, its {@link SIGN} stands beside it, for reading in a row is quick and looking
 * each text up is not. Row `i` of `near` is `ROW` numbers, of `far` one. The rows of stem `s` at level `l` begin at
 * `nearStart[s * NEAR + l]`, or `farStart[s * FAR + l - NEAR]`.
 */
export interface Postings {
  nearStart: Uint32Array;
  near: Uint32Array;
  farStart: Uint32Array;
  far: Uint32Array;
}

export const ROW = 1 + SIGN;
/** How many levels are near, how many far. */
export const NEAR = 4;
export const FAR = 2;

/**
 * Where the words of a text stand rarest first, a text's level at a stem tells what share of its weight stands from that stem
 * on: this much or more (the last level has the rest). Two texts that share as much must meet in such a stem (AllPairs,
 * Bayardo et al. 2007). A little less than what scores of 85, 70 and 50 ask for.
 */
export const SHARES = [0.849, 0.749, 0.674, 0.599, 0.399] as const;
const LEVELS = NEAR + FAR;

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
  const { stems } = lexicon;
  const ranks = ranksOf(yield* frequencies(texts, lexicon), lexicon);
  const reader = new Prefixes(texts, lexicon, ranks);
  const nearStart = new Uint32Array(stems * NEAR + 1);
  const farStart = new Uint32Array(stems * FAR + 1);
  for (let t = 0; t < texts.size; t++) {
    for (let i = reader.read(t) - 1; i >= 0; i--) {
      const [start, slot] = reader.level(i) < NEAR ? [nearStart, reader.near(i)] : [farStart, reader.far(i)];
      start[slot + 1] = (start[slot + 1] as number) + 1;
    }
    if (t % AT_ONCE === 0) yield;
  }
  addUp(nearStart);
  addUp(farStart);
  return { nearStart, farStart, ...(yield* rows(texts, lexicon, reader, nearStart, farStart)) };
}

function addUp(list: Uint32Array): void {
  for (let i = 1; i < list.length; i++) list[i] = (list[i] as number) + (list[i - 1] as number);
}

function* rows(
  texts: Texts,
  lexicon: Lexicon,
  reader: Prefixes,
  nearStart: Uint32Array,
  farStart: Uint32Array,
): Generator<void, Pick<Postings, 'near' | 'far'>> {
  const near = new Uint32Array((nearStart.at(-1) ?? 0) * ROW);
  const far = new Uint32Array(farStart.at(-1) ?? 0);
  const [nextNear, nextFar] = [nearStart.slice(), farStart.slice()];
  const sign = new Uint32Array(SIGN);
  for (let t = 0; t < texts.size; t++) {
    writeSign(sign, texts, t, lexicon);
    for (let i = reader.read(t) - 1; i >= 0; i--) {
      const isNear = reader.level(i) < NEAR;
      const [next, slot] = isNear ? [nextNear, reader.near(i)] : [nextFar, reader.far(i)];
      const place = next[slot] as number;
      next[slot] = place + 1;
      if (isNear) writeRow(near, place * ROW, t, sign);
      else far[place] = t;
    }
    if (t % AT_ONCE === 0) yield;
  }
  return { near, far };
}

function writeRow(near: Uint32Array, at: number, t: number, sign: Uint32Array): void {
  near[at] = t;
  for (let i = 0; i < SIGN; i++) near[at + 1 + i] = sign[i] as number;
}

/** In how many texts each stem stands. */
function* frequencies({ size, start, forms }: Texts, lexicon: Lexicon): Generator<void, Uint32Array> {
  const counts = new Uint32Array(lexicon.stems);
  const last = new Uint32Array(lexicon.stems);
  for (let t = 0; t < size; t++) {
    for (let i = start[t] as number; i < (start[t + 1] as number); ) {
      const form = formAt(forms, i);
      i += widthOf(form);
      const stem = lexicon.stemOf(form);
      if (last[stem] === t + 1) continue;
      last[stem] = t + 1;
      counts[stem] = (counts[stem] as number) + 1;
    }
    if (t % AT_ONCE === 0) yield;
  }
  return counts;
}

/** Stems by rank and ranks by stem: the rarest first, equals by number, as {@link rarer} has it. */
function ranksOf(counts: Uint32Array, lexicon: Lexicon): { rank: Uint32Array; stem: Uint32Array } {
  const weights = new Uint8Array(counts.length);
  for (let form = 0; form < lexicon.size; form++) weights[lexicon.stemOf(form)] = lexicon.weightOf(form);
  const keys = Float64Array.from(counts, (count, stem) => rankKey(count, weights[stem] as number, stem)).sort();
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
  #levels = new Uint8Array(256);

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
      this.#levels[i] = levelOf(rest / whole);
      found[i] = stem;
      rest -= this.#weights[stem] as number;
      this.#weights[stem] = 0;
    }
    return count;
  }

  /** The level of the text's stem number `i`, from 0; and its place in the starts of the near or of the far ones. */
  level(i: number): number {
    return this.#levels[i] as number;
  }

  near(i: number): number {
    return (this.#found[i] as number) * NEAR + this.level(i);
  }

  far(i: number): number {
    return (this.#found[i] as number) * FAR + this.level(i) - NEAR;
  }

  #collect(t: number): number {
    const { start, forms } = this.#texts;
    const lexicon = this.#lexicon;
    const [from, to] = [start[t] as number, start[t + 1] as number];
    if (to - from > this.#found.length) {
      this.#found = new Uint32Array((to - from) * 2);
      this.#levels = new Uint8Array((to - from) * 2);
    }
    let count = 0;
    for (let i = from; i < to; ) {
      const form = formAt(forms, i);
      i += widthOf(form);
      const own = lexicon.stemOf(form);
      if (this.#weights[own] === 0) this.#found[count++] = this.#ranks.rank[own] as number;
      this.#weights[own] = (this.#weights[own] as number) + lexicon.weightOf(form);
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

/**
 * Orders stems by how few texts have them for what they weigh: so the words that a question has to look up are those that
 * cost least together. Equals come by number.
 */
function rankKey(count: number, weight: number, stem: number): number {
  return Math.floor((16 * count) / weight) * 2 ** 24 + stem;
}

/** The place of a stem in the order of a shelf, a number to compare by. */
export function placeOf(shelf: Postings, stem: number, weight: number): number {
  return rankKey(countOf(shelf, stem), weight, stem);
}

function countOf({ nearStart, farStart }: Postings, stem: number): number {
  return lengthOf(nearStart, stem * NEAR, NEAR) + lengthOf(farStart, stem * FAR, FAR);
}

/** How many rows some levels have; none for a stem that came after the shelf. */
function lengthOf(start: Uint32Array, from: number, levels: number): number {
  return from + levels < start.length ? (start[from + levels] as number) - (start[from] as number) : 0;
}
