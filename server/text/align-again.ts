// Judges a stretch of an alignment anew once a person has corrected something in it: what is decided stands, what lies between
// is scored, or aligned, with all that the beads around it teach. Costs what the stretch costs, however long the documents are.
import type { Bead, Decided } from '../model-alignment.ts';
import { REACH } from './align.ts';
import type { GivenBead } from './align-corrections.ts';
import { knownLinks, sureBeads, withDocument } from './align-knowledge.ts';
import {
  type BeadType,
  bandAround,
  bestPath,
  type Lattice,
  type LatticeBead,
  latticeOver,
  posteriors,
  range,
  type Stretch,
  stateAt,
  wholeBand,
} from './align-lattice.ts';
import { ratioOf, type Scoring, scoreLattice, scoringOf } from './align-score.ts';
import { asFound, MANY, type Tuning, tuningFor } from './align-tuning.ts';
import { sideOf } from './align-words.ts';
import type { Lexicon } from './lexicon.ts';

/** An alignment to be judged: both texts, and their beads. */
export interface Judged {
  source: readonly string[];
  target: readonly string[];
  beads: readonly (GivenBead & Pick<Bead, 'score'>)[];
  lexicon?: Lexicon | undefined;
}

/** Beads by their places, the last not included. */
export interface BeadRange {
  from: number;
  to: number;
}

/** So many beads on either side teach what words mean here. */
const CONTEXT = 80;
/** So many on either side of a correction are scored again; so many more are looked at, for what they could be instead. */
const AROUND = 8;
const BEYOND = 6;

/**
 * The scores of the beads around a correction (the beads that it put in), with the place of the first. A bead that a person
 * made or kept scores 1, and the others are judged knowing that it is right.
 */
export function scoredAgain(judged: Judged, corrected: BeadRange): { from: number; scores: number[] } {
  const { beads } = judged;
  const wide = widened(beads, corrected, AROUND + BEYOND);
  const inner = widened(beads, corrected, AROUND);
  const near = neighbourhood(judged, wide);
  const scores = beads.map((bead) => (isFixed(bead.decided) ? 1 : bead.score));
  for (const { from, to } of openRuns(beads, wide)) {
    const posteriorOf = posteriors(latticeOf(near, from, to), near.tuning.heat);
    for (const at of range(from, to)) scores[at] = posteriorOf(near.placeIn(from, at));
  }
  return { from: inner.from, scores: scores.slice(inner.from, inner.to) };
}

/** Aligns a stretch of beads anew, whatever was decided in it; `apart` finds the best way without making it one bead. */
export function alignedAgain(judged: Judged, stretch: BeadRange, apart = false): Bead[] {
  const near = neighbourhood(judged, stretch);
  const lattice = latticeOf(near, stretch.from, stretch.to);
  if (apart) forbidWhole(lattice);
  const first = judged.beads.slice(0, stretch.from);
  const [s, t] = [count(first, 'source'), count(first, 'target')];
  return bestPath(lattice, near.tuning).map(({ source, target, posterior }) => ({
    source: range(s + source[0], s + source[1]),
    target: range(t + target[0], t + target[1]),
    score: posterior,
  }));
}

function isFixed(decided: Decided): boolean {
  return decided === 'made' || decided === 'kept';
}

function widened(beads: readonly unknown[], { from, to }: BeadRange, by: number): BeadRange {
  return { from: Math.max(0, from - by), to: Math.min(beads.length, to + by) };
}

/** The runs of beads inside a range that nobody has made or kept. */
function openRuns(beads: Judged['beads'], { from, to }: BeadRange): BeadRange[] {
  const runs: BeadRange[] = [];
  for (const at of range(from, to)) {
    if (isFixed(beads[at]?.decided ?? null)) continue;
    const last = runs.at(-1);
    if (last?.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}

function count(beads: Judged['beads'], side: 'source' | 'target'): number {
  return beads.reduce((sum, bead) => sum + bead[side].length, 0);
}

/** What is known around a range of beads. */
interface Neighbourhood {
  scoring: Scoring;
  tuning: Tuning;
  /** What beads may be, as often as they occur here. */
  types: BeadType[];
  /** Where beads `from` to before `to` begin and end, in sentences of the neighbourhood. */
  spanOf(from: number, to: number): Stretch;
  /** The place of a bead, counted from where bead `from` begins. */
  placeIn(from: number, at: number): Stretch;
}

function neighbourhood({ source, target, beads, lexicon }: Judged, around: BeadRange): Neighbourhood {
  const context = widened(beads, around, CONTEXT);
  const ends = endsOf(beads);
  const [s, t] = ends[context.from] ?? [0, 0];
  const [u, v] = ends[context.to] ?? [0, 0];
  const one = sideOf(source.slice(s, u));
  const other = sideOf(target.slice(t, v));
  const tuning = tuningFor(lexicon);
  const between = (from: number, to: number, [i, j]: [number, number]): Stretch => {
    const [a, c] = ends[from] ?? [0, 0];
    const [b, d] = ends[to] ?? [0, 0];
    return { source: [a - i, b - i], target: [c - j, d - j] };
  };
  const path = range(context.from, context.to).map(
    (at): LatticeBead => ({ ...between(at, at + 1, [s, t]), posterior: scoreOf(beads[at]) }),
  );
  const links = withDocument(knownLinks(one, other, tuning, lexicon), one, other, path, tuning);
  const ratio = ratioOf(one, other, sureBeads(path, tuning));
  return {
    scoring: scoringOf(one, other, links, ratio, tuning),
    tuning,
    types: asFound(MANY(tuning), path, tuning),
    spanOf: (from, to) => between(from, to, [s, t]),
    placeIn: (from, at) => between(at, at + 1, ends[from] ?? [0, 0]),
  };
}

function scoreOf(bead: Judged['beads'][number] | undefined): number {
  return isFixed(bead?.decided ?? null) ? 1 : (bead?.score ?? 0);
}

/** How many sentences of either side stand before each bead, and behind the last. */
function endsOf(beads: Judged['beads']): [number, number][] {
  const ends: [number, number][] = [[0, 0]];
  for (const { source, target } of beads) {
    const [s, t] = ends.at(-1) ?? [0, 0];
    ends.push([s + source.length, t + target.length]);
  }
  return ends;
}

/** More states than this are looked at only around the beads that stand. */
const WHOLE = 10_000;

/** All ways to align the sentences of beads `from` to before `to`. */
function latticeOf(near: Neighbourhood, from: number, to: number): Lattice {
  const { source, target } = near.spanOf(from, to);
  const [n, m] = [source[1] - source[0], target[1] - target[0]];
  const points = range(from, to).map((at): [number, number] => {
    const place = near.placeIn(from, at);
    return [place.source[1], place.target[1]];
  });
  const band = n * m <= WHOLE ? wholeBand(n, m) : bandAround(points, n, m, REACH);
  const lattice = latticeOver(band, near.types);
  const part = (side: Scoring['source'], [a, b]: [number, number]) => ({
    ...side,
    sentences: side.sentences.slice(a, b),
    lengths: side.lengths.slice(a, b),
    open: side.open.slice(a, b),
  });
  const { scoring } = near;
  scoreLattice(lattice, { ...scoring, source: part(scoring.source, source), target: part(scoring.target, target) });
  return lattice;
}

/** Takes out the bead that would hold all of the lattice. */
function forbidWhole(lattice: Lattice): void {
  const n = lattice.band.low.length - 1;
  const m = lattice.band.high[n] ?? 0;
  const k = lattice.types.findIndex((type) => type.source === n && type.target === m);
  if (k >= 0 && n + m > 1) lattice.scores[stateAt(lattice, n, m) * lattice.types.length + k] = Number.NEGATIVE_INFINITY;
}
