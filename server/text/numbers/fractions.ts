// Fractions: « deux tiers », "three-quarters", "half a billion", « un demi-milliard », 8 1/2, ½.
import { readDigits } from './digits.ts';
import { NOTHING, type Numeral, pastOf, withScale } from './numerals.ts';
import { HALF, ONE, plus, type Rational, rational, times } from './rational.ts';
import type { Scan } from './scan.ts';
import { readWords } from './words.ts';

/** A fraction in words or signs: « deux tiers », "three-quarters", "half a billion", « un demi-milliard », ½. */
export function readFraction(scan: Scan, at: number): Numeral | null {
  return readSign(scan, at) ?? readMixed(scan, at) ?? readHalf(scan, at) ?? readParts(scan, at);
}

const SIGNS: Readonly<Record<string, readonly [number, number]>> = {
  '½': [1, 2],
  '⅓': [1, 3],
  '⅔': [2, 3],
  '¼': [1, 4],
  '¾': [3, 4],
  '⅕': [1, 5],
  '⅛': [1, 8],
  '⅜': [3, 8],
  '⅝': [5, 8],
  '⅞': [7, 8],
};

function readSign(scan: Scan, at: number): Numeral | null {
  const whole = readDigits(scan, at);
  const sign = whole ? whole.next : at;
  const parts = SIGNS[scan.sign(sign)];
  if (!parts) return null;
  const value = plus(whole?.value ?? rational(0), rational(...parts));
  return withScale(scan, { ...NOTHING, value, start: at, next: sign + 1, form: 'digits' }, false);
}

/** "8 1/2": a whole and a fraction of two small numbers. */
function readMixed(scan: Scan, at: number): Numeral | null {
  const [whole, top, over] = [scan.digits(at), scan.digits(at + 2), scan.digits(at + 4)];
  if (!whole || whole.length > 3 || !scan.isSpace(at + 1) || scan.sign(at + 3) !== '/' || !/^[2-8]$/.test(over))
    return null;
  if (top.length !== 1 || top >= over || top === '0' || scan.sign(at + 5) === '/') return null;
  return {
    ...NOTHING,
    value: rational(BigInt(whole) * BigInt(over) + BigInt(top), BigInt(over)),
    start: at,
    next: at + 5,
    form: 'digits',
  };
}

/** "half", « la moitié », « un demi-million », "half a dozen". */
function readHalf(scan: Scan, at: number): Numeral | null {
  const { lexicon } = scan;
  const article = lexicon.articles.has(scan.word(at)) ? scan.pastSpace(at + 1) : at;
  const isHalf = lexicon.halves.has(scan.word(article)) || lexicon.fractions.get(scan.word(article)) === 2;
  if (!isHalf || scan.word(article) === 'halves') return null;
  const base: Numeral = { ...NOTHING, value: HALF, start: at, next: article + 1, form: 'words' };
  const behind = scan.pastJoint(article + 1);
  const scaleAt = lexicon.articles.has(scan.word(behind)) ? scan.pastJoint(behind + 1) : behind;
  const scale = lexicon.scales.get(scan.word(scaleAt)) ?? lexicon.rounds.get(scan.word(scaleAt));
  if (scale && scan.word(scaleAt) !== 'mille')
    return { ...base, value: times(HALF, scale), next: scaleAt + 1, scaled: true };
  return { ...base, start: article };
}

/** « deux tiers », "a third", "three-fifths". */
function readParts(scan: Scan, at: number): Numeral | null {
  const top =
    readWords(scan, at) ??
    (scan.lexicon.articles.has(scan.word(at)) || isOnePart(scan, at)
      ? { value: ONE, next: at + 1 }
      : readTop(scan, at));
  if (!top || top.value.top < 1n || top.value.top > 20n || top.value.over !== 1n) return null;
  const at2 = scan.pastJoint(top.next);
  const parts = at2 > top.next ? scan.lexicon.fractions.get(scan.word(at2)) : undefined;
  if (!parts || top.value.top >= BigInt(parts)) return null;
  const base: Numeral = { ...NOTHING, value: rational(top.value.top, parts), start: at, next: at2 + 1, form: 'words' };
  const scaleAt = pastOf(scan, base.next);
  const scale = scaleAt > base.next ? scan.lexicon.scales.get(scan.word(skipArticle(scan, scaleAt))) : undefined;
  return scale
    ? { ...base, value: times(base.value, scale), next: skipArticle(scan, scaleAt) + 1, scaled: true }
    : base;
}

/** « le quart des effectifs », « le tiers du marché »; not « le quart de finale », « le tiers de confiance ». */
function isOnePart(scan: Scan, at: number): boolean {
  if (scan.word(at) !== 'le' || scan.lexicon.language !== 'fr') return false;
  const part = scan.pastSpace(at + 1);
  const of = scan.word(scan.pastSpace(part + 1));
  return (scan.word(part) === 'quart' || scan.word(part) === 'tiers') && (of === 'des' || of === 'du');
}

function readTop(scan: Scan, at: number): { value: Rational; next: number } | null {
  const digits = readDigits(scan, at);
  return digits?.plain ? digits : null;
}

function skipArticle(scan: Scan, at: number): number {
  return scan.lexicon.articles.has(scan.word(at)) ? scan.pastSpace(at + 1) : at;
}
