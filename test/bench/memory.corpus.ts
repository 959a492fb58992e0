// The real memory to measure with, grown where more is wanted, and the measure of a translation's likeness.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SeenUnit } from '../../db/stores.ts';
import { corpusFolder } from './corpus.ts';

/** An English text and its French translation. */
export type Pair = [string, string];

function pairsOf(text: string): Pair[] {
  return text.split('\n').flatMap((line): Pair[] => {
    const [english, french] = line.split('\t');
    return english && french ? [[english, french]] : [];
  });
}

/** The held queries, and a real memory that does not hold them. */
export function realMemory(): { queries: Pair[]; pairs: Pair[] } {
  const folder = corpusFolder('memory');
  return {
    queries: pairsOf(readFileSync(join(folder, 'queries.tsv'), 'utf8')),
    pairs: pairsOf(gunzipSync(readFileSync(join(folder, 'tm.tsv.gz'))).toString()),
  };
}

/** So many units: real ones, and then variants of them with other numbers or two joined, the same ones each time. */
export function* grown(pairs: readonly Pair[], size: number): Generator<SeenUnit> {
  const unit = (id: number, [source, target]: Pair): SeenUnit => {
    return { id, from: 'en', to: 'fr', source, target, codes: [], changedAt: '2026-01-01T00:00:00.000Z' };
  };
  for (const [i, pair] of pairs.slice(0, size).entries()) yield unit(i + 1, pair);
  let state = 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % below;
  };
  const any = () => pairs[random(pairs.length)] as Pair;
  for (let id = pairs.length + 1; id <= size; id++)
    yield unit(id, id % 2 === 0 ? joined(any(), any()) : numbered(any(), random(9000)));
}

function joined([a, b]: Pair, [c, d]: Pair): Pair {
  return [`${a} ${c}`, `${b} ${d}`];
}

function numbered([english, french]: Pair, number: number): Pair {
  const numerals = /\d+/g;
  if (!numerals.test(english)) return [`${english} (${number})`, `${french} (${number})`];
  return [english.replace(numerals, String(number)), french.replace(numerals, String(number))];
}

const ORDERS = 6;

/** chrF of a translation against the true one, 0 to 100 (Popović 2015: characters without spaces, orders 1 to 6, β = 2). */
export function chrf(translation: string, truth: string): number {
  const [mine, theirs] = [translation, truth].map((text) => text.replace(/\s+/g, '')) as Pair;
  if (mine === theirs) return 100;
  let [precision, recall, orders] = [0, 0, 0];
  for (let n = 1; n <= Math.min(ORDERS, mine.length, theirs.length); n++) {
    const common = inCommon(mine, theirs, n);
    precision += common / (mine.length - n + 1);
    recall += common / (theirs.length - n + 1);
    orders++;
  }
  return precision + recall === 0 ? 0 : (100 * 5 * precision * recall) / (4 * precision + recall) / orders;
}

function inCommon(one: string, other: string, n: number): number {
  const left = new Map<string, number>();
  for (let i = 0; i + n <= one.length; i++) left.set(one.slice(i, i + n), (left.get(one.slice(i, i + n)) ?? 0) + 1);
  let common = 0;
  for (let i = 0; i + n <= other.length; i++) {
    const count = left.get(other.slice(i, i + n)) ?? 0;
    if (count > 0) common++;
    left.set(other.slice(i, i + n), count - 1);
  }
  return common;
}
