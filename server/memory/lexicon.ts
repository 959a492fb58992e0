// All words that the index has met, by number, with what the score needs to know of each.
import { lettersOf } from '../text/similarity.ts';
import { wordOf } from '../text/weigh.ts';
import { Growing } from './growing.ts';
import { Strings } from './strings.ts';

/** A word’s kind as a number. */
const WORD = 0;
export const NUMBER = 1;
export const MARK = 2;

/** The arrays that a lexicon is kept in, with the width of their numbers. */
export const LEXICON_FIELDS = {
  kind: 'u8',
  stem: 'u32',
  folded: 'u32',
  lettersEnd: 'u32',
  letters: 'u16',
  forms: 'u16',
  formsEnd: 'u32',
  stems: 'u16',
  stemsEnd: 'u32',
  folds: 'u16',
  foldsEnd: 'u32',
} as const;

interface Widths {
  u8: InstanceType<Uint8ArrayConstructor>;
  u16: InstanceType<Uint16ArrayConstructor>;
  u32: InstanceType<Uint32ArrayConstructor>;
}
export type LexiconArrays = { [name in keyof typeof LEXICON_FIELDS]: Widths[(typeof LEXICON_FIELDS)[name]] };

/** A stem's number and its weight stand in one number, for both are wanted together: the weight, below 16, in the low bits. */
export const WEIGHT_BITS = 4;
export const WEIGHT_MASK = 15;

/** A word that is asked for. Numbers are -1 for what no text has. */
export interface FoundWord {
  kind: number;
  weight: number;
  form: number;
  stem: number;
  folded: number;
  /** Its letters as they are compared, where no text has the form. */
  letters: string | null;
}

/** Words by number, shared by all texts of an index. A number is for the index's life. */
export class Lexicon {
  /** By form: its kind, the number of its stem with its weight (see {@link WEIGHT_BITS}), that of its form in lower case, and where its letters end. */
  readonly kind: Growing<Uint8ArrayConstructor>;
  readonly stem: Growing<Uint32ArrayConstructor>;
  readonly folded: Growing<Uint32ArrayConstructor>;
  readonly lettersEnd: Growing<Uint32ArrayConstructor>;
  readonly letters: Growing<Uint16ArrayConstructor>;
  readonly #forms: Strings;
  readonly #stems: Strings;
  readonly #folds: Strings;

  /** Begins empty, or with the arrays of another one, which it takes over. */
  constructor(kept?: LexiconArrays) {
    this.kind = new Growing(Uint8Array, kept?.kind);
    this.stem = new Growing(Uint32Array, kept?.stem);
    this.folded = new Growing(Uint32Array, kept?.folded);
    this.lettersEnd = new Growing(Uint32Array, kept?.lettersEnd);
    this.letters = new Growing(Uint16Array, kept?.letters);
    this.#forms = new Strings(kept && { units: kept.forms, ends: kept.formsEnd });
    this.#stems = new Strings(kept && { units: kept.stems, ends: kept.stemsEnd });
    this.#folds = new Strings(kept && { units: kept.folds, ends: kept.foldsEnd });
  }

  /** How many forms, and how many stems there are. */
  get size(): number {
    return this.#forms.size;
  }

  get stems(): number {
    return this.#stems.size;
  }

  /** The number of a form's stem. */
  stemOf(form: number): number {
    return (this.stem.data[form] as number) >>> WEIGHT_BITS;
  }

  /** What a form weighs. */
  weightOf(form: number): number {
    return (this.stem.data[form] as number) & WEIGHT_MASK;
  }

  /** The number of a form as the tokenizer names it, which it gets now if it has none. */
  learn(tokenKind: string, form: string): number {
    const kind = kindOf(tokenKind);
    const before = this.size;
    const number = this.#forms.add(kind, form);
    if (number === before) this.#describe(kind, form);
    return number;
  }

  /** What is known of a form as the tokenizer names it. */
  find(tokenKind: string, text: string): FoundWord {
    const kind = kindOf(tokenKind);
    const form = this.#forms.find(kind, text);
    if (form >= 0) {
      const folded = this.folded.data[form] as number;
      return { kind, weight: this.weightOf(form), form, stem: this.stemOf(form), folded, letters: null };
    }
    const word = wordOf(tokenKind, text);
    const folded = this.#folds.find(kind, text.toLowerCase());
    const stem = this.#stems.find(kind, word.stem);
    return { kind, weight: word.weight, form, stem, folded, letters: lettersOf(word.kind, text) };
  }

  #describe(kind: number, form: string): void {
    const word = wordOf(kind === NUMBER ? 'number' : kind === WORD ? 'word' : 'punctuation', form);
    this.kind.push(kind);
    this.stem.push(this.#stems.add(kind, word.stem) * (WEIGHT_MASK + 1) + word.weight);
    this.folded.push(this.#folds.add(kind, form.toLowerCase()));
    const letters = lettersOf(word.kind, form);
    for (let i = 0; i < letters.length; i++) this.letters.push(letters.charCodeAt(i));
    this.lettersEnd.push(this.letters.length);
  }

  /** What it is made of; views, not copies. */
  arrays(): LexiconArrays {
    const [forms, stems, folds] = [this.#forms.arrays(), this.#stems.arrays(), this.#folds.arrays()];
    return {
      kind: this.kind.view(),
      stem: this.stem.view(),
      folded: this.folded.view(),
      lettersEnd: this.lettersEnd.view(),
      letters: this.letters.view(),
      ...{ forms: forms.units, formsEnd: forms.ends },
      ...{ stems: stems.units, stemsEnd: stems.ends },
      ...{ folds: folds.units, foldsEnd: folds.ends },
    };
  }
}

function kindOf(tokenKind: string): number {
  return tokenKind === 'number' ? NUMBER : tokenKind === 'punctuation' ? MARK : WORD;
}
