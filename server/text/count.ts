// Counting as the trade does, for quotes and statistics; what a word is for matching is the tokenizer's affair.
import type { Code } from '../model.ts';
import { withoutCodes } from './inline.ts';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
// « 3 000 », « 12 500,50 »: spaces between groups of three digits do not part words.
const GROUPED_DIGITS = /(?<![\d\p{L}])\d{1,3}(?:\s\d{3})+(?!\d)/gu;

/** How many runs between white space hold a letter or a digit: « l'industrie » is 1, « 3 000 » is 1, a lone « : » is 0. Codes do not count. */
export function countWords(text: string, codes: readonly Code[] = []): number {
  const flat = withoutCodes(text, codes);
  const joined = flat.replace(GROUPED_DIGITS, (digits) => digits.replace(/\s/g, ''));
  let words = 0;
  for (const run of joined.split(/\s+/)) if (LETTER_OR_DIGIT.test(run)) words++;
  return words;
}

/** How many characters a text has, spaces included: Unicode characters of its composed form (NFC), without codes. */
export function countSigns(text: string, codes: readonly Code[] = []): number {
  let signs = 0;
  for (const _ of withoutCodes(text, codes).normalize('NFC')) signs++;
  return signs;
}
