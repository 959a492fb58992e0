// Ordinal numbers, in digits, words and Roman numerals.
import type { Scan } from './scan.ts';
import { readWords } from './words.ts';

/** An ordinal's number and the index of the atom behind it. */
export interface OrdinalNumber {
  value: number;
  next: number;
}

/** The ordinal in digits or words at an atom; null for none. */
export function readOrdinalNumber(scan: Scan, at: number): OrdinalNumber | null {
  const digits = scan.digits(at);
  if (digits) {
    const suffix = scan.word(at + 1);
    return digits.length < 5 && scan.lexicon.ordinalSuffixes.has(suffix)
      ? { value: Number(digits), next: at + 2 }
      : null;
  }
  const plain = scan.lexicon.ordinals.get(scan.word(at));
  if (plain !== undefined) return scan.word(at) === 'unième' ? null : { value: plain, next: at + 1 };
  return compound(scan, at);
}

/** « vingt-deuxième », "twenty-first", « cent unième »: a cardinal, then an ordinal below ten. */
function compound(scan: Scan, at: number): OrdinalNumber | null {
  const tens = readWords(scan, at);
  if (!tens || tens.article || tens.value.top % 10n !== 0n || tens.value.over !== 1n) return null;
  const joined = scan.pastJoint(tens.next);
  const last = scan.lexicon.and.has(scan.word(joined)) ? scan.pastJoint(joined + 1) : joined;
  const one = scan.lexicon.ordinals.get(scan.word(last));
  if (one === undefined || one >= 10 || last === tens.next) return null;
  if (last === joined && scan.isSpace(tens.next)) return null;
  return { value: Number(tens.value.top) + one, next: last + 1 };
}

const ROMAN = /^((?:[IVX]|L(?=[IVX]))[IVXL]*)(?:e|er|i?ème|ᵉ|ᵉʳ)$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** « XXIe », « Ve »; null for what is no Roman numeral. */
export function romanOrdinal(scan: Scan, at: number): OrdinalNumber | null {
  const parts = ROMAN.exec(scan.atoms[at]?.text ?? '');
  return parts?.[1] && !isSovereign(scan, at) ? { value: romanValue(parts[1]), next: at + 1 } : null;
}

/** « François Ier »: the first of his name is as little a number as « Louis XIV ». */
function isSovereign(scan: Scan, at: number): boolean {
  const before = scan.isSpace(at - 1) ? at - 2 : -1;
  const name = /er$/.test(scan.atoms[at]?.text ?? '') && scan.isCapital(before);
  return name && !scan.lexicon.notNames.has(scan.word(before));
}

function romanValue(roman: string): number {
  let sum = 0;
  for (let i = 0; i < roman.length; i++) {
    const value = ROMAN_VALUES[roman[i] ?? ''] ?? 0;
    sum += value < (ROMAN_VALUES[roman[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}
