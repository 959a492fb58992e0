// The texts of one language as the index keeps them, word numbers in a row: a pile as they come in, shelves in order.
import { CARD, WEIGHT, writeCard } from './cards.ts';
import { pushForm } from './forms.ts';
import { Growing } from './growing.ts';
import type { Lexicon } from './lexicon.ts';
import { type Postings, postings } from './postings.ts';

/** Some texts. The forms of text `t` stand from `start[t]` to `start[t + 1]`. */
export interface Texts {
  size: number;
  unit: Uint32Array;
  /** When the unit was last changed, in ms. */
  at: Float64Array;
  /** The number of the language on the other side. */
  facing: Uint8Array;
  /** {@link CARD} numbers a text. */
  cards: Uint32Array;
  start: Uint32Array;
  /** As `formAt` reads them. */
  forms: Uint16Array;
}

/** Texts by rising weight, with the texts of each stem. */
export interface Shelf extends Texts, Postings {
  /** The highest id of a unit. */
  newest: number;
  /** The first text of each weight or more, from weight 0 on. */
  lightest: Uint32Array;
}

/** What no language has as its number: a text that faces it is never found. */
const NOWHERE = 255;

/** Texts as they come in. */
export class Pile {
  readonly #unit = new Growing(Uint32Array);
  readonly #at = new Growing(Float64Array);
  readonly #facing = new Growing(Uint8Array);
  readonly #cards = new Growing(Uint32Array);
  readonly #start = new Growing(Uint32Array);
  readonly #forms = new Growing(Uint16Array);

  readonly #places = new Map<number, number>();

  constructor() {
    this.#start.push(0);
  }

  get size(): number {
    return this.#unit.length;
  }

  /** Adds a text by the forms that the lexicon gave it. */
  add(unit: number, at: number, facing: number, forms: readonly number[], lexicon: Lexicon): void {
    this.#places.set(unit, this.size);
    this.#unit.push(unit);
    this.#at.push(at);
    this.#facing.push(facing);
    for (let i = 0; i < CARD; i++) this.#cards.push(0);
    writeCard(this.#cards.data, this.#cards.length - CARD, forms, lexicon);
    for (const form of forms) pushForm(this.#forms, form);
    this.#start.push(this.#forms.length);
  }

  /** Takes a unit's texts away. Between two varieties of one language a unit has two, side by side. */
  drop(unit: number): void {
    for (let t = this.#places.get(unit) ?? -1; t >= 0 && this.#unit.data[t] === unit; t--)
      this.#facing.data[t] = NOWHERE;
    this.#places.delete(unit);
  }

  /** What is there so far. */
  texts(): Texts {
    return {
      size: this.size,
      unit: this.#unit.view(),
      at: this.#at.view(),
      facing: this.#facing.view(),
      cards: this.#cards.view(),
      start: this.#start.view(),
      forms: this.#forms.view(),
    };
  }
}

/** Texts to be shelved, and the units of which nothing there counts any more. */
export interface Part {
  texts: Texts;
  gone: ReadonlySet<number>;
}

/** Texts that are copied between two pauses: a few milliseconds. */
const AT_ONCE = 5000;

/** Puts texts on a shelf, without those of units that are gone, and pauses often, so that others get their turn. */
export function* shelving(parts: readonly Part[], lexicon: Lexicon): Generator<void, Shelf> {
  const queues = parts.map((part) => ({ part, order: orderOf(part), next: 0 }));
  const texts = emptyTexts(queues);
  let end = 0;
  for (let t = 0; t < texts.size; t++) {
    const queue = queues.reduce((lightest, one) => (weightAt(one) < weightAt(lightest) ? one : lightest));
    end = copyText(queue.part.texts, queue.order[queue.next++] as number, texts, t, end);
    if (t % AT_ONCE === 0) yield;
  }
  const newest = texts.unit.reduce((highest, unit) => Math.max(highest, unit), 0);
  return { ...texts, newest, lightest: lightestOf(texts), ...(yield* postings(texts, lexicon)) };
}

function lightestOf({ size, cards }: Texts): Uint32Array {
  const heaviest = size === 0 ? 0 : (cards[(size - 1) * CARD + WEIGHT] as number);
  const lightest = new Uint32Array(heaviest + 2);
  for (let t = 0, weight = 0; weight < lightest.length; weight++) {
    while (t < size && (cards[t * CARD + WEIGHT] as number) < weight) t++;
    lightest[weight] = t;
  }
  return lightest;
}

interface Queue {
  part: Part;
  order: Uint32Array;
  next: number;
}

function weightAt({ part: { texts }, order, next }: Queue): number {
  return next < order.length ? (texts.cards[(order[next] as number) * CARD + WEIGHT] as number) : Infinity;
}

/** A weight and a text in one number, in this order, for sorting. */
const TEXTS = 2 ** 30;

/** The texts of a part that count, by rising weight. What stands in order already is not sorted again. */
function orderOf({ texts: { size, unit, facing, cards }, gone }: Part): Uint32Array {
  const keys = new Float64Array(size);
  let kept = 0;
  let inOrder = true;
  for (let t = 0; t < size; t++) {
    if (facing[t] === NOWHERE || gone.has(unit[t] as number)) continue;
    keys[kept] = (cards[t * CARD + WEIGHT] as number) * TEXTS + t;
    if (kept > 0 && (keys[kept] as number) < (keys[kept - 1] as number)) inOrder = false;
    kept++;
  }
  const sorted = keys.subarray(0, kept);
  if (!inOrder) sorted.sort();
  return Uint32Array.from(sorted, (key) => key % TEXTS);
}

function emptyTexts(queues: readonly Queue[]): Texts {
  let [forms, size] = [0, 0];
  for (const { part, order } of queues) {
    const { start } = part.texts;
    for (const t of order) forms += (start[t + 1] as number) - (start[t] as number);
    size += order.length;
  }
  return {
    size,
    unit: new Uint32Array(size),
    at: new Float64Array(size),
    facing: new Uint8Array(size),
    cards: new Uint32Array(size * CARD),
    start: new Uint32Array(size + 1),
    forms: new Uint16Array(forms),
  };
}

function copyText(from: Texts, f: number, to: Texts, t: number, end: number): number {
  to.unit[t] = from.unit[f] as number;
  to.at[t] = from.at[f] as number;
  to.facing[t] = from.facing[f] as number;
  for (let i = 0; i < CARD; i++) to.cards[t * CARD + i] = from.cards[f * CARD + i] as number;
  let at = end;
  for (let i = from.start[f] as number; i < (from.start[f + 1] as number); i++)
    to.forms[at++] = from.forms[i] as number;
  to.start[t + 1] = at;
  return at;
}
