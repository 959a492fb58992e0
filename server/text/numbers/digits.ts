// Numbers written in digits: groups of three, decimals, in the language's own manner or the other one's.
import { FIGURE_SPACE, NBSP, NNBSP, THIN_SPACE } from '../typography.ts';
import { ofDigits, type Rational } from './rational.ts';
import type { Scan } from './scan.ts';

/** A number in digits. `next` is the index of the atom behind it. */
export interface DigitNumeral {
  value: Rational;
  next: number;
  /** Without groups and decimals, as years and names are. */
  plain: boolean;
  /** Set in the other language's manner. */
  foreign: boolean;
  /** What the digits say in the other manner, where both are possible: 10.000 in French. */
  other?: Rational;
}

const SPACES = ` ${NBSP}${NNBSP}${THIN_SPACE}${FIGURE_SPACE}`;
const GROUP_MARKS = `${SPACES},.'\u2019`;

/** Digits beyond which nobody counts: keys, hashes. The arithmetic on them would take the square of their length. */
const LONGEST_NUMBER = 40;
const MOST_GROUPS = 12;

/** The number whose digits begin at an atom; null where no digits stand, or where they are a version or an address (1.2.3). */
export function readDigits(scan: Scan, at: number): DigitNumeral | null {
  const first = scan.digits(at);
  if (!first || first.length > LONGEST_NUMBER) return null;
  if (isDotted(scan, at)) return null;
  const groups = readGroups(scan, at);
  const mark = groups.mark;
  const decimal = scan.lexicon.decimal;
  if (groups.next === at + 1) return readPlain(scan, at);
  if (mark === decimal && groups.count === 1) return lonelyGroup(scan, at);
  const numeral = withDecimals(scan, groups.whole, groups.next, mark, { foreign: isForeignMark(scan, mark) });
  return numeral && mark === '.' && groups.count === 1 && decimal === ',' ? orDecimal(scan, at, numeral) : numeral;
}

/** « 1.917 » in French is an old thousand or an English decimal. */
function orDecimal(scan: Scan, at: number, numeral: DigitNumeral): DigitNumeral {
  return { ...numeral, other: ofDigits(scan.digits(at), scan.digits(at + 2)) };
}

const MOST_POINTS = 8;

/** 1.2.3, 192.168.0.1: points between numbers that are no groups of three. */
function isDotted(scan: Scan, at: number): boolean {
  let [points, groups] = [0, 0];
  for (let next = at + 1; points < MOST_POINTS && scan.sign(next) === '.' && scan.digits(next + 1); next += 2) {
    points++;
    if (scan.digits(next + 1).length === 3) groups++;
  }
  return points > 1 && groups < points;
}

function isForeignMark(scan: Scan, mark: string): boolean {
  const { language } = scan.lexicon;
  return language === 'fr' ? mark === ',' || mark === '.' : language === 'en' && (mark === '.' || mark === ' ');
}

interface Groups {
  whole: string;
  next: number;
  mark: string;
  count: number;
}

/** One to three digits, then groups of exactly three behind equal marks. */
function readGroups(scan: Scan, at: number): Groups {
  const first = scan.digits(at);
  const groups: Groups = { whole: first, next: at + 1, mark: '', count: 0 };
  if (first.length > 3 || first.startsWith('0')) return groups;
  while (groups.count < MOST_GROUPS && isGroup(scan, groups)) {
    groups.mark ||= markAt(scan, groups.next);
    groups.whole += scan.digits(groups.next + 1);
    groups.next += 2;
    groups.count++;
  }
  return groups;
}

function isGroup(scan: Scan, groups: Groups): boolean {
  const mark = markAt(scan, groups.next);
  if (!mark || (groups.mark && groups.mark !== mark)) return false;
  return scan.digits(groups.next + 1).length === 3;
}

/** The group mark at an atom, all spaces as one; '' for none. */
function markAt(scan: Scan, at: number): string {
  const text = scan.atoms[at]?.text ?? '';
  if (text.length !== 1 || !GROUP_MARKS.includes(text)) return '';
  return SPACES.includes(text) ? ' ' : text;
}

/** « 10,000 » in French, "10.000" in English are decimals; without a language nobody knows. */
function lonelyGroup(scan: Scan, at: number): DigitNumeral {
  const whole = scan.digits(at);
  const decimals = scan.digits(at + 2);
  const value = ofDigits(whole, decimals);
  const other = scan.lexicon.language === '' ? { other: ofDigits(whole + decimals) } : {};
  return { value, next: at + 3, plain: false, foreign: false, ...other };
}

function readPlain(scan: Scan, at: number): DigitNumeral | null {
  const whole = scan.digits(at);
  const numeral = withDecimals(scan, whole, at + 1, '', { foreign: false });
  return numeral && numeral.next === at + 1 ? { ...numeral, plain: true } : numeral;
}

/** Adds the decimals that follow; null where a second mark follows them, as in 1.2.3. */
function withDecimals(
  scan: Scan,
  whole: string,
  next: number,
  groupMark: string,
  { foreign }: { foreign: boolean },
): DigitNumeral | null {
  const mark = scan.sign(next);
  const decimals = scan.digits(next + 1);
  const isMark =
    (mark === ',' || mark === '.') && mark !== groupMark && decimals !== '' && decimals.length <= LONGEST_NUMBER;
  if (!isMark) return { value: ofDigits(whole), next, plain: false, foreign };
  if (scan.sign(next + 2) === mark && scan.digits(next + 3))
    return mark === '.' ? null : { value: ofDigits(whole), next, plain: true, foreign };
  const strange = mark !== scan.lexicon.decimal && scan.lexicon.language !== '';
  return { value: ofDigits(whole, decimals), next: next + 2, plain: false, foreign: foreign || strange };
}
