// Finds the best texts for a question without looking at all of them, and misses none: a prefix filter (AllPairs, Bayardo
// et al. 2007; PPJoin, Xiao et al. 2008) over weighed stems, then the score itself where its bounds allow it.
import { scoreBound, scoreOf, shareNeeded } from '../text/similarity.ts';
import type { Lexicon } from './lexicon.ts';
import { detailsOf, type Question } from './question.ts';
import type { Shelf, Texts } from './texts.ts';

/** A text that was found: its unit, its score in hundredths of a point, and when the unit was changed (ms). */
export interface Found {
  unit: number;
  raw: number;
  at: number;
}

/** The best so far: by score, then newest, then by id. */
export class Best {
  readonly found: Found[] = [];
  /** What a text must reach to come in. */
  floor: number;
  readonly #limit: number;

  constructor(min: number, limit: number) {
    this.floor = min;
    this.#limit = limit;
  }

  /** Takes a text in if it is better than what is there; a unit counts once, with its better side. */
  offer(one: Found): void {
    const twin = this.found.findIndex((other) => other.unit === one.unit);
    if (twin >= 0 && !before(one, this.found[twin] as Found)) return;
    if (twin >= 0) this.found.splice(twin, 1);
    let at = this.found.length;
    while (at > 0 && before(one, this.found[at - 1] as Found)) at--;
    if (at >= this.#limit) return;
    this.found.splice(at, 0, one);
    if (this.found.length > this.#limit) this.found.pop();
    if (this.found.length === this.#limit) this.floor = Math.max(this.floor, this.found.at(-1)?.raw ?? 0);
  }
}

function before(one: Found, other: Found): boolean {
  if (one.raw !== other.raw) return one.raw > other.raw;
  return one.at === other.at ? one.unit < other.unit : one.at > other.at;
}

/** What a search needs beside the texts; `facing` is the language wanted on the other side. */
export interface Search {
  lexicon: Lexicon;
  question: Question;
  facing: number;
  best: Best;
  scratch: Scratch;
}

/** Room to work in, of one size for all searches of an index; all zeros between them. */
export class Scratch {
  /** By stem: how many of it the question has left to share. */
  left = new Int32Array(0);
  /** By text: the weight that it shares with the stems looked at so far, or more. */
  shared = new Uint16Array(0);
  touched = new Uint32Array(0);
  bucket = new Uint8Array(0);
  sorted = new Uint32Array(0);
  /** The stems that the text at hand has taken from `left`. */
  used = new Uint32Array(0);

  /** Makes room for so many stems and texts, and for a question of so many words. */
  fit(stems: number, texts: number, words: number): void {
    if (this.left.length < stems) this.left = new Int32Array(Math.ceil(stems * 1.2));
    if (this.used.length < words) this.used = new Uint32Array(words * 2);
    if (this.shared.length >= texts) return;
    this.shared = new Uint16Array(texts);
    this.touched = new Uint32Array(texts);
    this.bucket = new Uint8Array(texts);
    this.sorted = new Uint32Array(texts);
  }
}

/** Offers every text, one after the other. */
export function searchAll(texts: Texts, gone: ReadonlySet<number>, search: Search): void {
  for (const { stem, count } of search.question.stems) search.scratch.left[stem] = count;
  for (let t = 0; t < texts.size; t++) consider(texts, t, gone, search);
  for (const { stem } of search.question.stems) search.scratch.left[stem] = 0;
}

/** The weight of a question that `scratch.shared` can count; a text of five thousand words is compared with all. */
const HEAVIEST = 0xffff;

/** Offers every text of a shelf that may come among the best, the likeliest first. */
export function searchShelf(shelf: Shelf, gone: ReadonlySet<number>, search: Search): void {
  const { weight } = search.question;
  if (shareNeeded(search.best.floor) * weight <= 0 || weight > HEAVIEST) {
    searchAll(shelf, gone, search);
    return;
  }
  const count = candidates(shelf, search);
  for (const { stem, count } of search.question.stems) search.scratch.left[stem] = count;
  for (let i = 0; i < count; i++) consider(shelf, search.scratch.sorted[i] as number, gone, search);
  for (const { stem } of search.question.stems) search.scratch.left[stem] = 0;
}

function consider(texts: Texts, t: number, gone: ReadonlySet<number>, search: Search): void {
  const { question, best, lexicon } = search;
  if (texts.facing[t] !== search.facing) return;
  const weight = texts.weight[t] as number;
  const whole = Math.max(question.weight, weight);
  const shared = sharedWeight(texts, t, search, shareNeeded(best.floor) * whole - SLACK);
  if (shared < 0) return;
  const { size } = question.runs;
  const runs = texts.runs[t] as number;
  if (scoreBound(shared, question.weight, weight, Math.min(size, runs), size, runs) < best.floor) return;
  const common = question.runs.inCommon(texts, t, lexicon);
  if (scoreBound(shared, question.weight, weight, common, size, runs) < best.floor) return;
  const unit = texts.unit[t] as number;
  if (gone.has(unit)) return;
  const [numbers, cased] = detailsOf(question, texts, t, lexicon);
  const measures = { shared, one: question.weight, other: weight, runs: common, oneRuns: size, otherRuns: runs };
  const raw = scoreOf({ ...measures, numbers, cased });
  if (raw >= best.floor) best.offer({ unit, raw, at: texts.at[t] as number });
}

/** What rounding may hide when a weight is compared with a share of another. */
const SLACK = 1e-6;

/** The weight of the stems that a text shares with the question; -1 where that is less than `least`. */
function sharedWeight(texts: Texts, t: number, { lexicon, scratch }: Search, least: number): number {
  const { left, used } = scratch;
  const { data: stems } = lexicon.stem;
  const { data: weights } = lexicon.weight;
  const { forms } = texts;
  const end = texts.start[t + 1] as number;
  let possible = texts.weight[t] as number;
  let taken = 0;
  for (let i = texts.start[t] as number; i < end; i++) {
    const form = forms[i] as number;
    const stem = stems[form] as number;
    if (left[stem] !== 0) {
      left[stem] = (left[stem] as number) - 1;
      used[taken++] = stem;
    } else {
      possible -= weights[form] as number;
      if (possible < least) {
        possible = -1;
        break;
      }
    }
  }
  while (taken > 0) {
    const stem = used[--taken] as number;
    left[stem] = (left[stem] as number) + 1;
  }
  return possible;
}

/** A stem's texts of a fitting weight: a stretch of the shelf's postings. */
interface List {
  from: number;
  to: number;
  weight: number;
}

/** Writes the texts that may reach the floor to `scratch.sorted`, the most promising first, and answers how many. */
function candidates(shelf: Shelf, search: Search): number {
  const { question, best, scratch } = search;
  const need = shareNeeded(best.floor);
  const lists = listsOf(shelf, question, need);
  const least = need * question.weight - SLACK;
  let rest = lists.reduce((sum, list) => sum + list.weight, 0);
  let touched = 0;
  for (const list of lists) {
    // A text without any of the stems so far cannot reach the share any more; looking on pays while lists are short.
    if (rest < least && list.to - list.from > PAYS * touched) break;
    // Nor can a new one that is too heavy for what is left.
    const tooHeavy = lowerBound(shelf.weight, 0, shelf.size, rest < least ? 0 : rest / need + SLACK);
    const known = lowerBound(shelf.docs, list.from, list.to, tooHeavy);
    touched = addAll(shelf.docs, list.from, known, list.weight, scratch, touched);
    addKnown(shelf.docs, known, list.to, list.weight, scratch);
    rest -= list.weight;
  }
  return sortCandidates(shelf, search, rest, touched);
}

/** How many postings cost as much as looking at one text itself. */
const PAYS = 4;

/** The postings to read, those that rule out the most per text read first. */
function listsOf(shelf: Shelf, { stems, weight }: Question, need: number): List[] {
  const low = lowerBound(shelf.weight, 0, shelf.size, need * weight - SLACK);
  const high = lowerBound(shelf.weight, low, shelf.size, weight / need + 2 * SLACK);
  const lists: List[] = [];
  for (const asked of stems) {
    if (asked.stem + 1 >= shelf.stemStart.length) continue;
    const start = shelf.stemStart[asked.stem] as number;
    const end = shelf.stemStart[asked.stem + 1] as number;
    const from = lowerBound(shelf.docs, start, end, low);
    const to = lowerBound(shelf.docs, from, end, high);
    if (to > from) lists.push({ from, to, weight: asked.count * asked.weight });
  }
  return lists.sort((a, b) => (a.to - a.from) / a.weight - (b.to - b.from) / b.weight);
}

/** The first place from `low` on where a rising list has reached a value; `high` where it never does. */
function lowerBound(list: Uint32Array, low: number, high: number, value: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((list[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function addAll(docs: Uint32Array, from: number, to: number, weight: number, scratch: Scratch, known: number): number {
  const { shared, touched } = scratch;
  let count = known;
  for (let i = from; i < to; i++) {
    const t = docs[i] as number;
    const sum = shared[t] as number;
    if (sum === 0) touched[count++] = t;
    shared[t] = sum + weight;
  }
  return count;
}

function addKnown(docs: Uint32Array, from: number, to: number, weight: number, { shared }: Scratch): void {
  for (let i = from; i < to; i++) {
    const t = docs[i] as number;
    const sum = shared[t] as number;
    if (sum !== 0) shared[t] = sum + weight;
  }
}

const BUCKETS = 32;

/** Leaves out what cannot reach the floor, puts the rest in order of what it can reach, and clears what was shared. */
function sortCandidates(shelf: Shelf, search: Search, rest: number, touched: number): number {
  const { scratch } = search;
  const sizes = new Uint32Array(BUCKETS + 1);
  const need = shareNeeded(search.best.floor);
  const least = need * search.question.weight - SLACK;
  let kept = 0;
  for (let i = 0; i < touched; i++) {
    const t = scratch.touched[i] as number;
    const shareable = (scratch.shared[t] as number) + rest;
    scratch.shared[t] = 0;
    if (shareable < least || shareable < need * (shelf.weight[t] as number) - SLACK) continue;
    const bucket = promise(shelf, t, shareable, search);
    if (bucket < 0) continue;
    scratch.touched[kept] = t;
    scratch.bucket[kept++] = bucket;
    sizes[bucket + 1] = (sizes[bucket + 1] as number) + 1;
  }
  for (let b = 1; b <= BUCKETS; b++) sizes[b] = (sizes[b] as number) + (sizes[b - 1] as number);
  for (let i = 0; i < kept; i++) {
    const bucket = scratch.bucket[i] as number;
    const place = sizes[bucket] as number;
    scratch.sorted[place] = scratch.touched[i] as number;
    sizes[bucket] = place + 1;
  }
  return kept;
}

/** The bucket of a text by the best score that it can reach, 0 for the highest; -1 where that is below the floor. */
function promise(shelf: Shelf, t: number, shareable: number, { question, best }: Search): number {
  const weight = shelf.weight[t] as number;
  const runs = shelf.runs[t] as number;
  const { size } = question.runs;
  const bound = scoreBound(Math.min(shareable, weight), question.weight, weight, Math.min(size, runs), size, runs);
  return bound < best.floor ? -1 : Math.min(BUCKETS - 1, Math.floor(((10000 - bound) * BUCKETS) / 10000));
}
