// The words of a text as matching sees them: what they are alike by (the stem), and how much they weigh.
import { matchTokens } from './match-tokens.ts';

/** A word, number or mark of a text. Two with one stem are the same word in another form; stems never cross kinds. */
export interface Word {
  kind: 'word' | 'number' | 'mark';
  /** As written. */
  form: string;
  /** What the forms of one word share: folded, without accents and common endings; every number has the stem `0`. */
  stem: string;
  /** How much the word counts in a text, a whole number of 1 or more: the longer its stem, the more. */
  weight: number;
}

/** A number weighs as much as a middling word: that a number stands there matters, which one it is matters less. */
const NUMBER_WEIGHT = 5;
const MARK_WEIGHT = 1;

/** The weighed words of a text without inline codes, in order, as {@link matchTokens} sees them. */
export function weigh(text: string): Word[] {
  return matchTokens(text).map((token) => wordOf(token.kind, token.text));
}

/** The weight of a whole text. */
export function weightOf(words: readonly Word[]): number {
  let sum = 0;
  for (const word of words) sum += word.weight;
  return sum;
}

/** Weighs one token of a text; every kind but punctuation and numbers is a word. */
export function wordOf(kind: string, form: string): Word {
  if (kind === 'punctuation') return { kind: 'mark', form, stem: form, weight: MARK_WEIGHT };
  if (kind === 'number') return { kind: 'number', form, stem: '0', weight: NUMBER_WEIGHT };
  const stem = stemOf(form);
  return { kind: 'word', form, stem, weight: 2 + Math.min(stem.length, 10) };
}

const PLAIN = /^[a-z]+$/;
const MARKS = /\p{M}+/gu;
/** Endings of French and English inflection, longest first; what is left keeps four letters at least. */
const ENDING =
  /(?<=^.{4,})(?:issements?|ements?|ations?|ments?|antes?|ants?|euses?|eux|aux|ales?|ées?|ees|ing|ies|ied|ers?|ez|es|ed|nt|ee|al|e|s|x|r|y)$/;

/** Folds a word and takes one common French or English ending off where four letters stay: « fenêtres » → `fenetr`. */
export function stemOf(form: string): string {
  const lower = form.toLowerCase();
  const folded = PLAIN.test(lower) ? lower : lower.normalize('NFD').replace(MARKS, '');
  return folded.length < 5 ? folded : folded.replace(ENDING, '');
}
