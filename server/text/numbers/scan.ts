// A text cut into atoms, with the words of its language, and the small questions that all readers ask of it.
import type { Language } from '../../model.ts';
import { type Atom, atomsOf } from './atoms.ts';
import { type Lexicon, lexiconFor } from './lexicon.ts';
import { isJoint } from './phrases.ts';
import type { Quantity, QuantityKind } from './quantity.ts';
import type { Rational } from './rational.ts';
import type { WordNumeral } from './words.ts';

/** What a reader has found: a quantity and the index of the atom behind it. */
export interface Found {
  quantity: Quantity;
  next: number;
  /** What scales its number was multiplied by: the million of « 5 à 7 millions » serves both ends. */
  scale?: Rational;
}

/** In atoms: « un Français sur trois », "a woman and a half" and three words between. */
const ARTICLE_REACH = 14;
const ROMAN_START = /^(?:[IVX]|L(?=[IVX]))[IVXL]*(?:i?[eè]|\u1d49)/;

/** A text cut into atoms, with what readers of numbers ask of it. */
export class Scan {
  readonly text: string;
  readonly atoms: readonly Atom[];
  readonly lexicon: Lexicon;
  /** Numbers in words that have been read, by the atom at which they begin. */
  readonly inWords = new Map<number, WordNumeral | null>();

  constructor(text: string, language: Language) {
    this.text = text;
    this.atoms = atomsOf(text);
    this.lexicon = lexiconFor(language);
  }

  /** False where no quantity can begin at an atom: most words. */
  mayBegin(at: number): boolean {
    const atom = this.atoms[at];
    if (!atom || atom.kind === 'space') return false;
    if (atom.kind === 'digits') return true;
    if (this.lexicon.exactStarters.has(atom.text)) return true;
    if (atom.kind === 'sign') return false;
    if (this.lexicon.articles.has(atom.low) || (atom.low === 'le' && this.lexicon.language === 'fr'))
      return this.#countsSoon(at);
    return this.lexicon.starters.has(atom.low) || this.#holdsDigits(at) || ROMAN_START.test(atom.text);
  }

  /** An article counts only with another word of number behind it: « un sur quatre », "a year and a half". */
  #countsSoon(at: number): boolean {
    if (this.#holdsDigits(at)) return true;
    for (let next = at + 1; next <= at + ARTICLE_REACH; next++) {
      const atom = this.atoms[next];
      if (atom?.kind === 'digits' || (atom?.kind === 'word' && this.lexicon.starters.has(atom.low))) return true;
    }
    return false;
  }

  /** Digits right behind a word or behind its hyphen: GPT-4, H100. */
  #holdsDigits(at: number): boolean {
    const next = this.atoms[at + 1];
    if (next?.kind === 'digits') return true;
    return next?.kind === 'sign' && this.atoms[at + 2]?.kind === 'digits' && isJoint(next);
  }

  /** The lower-case word at an atom, or '' where none stands. */
  word(at: number): string {
    const atom = this.atoms[at];
    return atom?.kind === 'word' ? atom.low : '';
  }

  /** The digits at an atom, or '' where none stand. */
  digits(at: number): string {
    const atom = this.atoms[at];
    return atom?.kind === 'digits' ? atom.text : '';
  }

  /** The sign at an atom, or '' where none stands. */
  sign(at: number): string {
    const atom = this.atoms[at];
    return atom?.kind === 'sign' ? atom.text : '';
  }

  isSpace(at: number): boolean {
    const atom = this.atoms[at];
    return atom?.kind === 'space' && !atom.text.includes('\n');
  }

  /** The index after one space, or the same index. */
  pastSpace(at: number): number {
    return this.isSpace(at) ? at + 1 : at;
  }

  /** The index after one space or hyphen, or the same index. */
  pastJoint(at: number): number {
    return isJoint(this.atoms[at]) ? at + 1 : at;
  }

  /** The index of the word before, over one space or hyphen; -1 where another thing stands there. */
  wordBefore(at: number): number {
    const back = isJoint(this.atoms[at - 1]) ? at - 2 : at - 1;
    return this.atoms[back]?.kind === 'word' ? back : -1;
  }

  /** True where the word begins with a capital. */
  isCapital(at: number): boolean {
    return /^\p{Lu}/u.test(this.atoms[at]?.text ?? '');
  }

  /** The offset at which an atom begins, or the text ends. */
  startOf(at: number): number {
    return this.atoms[at]?.start ?? this.text.length;
  }

  /** The offset at which the atom before an index ends. */
  endBefore(next: number): number {
    return this.atoms[next - 1]?.end ?? 0;
  }
}

/** Makes the quantity of the atoms from `at` to `next`. */
export function made(
  scan: Scan,
  at: number,
  next: number,
  kind: QuantityKind,
  value: string,
  more: Partial<Quantity> = {},
): Found {
  const form = scan.atoms.slice(at, next).some((atom) => atom.kind === 'digits') ? 'digits' : 'words';
  return { quantity: { start: scan.startOf(at), end: scan.endBefore(next), kind, value, form, ...more }, next };
}
