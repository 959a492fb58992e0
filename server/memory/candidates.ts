// Which texts may reach a score, without a look at the words of any: those that meet the question in a rare stem (the prefix
// filter of AllPairs, Bayardo et al. 2007, and PPJoin, Xiao et al. 2008, over weighed stems), as far as their cards allow.
import { scoreBound, shareNeeded } from '../text/similarity.ts';
import { CARD, RUNS, sharedBits, signWeight, UNMARKED, WEIGHT } from './cards.ts';
import { FAR, levelsFor, NEAR, placeOf, ROW, SHARES } from './postings.ts';
import type { Question } from './question.ts';
import type { Shelf } from './texts.ts';

/** Room to work in, for all searches of an index. What is all zeros between them says so. */
export class Scratch {
  /** By stem, zeros: how many of it the question has left to share. */
  left = new Int32Array(0);
  /** The stems that the text at hand has taken from `left`. */
  used = new Uint32Array(0);
  /** By text: the number of the last search that has looked at it. */
  seen = new Uint8Array(0);
  search = 0;
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

  /** Begins a search: no text has been looked at. */
  begin(): void {
    this.search = (this.search + 1) & 255;
    if (this.search > 0) return;
    this.seen.fill(0);
    this.search = 1;
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
  const { stems } = question;
  for (const asked of stems) asked.place = placeOf(shelf, asked.stem, asked.weight);
  stems.sort((one, other) => one.place - other.place);
  scratch.begin();
  const gathering = { shelf, question, floor, need, rest: question.known, scratch, count: 0 };
  const lows = lowsOf(shelf, need * question.weight - SLACK, levels);
  for (const { stem, count: times, weight } of stems) {
    // Texts whose first stem in common would be this one cannot share enough any more.
    if (gathering.rest < need * question.weight - SLACK) break;
    const high = firstOfWeight(shelf, gathering.rest / need + SLACK);
    for (let level = 0; level < levels; level++) {
      const low = lows[level] as number;
      if (level < NEAR) gatherNear(gathering, stem * NEAR + level, low, high);
      else gatherFar(gathering, stem * FAR + level - NEAR, low, high);
    }
    gathering.rest -= times * weight;
  }
  const { count } = gathering;
  sort(scratch, count);
  return count;
}

/** The first text of each level that is heavy enough: at a level above the first less than all of a text's weight is left. */
function lowsOf(shelf: Shelf, least: number, levels: number): number[] {
  return Array.from({ length: levels }, (_, level) => firstOfWeight(shelf, least / (SHARES[level - 1] ?? 1)));
}

/** The first text that weighs so much or more. */
function firstOfWeight({ lightest, size }: Shelf, weight: number): number {
  return lightest[Math.max(0, Math.ceil(weight))] ?? size;
}

/** The first row of a stretch whose text, the first number of the row, has reached a value; its end where none has. */
function reached(rows: Uint32Array, width: number, start: number, end: number, value: number): number {
  let [from, to] = [start, end];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rows[middle * width] as number) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

interface Gathering {
  shelf: Shelf;
  question: Question;
  floor: number;
  /** The share of the heavier text's weight that has to be in common. */
  need: number;
  /** The weight of the question that is left from the stem at hand on. */
  rest: number;
  scratch: Scratch;
  count: number;
}

/** Considers the texts from `low` to `high` of a near list, as far as the signs beside them allow. */
function gatherNear(gathering: Gathering, slot: number, low: number, high: number): void {
  const { shelf, question, need } = gathering;
  const { near, nearStart, lightest } = shelf;
  if (slot + 1 >= nearStart.length) return;
  const end = nearStart[slot + 1] as number;
  const from = reached(near, ROW, nearStart[slot] as number, end, low);
  const { weight, known } = question;
  const [light, middling, heavy] = question.sign as unknown as [number, number, number];
  const unsigned = known - signWeight(light, middling, heavy);
  // Texts come by rising weight, so that theirs is known without a look at their cards.
  let theirs = Math.floor(need * weight);
  for (let at = from * ROW; at < end * ROW; at += ROW) {
    const t = near[at] as number;
    if (t >= high) break;
    while ((lightest[theirs + 1] as number) <= t) theirs++;
    const least = need * (theirs > weight ? theirs : weight) - SLACK;
    const theirLight = near[at + 1] as number;
    const theirMiddling = near[at + 2] as number;
    const theirHeavy = near[at + 3] as number;
    const common = signWeight(theirLight & light, theirMiddling & middling, theirHeavy & heavy);
    if (unsigned + common < least) continue;
    if (theirs - signWeight(theirLight, theirMiddling, theirHeavy) + common < least) continue;
    consider(gathering, t);
  }
}

function gatherFar(gathering: Gathering, slot: number, low: number, high: number): void {
  const { far, farStart } = gathering.shelf;
  if (slot + 1 >= farStart.length) return;
  const end = farStart[slot + 1] as number;
  for (let i = reached(far, 1, farStart[slot] as number, end, low); i < end; i++) {
    const t = far[i] as number;
    if (t >= high) break;
    consider(gathering, t);
  }
}

/** Makes a text a candidate where its card allows the floor. */
function consider(gathering: Gathering, t: number): void {
  const { shelf, question, floor, need, rest, scratch } = gathering;
  if (scratch.seen[t] === scratch.search) return;
  scratch.seen[t] = scratch.search;
  const { cards } = shelf;
  const { weight, card } = question;
  const at = t * CARD;
  const theirs = cards[at + WEIGHT] as number;
  const least = need * Math.max(theirs, weight) - SLACK;
  const common = sharedBits(cards, at, card, 0);
  const most = common + Math.min(cards[at + UNMARKED] as number, card[UNMARKED] as number);
  if (most < least) return;
  const runs = cards[at + RUNS] as number;
  const { size } = question.runs;
  const bound = scoreBound(Math.min(rest, most), weight, theirs, Math.min(size, runs), size, runs);
  if (bound < floor) return;
  if (gathering.count === scratch.touched.length) scratch.widen();
  scratch.touched[gathering.count] = t;
  scratch.bound[gathering.count++] = bound;
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
