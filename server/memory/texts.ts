// The texts of one language as the index keeps them: word numbers in a row, and postings from stems to texts.
import { Growing } from './growing.ts';
import type { Lexicon } from './lexicon.ts';

/** Some texts. Text `t` has the forms from `start[t]` to `start[t + 1]`. */
export interface Texts {
  size: number;
  unit: Uint32Array;
  /** When the unit was last changed, in ms. */
  at: Float64Array;
  /** The number of the language on the other side. */
  facing: Uint8Array;
  weight: Uint32Array;
  /** How many runs of three letters the text has. */
  runs: Uint32Array;
  start: Uint32Array;
  forms: Uint32Array;
}

/** Texts by rising weight, with the texts of each stem (`docs` from `stemStart[s]` to `stemStart[s + 1]`, rising). */
export interface Shelf extends Texts {
  /** The highest id of a unit. */
  newest: number;
  stemStart: Uint32Array;
  docs: Uint32Array;
}

/** What no language has as its number: a text that faces it is never found. */
const NOWHERE = 255;

/** Texts as they come in. */
export class Pile {
  readonly #unit = new Growing(Uint32Array);
  readonly #at = new Growing(Float64Array);
  readonly #facing = new Growing(Uint8Array);
  readonly #weight = new Growing(Uint32Array);
  readonly #runs = new Growing(Uint32Array);
  readonly #start = new Growing(Uint32Array);
  readonly #forms = new Growing(Uint32Array);

  readonly #places = new Map<number, number>();

  constructor() {
    this.#start.push(0);
  }

  get size(): number {
    return this.#unit.length;
  }

  /** Adds a text by the forms that the lexicon gave it. */
  add(unit: number, at: number, facing: number, forms: readonly number[], lexicon: Lexicon): void {
    const { weight, runs } = sums(forms, lexicon);
    this.#places.set(unit, this.size);
    this.#unit.push(unit);
    this.#at.push(at);
    this.#facing.push(facing);
    this.#weight.push(weight);
    this.#runs.push(runs);
    for (const form of forms) this.#forms.push(form);
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
      weight: this.#weight.view(),
      runs: this.#runs.view(),
      start: this.#start.view(),
      forms: this.#forms.view(),
    };
  }
}

function sums(forms: readonly number[], lexicon: Lexicon): { weight: number; runs: number } {
  let weight = 0;
  let letters = 2;
  for (const form of forms) {
    weight += lexicon.weight.data[form] ?? 0;
    letters += (lexicon.lettersEnd.data[form] ?? 0) - (form === 0 ? 0 : (lexicon.lettersEnd.data[form - 1] ?? 0));
  }
  return { weight, runs: Math.max(0, letters - 2) };
}

/** Texts to be shelved, and the units of which nothing there counts any more. */
export interface Part {
  texts: Texts;
  gone: ReadonlySet<number>;
}

/** A weight, a part and a text in one number, in this order, for sorting: 23, 4 and 26 bits. */
const TEXTS = 2 ** 26;
const PARTS = 2 ** 4;
const HEAVIEST = 2 ** 23 - 1;

/** Puts texts (of at most 16 parts) on a shelf, without those of units that are gone. */
export function shelve(parts: readonly Part[], lexicon: Lexicon): Shelf {
  const order = orderByWeight(parts);
  const places = Array.from(parts, ({ texts }) => texts);
  const texts = emptyTexts(order, places);
  let end = 0;
  for (let t = 0; t < order.length; t++) {
    const place = order[t] as number;
    end = copyText(places[partOf(place)] as Texts, place % TEXTS, texts, t, end);
  }
  const newest = texts.unit.reduce((highest, unit) => Math.max(highest, unit), 0);
  return { ...texts, newest, ...postings(texts, lexicon) };
}

function partOf(place: number): number {
  return Math.floor(place / TEXTS) % PARTS;
}

function orderByWeight(parts: readonly Part[]): Float64Array {
  const places = new Growing(Float64Array);
  for (const [p, { texts, gone }] of parts.entries()) {
    for (let t = 0; t < texts.size; t++) {
      if (texts.facing[t] === NOWHERE || gone.has(texts.unit[t] as number)) continue;
      places.push((Math.min(texts.weight[t] as number, HEAVIEST) * PARTS + p) * TEXTS + t);
    }
  }
  return places.view().sort();
}

function emptyTexts(order: Float64Array, parts: readonly Texts[]): Texts {
  let forms = 0;
  for (const place of order) {
    const { start } = parts[partOf(place)] as Texts;
    forms += (start[(place % TEXTS) + 1] as number) - (start[place % TEXTS] as number);
  }
  const size = order.length;
  return {
    size,
    unit: new Uint32Array(size),
    at: new Float64Array(size),
    facing: new Uint8Array(size),
    weight: new Uint32Array(size),
    runs: new Uint32Array(size),
    start: new Uint32Array(size + 1),
    forms: new Uint32Array(forms),
  };
}

function copyText(from: Texts, f: number, to: Texts, t: number, end: number): number {
  to.unit[t] = from.unit[f] as number;
  to.at[t] = from.at[f] as number;
  to.facing[t] = from.facing[f] as number;
  to.weight[t] = from.weight[f] as number;
  to.runs[t] = from.runs[f] as number;
  let at = end;
  for (let i = from.start[f] as number; i < (from.start[f + 1] as number); i++)
    to.forms[at++] = from.forms[i] as number;
  to.start[t + 1] = at;
  return at;
}

/** From each stem to the texts that have it, once each however often they do. */
function postings({ size, start, forms }: Texts, lexicon: Lexicon): Pick<Shelf, 'stemStart' | 'docs'> {
  const { data: stems } = lexicon.stem;
  const stemStart = new Uint32Array(lexicon.stems + 1);
  const each = (tell: (stem: number, text: number) => void) => {
    const last = new Uint32Array(lexicon.stems);
    for (let t = 0; t < size; t++) {
      for (let i = start[t] as number; i < (start[t + 1] as number); i++) {
        const stem = stems[forms[i] as number] as number;
        if (last[stem] === t + 1) continue;
        last[stem] = t + 1;
        tell(stem, t);
      }
    }
  };
  each((stem) => {
    stemStart[stem + 1] = (stemStart[stem + 1] as number) + 1;
  });
  for (let s = 0; s < lexicon.stems; s++) stemStart[s + 1] = (stemStart[s + 1] as number) + (stemStart[s] as number);
  const docs = new Uint32Array(stemStart[lexicon.stems] as number);
  const next = stemStart.slice();
  each((stem, t) => {
    const place = next[stem] as number;
    docs[place] = t;
    next[stem] = place + 1;
  });
  return { stemStart, docs };
}
