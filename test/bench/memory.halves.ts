// Whether the score was fitted to the queries that it is measured on: its weight is chosen on one half and judged on the other.
import type { FuzzyIndex } from '../../server/memory/fuzzy-index.ts';
import { matchKey } from '../../server/text/normalize.ts';
import { LETTERS_PART, type Measures, measure, scoreOf } from '../../server/text/similarity.ts';
import { weigh } from '../../server/text/weigh.ts';
import { chrf, type Pair } from './memory.corpus.ts';
import { PEERS } from './memory.peers.ts';

/** How much letters count beside words, the one weight of the score that was chosen by the quality of suggestions. */
const WEIGHTS = [0.5, 0.6, 0.7, 0.8, 0.9, 1];
/** Candidates of a query that may come first under another weight. */
const CANDIDATES = 20;

interface Candidate {
  measures: Measures;
  chrf: number;
}
type Half = Candidate[][];

/** Prints the quality of first suggestions for each half of the queries, the weight chosen on the other half, and for both together. */
export function measureHalves(index: FuzzyIndex, pairs: readonly Pair[], queries: readonly Pair[]): void {
  const all = queries.map((query) => candidatesOf(index, pairs, query));
  const halves = [0, 1].map((half) => all.filter((_, i) => i % 2 === half));
  const judged = halves.map((half, i) => {
    const weight = bestWeight(halves[1 - i] ?? []);
    return { half, weight, first: firsts(half, weight) };
  });
  console.log(`  the weight of letters (${LETTERS_PART}) chosen on one half of the queries, judged on the other:`);
  for (const [name, share, peer] of PEERS) {
    const each = judged.map(({ half, first }) => meanOf(first, share, half.length));
    const together = meanOf(
      judged.flatMap(({ first }) => first),
      share,
      queries.length,
    );
    console.log(
      `  ${name.padEnd(22)} ${together.toFixed(1)} beside ${peer} (${each.map((mean) => mean.toFixed(1)).join(' and ')} in the halves)`,
    );
  }
  console.log(`  chosen: ${judged.map(({ weight }) => weight).join(' and ')}`);
}

function candidatesOf(index: FuzzyIndex, pairs: readonly Pair[], [source, truth]: Pair): Candidate[] {
  const words = weigh(matchKey(source));
  const near = index.near({ text: source, from: 'en', to: 'fr', min: 40, limit: CANDIDATES });
  return near.map(({ unit }) => {
    const [text = '', target = ''] = pairs[unit - 1] ?? [];
    return { measures: measure(words, weigh(matchKey(text))), chrf: chrf(target, truth) };
  });
}

interface First {
  score: number;
  chrf: number;
}

/** What comes first for each query under a weight; the earlier of equals. */
function firsts(half: Half, weight: number): First[] {
  return half.flatMap((candidates) => {
    const scored = candidates.map((one): First => ({ score: scoreOf(one.measures, weight), chrf: one.chrf }));
    return scored.length > 0 ? [scored.reduce((best, one) => (one.score > best.score ? one : best))] : [];
  });
}

/** The mean chrF of the surest first suggestions, so many in a hundred queries. */
function meanOf(first: readonly First[], share: number, queries: number): number {
  const surest = [...first].sort((a, b) => b.score - a.score).slice(0, Math.round((share / 100) * queries));
  return surest.reduce((sum, one) => sum + one.chrf, 0) / Math.max(1, surest.length);
}

function bestWeight(half: Half): number {
  const worth = (weight: number) =>
    PEERS.reduce((sum, [, share]) => sum + meanOf(firsts(half, weight), share, half.length), 0);
  return WEIGHTS.reduce((best, weight) => (worth(weight) > worth(best) ? weight : best));
}
