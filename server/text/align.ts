// Which sentences of a published text are which of its translation. A dynamic programme in the manner of Moore (2002): words
// that look alike (and a lexicon, where a memory taught one) find the sure beads; those teach the words of this very
// document; a last pass around their path decides everything.

import {
  type Band,
  type BeadType,
  bandAround,
  bestPath,
  type LatticeBead,
  latticeOver,
  wholeBand,
} from './align-lattice.ts';
import { type Scoring, scoreLattice, scoringOf, type Weights } from './align-score.ts';
import { addLink, cognateLinks, type Links, type Side, sideOf, stemsOf } from './align-words.ts';
import type { Lexicon, StemPair } from './lexicon.ts';
import { learn } from './lexicon.ts';

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
  /** How many beads what is usual weighs, beside what the document shows. */
  habit: number;
  doubt: number;
}

const DOCUMENT: Tuning = {
  words: 0.6,
  length: 1.96,
  chance: 0.3,
  alone: -0.006,
  spread: 4,
  heat: 1.6,
  alonePrior: -3.2,
  twoPrior: -3.8,
  twoTwoPrior: -5,
  threePrior: -5.5,
  morePrior: -7,
  learnt: 1.25,
  sure: 0.8,
  rounds: 2,
  habit: 30,
  doubt: 2,
};

const WITH_LEXICON: Tuning = {
  ...DOCUMENT,
  length: 0.5,
  chance: 0.15,
  alone: 0.01,
  alonePrior: -2.5,
  twoPrior: -4,
};

/** How far (sentences) the last pass looks beside the path before it. */
const REACH = 12;

/** Aligns two lists of sentences. Every sentence stands in exactly one bead, and beads follow the order of both sides. */
export function align(source: readonly string[], target: readonly string[], options: AlignOptions = {}): Bead[] {
  if (source.length === 0 || target.length === 0) return alone(source.length, target.length);
  const tuning = { ...(options.lexicon ? WITH_LEXICON : DOCUMENT), ...options.tuning };
  const one = sideOf(source);
  const other = sideOf(target);
  const known = knownLinks(one, other, options.lexicon);
  let path = pass(one, other, known, tuning, FEW(tuning), firstBand(one, other, known, tuning));
  for (let round = 0; round < tuning.rounds; round++) {
    const links = withDocument(known, one, other, path, tuning);
    const band = bandAround(pointsOf(path), source.length, target.length, REACH);
    // The first path had few bead types to choose from: its own habits say nothing yet.
    const types = round === 0 ? MANY(tuning) : asFound(MANY(tuning), path, tuning);
    path = pass(one, other, links, tuning, types, band);
  }
  return path.map(({ source: [a, b], target: [c, d], posterior }) => ({
    source: range(a, b),
    target: range(c, d),
    score: posterior,
  }));
}

/** Below this share of sentences that surely have a partner, two texts are not each other's translation. */
const LEAST_SURE = 0.2;

/** Among fewer sentences than this, an order can look like a translation by chance: shared words have to speak for it too. */
const FEW_SENTENCES = 60;
/** The least share of long stems that stand on both sides of their bead, and from how many stems on it says anything. */
const LEAST_SHARED = 0.05;
const STEMS_THAT_TELL = 15;

/**
 * How much of two texts is surely each other's translation, 0 to 1 by sentences, and whether that is enough to be one at
 * all. Real translations, even where a third was cut or added, have 0.6 and more; texts that have nothing to do with each
 * other 0.05 at most.
 */
export function trust(
  source: readonly string[],
  target: readonly string[],
  beads: readonly Bead[],
): { share: number; translation: boolean } {
  const size = (bead: Bead) => bead.source.length + bead.target.length;
  const paired = beads.filter((bead) => bead.source.length > 0 && bead.target.length > 0);
  const all = source.length + target.length;
  const share = all === 0 ? 0 : paired.reduce((sum, bead) => sum + bead.score * size(bead), 0) / all;
  const few = all < FEW_SENTENCES && !sharesWords(source, target, paired);
  return { share, translation: share >= LEAST_SURE && !few };
}

/** Whether names, numbers and cognates stand on both sides of the beads, or too few words stand there to tell. */
function sharesWords(source: readonly string[], target: readonly string[], beads: readonly Bead[]): boolean {
  const long = (sentences: readonly string[], at: readonly number[]) =>
    new Set(at.flatMap((i) => stemsOf(sentences[i] ?? '')).filter((stem) => stem.length >= 4 || /\d/.test(stem)));
  let stems = 0;
  let shared = 0;
  for (const bead of beads) {
    const theirs = long(target, bead.target);
    for (const stem of long(source, bead.source)) {
      stems++;
      if (theirs.has(stem)) shared++;
    }
  }
  return stems < STEMS_THAT_TELL || shared >= stems * LEAST_SHARED;
}

/** More states than this cost more than a look from afar. */
const WHOLE = 400_000;
/** How many stretches a long text is looked at in from afar. */
const STRETCHES = 400;

/** All of the lattice for an article; for a report, what lies around the path of its sentences taken many at a time. */
function firstBand(source: Side, target: Side, links: BothWays, tuning: Tuning): Band {
  const [n, m] = [source.sentences.length, target.sentences.length];
  if (n * m <= WHOLE) return wholeBand(n, m);
  const many = Math.ceil(Math.max(n, m) / STRETCHES);
  const [one, other] = [inStretches(source, many), inStretches(target, many)];
  const path = pass(one, other, links, tuning, FEW(tuning), wholeBand(one.sentences.length, other.sentences.length));
  const points = pointsOf(path).map(([i, j]): [number, number] => [Math.min(n, i * many), Math.min(m, j * many)]);
  return bandAround(points, n, m, 3 * many + REACH);
}

/** The same side with `many` sentences taken as one. */
function inStretches(side: Side, many: number): Side {
  const starts = range(0, Math.ceil(side.sentences.length / many)).map((k) => k * many);
  // From afar, only words that stand in few places tell one place from another.
  const rare = (type: number) => (side.counts[type] ?? 0) <= 8 + side.sentences.length / 200;
  return {
    ...side,
    sentences: starts.map((at) =>
      Int32Array.from(side.sentences.slice(at, at + many).flatMap((one) => [...one].filter(rare))),
    ),
    lengths: starts.map((at) => total(side.lengths.slice(at, at + many))),
  };
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

/** The priors as a first path through this document suggests them, kept near what documents in general have. */
function asFound(types: readonly BeadType[], path: readonly LatticeBead[], tuning: Tuning): BeadType[] {
  const found = types.map((type) => {
    const such = path.filter(
      ({ source: [a, b], target: [c, d] }) => b - a === type.source && d - c === type.target,
    ).length;
    return such + tuning.habit * Math.exp(type.prior);
  });
  const [ones = 1] = found;
  return types.map((type, k) => ({ ...type, prior: Math.log((found[k] ?? 0) / ones) }));
}

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
  band: Band,
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
function withDocument(
  known: BothWays,
  source: Side,
  target: Side,
  path: readonly LatticeBead[],
  tuning: Tuning,
): BothWays {
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
