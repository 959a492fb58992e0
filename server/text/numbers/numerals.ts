// A number with its scale, however it is written: « 3,5 milliards », "two and a half million", « un demi-milliard », "$3.5bn".
import { readDigits } from './digits.ts';
import { HALF, ONE, plus, type Rational, rational, times } from './rational.ts';
import type { Scan } from './scan.ts';
import { readWords } from './words.ts';

/** A number as the text says it, before what it counts is known. `start` and `next` are indexes of atoms. */
export interface Numeral {
  value: Rational;
  start: number;
  next: number;
  form: 'digits' | 'words';
  /** Digits alone, without groups, decimals or scale. */
  plain: boolean;
  /** « un », "a": an article more often than a number. */
  article: boolean;
  approximate: boolean;
  vague: boolean;
  foreign: boolean;
  /** A scale has been read: nothing multiplies it again. */
  scaled: boolean;
  /** What it is in metres, where its scale was an "m" that may be theirs: "800m". */
  metres?: Rational;
  /** What scales have multiplied it by. */
  scale: Rational;
  other?: Rational;
}

/** The number that begins at an atom; `money` is true behind a currency sign, where "m", "b" and "t" are scales. */
export function readNumeral(scan: Scan, at: number, money = false): Numeral | null {
  const base = readBase(scan, at);
  if (!base) return readRound(scan, at, ONE, at);
  const scaled = withScale(scan, base, money);
  return withHalf(scan, scaled);
}

/** What a number has where nothing more is said of it. */
export const NOTHING = {
  approximate: false,
  vague: false,
  foreign: false,
  scaled: false,
  scale: ONE,
  article: false,
  plain: false,
} as const;

/** Written out field by field: every word and digit of a text passes here, and spreading objects took a fifth of the time. */
function readBase(scan: Scan, at: number): Numeral | null {
  const digits = readDigits(scan, at);
  if (digits) {
    const { value, next, plain, foreign } = digits;
    const base = baseOf(value, at, next, 'digits');
    base.plain = plain;
    base.foreign = foreign;
    if (digits.other) base.other = digits.other;
    return base;
  }
  const words = readWords(scan, at);
  if (!words) return readArticleRound(scan, at);
  const { value, next, article, scale } = words;
  const base = baseOf(value, at, next, 'words');
  base.article = article;
  base.scale = scale;
  base.scaled = value.top >= 1000n && !article;
  return base;
}

function baseOf(value: Rational, start: number, next: number, form: Numeral['form']): Numeral {
  return {
    value,
    start,
    next,
    form,
    plain: false,
    article: false,
    approximate: false,
    vague: false,
    foreign: false,
    scaled: false,
    scale: ONE,
  };
}

/** « une trentaine », "a dozen". */
function readArticleRound(scan: Scan, at: number): Numeral | null {
  return scan.lexicon.articles.has(scan.word(at)) ? readRound(scan, scan.pastSpace(at + 1), ONE, at) : null;
}

/** « trentaine », "dozens", « centaines de milliers », and a bare plural scale: "millions of". */
function readRound(scan: Scan, at: number, by: Rational, start: number): Numeral | null {
  const word = scan.word(at);
  const round = scan.lexicon.rounds.get(word) ?? scan.lexicon.scales.get(word) ?? bareHundred(scan, word);
  if (!round || word === 'mille' || word === 'score') return null;
  const exact = start !== at;
  const numeral: Numeral = {
    ...NOTHING,
    value: times(by, round),
    start,
    next: at + 1,
    form: 'words',
    approximate: true,
    vague: !exact,
    scaled: true,
  };
  const behind = pastOf(scan, at + 1);
  const joined = behind > at + 1 || word !== 'hundred' ? behind : scan.pastSpace(behind);
  const scale = joined > at + 1 ? (scan.lexicon.scales.get(scan.word(joined)) ?? manyOf(scan, joined)) : undefined;
  return scale ? { ...numeral, value: times(numeral.value, scale), next: joined + 1 } : numeral;
}

/** The hundred of "several hundred". */
function bareHundred(scan: Scan, word: string): Rational | undefined {
  return scan.lexicon.language === 'en' && word === 'hundred' ? rational(100) : undefined;
}

/** « milliers » and "thousands" behind "tens of", « des dizaines de ». */
function manyOf(scan: Scan, at: number): Rational | undefined {
  const round = scan.lexicon.rounds.get(scan.word(at));
  return round && round.top >= 1000n ? round : undefined;
}

/** The index after « de », « d’ » or "of" with its spaces; the same index where none stands. */
export function pastOf(scan: Scan, at: number): number {
  const word = scan.pastSpace(at);
  const of = scan.word(word);
  if (of === 'of' || of === 'de') return scan.pastSpace(word + 1);
  return of === 'd' && scan.sign(word + 1) ? scan.pastSpace(word + 2) : at;
}

/** « 3 mille milliards » has two. */
const MOST_SCALES = 3;

/** The number with the scales that follow it: « 3 mille milliards ». `money` as in {@link readNumeral}. */
export function withScale(scan: Scan, base: Numeral, money: boolean): Numeral {
  let numeral = base;
  let scales = 0;
  for (
    let more = scaleAfter(scan, numeral, money);
    more && scales < MOST_SCALES;
    more = scaleAfter(scan, numeral, money)
  ) {
    scales++;
    numeral = {
      ...numeral,
      next: more.next,
      approximate: more.approximate,
      scale: times(numeral.scale, more.scale),
      value: times(numeral.value, more.scale),
      plain: false,
      article: false,
      scaled: true,
    };
    if (more.maybeMetres) numeral.metres = base.value;
    if (numeral.other) numeral.other = times(numeral.other, more.scale);
  }
  return numeral;
}

interface Scale {
  scale: Rational;
  next: number;
  approximate: boolean;
  maybeMetres?: boolean;
}

function scaleAfter(scan: Scan, numeral: Numeral, money: boolean): Scale | null {
  // « une centaine de millions » is scaled by both.
  const counted = numeral.scaled && scan.lexicon.rounds.has(scan.word(numeral.next - 1));
  const of = counted ? pastOf(scan, numeral.next) : numeral.next;
  const at = pastAdjective(scan, of > numeral.next ? of : scan.pastJoint(numeral.next));
  const word = scan.word(at);
  if (!word) return null;
  const exact = scan.lexicon.scales.get(word);
  const round = scan.lexicon.rounds.get(word);
  if (round && isCountable(scan, word))
    return { scale: round, next: at + 1, approximate: numeral.approximate || (round.top < 1000n && round.top !== 12n) };
  if (exact && (numeral.form === 'digits' || word !== 'mille'))
    return mayScale(numeral, exact) ? { scale: exact, next: at + 1, approximate: numeral.approximate } : null;
  return numeral.form === 'digits' && !numeral.scaled ? shortScale(scan, at, at > numeral.next, money) : null;
}

/** « deux douzaines », « trois milliers », « une centaine »: what a number may count; « quinzaine » after a number is a fortnight. */
function isCountable(scan: Scan, word: string): boolean {
  return scan.lexicon.language === 'en'
    ? word === 'dozen' || word === 'score'
    : word !== 'quinzaine' && word !== 'huitaine';
}

/** « les 500 derniers millions d’années ». */
function pastAdjective(scan: Scan, at: number): number {
  return BETWEEN.has(scan.word(at)) && scan.lexicon.scales.has(scan.word(at + 2)) ? at + 2 : at;
}

const BETWEEN = new Set(['derniers', 'premiers', 'prochains', 'autres']);

function mayScale(numeral: Numeral, scale: Rational): boolean {
  return !numeral.scaled || scale.top > 1000n;
}

function shortScale(scan: Scan, at: number, spaced: boolean, money: boolean): Scale | null {
  const text = scan.atoms[at]?.text ?? '';
  const scale = scan.lexicon.shortScales.get(text);
  if (!scale || (scan.lexicon.unitSymbols.match(scan.atoms, at)?.next ?? 0) > at + 1) return null;
  const found = { scale, next: at + 1, approximate: false };
  if (money && !spaced) return found;
  const currency = scan.pastSpace(at + 1);
  if (
    scan.lexicon.moneyAfter.match(scan.atoms, currency) &&
    (scan.sign(currency) || /^[A-Z]{3}$/.test(scan.atoms[currency]?.text ?? ''))
  )
    return found;
  if (!scan.lexicon.openScales.has(text) || (spaced && text.length === 1 && text !== 'M')) return null;
  return text === 'm' ? { ...found, maybeMetres: true } : found;
}

/** « deux et demi », "two and a half million". */
function withHalf(scan: Scan, numeral: Numeral): Numeral {
  if (numeral.vague) return numeral;
  const half = scan.lexicon.halfAfter.match(scan.atoms, scan.pastJoint(numeral.next)) ?? halfOfTimes(scan, numeral);
  if (!half || half.next === numeral.next) return numeral;
  const unit = numeral.scaled ? lastScale(scan, numeral) : ONE;
  const value = plus(numeral.value, times(HALF, unit));
  const whole: Numeral = { ...numeral, value, next: half.next, article: false, plain: false };
  return numeral.scaled ? whole : withScale(scan, whole, false);
}

/** « deux fois et demie ». */
function halfOfTimes(scan: Scan, numeral: Numeral): { next: number } | null {
  const times = scan.pastSpace(numeral.next);
  return scan.word(times) === 'fois' ? scan.lexicon.halfAfter.match(scan.atoms, scan.pastSpace(times + 1)) : null;
}

/** The scale whose half is meant: the million of « deux millions et demi ». */
function lastScale(scan: Scan, numeral: Numeral): Rational {
  return (
    scan.lexicon.scales.get(scan.word(numeral.next - 1)) ?? scan.lexicon.rounds.get(scan.word(numeral.next - 1)) ?? ONE
  );
}
