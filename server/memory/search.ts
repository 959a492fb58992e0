// Finds the best texts for a question without looking at all of them, and misses none: candidates by their bounds, the most
// promising first, then the score itself where its bounds allow it.
import { lessened, scoreBound, shareNeeded } from '../text/similarity.ts';
import { candidates, type Scratch, SLACK } from './candidates.ts';
import { CARD, RUNS, WEIGHT } from './cards.ts';
import type { Details } from './details.ts';
import { formAt, widthOf } from './forms.ts';
import { type Lexicon, WEIGHT_BITS, WEIGHT_MASK } from './lexicon.ts';
import type { Question } from './question.ts';
import type { Counted, Skeletons } from './skeletons.ts';
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
  offer(unit: number, raw: number, at: number): void {
    const last = this.found.at(-1);
    if (last && this.found.length === this.#limit && !isBefore(unit, raw, at, last)) return;
    this.#insert({ unit, raw, at });
  }

  #insert(one: Found): void {
    const twin = this.found.findIndex((other) => other.unit === one.unit);
    if (twin >= 0 && !isBefore(one.unit, one.raw, one.at, this.found[twin] as Found)) return;
    if (twin >= 0) this.found.splice(twin, 1);
    let place = this.found.length;
    while (place > 0 && isBefore(one.unit, one.raw, one.at, this.found[place - 1] as Found)) place--;
    this.found.splice(place, 0, one);
    if (this.found.length > this.#limit) this.found.pop();
    if (this.found.length === this.#limit) this.floor = Math.max(this.floor, this.found.at(-1)?.raw ?? 0);
  }
}

function isBefore(unit: number, raw: number, at: number, other: Found): boolean {
  if (raw !== other.raw) return raw > other.raw;
  return at === other.at ? unit < other.unit : at > other.at;
}

/** What a search needs beside the texts; `facing` is the language wanted on the other side. */
export interface Search {
  lexicon: Lexicon;
  question: Question;
  details: Details;
  skeletons: Skeletons;
  facing: number;
  best: Best;
  scratch: Scratch;
}

/** Offers every text, one after the other. */
export function searchAll(texts: Texts, gone: ReadonlySet<number>, search: Search): void {
  for (const { stem, count } of search.question.stems) search.scratch.left[stem] = count;
  for (let t = 0; t < texts.size; t++) consider(texts, t, gone, search);
  for (const { stem } of search.question.stems) search.scratch.left[stem] = 0;
}

/** Offers every text of a shelf that may come among the best, the likeliest first. */
export function searchShelf(shelf: Shelf, gone: ReadonlySet<number>, search: Search): void {
  const { question, best, scratch } = search;
  if (shareNeeded(best.floor) * question.weight <= 0) {
    searchAll(shelf, gone, search);
    return;
  }
  const count = candidates(shelf, question, best.floor, scratch);
  for (const { stem, count } of question.stems) scratch.left[stem] = count;
  for (let i = 0; i < count; i++) {
    const candidate = scratch.sorted[i] as number;
    if ((scratch.bound[candidate] as number) >= best.floor)
      consider(shelf, scratch.touched[candidate] as number, gone, search);
  }
  for (const { stem } of question.stems) scratch.left[stem] = 0;
}

function consider(texts: Texts, t: number, gone: ReadonlySet<number>, search: Search): void {
  const { details, skeletons, best, lexicon } = search;
  if (texts.facing[t] !== search.facing) return;
  const alike = skeletons.again(texts, t, lexicon) ?? count(texts, t, search);
  if (alike === null || alike.score < best.floor) return;
  const unit = texts.unit[t] as number;
  if (gone.has(unit)) return;
  if (alike.cased < 0) alike.cased = details.casedWords(texts, t, lexicon);
  details.countNumbers(texts, t, lexicon);
  const raw = lessened(alike.score, details.numbersApart, alike.cased + details.numbersCased);
  if (raw >= best.floor) best.offer(unit, raw, texts.at[t] as number);
}

/** What words and letters in common give a text and all that differ from it in numbers alone; null where that is too little. */
function count(texts: Texts, t: number, search: Search): Counted | null {
  const { question, skeletons, best, lexicon } = search;
  const weight = texts.cards[t * CARD + WEIGHT] as number;
  const whole = Math.max(question.weight, weight);
  const shared = sharedWeight(texts, t, search, shareNeeded(best.floor) * whole - SLACK);
  if (shared < 0) return null;
  const { size } = question.runs;
  const runs = texts.cards[t * CARD + RUNS] as number;
  if (scoreBound(shared, question.weight, weight, Math.min(size, runs), size, runs) < best.floor) return null;
  const alike = skeletons.of(texts, t, lexicon);
  if (alike.score >= 0) return alike;
  const common = question.runs.inCommon(texts, t, lexicon);
  alike.score = scoreBound(shared, question.weight, weight, common, size, runs);
  return alike;
}

/** The weight of the stems that a text shares with the question; -1 where that is less than `least`. */
function sharedWeight(texts: Texts, t: number, { lexicon, scratch }: Search, least: number): number {
  const { left, used } = scratch;
  const { data: stems } = lexicon.stem;
  const { forms } = texts;
  const end = texts.start[t + 1] as number;
  let possible = texts.cards[t * CARD + WEIGHT] as number;
  let taken = 0;
  for (let i = texts.start[t] as number; i < end; ) {
    const form = formAt(forms, i);
    i += widthOf(form);
    const packed = stems[form] as number;
    const stem = packed >>> WEIGHT_BITS;
    if (left[stem] !== 0) {
      left[stem] = (left[stem] as number) - 1;
      used[taken++] = stem;
    } else {
      possible -= packed & WEIGHT_MASK;
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
