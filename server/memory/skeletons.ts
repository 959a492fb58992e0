// Texts that are the same but for their numbers: a report, a table or a price list has thousands. What is counted for one of
// them without its numbers holds for all.
import { formAt, widthOf } from './forms.ts';
import { type Lexicon, NUMBER } from './lexicon.ts';
import type { Texts } from './texts.ts';

/** Skeletons that are kept at once; another one takes the place of an earlier one. */
const KEPT = 256;
/** What stands for any number in a hash; every other form is more. */
const ANY_NUMBER = 1;

/** What was counted for a text and holds for all that differ from it in numbers alone; -1 for what was not. */
export interface Counted {
  texts: Texts;
  t: number;
  /** The score that words and letters in common give, before numbers and case take anything off. */
  score: number;
  /** Words that differ from it in case alone. */
  cased: number;
}

/** The skeletons of one question at a time. */
export class Skeletons {
  readonly #kept: (Counted | null)[] = new Array<Counted | null>(KEPT).fill(null);
  #last: Counted | null = null;

  /** Forgets the question before. */
  begin(): void {
    this.#kept.fill(null);
    this.#last = null;
  }

  /** What was asked for last, where a text has the same skeleton: for most texts a look at their first word tells. */
  again(texts: Texts, t: number, lexicon: Lexicon): Counted | null {
    return this.#last && isSame(this.#last, texts, t, lexicon) ? this.#last : null;
  }

  /** What is known of a text's skeleton, to be filled in where it is not. */
  of(texts: Texts, t: number, lexicon: Lexicon): Counted {
    const slot = hashOf(texts, t, lexicon) & (KEPT - 1);
    const kept = this.#kept[slot];
    const counted = kept && isSame(kept, texts, t, lexicon) ? kept : { texts, t, score: -1, cased: -1 };
    this.#kept[slot] = counted;
    this.#last = counted;
    return counted;
  }
}

function hashOf({ forms, start }: Texts, t: number, { kind }: Lexicon): number {
  let hash = 0;
  for (let i = start[t] as number; i < (start[t + 1] as number); ) {
    const form = formAt(forms, i);
    i += widthOf(form);
    hash = Math.imul(hash ^ (kind.data[form] === NUMBER ? ANY_NUMBER : form + 2), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

function isSame(one: Counted, texts: Texts, t: number, { kind }: Lexicon): boolean {
  let i = one.texts.start[one.t] as number;
  let j = texts.start[t] as number;
  const [iEnd, jEnd] = [one.texts.start[one.t + 1] as number, texts.start[t + 1] as number];
  while (i < iEnd && j < jEnd) {
    const [mine, theirs] = [formAt(one.texts.forms, i), formAt(texts.forms, j)];
    if (mine !== theirs && !(kind.data[mine] === NUMBER && kind.data[theirs] === NUMBER)) return false;
    i += widthOf(mine);
    j += widthOf(theirs);
  }
  return i === iEnd && j === jEnd;
}
