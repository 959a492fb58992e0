// What the suggestions are worth: how like the true translation the first one is, raw and repaired.

import type { FuzzyIndex } from '../../server/memory/fuzzy-index.ts';
import type { Unit } from '../../server/model.ts';
import { rankMatches } from '../../server/text/match.ts';
import { chrf, type Pair } from './memory.corpus.ts';
import { measureHalves } from './memory.halves.ts';
import { PEERS } from './memory.peers.ts';

/** Prints the quality of the first suggestions for queries whose translations are known. */
export function measureQuality(index: FuzzyIndex, pairs: readonly Pair[], queries: readonly Pair[]): void {
  const first = queries.flatMap((query) => firstOf(index, pairs, query));
  first.sort((a, b) => b.score - a.score);
  const share = (part: number) => ((100 * part) / queries.length).toFixed(1);
  const mean = (list: readonly { chrf: number }[]) =>
    (list.reduce((sum, one) => sum + one.chrf, 0) / Math.max(1, list.length)).toFixed(1);
  const own = first.filter((one) => one.score >= 70);
  console.log(`\nFirst suggestions at 70 %: ${share(own.length)} % answered, chrF ${mean(own)}`);
  for (const [name, peerShare, peerChrf] of PEERS) {
    const ours = mean(first.slice(0, Math.round((peerShare / 100) * queries.length)));
    console.log(`  at the share of ${name.padEnd(20)} (${peerShare} %): ${ours} beside ${peerChrf}`);
  }
  measureHalves(index, pairs, queries);
  repaired(index, pairs, queries);
}

function firstOf(index: FuzzyIndex, pairs: readonly Pair[], [source, truth]: Pair): { score: number; chrf: number }[] {
  const [best] = index.near({ text: source, from: 'en', to: 'fr', min: 40, limit: 1 });
  const target = best ? pairs[best.unit - 1]?.[1] : undefined;
  return best && target !== undefined ? [{ score: best.score, chrf: chrf(target, truth) }] : [];
}

function repaired(index: FuzzyIndex, pairs: readonly Pair[], queries: readonly Pair[]): void {
  let [acts, closer, same, numbers, onNumbers] = [0, 0, 0, 0, 0];
  for (const query of queries) {
    for (const direction of [0, 1] as const) {
      const [source, truth] = direction === 0 ? query : [query[1], query[0]];
      const match = bestMatch(index, pairs, source, direction);
      if (!match) continue;
      const numbersAlone = match.reasons.every(({ name }) => name === 'numbers' || name === 'repaired');
      if (numbersAlone && match.kind !== 'exact') numbers++;
      if (match.raw === undefined) continue;
      acts++;
      if (numbersAlone) onNumbers++;
      const [before, after] = [chrf(match.raw, truth), chrf(match.target, truth)];
      if (after > before) closer++;
      if (after === before) same++;
    }
  }
  console.log(
    `Repair acts on ${acts} first suggestions: closer to the truth ${closer}, as close ${same}, farther ${acts - closer - same}`,
  );
  const share = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(1);
  console.log(`  closer or as close ${share(closer + same, acts)} of 100 (98 at least)`);
  console.log(
    `  of ${numbers} that differ in numbers alone it repairs ${onNumbers}, ${share(onNumbers, numbers)} of 100 (60 at least)`,
  );
}

function bestMatch(index: FuzzyIndex, pairs: readonly Pair[], source: string, direction: 0 | 1) {
  const languages = direction === 0 ? { from: 'en', to: 'fr' } : { from: 'fr', to: 'en' };
  const [best] = index.near({ ...languages, text: source, min: 70, limit: 1 });
  const pair = best && pairs[best.unit - 1];
  if (!pair) return undefined;
  const query = { source, codes: [], previous: { kind: 'unknown' }, next: { kind: 'unknown' } } as const;
  const unit = unitOf(best.unit, { ...languages, source: pair[direction], target: pair[1 - direction] ?? '' });
  return rankMatches(query, [unit], { min: 0, limit: 1 })[0];
}

function unitOf(id: number, sides: Pick<Unit, 'from' | 'to' | 'source' | 'target'>): Unit {
  const unknown = { kind: 'unknown' } as const;
  const at = '2026-01-01T00:00:00.000Z';
  return {
    ...{
      id,
      ...sides,
      memory: 1,
      codes: [],
      previous: unknown,
      next: unknown,
      segment: null,
      taught: 'import',
      import: 1,
    },
    ...{ group: null, author: '', createdAt: at, changedAt: at, note: null, properties: {} },
  };
}
