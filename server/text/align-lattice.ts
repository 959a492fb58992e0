// The lattice of all alignments inside a band, each bead with its score: the best path through it, and how sure each bead is.

/** How many sentences a bead takes of either side. */
export interface BeadType {
  source: number;
  target: number;
  /** Log of how often such beads occur. */
  prior: number;
}

/** For each number of source sentences passed (0 to n), which numbers of target sentences may have been passed. */
export interface Band {
  /** Inclusive. */
  low: Int32Array;
  /** Inclusive. */
  high: Int32Array;
}

/** The scores of all beads that end in a state (i, j) of the band, type by type; minus infinity where none can. */
export interface Lattice {
  band: Band;
  types: readonly BeadType[];
  /** Where each row begins in `scores`, counted in states. */
  rows: Int32Array;
  scores: Float32Array;
}

/** A stretch of either side, as the first sentence and behind the last. */
export interface Stretch {
  source: [number, number];
  target: [number, number];
}

/** A bead on a path, with its probability among all alignments of the lattice. */
export interface LatticeBead extends Stretch {
  posterior: number;
}

/** An empty lattice over a band. */
export function latticeOver(band: Band, types: readonly BeadType[]): Lattice {
  const rows = new Int32Array(band.low.length + 1);
  for (let i = 0; i < band.low.length; i++) rows[i + 1] = (rows[i] ?? 0) + width(band, i);
  const states = rows[band.low.length] ?? 0;
  return { band, types, rows, scores: new Float32Array(states * types.length).fill(Number.NEGATIVE_INFINITY) };
}

function width(band: Band, i: number): number {
  return (band.high[i] ?? 0) - (band.low[i] ?? 0) + 1;
}

/** The number of a state, or -1 outside of the band. */
export function stateAt({ band, rows }: Lattice, i: number, j: number): number {
  const low = band.low[i];
  if (low === undefined || i < 0 || j < low || j > (band.high[i] ?? -1)) return -1;
  return (rows[i] ?? 0) + j - low;
}

/** A band of everything. */
export function wholeBand(n: number, m: number): Band {
  return { low: new Int32Array(n + 1), high: new Int32Array(n + 1).fill(m) };
}

/** A band around points (i, j) in rising order, `reach` sentences wide on either side of the line between them. */
export function bandAround(points: readonly [number, number][], n: number, m: number, reach: number): Band {
  const low = new Int32Array(n + 1).fill(m);
  const high = new Int32Array(n + 1);
  const line: [number, number][] = [[0, 0], ...points, [n, m]];
  for (let k = 0; k + 1 < line.length; k++) {
    const [i0, j0] = line[k] ?? [0, 0];
    const [i1, j1] = line[k + 1] ?? [n, m];
    for (let i = i0; i <= i1; i++) {
      // A leap in the target alone opens the band over all of it.
      const from = i1 === i0 ? j0 : j0 + ((j1 - j0) * (i - i0)) / (i1 - i0);
      const to = i1 === i0 ? j1 : from;
      low[i] = Math.max(0, Math.min(low[i] ?? m, Math.floor(from) - reach));
      high[i] = Math.min(m, Math.max(high[i] ?? 0, Math.ceil(to) + reach));
    }
  }
  return widened({ low, high }, n, m);
}

/** Makes neighbouring rows overlap, so that a path of single steps leads through. */
function widened({ low, high }: Band, n: number, m: number): Band {
  low[0] = 0;
  high[n] = m;
  for (let i = n - 1; i >= 0; i--) low[i] = Math.min(low[i] ?? 0, low[i + 1] ?? 0);
  for (let i = 1; i <= n; i++) high[i] = Math.max(high[i] ?? 0, high[i - 1] ?? 0);
  return { low, high };
}

const NEVER = Number.NEGATIVE_INFINITY;

/** How a path is chosen, and how sure its beads are. */
export interface Choice {
  /** Above 1 it makes posteriors less sure. */
  heat: number;
  /**
   * Whether the path is taken on which the most sentences are expected to stand in their right bead (cf. Goodman 1996 on
   * parsing), not the likeliest as a whole: better where little is known, and many paths are nearly as likely.
   */
  hedged: boolean;
}

/** The best path from (0, 0) to (n, m), as beads in order with their posteriors. */
export function bestPath(lattice: Lattice, { heat, hedged }: Choice): LatticeBead[] {
  const likely = likelihoods(lattice, heat);
  const gains = hedged ? { ...lattice, scores: hopesOf(lattice, likely) } : lattice;
  const best = sweep(gains, 1, Math.max);
  const n = lattice.band.low.length - 1;
  const beads: LatticeBead[] = [];
  let [i, j] = [n, lattice.band.high[n] ?? 0];
  while (i > 0 || j > 0) {
    const type = bestStep(gains, best, i, j);
    if (!type) throw new Error(`no path leads to ${i}, ${j}: this is a bug`);
    const stretch: Stretch = { source: [i - type.source, i], target: [j - type.target, j] };
    beads.push({ ...stretch, posterior: likely[placeOf(lattice, stretch)] ?? 0 });
    i -= type.source;
    j -= type.target;
  }
  return beads.reverse();
}

/** How many sentences each bead is expected to put right. */
function hopesOf({ types, scores }: Lattice, likely: Float32Array): Float32Array {
  const sizes = types.map(({ source, target }) => source + target);
  return scores.map((score, at) => (score === NEVER ? NEVER : (likely[at] ?? 0) * (sizes[at % sizes.length] ?? 0)));
}

/**
 * Tells of any bead how likely it is among all alignments of the lattice: 0 for one that the lattice does not hold, because
 * of its type or its place.
 */
export function posteriors(lattice: Lattice, heat: number): (bead: Stretch) => number {
  const likely = likelihoods(lattice, heat);
  return (bead) => likely[placeOf(lattice, bead)] ?? 0;
}

/** Where a bead stands in the scores; -1 where the lattice does not hold it. */
function placeOf(lattice: Lattice, { source: [a, i], target: [c, j] }: Stretch): number {
  const to = stateAt(lattice, i, j);
  const k = lattice.types.findIndex((type) => type.source === i - a && type.target === j - c);
  return to < 0 || k < 0 ? -1 : to * lattice.types.length + k;
}

/** How likely each bead is among all alignments of the lattice, in the order of the scores. */
function likelihoods(lattice: Lattice, heat: number): Float32Array {
  const inside = sweep(lattice, heat, logAdd);
  const outside = sweepBack(lattice, heat);
  const whole = outside[0] ?? NEVER;
  const out = new Float32Array(lattice.scores.length);
  eachState(lattice, 1, (i, j, state) => {
    const rest = (outside[state] ?? NEVER) - whole;
    eachStep(lattice, i, j, state, (from, score, at) => {
      out[at] = Math.min(1, Math.exp((inside[from] ?? NEVER) + score / heat + rest));
    });
  });
  return out;
}

function bestStep(lattice: Lattice, best: Float64Array, i: number, j: number): BeadType | null {
  const state = stateAt(lattice, i, j);
  let found: BeadType | null = null;
  let highest = NEVER;
  for (const [k, type] of lattice.types.entries()) {
    const from = stateAt(lattice, i - type.source, j - type.target);
    const score = lattice.scores[state * lattice.types.length + k] ?? NEVER;
    if (from < 0 || score === NEVER) continue;
    const whole = (best[from] ?? NEVER) + score;
    if (whole <= highest) continue;
    highest = whole;
    found = type;
  }
  return found;
}

/** Combines over all paths from the beginning: `Math.max` for the best, {@link logAdd} for the sum. */
function sweep(lattice: Lattice, heat: number, combine: (a: number, b: number) => number): Float64Array {
  const out = begun(lattice, 0);
  eachState(lattice, 1, (i, j, state) => {
    eachStep(lattice, i, j, state, (from, score) => {
      out[state] = combine(out[state] ?? NEVER, (out[from] ?? NEVER) + score / heat);
    });
  });
  return out;
}

/** The log of the sum over all paths from each state to the end. */
function sweepBack(lattice: Lattice, heat: number): Float64Array {
  const { band } = lattice;
  const n = band.low.length - 1;
  const out = begun(lattice, stateAt(lattice, n, band.high[n] ?? 0));
  eachState(lattice, -1, (i, j, state) => {
    const here = out[state] ?? NEVER;
    if (here === NEVER) return;
    eachStep(lattice, i, j, state, (from, score) => {
      out[from] = logAdd(out[from] ?? NEVER, here + score / heat);
    });
  });
  return out;
}

/** Nothing known yet but that all paths pass one state. */
function begun(lattice: Lattice, at: number): Float64Array {
  const out = new Float64Array(lattice.rows[lattice.band.low.length] ?? 0).fill(NEVER);
  out[at] = 0;
  return out;
}

/** Every state, each after (1) or before (-1) all those that lead to it. */
function eachState({ band, rows }: Lattice, way: 1 | -1, visit: (i: number, j: number, state: number) => void): void {
  const states = rows[band.low.length] ?? 0;
  let i = way === 1 ? 0 : band.low.length - 1;
  for (let k = 0; k < states; k++) {
    const state = way === 1 ? k : states - 1 - k;
    while (state < (rows[i] ?? 0) || state >= (rows[i + 1] ?? states)) i += way;
    visit(i, (band.low[i] ?? 0) + state - (rows[i] ?? 0), state);
  }
}

/** Every bead that ends in a state: where it begins, its score, and the place of that score. */
function eachStep(
  lattice: Lattice,
  i: number,
  j: number,
  state: number,
  visit: (from: number, score: number, at: number) => void,
): void {
  const { types, scores } = lattice;
  for (let k = 0; k < types.length; k++) {
    const at = state * types.length + k;
    const score = scores[at] ?? NEVER;
    if (score === NEVER) continue;
    const from = stateAt(lattice, i - (types[k]?.source ?? 0), j - (types[k]?.target ?? 0));
    if (from >= 0) visit(from, score, at);
  }
}

/** log(e^a + e^b). */
function logAdd(a: number, b: number): number {
  if (a === NEVER) return b;
  if (b === NEVER) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

/** The whole numbers from one to before another. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
