// What alignment weighs: how often each kind of bead occurs, and how much words and lengths count.
import type { BeadType, Choice, LatticeBead } from './align-lattice.ts';
import type { Weights } from './align-score.ts';
import type { Lexicon } from './lexicon.ts';

/** What can be tuned. */
export interface Tuning extends Weights, Choice {
  /** Log priors. */
  alonePrior: number;
  twoPrior: number;
  twoTwoPrior: number;
  threePrior: number;
  morePrior: number;
  manyPrior: number;
  learnt: number;
  sure: number;
  /** Rounds of learning in the document. */
  rounds: number;
  /** How many beads what is usual weighs, beside what the document shows. */
  habit: number;
  /** The probability of a pair of common words. */
  common: number;
  doubt: number;
}

/** For two texts and little else. */
const DOCUMENT: Tuning = {
  words: 0.6,
  length: 1.96,
  chance: 0.28,
  alone: -0.006,
  spread: 4,
  open: -1,
  heat: 1.6,
  hedged: true,
  alonePrior: -3.2,
  twoPrior: -3.6,
  twoTwoPrior: -5,
  threePrior: -5.5,
  morePrior: -7,
  manyPrior: -8,
  learnt: 1.25,
  sure: 0.8,
  rounds: 2,
  habit: 30,
  common: 0.5,
  doubt: 2,
};

/** For two texts and what a good memory taught. */
const WITH_LEXICON: Tuning = {
  ...DOCUMENT,
  length: 0.5,
  open: 0,
  hedged: false,
  common: 0.3,
  chance: 0.15,
  alone: 0.01,
  alonePrior: -2.5,
  twoPrior: -4,
};

/** From so many pairs on, what a memory taught is worth more than lengths and habits. */
const ENOUGH = 4000;

/** What suits two texts, with the lexicon of a memory or without one. */
export function tuningFor(lexicon: Pick<Lexicon, 'pairs' | 'more'> | undefined): Tuning {
  return lexicon && lexicon.pairs + lexicon.more >= ENOUGH ? WITH_LEXICON : DOCUMENT;
}

/** The beads of a first path. */
export const FEW = (t: Tuning): BeadType[] => [
  { source: 1, target: 1, prior: 0 },
  { source: 1, target: 0, prior: t.alonePrior },
  { source: 0, target: 1, prior: t.alonePrior },
  { source: 1, target: 2, prior: t.twoPrior },
  { source: 2, target: 1, prior: t.twoPrior },
];

/** All beads that are looked for. */
export const MANY = (t: Tuning): BeadType[] => [
  ...FEW(t),
  { source: 2, target: 2, prior: t.twoTwoPrior },
  { source: 1, target: 3, prior: t.threePrior },
  { source: 3, target: 1, prior: t.threePrior },
  { source: 1, target: 4, prior: t.morePrior },
  { source: 4, target: 1, prior: t.morePrior },
  { source: 2, target: 3, prior: t.morePrior },
  { source: 3, target: 2, prior: t.morePrior },
  { source: 1, target: 5, prior: t.manyPrior },
  { source: 5, target: 1, prior: t.manyPrior },
  { source: 3, target: 3, prior: t.manyPrior },
];

/** The priors as a first path through this document suggests them, kept near what documents in general have. */
export function asFound(types: readonly BeadType[], path: readonly LatticeBead[], tuning: Tuning): BeadType[] {
  const found = types.map((type) => {
    const such = path.filter(
      ({ source: [a, b], target: [c, d] }) => b - a === type.source && d - c === type.target,
    ).length;
    return such + tuning.habit * Math.exp(type.prior);
  });
  const [ones = 1] = found;
  return types.map((type, k) => ({ ...type, prior: Math.log((found[k] ?? 0) / ones) }));
}
