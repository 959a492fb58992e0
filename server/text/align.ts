// Which sentences of a published text are which of its translation. A dynamic programme in the manner of Moore (2002): words
// that look alike (and a lexicon, where a memory taught one) find the sure beads; those teach the words of this very
// document; a last pass around their path decides everything.

import type { Bead } from '../model-alignment.ts';
import { knownLinks, sureBeads, withDocument } from './align-knowledge.ts';
import {
  type Band,
  type BeadType,
  bandAround,
  bestPath,
  type LatticeBead,
  latticeOver,
  range,
  wholeBand,
} from './align-lattice.ts';
import { likelyRatios, ratioOf, scoreLattice, scoringOf, sum } from './align-score.ts';
import { asFound, FEW, MANY, type Tuning, tuningFor } from './align-tuning.ts';
import { type BothWays, type Side, sideOf } from './align-words.ts';
import type { Lexicon } from './lexicon.ts';

/** What helps to align two texts. */
export interface AlignOptions {
  /** What a memory taught; without it the document alone decides. */
  lexicon?: Lexicon;
  tuning?: Partial<Tuning>;
}

/** How far (sentences) the last pass looks beside the path before it. */
export const REACH = 12;

/** Aligns two lists of sentences. Every sentence stands in exactly one bead, and beads follow the order of both sides. */
export function align(source: readonly string[], target: readonly string[], options: AlignOptions = {}): Bead[] {
  if (source.length === 0 || target.length === 0) return alone(source.length, target.length);
  const tuning = { ...tuningFor(options.lexicon), ...options.tuning };
  const one = sideOf(source);
  const other = sideOf(target);
  const known = knownLinks(one, other, tuning, options.lexicon);
  let path = firstPath(one, other, known, tuning);
  for (let round = 0; round < tuning.rounds; round++) {
    const links = withDocument(known, one, other, path, tuning);
    const ratio = ratioOf(one, other, sureBeads(path, tuning));
    const band = bandAround(pointsOf(path), source.length, target.length, REACH);
    // The first path had few bead types to choose from: its own habits say nothing yet.
    const types = round === 0 ? MANY(tuning) : asFound(MANY(tuning), path, tuning);
    path = pass(one, other, links, ratio, tuning, types, band);
  }
  return path.map(({ source: [a, b], target: [c, d], posterior }) => ({
    source: range(a, b),
    target: range(c, d),
    score: posterior,
  }));
}

/** The first path, from what is known beforehand: of those that likely ratios of lengths give, the one with the most sure pairs. */
function firstPath(source: Side, target: Side, links: BothWays, tuning: Tuning): LatticeBead[] {
  const paths = likelyRatios(source, target).map((ratio) => {
    const band = firstBand(source, target, links, ratio, tuning);
    return pass(source, target, links, ratio, tuning, FEW(tuning), band);
  });
  return paths.reduce((best, path) => (pairedIn(path) > pairedIn(best) ? path : best));
}

/** How many beads of a path surely have both sides. */
function pairedIn(path: readonly LatticeBead[]): number {
  const both = path.filter((bead) => bead.source[1] > bead.source[0] && bead.target[1] > bead.target[0]);
  return both.reduce((total, bead) => total + bead.posterior, 0);
}

/** More states than this cost more than a look from afar. */
const WHOLE = 400_000;
/** How many stretches a long text is looked at in from afar. */
const STRETCHES = 400;

/** All of the lattice for an article; for a report, what lies around the path of its sentences taken many at a time. */
function firstBand(source: Side, target: Side, links: BothWays, ratio: number, tuning: Tuning): Band {
  const [n, m] = [source.sentences.length, target.sentences.length];
  if (n * m <= WHOLE) return wholeBand(n, m);
  const many = Math.ceil(Math.max(n, m) / STRETCHES);
  const [one, other] = [inStretches(source, many), inStretches(target, many)];
  const path = pass(
    one,
    other,
    links,
    ratio,
    tuning,
    FEW(tuning),
    wholeBand(one.sentences.length, other.sentences.length),
  );
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
    lengths: starts.map((at) => sum(side.lengths, at, at + many)),
    open: starts.map((at) => side.open[at + many - 1] ?? false),
  };
}

function alone(n: number, m: number): Bead[] {
  return [
    ...range(0, n).map((i) => ({ source: [i], target: [], score: 1 })),
    ...range(0, m).map((j) => ({ source: [], target: [j], score: 1 })),
  ];
}

function pass(
  source: Side,
  target: Side,
  links: BothWays,
  ratio: number,
  tuning: Tuning,
  types: BeadType[],
  band: Band,
): LatticeBead[] {
  const lattice = latticeOver(band, types);
  scoreLattice(lattice, scoringOf(source, target, links, ratio, tuning));
  return bestPath(lattice, tuning);
}

function pointsOf(path: readonly LatticeBead[]): [number, number][] {
  return path.map((bead) => [bead.source[1], bead.target[1]]);
}
