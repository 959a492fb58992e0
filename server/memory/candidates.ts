// Which texts may reach a score, without a look at the words of any: those that meet the question in a rare stem (the prefix
// filter of AllPairs, Bayardo et al. 2007, and PPJoin, Xiao et al. 2008, over weighed stems), as far as their cards allow.
import { scoreBound, shareNeeded } from '../text/similarity.ts';
import { CARD, lacking, RUNS, WEIGHT } from './cards.ts';
import { LEVELS, levelsFor, rarer } from './postings.ts';
import type { Question } from './question.ts';
import type { Shelf } from './texts.ts';

/** Room to work in, for all searches of an index. What is all zeros between them says so. */
export class Scratch {
  /** By stem, zeros: how many of it the question has left to share. */
  left = new Int32Array(0);
  /** The stems that the text at hand has taken from `left`. */
  used = new Uint32Array(0);
  /** By text, zeros: whether it is a candidate already. */
  seen = new Uint8Array(0);
  /** By candidate: the text, and the highest score that it can reach; and the candidates in order of that. */
  touched = new Uint32Array(1024);
  bound = new Uint16Array(1024);
  sorted = new Uint32Array(1024);

  /** Makes room for so many stems and texts, and for a question of so many words. */
  fit(stems: number, texts: number, words: number): void {
    if (this.left.length < stems) this.left = new Int32Array(Math.ceil(stems * 1.2));
    if (this.used.length < words) this.used = new Uint32Array(words * 2);
    if (this.seen.length < texts) this.seen = new Uint8Array(texts);
  }

  /** Makes room for twice as many candidates. */
  widen(): void {
    const { touched, bound } = this;
    this.touched = new Uint32Array(touched.length * 2);
    this.touched.set(touched);
    this.bound = new Uint16Array(touched.length * 2);
    this.bound.set(bound);
    this.sorted = new Uint32Array(touched.length * 2);
  }
}

/** What rounding may hide when a weight is compared with a share of another. */
export const SLACK = 1e-6;

/** Lists in `scratch.sorted` the texts that may reach the floor, the most promising first, and answers how many. */
export function candidates(shelf: Shelf, question: Question, floor: number, scratch: Scratch): number {
  const need = shareNeeded(floor);
  const levels = levelsFor(need);
  const stems = [...question.stems].sort((one, other) => rarer(shelf, one.stem, other.stem));
  const low = firstOfWeight(shelf, need * question.weight - SLACK);
  let rest = question.known;
  let count = 0;
  for (const { stem, count: times, weight } of stems) {
    // Texts whose first stem in common would be this one cannot share enough any more.
    if (rest < need * question.weight - SLACK) break;
    const high = firstOfWeight(shelf, rest / need + SLACK);
    for (let slot = stem * LEVELS; slot < stem * LEVELS + levels && slot + 1 < shelf.stemStart.length; slot++) {
      const to = shelf.stemStart[slot + 1] as number;
      const from = reached(shelf.docs, shelf.stemStart[slot] as number, to, low);
      count = gather(shelf, from, reached(shelf.docs, from, to, high), { question, floor, need, rest, scratch, count });
    }
    rest -= times * weight;
  }
  for (let i = 0; i < count; i++) scratch.seen[scratch.touched[i] as number] = 0;
  sort(scratch, count);
  return count;
}

/** The first text that weighs so much or more. */
function firstOfWeight({ cards, size }: Shelf, weight: number): number {
  let [from, to] = [0, size];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((cards[middle * CARD + WEIGHT] as number) < weight) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The first place where a stretch of a rising list has reached a value; its end where it never does. */
function reached(list: Uint32Array, start: number, end: number, value: number): number {
  let [from, to] = [start, end];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((list[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

interface Gathering {
  question: Question;
  floor: number;
  /** The share of the heavier text's weight that has to be in common. */
  need: number;
  /** The weight of the question that is left from the stem at hand on. */
  rest: number;
  scratch: Scratch;
  count: number;
}

/** Adds those texts of a stretch of postings whose cards allow the floor, and answers how many candidates there are then. */
function gather({ docs, cards }: Shelf, from: number, to: number, gathering: Gathering): number {
  const { question, floor, need, rest, scratch } = gathering;
  const { weight, card } = question;
  const { seen } = scratch;
  const size = question.runs.size;
  let { count } = gathering;
  for (let i = from; i < to; i++) {
    const t = docs[i] as number;
    const at = t * CARD;
    const theirs = cards[at + WEIGHT] as number;
    const least = need * (theirs > weight ? theirs : weight) - SLACK;
    const most = theirs - lacking(cards, at, card, 0);
    if (most < least) continue;
    const ours = question.known - lacking(card, 0, cards, at);
    if (ours < least || seen[t] !== 0) continue;
    const runs = cards[at + RUNS] as number;
    const bound = scoreBound(Math.min(rest, most, ours), weight, theirs, Math.min(size, runs), size, runs);
    if (bound < floor) continue;
    if (count === scratch.touched.length) scratch.widen();
    seen[t] = 1;
    scratch.touched[count] = t;
    scratch.bound[count++] = bound;
  }
  return count;
}

const BUCKETS = 64;
const sizes = new Uint32Array(BUCKETS + 1);

/** Puts the candidates roughly in order of what they can reach. */
function sort({ bound, sorted }: Scratch, count: number): void {
  sizes.fill(0);
  const bucketOf = (i: number) => Math.floor(((10000 - (bound[i] as number)) * (BUCKETS - 1)) / 10000);
  for (let i = 0; i < count; i++) sizes[bucketOf(i) + 1] = (sizes[bucketOf(i) + 1] as number) + 1;
  for (let b = 1; b <= BUCKETS; b++) sizes[b] = (sizes[b] as number) + (sizes[b - 1] as number);
  for (let i = 0; i < count; i++) {
    const place = sizes[bucketOf(i)] as number;
    sorted[place] = i;
    sizes[bucketOf(i)] = place + 1;
  }
}
