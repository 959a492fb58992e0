// What kind of character stands at an offset, answered from a table that fills itself: regular expressions are too slow to ask each time.
import { ZERO_WIDTHS, ZWJ } from './typography.ts';

/** Past the end of the text. */
export const NONE = 0;
/** Letters (of scripts that write spaces) and the underscore. */
export const LETTER = 1;
export const DIGIT = 2;
/** White space of any width, no-break ones and line ends included. */
export const SPACE = 3;
/** Marks that belong to the character before: accents, variation selectors, joiners, zero-width characters. */
export const MARK = 4;
/** Signs of scripts that write no spaces between words: Han, Kana, Thai, Lao, Khmer, Burmese. */
export const IDEOGRAPH = 5;
/** Punctuation, symbols, and halves of broken surrogate pairs. */
const SIGN = 6;

/** One of the kinds above. */
export type CharacterKind = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const table = new Uint8Array(0x10000);
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The kind of the character that begins at a UTF-16 offset; {@link NONE} past the end. */
export function kindAt(text: string, at: number): CharacterKind {
  if (at >= text.length) return NONE;
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff) return classify(String.fromCodePoint(text.codePointAt(at) ?? unit));
  const known = table[unit] as CharacterKind;
  if (known !== NONE) return known;
  const found = classify(String.fromCharCode(unit));
  table[unit] = found;
  return found;
}

function classify(char: string): CharacterKind {
  if (/\s/.test(char)) return char === '\ufeff' ? MARK : SPACE;
  if (/\p{M}/u.test(char) || char === ZWJ || ZERO_WIDTHS.includes(char)) return MARK;
  if (UNSPACED.test(char)) return IDEOGRAPH;
  if (/[\p{L}_]/u.test(char)) return LETTER;
  return /\p{Nd}/u.test(char) ? DIGIT : SIGN;
}

/** How many UTF-16 units the character at an offset takes: 1 or 2. */
export function widthAt(text: string, at: number): 1 | 2 {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
}

/** True where a letter, digit or unspaced sign stands at an offset. */
export function isLetterOrDigit(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === LETTER || kind === DIGIT || kind === IDEOGRAPH;
}

/** True where a capital letter of any script stands at an offset. */
export function isCapitalAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  return kindAt(text, at) === LETTER && /\p{Lu}|\p{Lt}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** True where a small letter of any script stands at an offset. */
export function isSmallAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a;
  return kindAt(text, at) === LETTER && /\p{Ll}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
