// Numbers written in words: « soixante-dix mille », "two hundred and five", « une trentaine », "tens of thousands".
import { ONE, plus, type Rational, rational, times, ZERO } from './rational.ts';
import type { Scan } from './scan.ts';

/** A number in words. `next` is the index of the atom behind it. */
export interface WordNumeral {
  value: Rational;
  next: number;
  /** « un », "one" alone: an article more often than a number. */
  article: boolean;
  /** The scale that the last word named: the million of « cinq millions ». */
  scale: Rational;
}

interface Sum {
  /** What scales have closed: the thousands of « deux mille trois ». */
  total: Rational;
  /** Hundreds and below, still open. */
  open: number;
  /** True once a word has been added to `open`. */
  begun: boolean;
  /** The last scale. */
  scale: Rational | null;
}

/** The cardinal number in words that begins at an atom; null for none. */
export function readWords(scan: Scan, at: number): WordNumeral | null {
  if (!scan.word(at)) return null;
  const known = scan.inWords.get(at);
  if (known !== undefined) return known;
  const numeral = sumWords(scan, at);
  scan.inWords.set(at, numeral);
  return numeral;
}

/** The longest numbers that people write out have some twenty words. */
const MOST_WORDS = 40;

function sumWords(scan: Scan, at: number): WordNumeral | null {
  const sum: Sum = { total: ZERO, open: 0, begun: false, scale: null };
  let next = at;
  let count = 0;
  for (let look = at; count < MOST_WORDS; look = afterJoint(scan, next, sum)) {
    const taken = take(scan, look, sum, count === 0);
    if (!taken) break;
    next = look + 1;
    count++;
  }
  if (count === 0) return null;
  const value = plus(sum.total, rational(sum.open));
  const scale = sum.begun || sum.scale === null ? ONE : sum.scale;
  return { value, next, article: count === 1 && isOne(scan, at), scale };
}

function isOne(scan: Scan, at: number): boolean {
  return scan.lexicon.ones.has(scan.word(at)) || scan.lexicon.articles.has(scan.word(at));
}

/** The index of the next word of the same number: over a space or hyphen, and over « et », "and" where they may stand. */
function afterJoint(scan: Scan, next: number, sum: Sum): number {
  const joined = scan.pastJoint(next);
  if (joined === next || !scan.lexicon.and.has(scan.word(joined))) return joined === next ? -1 : joined;
  const behind = scan.pastJoint(joined + 1);
  const value = scan.lexicon.cardinals.get(scan.word(behind)) ?? 0;
  return mayFollowAnd(scan, value, sum) ? behind : -1;
}

/** « vingt et un », « soixante et onze »; "two hundred and five", "a thousand and one". */
function mayFollowAnd(scan: Scan, value: number, sum: Sum): boolean {
  if (scan.lexicon.language === 'fr')
    return (value === 1 && (isTens(sum.open % 100) || isThousand(sum))) || (value === 11 && sum.open % 100 === 60);
  const hundreds = sum.open >= 100 && sum.open % 100 === 0;
  return value > 0 && value < 100 && (hundreds || (sum.scale !== null && !sum.begun && (value > 1 || isThousand(sum))));
}

/** « mille et un », "a thousand and one". */
function isThousand(sum: Sum): boolean {
  return sum.scale?.top === 1000n && sum.total.top === 1000n && !sum.begun;
}

function isTens(value: number): boolean {
  return value >= 20 && value < 80 && value % 10 === 0;
}

/** Adds the word at an index to the sum; false where it does not belong to the number. */
function take(scan: Scan, at: number, sum: Sum, first: boolean): boolean {
  const word = scan.word(at);
  if (!word) return false;
  const scale = scan.lexicon.scales.get(word);
  if (scale) return takeScale(scan, word, scale, sum, first);
  if (word === 'mil' && first && scan.lexicon.language === 'fr') return takeYear(scan, at, sum);
  const value = scan.lexicon.cardinals.get(word);
  if (value === undefined)
    return first && scan.lexicon.articles.has(word) && beginsWithArticle(scan, at) && begin(sum, 1);
  if (value === 100) return takeHundred(scan, sum, first);
  if (!fits(scan, sum, value, first)) return false;
  sum.open = sum.open % 100 === 4 && value === 20 ? sum.open - 4 + 80 : sum.open + value;
  sum.begun = true;
  return true;
}

/** « mil neuf cent quatre-vingt-quatre »: the old thousand of years; « mil » alone is a cereal. */
function takeYear(scan: Scan, at: number, sum: Sum): boolean {
  const behind = scan.lexicon.cardinals.get(scan.word(scan.pastJoint(at + 1)));
  return behind !== undefined && takeScale(scan, 'mille', rational(1000), sum, true);
}

function begin(sum: Sum, value: number): boolean {
  sum.open = value;
  sum.begun = true;
  return true;
}

/** "a hundred", "a thousand": the article of a number, where a hundred or a scale follows. */
function beginsWithArticle(scan: Scan, at: number): boolean {
  const word = scan.word(scan.pastJoint(at + 1));
  return scan.lexicon.scales.has(word) || scan.lexicon.cardinals.get(word) === 100;
}

function takeHundred(scan: Scan, sum: Sum, first: boolean): boolean {
  if (sum.open > 99) return false;
  if (!sum.begun) {
    if (scan.lexicon.language !== 'fr' || !(first || sum.scale)) return false;
    return begin(sum, 100);
  }
  sum.open *= 100;
  return sum.open > 0;
}

function takeScale(scan: Scan, word: string, scale: Rational, sum: Sum, first: boolean): boolean {
  const bare = !sum.begun && sum.total.top === 0n;
  if (bare && !(first && word === 'mille' && scan.lexicon.language === 'fr')) return false;
  const open = sum.begun ? rational(sum.open) : bare ? ONE : ZERO;
  const larger = sum.scale !== null && scale.top > sum.scale.top;
  if (sum.scale !== null && !larger && !sum.begun && word !== 'mille') return false;
  sum.total = larger
    ? times(plus(sum.total, open), scale)
    : plus(sum.total, times(sum.begun || bare ? open : ONE, scale));
  sum.scale = scale;
  sum.open = 0;
  sum.begun = false;
  return true;
}

/** Whether a word below a hundred may be added to what is open. */
function fits(scan: Scan, sum: Sum, value: number, first: boolean): boolean {
  if (first) return true;
  const low = sum.open % 100;
  if (!sum.begun) return sum.scale !== null && value > 0;
  if (low === 0) return sum.open >= 100 && value > 0;
  if (scan.lexicon.language === 'fr') return fitsFrench(low, value);
  return isTensEnglish(low) && value > 0 && value < 10;
}

function isTensEnglish(low: number): boolean {
  return low >= 20 && low % 10 === 0;
}

function fitsFrench(low: number, value: number): boolean {
  if (low === 4 && value === 20) return true;
  if (low === 10) return value >= 7 && value <= 9;
  if (low === 70 || low === 90) return value > 0 && value < 10;
  if (low === 60 || low === 80) return value > 0 && value < 20;
  return low >= 20 && low % 10 === 0 && value > 0 && value < 10;
}
