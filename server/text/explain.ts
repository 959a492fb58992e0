// Why two texts are not the same: an alignment of weighed words (Levenshtein 1966, with weights), and what it says took points off.
import type { Reason } from '../model.ts';
import type { Word } from './weigh.ts';

/** What took points off: a stable name, hundredths of a point, and the words concerned, each as `one|other`. */
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

/** The losses between two texts by name, scaled so that they add up to `lost` hundredths; none where no word differs. */
export function lossesBetween(one: readonly Word[], other: readonly Word[], lost: number): Loss[] {
  const losses = new Map<Loss['name'], Loss>();
  for (const pair of alignWords(one, other)) addLoss(losses, pair);
  const found = [...losses.values()];
  const total = found.reduce((sum, loss) => sum + loss.points, 0);
  for (const loss of found) loss.points = (loss.points * lost) / total;
  return found;
}

function addLoss(losses: Map<Loss['name'], Loss>, { one, other }: WordPair): void {
  const name = difference(one, other);
  if (!name) return;
  const loss = losses.get(name) ?? { name, points: 0, words: [] };
  loss.points += costOf(name, Math.max(one?.weight ?? 0, other?.weight ?? 0));
  loss.words.push(`${one?.form ?? ''}|${other?.form ?? ''}`);
  losses.set(name, loss);
}

function difference(one: Word | null, other: Word | null): Loss['name'] | null {
  if (one?.form === other?.form) return null;
  if (!one || !other || one.stem !== other.stem) {
    const marks = (one ?? other)?.kind === 'mark' && (other ?? one)?.kind === 'mark';
    return marks ? 'punctuation' : 'words';
  }
  if (one.form.toLowerCase() === other.form.toLowerCase()) return 'case';
  return one.kind === 'number' ? 'numbers' : 'inflection';
}

function costOf(name: Loss['name'], weight: number): number {
  if (name === 'numbers' || name === 'case') return 1;
  return name === 'inflection' ? INFLECTION_SHARE * weight : weight;
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
  if (a.form.toLowerCase() === b.form.toLowerCase()) return 0.01;
  return a.kind === 'number' ? 0.02 : INFLECTION_SHARE * a.weight;
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
    ...(loss.words.length > 0 ? { words: loss.words.slice(0, 6).join(', ') } : {}),
  }));
}
