// How alike two texts are, and why not more: an alignment of weighed words (Levenshtein 1966, with weights), explained.
import type { Reason } from '../model.ts';
import type { Word } from './weigh.ts';

/** How alike two texts are: `raw` in hundredths of a point, 0 to 10,000, and each loss by name, in the same hundredths. */
export interface Likeness {
  raw: number;
  losses: Loss[];
}

/** What took points off: a stable name, hundredths of a point, and the words concerned (at most a few). */
export interface Loss {
  name: 'words' | 'inflection' | 'numbers' | 'case' | 'punctuation';
  points: number;
  words: string[];
}

/** A word of the first text beside one of the second; null where the other has none. */
export interface WordPair {
  one: Word | null;
  other: Word | null;
}

/** Another form of the same word costs this share of what another word would cost. */
const INFLECTION_SHARE = 0.3;
/** Numbers alone never take more than five points off, the first one takes two. */
const FIRST_NUMBER = 200;
const NEXT_NUMBER = 100;
const NUMBERS_AT_MOST = 500;
const CASE_EACH = 50;
const CASE_AT_MOST = 200;

/** Compares two weighed texts. Equal word for word is 10,000; two texts without a stem in common are 0. */
export function likeness(one: readonly Word[], other: readonly Word[]): Likeness {
  const whole = Math.max(weightOf(one), weightOf(other));
  if (whole === 0) return { raw: 10000, losses: [] };
  const losses = new Map<Loss['name'], Loss>();
  for (const pair of alignWords(one, other)) addLoss(losses, pair, whole);
  let lost = 0;
  for (const loss of losses.values()) {
    loss.points = Math.min(
      Math.round(loss.points),
      loss.name === 'numbers' ? NUMBERS_AT_MOST : loss.name === 'case' ? CASE_AT_MOST : 10000,
    );
    lost += loss.points;
  }
  return { raw: Math.max(0, 10000 - lost), losses: [...losses.values()] };
}

/** The highest `raw` that two texts can reach, from the weight of the stems they share and the weight of each. */
export function likenessBound(shared: number, one: number, other: number): number {
  const whole = Math.max(one, other);
  return whole === 0 ? 10000 : (10000 * shared) / whole;
}

/** The weight of a whole text. */
export function weightOf(words: readonly Word[]): number {
  let sum = 0;
  for (const word of words) sum += word.weight;
  return sum;
}

function addLoss(losses: Map<Loss['name'], Loss>, { one, other }: WordPair, whole: number): void {
  const name = difference(one, other);
  if (!name) return;
  const loss = losses.get(name) ?? { name, points: 0, words: [] };
  loss.points += pointsOf(name, Math.max(one?.weight ?? 0, other?.weight ?? 0), whole, loss.points === 0);
  loss.words.push(`${one?.form ?? ''}|${other?.form ?? ''}`);
  losses.set(name, loss);
}

function difference(one: Word | null, other: Word | null): Loss['name'] | null {
  if (one?.form === other?.form) return null;
  if (!one || !other || one.stem !== other.stem) {
    const marks = (one ?? other)?.kind === 'mark' && (other ?? one)?.kind === 'mark';
    return marks ? 'punctuation' : 'words';
  }
  if (one.kind === 'number') return 'numbers';
  return one.form.toLowerCase() === other.form.toLowerCase() ? 'case' : 'inflection';
}

function pointsOf(name: Loss['name'], weight: number, whole: number, first: boolean): number {
  if (name === 'numbers') return first ? FIRST_NUMBER : NEXT_NUMBER;
  if (name === 'case') return CASE_EACH;
  return ((name === 'inflection' ? INFLECTION_SHARE : 1) * 10000 * weight) / whole;
}

/** The alignment of least weight lost, in order. A word faces another one even where they differ, if that loses less. */
export function alignWords(one: readonly Word[], other: readonly Word[]): WordPair[] {
  const width = other.length + 1;
  const cost = new Float64Array((one.length + 1) * width);
  for (let i = 0; i <= one.length; i++) {
    for (let j = 0; j <= other.length; j++) cost[i * width + j] = leastCost(one, other, cost, width, i, j);
  }
  return trace(one, other, cost, width);
}

function leastCost(
  one: readonly Word[],
  other: readonly Word[],
  cost: Float64Array,
  width: number,
  i: number,
  j: number,
): number {
  const a = one[i - 1];
  const b = other[j - 1];
  const at = i * width + j;
  let least = a || b ? Number.POSITIVE_INFINITY : 0;
  if (a) least = Math.min(least, (cost[at - width] ?? 0) + a.weight);
  if (b) least = Math.min(least, (cost[at - 1] ?? 0) + b.weight);
  if (a && b) least = Math.min(least, (cost[at - width - 1] ?? 0) + substitution(a, b));
  return least;
}

function substitution(a: Word, b: Word): number {
  if (a.form === b.form) return 0;
  if (a.stem !== b.stem) return Math.max(a.weight, b.weight) + (a.kind === b.kind ? 0 : 0.5);
  if (a.kind === 'number') return 0.02;
  return a.form.toLowerCase() === b.form.toLowerCase() ? 0.01 : INFLECTION_SHARE * a.weight;
}

function trace(one: readonly Word[], other: readonly Word[], cost: Float64Array, width: number): WordPair[] {
  const pairs: WordPair[] = [];
  let i = one.length;
  let j = other.length;
  while (i > 0 || j > 0) {
    const a = one[i - 1];
    const b = other[j - 1];
    const at = i * width + j;
    const here = cost[at] ?? 0;
    if (a && b && here === (cost[at - width - 1] ?? 0) + substitution(a, b)) {
      pairs.push({ one: a, other: b });
      i--;
      j--;
    } else if (a && here === (cost[at - width] ?? 0) + a.weight) {
      pairs.push({ one: a, other: null });
      i--;
    } else {
      pairs.push({ one: null, other: b ?? null });
      j--;
    }
  }
  return pairs.reverse();
}

/** Losses as reasons in whole points that add up to `score − 100`; the largest remainders take the rounding. */
export function reasonsFor(losses: readonly Loss[], score: number): Reason[] {
  const total = losses.reduce((sum, loss) => sum + loss.points, 0);
  if (total === 0) return [];
  const exact = losses.map((loss) => (loss.points * (100 - score)) / total);
  const whole = exact.map(Math.floor);
  let rest = 100 - score - whole.reduce((sum, points) => sum + points, 0);
  const order = exact
    .map((points, i) => ({ i, part: points - (whole[i] ?? 0) }))
    .sort((a, b) => b.part - a.part || a.i - b.i);
  for (const { i } of order) if (rest-- > 0) whole[i] = (whole[i] ?? 0) + 1;
  return losses.map((loss, i) => ({
    name: loss.name,
    points: -(whole[i] ?? 0),
    ...(loss.words.length > 0 ? { words: loss.words.slice(0, 6).join(' ') } : {}),
  }));
}
