// What speaks for a bead: how likely its words are each other's translations (Moore 2002, both ways, against chance), and
// how well its lengths agree (Gale & Church 1993).

import type { BeadType, Lattice, Stretch } from './align-lattice.ts';
import { stateAt } from './align-lattice.ts';
import type { BothWays, Links, Side } from './align-words.ts';

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
  /** Of an end in mid-thought on one side only. */
  open: number;
}

/** By how much more than chance the words of one side speak for those of the other. */
interface Support {
  /** For each type that speaks, for which types of the other side, and by what ratio. */
  links: ({ ids: Int32Array; ratios: Float64Array } | undefined)[];
  /** Which types of the other side are spoken for, or should be. */
  spokenFor: Uint8Array;
}

/** What scoring works with. */
export interface Scoring {
  source: Side;
  target: Side;
  /** The source's words speaking for the target's, and the other way round. */
  forTarget: Support;
  forSource: Support;
  /** How many target units one source unit makes. */
  ratio: number;
  weights: Weights;
}

/** A ratio above this says no more: one rare word must not decide alone. */
const HIGHEST_RATIO = 3000;

/** Makes what scoring needs. `forward` links hold p(target | source), `backward` ones p(source | target) from target to source types. */
export function scoringOf(source: Side, target: Side, links: BothWays, ratio: number, weights: Weights): Scoring {
  return {
    source,
    target,
    forTarget: supportOf(links.forward, source, target, links.telling.target),
    forSource: supportOf(links.backward, target, source, links.telling.source),
    ratio,
    weights,
  };
}

/** A whole translation is seldom longer or shorter than its original by more than this factor. */
const UNUSUAL = 1.7;
/** So many units of text, of one length on both sides, stand beside what sure beads show. */
const BEFORE = 300;

/** What the ratio of lengths may be before any bead is known: that of the whole texts; where it is unusual, because one text holds much that the other does not or is in a script of another kind, 1 as well. */
export function likelyRatios(source: Side, target: Side): number[] {
  const whole = lengthOf(target) / Math.max(1, lengthOf(source));
  return whole > UNUSUAL || whole < 1 / UNUSUAL ? [whole, 1] : [whole];
}

/** How many target units a source unit makes: in the whole texts, or where that is unusual, in the sure beads alone. */
export function ratioOf(source: Side, target: Side, sure: readonly Stretch[]): number {
  const [whole = 1, ...more] = likelyRatios(source, target);
  if (more.length === 0) return whole;
  const ours = sure.reduce((total, bead) => total + sum(source.lengths, ...bead.source), BEFORE);
  const theirs = sure.reduce((total, bead) => total + sum(target.lengths, ...bead.target), BEFORE);
  return theirs / ours;
}

function lengthOf(side: Side): number {
  return sum(side.lengths, 0, side.lengths.length);
}

function supportOf(links: Links, from: Side, to: Side, telling: readonly number[]): Support {
  const spokenFor = new Uint8Array(to.types.length);
  for (const id of telling) spokenFor[id] = 1;
  const found: Support['links'] = new Array(from.types.length);
  for (const [speaking, others] of links) {
    const ids = Int32Array.from(others.keys());
    const ratios = Float64Array.from(others, ([id, probability]) => {
      const chance = (to.counts[id] ?? 1) / Math.max(1, to.tokens);
      return Math.min(HIGHEST_RATIO, probability / chance);
    });
    for (const id of ids) spokenFor[id] = 1;
    found[speaking] = { ids, ratios };
  }
  return { links: found, spokenFor };
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
    const low = band.low[i] ?? 0;
    for (let j = low; j <= (band.high[i] ?? -1); j++) {
      const state = stateAt(lattice, i, j);
      for (let k = 0; k < types.length; k++) {
        const type = types[k];
        if (!type || stateAt(lattice, i - type.source, j - type.target) < 0) continue;
        scores[state * types.length + k] = beadScore(scoring, cells, type, i, j);
      }
    }
    cells.forget(i - LARGEST, low - LARGEST);
  }
}

/** More sentences than a bead holds on one side. */
const LARGEST = 6;

interface Cells {
  at(i: number, j: number): Cell;
  /** Drops what was known of source sentence i, and of the target sentences up to j. */
  forget(i: number, j: number): void;
}

/** Cells made when they are first asked for, row by row. */
function cellsOf({ source, target, forTarget, forSource }: Scoring): Cells {
  const rows = new Map<number, Cell[]>();
  const ours = spokenWords(source, forSource);
  const theirs = spokenWords(target, forTarget);
  const bySource = voices(source, forTarget);
  const byTarget = voices(target, forSource);
  const make = (i: number, j: number): Cell => ({
    target: supportIn(theirs[j] ?? NOTHING, bySource.of(i)),
    source: supportIn(ours[i] ?? NOTHING, byTarget.of(j)),
  });
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
    forget: (i, j) => {
      rows.delete(i);
      bySource.forget(i);
      byTarget.forget(j);
    },
  };
}

const NOTHING = new Int32Array();

/** The words of each sentence that something can support. */
function spokenWords(side: Side, { spokenFor }: Support): Int32Array[] {
  return side.sentences.map((sentence) => sentence.filter((type) => spokenFor[type] === 1));
}

interface Voices {
  /** What a sentence says for each type of the other side. */
  of(sentence: number): Float32Array;
  /** Drops what sentences up to this one say. */
  forget(sentence: number): void;
}

/** Each sentence's support for every type, added up once: then a cell costs no more than its words. */
function voices(side: Side, { links, spokenFor }: Support): Voices {
  const known = new Map<number, Float32Array>();
  let forgotten = -1;
  return {
    of: (sentence) => {
      const before = known.get(sentence);
      if (before) return before;
      const sums = new Float32Array(spokenFor.length);
      for (const type of side.sentences[sentence] ?? NOTHING) {
        const link = links[type];
        if (!link) continue;
        const { ids, ratios } = link;
        for (let k = 0; k < ids.length; k++) {
          const id = ids[k] ?? 0;
          sums[id] = (sums[id] ?? 0) + (ratios[k] ?? 0);
        }
      }
      known.set(sentence, sums);
      return sums;
    },
    forget: (sentence) => {
      for (let k = forgotten + 1; k <= sentence; k++) known.delete(k);
      forgotten = Math.max(forgotten, sentence);
    },
  };
}

function supportIn(words: Int32Array, said: Float32Array): Float64Array {
  const out = new Float64Array(words.length);
  for (let w = 0; w < words.length; w++) out[w] = said[words[w] ?? 0] ?? 0;
  return out;
}

/** The score of the bead of a type that ends behind source sentence i and target sentence j. */
function beadScore(scoring: Scoring, cells: Cells, type: BeadType, i: number, j: number): number {
  const { source, target, weights } = scoring;
  const ours = sum(source.lengths, i - type.source, i);
  const theirs = sum(target.lengths, j - type.target, j);
  if (type.source === 0 || type.target === 0) return type.prior + weights.alone * (ours * scoring.ratio + theirs);
  const words = (wordsInTarget(scoring, cells, type, i, j) + wordsInSource(scoring, cells, type, i, j)) / 2;
  const ends = source.open[i - 1] === target.open[j - 1] ? 0 : weights.open;
  return type.prior + weights.words * words + weights.length * lengthAgreement(ours, theirs, scoring) + ends;
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
