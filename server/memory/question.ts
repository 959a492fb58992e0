// A text that is asked for, made ready to be compared with many.
import { EDGE, lettersOf, numbersApart } from '../text/similarity.ts';
import { type Word, weightOf } from '../text/weigh.ts';
import { CARD, mark, markSign, SIGN } from './cards.ts';
import { type Lexicon, WORD } from './lexicon.ts';
import type { Texts } from './texts.ts';

/** A stem of the question that some text has: how often the question has it, and what one of it weighs. */
export interface AskedStem {
  stem: number;
  count: number;
  weight: number;
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
  /** The forms of its numbers in order; -1 for one that no text has. */
  numbers: number[];
  /** How often each form, and each form in lower case, stands among its words. */
  forms: Map<number, number>;
  folded: Map<number, number>;
}

/** Prepares the words of a text. */
export function ask(words: readonly Word[], lexicon: Lexicon): Question {
  const stems = new Map<number, AskedStem>();
  const question: Question = {
    weight: weightOf(words),
    known: 0,
    card: new Uint32Array(CARD),
    sign: new Uint32Array(SIGN),
    runs: new RunTable(words),
    stems: [],
    numbers: [],
    forms: new Map(),
    folded: new Map(),
  };
  for (const word of words) {
    const { form, stem, folded } = lexicon.find(word);
    if (stem >= 0) {
      const asked = stems.get(stem) ?? { stem, count: 0, weight: word.weight };
      asked.count++;
      stems.set(stem, asked);
      question.known += word.weight;
      mark(question.card, 0, stem, word.weight);
      markSign(question.sign, stem, word.weight);
    }
    if (word.kind === 'number') question.numbers.push(form);
    if (word.kind !== 'word') continue;
    if (form >= 0) question.forms.set(form, (question.forms.get(form) ?? 0) + 1);
    if (folded >= 0) question.folded.set(folded, (question.folded.get(folded) ?? 0) + 1);
  }
  question.stems = [...stems.values()];
  return question;
}

/** The numbers of a text that differ from the question's, and its words that differ in case alone. */
export function detailsOf(question: Question, texts: Texts, t: number, lexicon: Lexicon): [number, number] {
  const numbers: number[] = [];
  const forms = new Map(question.forms);
  const folded = new Map(question.folded);
  let cased = 0;
  for (let i = texts.start[t] as number; i < (texts.start[t + 1] as number); i++) {
    const form = texts.forms[i] as number;
    const kind = lexicon.kind.data[form];
    if (kind === WORD) cased += take(folded, lexicon.folded.data[form] as number) - take(forms, form);
    else if (kind === 1) numbers.push(form);
  }
  return [numbersApart(question.numbers, numbers), cased];
}

function take(left: Map<number, number>, key: number): 0 | 1 {
  const count = left.get(key) ?? 0;
  if (count === 0) return 0;
  left.set(key, count - 1);
  return 1;
}

const EDGE_UNIT = EDGE.charCodeAt(0);

/** The question's runs of three letters, in a table that is asked for a million runs in a few milliseconds. */
export class RunTable {
  /** How many runs the question has. */
  readonly size: number;
  readonly #mask: number;
  readonly #pairs: Uint32Array;
  readonly #thirds: Uint16Array;
  readonly #left: Int32Array;
  readonly #taken: Uint32Array;

  constructor(words: readonly Word[]) {
    const letters = words.map((word) => lettersOf(word.kind, word.form)).join('');
    this.size = letters.length;
    const room = 2 ** Math.ceil(Math.log2(8 + this.size * 4));
    this.#mask = room - 1;
    this.#pairs = new Uint32Array(room);
    this.#thirds = new Uint16Array(room);
    this.#left = new Int32Array(room);
    this.#taken = new Uint32Array(this.size);
    const all = EDGE + letters + EDGE;
    for (let i = 0; i + 3 <= all.length; i++)
      this.#put(all.charCodeAt(i), all.charCodeAt(i + 1), all.charCodeAt(i + 2));
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
    const { data: ends } = lexicon.lettersEnd;
    const { data: letters } = lexicon.letters;
    const { forms } = texts;
    const to = texts.start[t + 1] as number;
    let taken = 0;
    let a = 0;
    let b = EDGE_UNIT;
    for (let i = texts.start[t] as number; i < to; i++) {
      const form = forms[i] as number;
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
