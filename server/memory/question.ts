// A text that is asked for, made ready to be compared with many.
import type { MatchToken } from '../text/match-tokens.ts';
import { EDGE } from '../text/similarity.ts';
import { CARD, mark, markSign, SIGN } from './cards.ts';
import { formAt, widthOf } from './forms.ts';
import type { FoundWord, Lexicon } from './lexicon.ts';
import type { Texts } from './texts.ts';

/** A stem of the question that some text has: how often the question has it, and what one of it weighs. */
export interface AskedStem {
  stem: number;
  count: number;
  weight: number;
  /** Its place in the order of the shelf that is searched. */
  place: number;
}

/** The question as {@link Lexicon} numbers. */
export interface Question {
  weight: number;
  /** The weight of those of its words whose stems some text has. */
  known: number;
  card: Uint32Array;
  sign: Uint32Array;
  runs: RunTable;
  stems: AskedStem[];
  words: FoundWord[];
}

/** Prepares the tokens of a text, with a table for its runs that this question has for itself until the next one. */
export function ask(tokens: readonly MatchToken[], lexicon: Lexicon, runs: RunTable): Question {
  const stems = new Map<number, AskedStem>();
  const card = new Uint32Array(CARD);
  const sign = new Uint32Array(SIGN);
  const words: FoundWord[] = [];
  let [weight, known] = [0, 0];
  runs.begin();
  for (const token of tokens) {
    const word = lexicon.find(token.kind, token.text);
    words.push(word);
    runs.add(word, lexicon);
    weight += word.weight;
    if (word.stem < 0) continue;
    const asked = stems.get(word.stem);
    if (asked) asked.count++;
    else stems.set(word.stem, { stem: word.stem, count: 1, weight: word.weight, place: 0 });
    known += word.weight;
    mark(card, 0, word.stem, word.weight);
    markSign(sign, word.stem, word.weight);
  }
  return { weight, known, card, sign, runs, stems: [...stems.values()], words };
}

const EDGE_UNIT = EDGE.charCodeAt(0);

/** A question's runs of three letters, in a table that is asked for a million runs in a few milliseconds. */
export class RunTable {
  /** How many runs the question has. */
  size = 0;
  #letters = new Uint16Array(512);
  /** Whether the table holds the letters: most questions end before it is asked. */
  #isFilled = false;
  #mask = 0;
  #pairs = new Uint32Array(0);
  #thirds = new Uint16Array(0);
  #left = new Int32Array(0);
  #taken = new Uint32Array(0);

  /** Forgets the question before. */
  begin(): void {
    this.size = 0;
    this.#isFilled = false;
  }

  /** Adds a word's letters behind those that are there. */
  add({ form, letters }: FoundWord, { letters: known, lettersEnd }: Lexicon): void {
    const from = form > 0 ? (lettersEnd.data[form - 1] as number) : 0;
    const count = letters === null ? (lettersEnd.data[form] as number) - from : letters.length;
    if (this.size + count > this.#letters.length) this.#widen(this.size + count);
    for (let i = 0; i < count; i++)
      this.#letters[this.size++] = letters === null ? (known.data[from + i] as number) : letters.charCodeAt(i);
  }

  #widen(least: number): void {
    const wider = new Uint16Array(least * 2);
    wider.set(this.#letters);
    this.#letters = wider;
  }

  #fill(): void {
    const room = 2 ** Math.ceil(Math.log2(8 + this.size * 4));
    this.#mask = room - 1;
    if (room > this.#pairs.length) {
      this.#pairs = new Uint32Array(room);
      this.#thirds = new Uint16Array(room);
      this.#left = new Int32Array(room);
      this.#taken = new Uint32Array(room);
    } else {
      this.#pairs.fill(0, 0, room);
      this.#left.fill(0, 0, room);
    }
    const letter = (at: number) => (at < 0 || at >= this.size ? EDGE_UNIT : (this.#letters[at] as number));
    for (let at = 0; at < this.size; at++) this.#put(letter(at - 1), letter(at), letter(at + 1));
    this.#isFilled = true;
  }

  #put(a: number, b: number, c: number): void {
    const pair = ((a << 16) | b) >>> 0;
    let slot = slotOf(pair, c) & this.#mask;
    while (this.#pairs[slot] !== 0 && (this.#pairs[slot] !== pair || this.#thirds[slot] !== c))
      slot = (slot + 1) & this.#mask;
    this.#pairs[slot] = pair;
    this.#thirds[slot] = c;
    this.#left[slot] = (this.#left[slot] as number) + 1;
  }

  /** How many runs a text has in common with the question, each as often as both have it. */
  inCommon(texts: Texts, t: number, lexicon: Lexicon): number {
    if (!this.#isFilled) this.#fill();
    const { data: ends } = lexicon.lettersEnd;
    const { data: letters } = lexicon.letters;
    const { forms } = texts;
    const to = texts.start[t + 1] as number;
    let taken = 0;
    let a = 0;
    let b = EDGE_UNIT;
    for (let i = texts.start[t] as number; i < to; ) {
      const form = formAt(forms, i);
      i += widthOf(form);
      const end = ends[form] as number;
      for (let at = form === 0 ? 0 : (ends[form - 1] as number); at < end; at++) {
        const c = letters[at] as number;
        if (a !== 0) taken = this.#take(a, b, c, taken);
        a = b;
        b = c;
      }
    }
    if (a !== 0) taken = this.#take(a, b, EDGE_UNIT, taken);
    for (let i = 0; i < taken; i++) (this.#left[this.#taken[i] as number] as number)++;
    return taken;
  }

  #take(a: number, b: number, c: number, taken: number): number {
    const pair = ((a << 16) | b) >>> 0;
    let slot = slotOf(pair, c) & this.#mask;
    for (;;) {
      const there = this.#pairs[slot];
      if (there === 0) return taken;
      if (there === pair && this.#thirds[slot] === c) break;
      slot = (slot + 1) & this.#mask;
    }
    if (this.#left[slot] === 0) return taken;
    this.#left[slot] = (this.#left[slot] as number) - 1;
    this.#taken[taken] = slot;
    return taken + 1;
  }
}

function slotOf(pair: number, c: number): number {
  const mixed = Math.imul(pair, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
