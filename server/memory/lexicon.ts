// All words that the index has met, by number, with what the score needs to know of each.
import { lettersOf } from '../text/similarity.ts';
import { type Word, wordOf } from '../text/weigh.ts';
import { Growing } from './growing.ts';

/** A word's kind as a number: 0 word, 1 number, 2 mark. */
const KINDS: readonly Word['kind'][] = ['word', 'number', 'mark'];
export const WORD = 0;
export const NUMBER = 1;

/** Words by number, shared by all texts of an index. A number is for the index's life. */
export class Lexicon {
  /** By form: its kind, its weight, the numbers of its stem and of its form in lower case, and where its letters end. */
  readonly kind = new Growing(Uint8Array);
  readonly weight = new Growing(Uint8Array);
  readonly stem = new Growing(Uint32Array);
  readonly folded = new Growing(Uint32Array);
  readonly lettersEnd = new Growing(Uint32Array);
  readonly letters = new Growing(Uint16Array);
  stems = 0;
  readonly #forms = KINDS.map(() => new Map<string, number>());
  readonly #stems = KINDS.map(() => new Map<string, number>());
  readonly #folds = new Map<string, number>();

  /** How many forms there are. */
  get size(): number {
    return this.kind.length;
  }

  /** The number of a form as the tokenizer names it, which it gets now if it has none. */
  learn(tokenKind: string, form: string): number {
    const kind = tokenKind === 'number' ? NUMBER : tokenKind === 'punctuation' ? 2 : WORD;
    return this.#forms[kind]?.get(form) ?? this.#add(kind, form);
  }

  /** The number of a word, of its stem and of its form in lower case; -1 for what no text has. */
  find(word: Word): { form: number; stem: number; folded: number } {
    const kind = KINDS.indexOf(word.kind);
    const form = this.#forms[kind]?.get(word.form) ?? -1;
    if (form >= 0) return { form, stem: this.stem.data[form] ?? -1, folded: this.folded.data[form] ?? -1 };
    const stem = this.#stems[kind]?.get(word.stem) ?? -1;
    return { form, stem, folded: this.#folds.get(word.form.toLowerCase()) ?? -1 };
  }

  #add(kind: number, form: string): number {
    const number = this.size;
    const own = ownCopy(form);
    const word = wordOf(kind === NUMBER ? 'number' : kind === WORD ? 'word' : 'punctuation', own);
    this.#forms[kind]?.set(own, number);
    this.kind.push(kind);
    this.weight.push(word.weight);
    this.stem.push(numbered(this.#stems[kind] ?? new Map(), word.stem, () => this.stems++));
    this.folded.push(numbered(this.#folds, own.toLowerCase(), () => this.#folds.size));
    const letters = lettersOf(word.kind, own);
    for (let i = 0; i < letters.length; i++) this.letters.push(letters.charCodeAt(i));
    this.lettersEnd.push(this.letters.length);
    return number;
  }

  /** All forms in order of their numbers, each kind's digit before it, between line ends. */
  store(): string {
    const lines = new Array<string>(this.size);
    for (const [kind, forms] of this.#forms.entries()) for (const [form, n] of forms) lines[n] = `${kind}${form}`;
    return lines.join('\n');
  }

  /** A lexicon as it was stored. */
  static restore(forms: string): Lexicon {
    const lexicon = new Lexicon();
    if (forms !== '') for (const line of forms.split('\n')) lexicon.#add(Number(line[0]), line.slice(1));
    return lexicon;
  }
}

/** A piece of a text would keep the whole text in memory; and most words fit into one byte a letter. */
function ownCopy(form: string): string {
  const latin = Buffer.from(form, 'latin1').toString('latin1');
  return latin === form ? latin : Buffer.from(form, 'utf16le').toString('utf16le');
}

function numbered(numbers: Map<string, number>, text: string, next: () => number): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  const number = next();
  numbers.set(text, number);
  return number;
}
