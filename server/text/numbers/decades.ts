// Decades: « années 1990 », "the ’90s", "the nineties"; and ages that are told as they are: "in her thirties".
import type { Quantity, Reading } from './quantity.ts';
import { type Found, made, type Scan } from './scan.ts';
import { readWords } from './words.ts';

/** "1990s", "90s", "1990’s". */
export function decadeInDigits(scan: Scan, at: number): Found | null {
  const digits = scan.digits(at);
  const apostrophe = /^['\u2019]$/.test(scan.sign(at + 1)) ? at + 2 : at + 1;
  if (scan.lexicon.language !== 'en' || scan.word(apostrophe) !== 's' || !isDecade(digits)) return null;
  if (digits.length === 2 && isTheirs(scan, at)) return age(scan, at, apostrophe + 1, digits);
  const before = /^['\u2019\u2018]$/.test(scan.sign(at - 1)) ? at - 1 : at;
  const maybeSeconds = before === at && apostrophe === at + 1 && digits.length === 2;
  const also = [...(inOtherCentury(digits).also ?? []), ...(maybeSeconds ? [seconds(digits)] : [])];
  return made(scan, before, apostrophe + 1, 'decade', fullDecade(digits), also.length > 0 ? { also } : {});
}

/** "30s" may be half a minute, closed up. */
function seconds(digits: string): Reading {
  return { kind: 'measure', value: String(Number(digits)), unit: 's' };
}

const POSSESSIVES = new Set(['his', 'her', 'their', 'my', 'our', 'your', 'its']);
const PARTS = new Set(['early', 'mid', 'late', 'roaring']);

/** "in their 20s", "in her early thirties" tell an age. */
function isTheirs(scan: Scan, at: number): boolean {
  const before = scan.wordBefore(at);
  return POSSESSIVES.has(scan.word(PARTS.has(scan.word(before)) ? scan.wordBefore(before) : before));
}

function age(scan: Scan, at: number, next: number, years: string): Found {
  return made(scan, at, next, 'cardinal', years, { approximate: true });
}

function isDecade(digits: string): boolean {
  return /^(?:\d{2})?\d0$/.test(digits);
}

/** "90" is 1990; "20" and "00" are this century’s. */
function fullDecade(digits: string): string {
  if (digits.length === 4) return digits;
  return `${Number(digits) < 30 ? '20' : '19'}${digits}`;
}

/** « les années 20 » may be those of either century. */
function inOtherCentury(digits: string): Partial<Quantity> {
  return digits === '10' || digits === '20' ? { also: [{ kind: 'decade', value: `19${digits}` }] } : {};
}

const ENGLISH_DECADES = new Map([
  ['twenties', '20'],
  ['thirties', '30'],
  ['forties', '40'],
  ['fifties', '50'],
  ['sixties', '60'],
  ['seventies', '70'],
  ['eighties', '80'],
  ['nineties', '90'],
]);

/** « années 1990 », « années 90 », « années quatre-vingt-dix »; "the nineties". */
export function decadeInWords(scan: Scan, at: number): Found | null {
  const word = scan.word(at);
  const english = scan.lexicon.language === 'en' ? ENGLISH_DECADES.get(word) : undefined;
  if (english) return isTheirs(scan, at) ? age(scan, at, at + 1, english) : decadeOf(scan, at, at + 1, english);
  if (!scan.lexicon.decade.has(word)) return null;
  const number = scan.pastSpace(at + 1);
  const digits = scan.digits(number);
  if (digits && isDecade(digits) && scan.digits(number + 2) === '')
    return made(scan, at, number + 1, 'decade', fullDecade(digits), inOtherCentury(digits));
  const words = digits ? null : readWords(scan, number);
  if (!words || words.article || words.value.top > 99n || words.value.top % 10n !== 0n) return null;
  return decadeOf(scan, at, words.next, words.value.top.toString());
}

/** In words all decades are those of the last century: « les années vingt ». */
function decadeOf(scan: Scan, at: number, next: number, digits: string): Found {
  const also: Partial<Quantity> = digits === '20' ? { also: [{ kind: 'decade', value: '2020' }] } : {};
  return made(scan, at, next, 'decade', `19${digits}`, also);
}
