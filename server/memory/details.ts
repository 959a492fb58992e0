// What takes points off two texts that are alike: numbers that differ, and words that differ in case alone.
import { numbersApart } from '../text/similarity.ts';
import { formAt, widthOf } from './forms.ts';
import { type FoundWord, type Lexicon, MARK, NUMBER } from './lexicon.ts';
import type { Texts } from './texts.ts';

/** A question's numbers and words, to be compared with many texts. */
export class Details {
  /** Its numbers in order, as forms in lower case; -1 for one that no text has. */
  readonly #numbers: number[];
  readonly #theirs: number[] = [];
  readonly #forms: Tally;
  readonly #folded: Tally;
  /** Of the text whose numbers were counted last: how many differ, and how many in case alone, "Three" beside "three". */
  numbersApart = 0;
  numbersCased = 0;

  constructor(words: readonly FoundWord[]) {
    const counted = words.filter(({ kind }) => kind !== MARK);
    this.#numbers = counted.filter(({ kind }) => kind === NUMBER).map(({ folded }) => folded);
    this.#forms = new Tally(counted.map(({ form }) => form));
    this.#folded = new Tally(counted.map(({ folded }) => folded));
  }

  /** How many words, numbers in words left out, a text has in another case than the question. */
  casedWords(texts: Texts, t: number, { kind, folded }: Lexicon): number {
    let cased = 0;
    for (let i = texts.start[t] as number; i < (texts.start[t + 1] as number); ) {
      const form = formAt(texts.forms, i);
      i += widthOf(form);
      if (kind.data[form] !== MARK && kind.data[form] !== NUMBER)
        cased += this.#cased(form, folded.data[form] as number);
    }
    this.#giveBack();
    return cased;
  }

  /** Counts the numbers of a text. */
  countNumbers(texts: Texts, t: number, { kind, folded }: Lexicon): void {
    let count = 0;
    this.numbersCased = 0;
    for (let i = texts.start[t] as number; i < (texts.start[t + 1] as number); ) {
      const form = formAt(texts.forms, i);
      i += widthOf(form);
      if (kind.data[form] !== NUMBER) continue;
      const fold = folded.data[form] as number;
      this.#theirs[count++] = fold;
      this.numbersCased += this.#cased(form, fold);
    }
    this.#giveBack();
    if (this.#theirs.length > count) this.#theirs.length = count;
    this.numbersApart = numbersApart(this.#numbers, this.#theirs);
  }

  #cased(form: number, folded: number): number {
    return this.#folded.take(folded) - this.#forms.take(form);
  }

  #giveBack(): void {
    this.#forms.giveBack();
    this.#folded.giveBack();
  }
}

/** How often each of some numbers is there; what a text takes is given back before the next one. */
class Tally {
  readonly #mask: number;
  /** One more than the number of each slot, 0 for none. */
  readonly #keys: Uint32Array;
  readonly #left: Uint32Array;
  readonly #taken: number[] = [];
  #count = 0;

  /** Counts numbers of 0 and more; others are left out. */
  constructor(numbers: readonly number[]) {
    const room = 2 ** Math.ceil(Math.log2(8 + numbers.length * 2));
    this.#mask = room - 1;
    this.#keys = new Uint32Array(room);
    this.#left = new Uint32Array(room);
    for (const number of numbers) {
      if (number < 0) continue;
      const slot = this.#slotOf(number);
      this.#keys[slot] = number + 1;
      this.#left[slot] = (this.#left[slot] as number) + 1;
    }
  }

  take(number: number): 0 | 1 {
    const slot = this.#slotOf(number);
    if (this.#left[slot] === 0) return 0;
    this.#left[slot] = (this.#left[slot] as number) - 1;
    this.#taken[this.#count++] = slot;
    return 1;
  }

  giveBack(): void {
    while (this.#count > 0) {
      const slot = this.#taken[--this.#count] as number;
      this.#left[slot] = (this.#left[slot] as number) + 1;
    }
  }

  /** The number's slot, or the empty one where it would stand. */
  #slotOf(number: number): number {
    let slot = (Math.imul(number, 0x9e3779b1) >>> 16) & this.#mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== number + 1) slot = (slot + 1) & this.#mask;
    return slot;
  }
}
