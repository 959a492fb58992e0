// What a lexicon learns from a few pairs more: expectation and maximisation over these alone, from where it stands, with all
// that it saw before as counts that weigh in (a Dirichlet prior; cf. Liang & Klein 2009 on learning step by step).
import { LEARNING, type Learning, type Lexicon, type StemPair } from './lexicon.ts';

type Words = Lexicon['forward'];
type Seen = Lexicon['seen']['source'];

const ROUNDS = 3;
/** What a link that was never seen is worth at first, beside those that were. */
const NEW = 0.02;

/** A lexicon that has also learnt from these pairs. The given one stays as it is; costs what the pairs cost. */
export function learntMore(lexicon: Lexicon, pairs: readonly StemPair[], how: Partial<Learning> = {}): Lexicon {
  const { longest, least } = { ...LEARNING, ...how };
  const sets = pairs
    .filter(({ source, target }) => source.length > 0 && target.length > 0)
    .filter(({ source, target }) => source.length <= longest && target.length <= longest)
    .map(({ source, target }) => ({ from: [...new Set(source)], to: [...new Set(target)] }));
  const turned = sets.map(({ from, to }) => ({ from: to, to: from }));
  return {
    forward: oneWay(lexicon.forward, lexicon.seen.source, sets, least),
    backward: oneWay(lexicon.backward, lexicon.seen.target, turned, least),
    seen: { source: counted(lexicon.seen.source, sets), target: counted(lexicon.seen.target, turned) },
    pairs: lexicon.pairs,
    more: lexicon.more + sets.length,
  };
}

interface Stems {
  from: string[];
  to: string[];
}

function counted(seen: Seen, pairs: readonly Stems[]): Seen {
  const all = new Map(seen);
  for (const { from } of pairs) for (const stem of from) all.set(stem, (all.get(stem) ?? 0) + 1);
  return all;
}

function oneWay(known: Words, seen: Seen, pairs: readonly Stems[], least: number): Words {
  let words = known;
  for (let round = 0; round < ROUNDS; round++) {
    const counts = expected(words, pairs);
    words = new Map(known);
    for (const [stem, found] of counts) words.set(stem, merged(known.get(stem), seen.get(stem) ?? 0, found, least));
  }
  return words;
}

/** How often each link of these pairs is expected to be used. */
function expected(words: Words, pairs: readonly Stems[]): Words {
  const counts: Words = new Map();
  for (const { from, to } of pairs) {
    for (const other of to) {
      const shares = from.map((stem) => Math.max(NEW, words.get(stem)?.get(other) ?? 0));
      const sum = shares.reduce((total, share) => total + share, NEW);
      for (const [k, stem] of from.entries()) {
        const found = counts.get(stem) ?? new Map<string, number>();
        found.set(other, (found.get(other) ?? 0) + (shares[k] ?? 0) / sum);
        counts.set(stem, found);
      }
    }
  }
  return counts;
}

/** The probabilities of a stem's partners: as they were, weighed by how often it was seen, with what was found now. */
function merged(
  known: ReadonlyMap<string, number> | undefined,
  seen: number,
  found: ReadonlyMap<string, number>,
  least: number,
): Map<string, number> {
  const sums = new Map([...(known ?? [])].map(([other, probability]) => [other, probability * seen]));
  for (const [other, count] of found) sums.set(other, (sums.get(other) ?? 0) + count);
  const before = [...(known ?? [])].reduce((total, [, probability]) => total + probability * seen, 0);
  const now = [...found.values()].reduce((total, count) => total + count, 0);
  const whole = before + now + LEARNING.doubt;
  return new Map([...sums].map(([other, sum]) => [other, sum / whole] as const).filter(([, p]) => p >= least));
}
