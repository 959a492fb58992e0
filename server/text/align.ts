// Which sentences of a published text are which of its translation. A dynamic programme in the manner of Moore (2002): words
// that look alike (and a lexicon, where a memory taught one) find the sure beads; those teach the words of this very
// document; a last pass around their path decides everything.
import type { Lexicon, StemPair } from './lexicon.ts';
import { learn } from './lexicon.ts';
import { type BeadType, bandAround, bestPath, type LatticeBead, latticeOver, wholeBand } from './align-lattice.ts';
import { type Scoring, scoreLattice, scoringOf, type Weights } from './align-score.ts';
import { addLink, cognateLinks, type Links, type Side, sideOf } from './align-words.ts';

/** Sentences that translate each other, by index from 0; one side is empty where a sentence has no partner. */
export interface Bead {
  source: number[];
  target: number[];
  /** How likely this very bead is right, 0 to 1. */
  score: number;
}

export interface AlignOptions {
  /** What a memory taught; without it the document alone decides. */
  lexicon?: Lexicon;
  tuning?: Partial<Tuning>;
}

/** What can be tuned. */
export interface Tuning extends Weights {
  heat: number;
  /** Log priors. */
  alonePrior: number;
  twoPrior: number;
  twoTwoPrior: number;
  threePrior: number;
  morePrior: number;
  learnt: number;
  sure: number;
  /** Rounds of learning in the document. */
  rounds: number;
  doubt: number;
}

export const DOCUMENT: Tuning = {
  words: 0.5,
  length: 0.5,
  chance: 0.3,
  alone: 0.01,
  spread: 4,
  heat: 1,
  alonePrior: -4,
  twoPrior: -3.5,
  twoTwoPrior: -6,
  threePrior: -6,
  morePrior: -8,
  learnt: 1,
  sure: 0.8,
  rounds: 2,
  doubt: 1,
};

export const WITH_LEXICON: Tuning = { ...DOCUMENT };

/** Aligns two lists of sentences. Every sentence stands in exactly one bead, and beads follow the order of both sides. */
export function align(source: readonly string[], target: readonly string[], options: AlignOptions = {}): Bead[] {
  if (source.length === 0 || target.length === 0) return alone(source.length, target.length);
  const tuning = { ...(options.lexicon ? WITH_LEXICON : DOCUMENT), ...options.tuning };
  const one = sideOf(source);
  const other = sideOf(target);
  const known = knownLinks(one, other, options.lexicon);
  let path = pass(one, other, known, tuning, FEW(tuning), wholeBand(source.length, target.length));
  for (let round = 0; round < tuning.rounds; round++) {
    const links = withDocument(known, one, other, path, tuning);
    const band = bandAround(pointsOf(path), source.length, target.length, 12);
    path = pass(one, other, links, tuning, MANY(tuning), band);
  }
  return path.map(({ source: [a, b], target: [c, d], posterior }) => ({
    source: range(a, b),
    target: range(c, d),
    score: posterior,
  }));
}

function alone(n: number, m: number): Bead[] {
  return [
    ...range(0, n).map((i) => ({ source: [i], target: [], score: 1 })),
    ...range(0, m).map((j) => ({ source: [], target: [j], score: 1 })),
  ];
}

const FEW = (t: Tuning): BeadType[] => [
  { source: 1, target: 1, prior: 0 },
  { source: 1, target: 0, prior: t.alonePrior },
  { source: 0, target: 1, prior: t.alonePrior },
  { source: 1, target: 2, prior: t.twoPrior },
  { source: 2, target: 1, prior: t.twoPrior },
];

const MANY = (t: Tuning): BeadType[] => [
  ...FEW(t),
  { source: 2, target: 2, prior: t.twoTwoPrior },
  { source: 1, target: 3, prior: t.threePrior },
  { source: 3, target: 1, prior: t.threePrior },
  { source: 1, target: 4, prior: t.morePrior },
  { source: 4, target: 1, prior: t.morePrior },
  { source: 2, target: 3, prior: t.morePrior },
  { source: 3, target: 2, prior: t.morePrior },
];

interface BothWays {
  forward: Links;
  backward: Links;
}

function pass(
  source: Side,
  target: Side,
  links: BothWays,
  tuning: Tuning,
  types: BeadType[],
  band: ReturnType<typeof wholeBand>,
): LatticeBead[] {
  const lattice = latticeOver(band, types);
  const ratio = total(target.lengths) / Math.max(1, total(source.lengths));
  const scoring: Scoring = scoringOf(source, target, links.forward, links.backward, ratio, tuning);
  scoreLattice(lattice, scoring);
  return bestPath(lattice, tuning.heat);
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** What is known before the document is read: cognates, and the lexicon. */
function knownLinks(source: Side, target: Side, lexicon: Lexicon | undefined): BothWays {
  const forward = cognateLinks(source, target);
  const backward = cognateLinks(target, source);
  if (lexicon) {
    addLexicon(forward, source, target, lexicon.forward, 1);
    addLexicon(backward, target, source, lexicon.backward, 1);
  }
  return { forward, backward };
}

function addLexicon(links: Links, from: Side, to: Side, words: Lexicon['forward'], share: number): void {
  const ids = new Map(to.types.map((stem, id) => [stem, id]));
  from.types.forEach((stem, s) => {
    for (const [other, probability] of words.get(stem) ?? []) {
      const t = ids.get(other);
      if (t !== undefined) addLink(links, s, t, probability * share);
    }
  });
}

/** What is known, with what the sure beads of a first path teach of this document's own words. */
function withDocument(known: BothWays, source: Side, target: Side, path: readonly LatticeBead[], tuning: Tuning): BothWays {
  const pairs: StemPair[] = path
    .filter(
      (bead) => bead.posterior >= tuning.sure && bead.source[1] > bead.source[0] && bead.target[1] > bead.target[0],
    )
    .map((bead) => ({ source: stemsIn(source, bead.source), target: stemsIn(target, bead.target) }));
  const taught = learn(pairs, { rounds: 4, seen: 2, doubt: tuning.doubt, least: 0.02, longest: 400 });
  const copy = (links: Links): Links => new Map([...links].map(([s, ts]) => [s, new Map(ts)]));
  const both = { forward: copy(known.forward), backward: copy(known.backward) };
  addLexicon(both.forward, source, target, taught.forward, tuning.learnt);
  addLexicon(both.backward, target, source, taught.backward, tuning.learnt);
  return both;
}

function stemsIn(side: Side, [from, to]: [number, number]): string[] {
  return range(from, to).flatMap((i) => Array.from(side.sentences[i] ?? [], (type) => side.types[type] ?? ''));
}

function pointsOf(path: readonly LatticeBead[]): [number, number][] {
  return path.map((bead) => [bead.source[1], bead.target[1]]);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
export const TUNINGS = [DOCUMENT, WITH_LEXICON];
