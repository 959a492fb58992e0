// What speaks for a bead: how likely its words are each other's translations (Moore 2002, both ways, against chance), and
// how well its lengths agree (Gale & Church 1993).

import type { BeadType, Lattice } from './align-lattice.ts';
import { stateAt } from './align-lattice.ts';
import type { Links, Side } from './align-words.ts';

/** How the parts of a bead's score are weighed. */
export interface Weights {
  /** Of the words' log-likelihood ratio. */
  words: number;
  /** Of the lengths' agreement. */
  length: number;
  /** The share of a word's probability that chance keeps: a word whose partner is missing costs the log of it. */
  chance: number;
  /** What an unpartnered sentence gets for each UTF-16 unit, in log units; below 0 long ones are rather partnered. */
  alone: number;
  /** The variance of the length ratio for each UTF-16 unit. */
  spread: number;
}

/** For each type of one side, which types of the other speak for it and by how much more than chance. */
type Ratios = ({ ids: Int32Array; ratios: Float64Array } | null)[];

/** What scoring works with. */
export interface Scoring {
  source: Side;
  target: Side;
  /** Support for target types by source types, and the other way round. */
  forTarget: Ratios;
  forSource: Ratios;
  /** How many target units one source unit makes. */
  ratio: number;
  weights: Weights;
}

/** A ratio above this says no more: one rare word must not decide alone. */
const HIGHEST_RATIO = 3000;

/** Makes what scoring needs. `forward` holds p(target | source), `backward` p(source | target) from target to source types. */
export function scoringOf(source: Side, target: Side, forward: Links, backward: Links, weights: Weights): Scoring {
  return {
    source,
    target,
    forTarget: supportOf(forward, target),
    forSource: supportOf(backward, source),
    ratio: sum(target.lengths, 0, target.lengths.length) / Math.max(1, sum(source.lengths, 0, source.lengths.length)),
    weights,
  };
}

function supportOf(links: Links, of: Side): Ratios {
  const found: { ids: number[]; ratios: number[] }[] = [];
  for (const [from, tos] of links) {
    for (const [to, probability] of tos) {
      const chance = (of.counts[to] ?? 1) / Math.max(1, of.tokens);
      const entry = found[to] ?? { ids: [], ratios: [] };
      entry.ids.push(from);
      entry.ratios.push(Math.min(HIGHEST_RATIO, probability / chance));
      found[to] = entry;
    }
  }
  return of.types.map((_, id) => {
    const entry = found[id];
    return entry ? { ids: Int32Array.from(entry.ids), ratios: Float64Array.from(entry.ratios) } : null;
  });
}

/** Both ways of one cell: the support of each supportable word of target sentence j in source sentence i, and the reverse. */
interface Cell {
  target: Float64Array;
  source: Float64Array;
}

/** Fills a lattice with the scores of its beads. */
export function scoreLattice(lattice: Lattice, scoring: Scoring): void {
  const cells = cellsOf(scoring);
  const { band, types, scores } = lattice;
  for (let i = 0; i < band.low.length; i++) {
    for (let j = band.low[i] ?? 0; j <= (band.high[i] ?? -1); j++) {
      const state = stateAt(lattice, i, j);
      types.forEach((type, k) => {
        if (stateAt(lattice, i - type.source, j - type.target) < 0) return;
        scores[state * types.length + k] = beadScore(scoring, cells, type, i, j);
      });
    }
    cells.forget(i - 5);
  }
}

interface Cells {
  at(i: number, j: number): Cell;
  /** Drops what was known of a source sentence. */
  forget(i: number): void;
}

/** Cells made when they are first asked for, row by row. */
function cellsOf({ source, target, forTarget, forSource }: Scoring): Cells {
  const rows = new Map<number, Cell[]>();
  const ours = supportable(source, forSource);
  const theirs = supportable(target, forTarget);
  const inSource = new Float64Array(source.types.length);
  const inTarget = new Float64Array(target.types.length);
  const make = (i: number, j: number): Cell => {
    count(source.sentences[i], inSource, 1);
    count(target.sentences[j], inTarget, 1);
    const cell = {
      target: supportIn(theirs[j] ?? NOTHING, forTarget, inSource),
      source: supportIn(ours[i] ?? NOTHING, forSource, inTarget),
    };
    count(source.sentences[i], inSource, -1);
    count(target.sentences[j], inTarget, -1);
    return cell;
  };
  return {
    at: (i, j) => {
      let row = rows.get(i);
      if (!row) {
        row = [];
        rows.set(i, row);
      }
      let cell = row[j];
      if (!cell) {
        cell = make(i, j);
        row[j] = cell;
      }
      return cell;
    },
    forget: (i) => void rows.delete(i),
  };
}

const NOTHING = new Int32Array();

/** The words of each sentence that something can support. */
function supportable(side: Side, ratios: Ratios): Int32Array[] {
  return side.sentences.map((sentence) => sentence.filter((type) => ratios[type] !== null));
}

function count(sentence: Int32Array | undefined, into: Float64Array, by: number): void {
  for (const type of sentence ?? NOTHING) into[type] = (into[type] ?? 0) + by;
}

function supportIn(words: Int32Array, ratios: Ratios, present: Float64Array): Float64Array {
  const out = new Float64Array(words.length);
  for (let w = 0; w < words.length; w++) {
    const entry = ratios[words[w] ?? 0];
    if (!entry) continue;
    const { ids, ratios: values } = entry;
    let sum = 0;
    for (let k = 0; k < ids.length; k++) {
      const times = present[ids[k] ?? 0] ?? 0;
      if (times > 0) sum += times * (values[k] ?? 0);
    }
    out[w] = sum;
  }
  return out;
}

/** The score of the bead of a type that ends behind source sentence i and target sentence j. */
function beadScore(scoring: Scoring, cells: Cells, type: BeadType, i: number, j: number): number {
  const { source, target, weights } = scoring;
  const ours = sum(source.lengths, i - type.source, i);
  const theirs = sum(target.lengths, j - type.target, j);
  if (type.source === 0 || type.target === 0) return type.prior + weights.alone * (ours * scoring.ratio + theirs);
  const words = (wordsInTarget(scoring, cells, type, i, j) + wordsInSource(scoring, cells, type, i, j)) / 2;
  return type.prior + weights.words * words + weights.length * lengthAgreement(ours, theirs, scoring);
}

/** Minus half the square of how many standard deviations the lengths are from what they should be. */
function lengthAgreement(ours: number, theirs: number, { ratio, weights }: Scoring): number {
  const expected = ours * ratio;
  const deviation = (theirs - expected) / Math.sqrt(weights.spread * ((expected + theirs) / 2 + 1));
  return -(deviation * deviation) / 2;
}

function wordsInTarget({ source, weights }: Scoring, cells: Cells, type: BeadType, i: number, j: number): number {
  const share = (1 - weights.chance) / Math.max(1, tokensIn(source, i - type.source, i));
  const parts: Float64Array[] = [];
  let total = 0;
  for (let t = j - type.target; t < j; t++) {
    for (let s = 0; s < type.source; s++) parts[s] = cells.at(i - type.source + s, t).target;
    total += gain(parts, share, weights.chance);
  }
  return total;
}

function wordsInSource({ target, weights }: Scoring, cells: Cells, type: BeadType, i: number, j: number): number {
  const share = (1 - weights.chance) / Math.max(1, tokensIn(target, j - type.target, j));
  const parts: Float64Array[] = [];
  let total = 0;
  for (let s = i - type.source; s < i; s++) {
    for (let t = 0; t < type.target; t++) parts[t] = cells.at(s, j - type.target + t).source;
    total += gain(parts, share, weights.chance);
  }
  return total;
}

/** The log-likelihood ratio of a sentence's words, from their support in each of the sentences beside it. */
function gain(parts: readonly Float64Array[], share: number, chance: number): number {
  const [first = new Float64Array(), ...more] = parts;
  let product = 1;
  let total = 0;
  for (let k = 0; k < first.length; k++) {
    let support = first[k] ?? 0;
    for (const part of more) support += part[k] ?? 0;
    product *= chance + share * support;
    // One logarithm for many factors, taken before they leave what a double can hold.
    if (product < 1e-100 || product > 1e100) {
      total += Math.log(product);
      product = 1;
    }
  }
  return total + Math.log(product);
}

function tokensIn(side: Side, from: number, to: number): number {
  let size = 0;
  for (let i = from; i < to; i++) size += side.sentences[i]?.length ?? 0;
  return size;
}

/** The sum of the values from one place to before another; places outside count nothing. */
export function sum(values: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += values[i] ?? 0;
  return total;
}
