// Dates and weekdays.
import { decadeInDigits, decadeInWords } from './decades.ts';
import { readDigits } from './digits.ts';
import { pastOf } from './numerals.ts';
import { readOrdinalNumber } from './ordinals.ts';
import type { Reading } from './quantity.ts';
import { type Found, made, type Scan } from './scan.ts';
import { readWords } from './words.ts';

const LAST_DAY = 31;

/** Reads the date, weekday or decade that begins at an atom; null for none. */
export function readCalendar(scan: Scan, at: number): Found | null {
  if (scan.digits(at))
    return numericDate(scan, at) ?? nineEleven(scan, at) ?? dayMonth(scan, at) ?? decadeInDigits(scan, at);
  return (
    monthFirst(scan, at) ?? dayMonth(scan, at) ?? weekday(scan, at) ?? decadeInWords(scan, at) ?? holiday(scan, at)
  );
}

/** 2024-03-12, 12/03/2024, 12.03.2024. */
function numericDate(scan: Scan, at: number): Found | null {
  const mark = scan.sign(at + 1);
  if (!'/.-'.includes(mark) || mark === '' || scan.sign(at + 3) !== mark || isLonger(scan, at + 5, mark)) return null;
  const [a, b, c] = [scan.digits(at), scan.digits(at + 2), scan.digits(at + 4)];
  if (!a || !b || !c || b.length > 2) return null;
  if (a.length === 4 && mark === '-')
    return isDay(c, b) ? made(scan, at, at + 5, 'date', `${a}-${two(b)}-${two(c)}`) : null;
  if (a.length > 2 || (c.length !== 4 && (c.length !== 2 || mark !== '/'))) return null;
  const year = c.length === 4 ? c : `${c < '60' ? '20' : '19'}${c}`;
  return slashed(scan, at, year, a, b);
}

/** More numbers follow: 1.2.3.4 is no date. */
function isLonger(scan: Scan, at: number, mark: string): boolean {
  return scan.sign(at) === mark && scan.digits(at + 1) !== '';
}

function slashed(scan: Scan, at: number, year: string, a: string, b: string): Found | null {
  const [month, day] = scan.lexicon.monthFirst ? [a, b] : [b, a];
  const straight = isDay(day, month) ? `${year}-${two(month)}-${two(day)}` : null;
  const swapped = isDay(month, day) ? `${year}-${two(day)}-${two(month)}` : null;
  const value = straight ?? swapped;
  if (!value) return null;
  const doubtful = straight && swapped && straight !== swapped && !scan.lexicon.sureOrder;
  const also: Reading[] = doubtful ? [{ kind: 'date', value: swapped }] : [];
  return made(scan, at, at + 5, 'date', value, also.length > 0 ? { also } : {});
}

function isDay(day: string, month: string): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= LAST_DAY;
}

function two(digits: string | number): string {
  return String(digits).padStart(2, '0');
}

/** « 12 mars 2024 », « 1er juillet », "12 March", "the 12th of March". */
function dayMonth(scan: Scan, at: number): Found | null {
  const day = dayAt(scan, at);
  if (!day) return null;
  if (scan.pastJoint(day.next) === day.next) return null;
  const month = monthAt(
    scan,
    scan.lexicon.language === 'en' ? pastOf(scan, scan.pastJoint(day.next)) : scan.pastJoint(day.next),
  );
  if (!month) return null;
  const year = yearAt(scan, month.next);
  return made(
    scan,
    at,
    year?.next ?? month.next,
    'date',
    `${year?.value ?? '-'}-${two(month.value)}-${two(day.value)}`,
  );
}

function dayAt(scan: Scan, at: number): { value: number; next: number } | null {
  const ordinal = readOrdinalNumber(scan, at);
  if (ordinal && ordinal.value >= 1 && ordinal.value <= LAST_DAY) return ordinal;
  const digits = scan.digits(at) ? readDigits(scan, at) : null;
  const words = digits ? null : readWords(scan, at);
  const numeral = digits?.plain ? digits : words && !words.article ? words : null;
  if (numeral?.value.over !== 1n || numeral.value.top < 1n || numeral.value.top > 31n) return null;
  return { value: Number(numeral.value.top), next: numeral.next };
}

/** The month whose name stands at an atom, with the point of its abbreviation. */
function monthAt(scan: Scan, at: number): { value: number; next: number } | null {
  const word = scan.word(at);
  const value = scan.lexicon.months.get(word);
  if (!value || (scan.lexicon.language === 'en' && !isEnglishMonth(scan, at, word))) return null;
  const abbreviated =
    word.length <= 5 && scan.sign(at + 1) === '.' && scan.isSpace(at + 2) && scan.digits(at + 3) !== '';
  return { value, next: abbreviated ? at + 2 : at + 1 };
}

/** English months take a capital; in small letters only those are read that are no other word, and next to a number. */
function isEnglishMonth(scan: Scan, at: number, word: string): boolean {
  if (scan.isCapital(at)) return true;
  const beside = scan.digits(at - 2) !== '' || scan.digits(at + 2) !== '';
  return beside && word.length > 3 && word !== 'march';
}

/** A year of four digits behind a date, after a comma or « de ». */
export function yearAt(scan: Scan, next: number): { value: string; next: number } | null {
  const comma = scan.sign(next) === ',' ? next + 1 : next;
  const at = pastOf(scan, comma) === comma ? scan.pastSpace(comma) : pastOf(scan, comma);
  const year = scan.digits(at);
  if (year.length !== 4 || at === next || !/^(?:1\d|20|21)/.test(year) || readDigits(scan, at)?.plain === false)
    return null;
  return { value: year, next: at + 1 };
}

/** "March 12, 2024", "March 2024", « mars 2025 », « mars ». */
function monthFirst(scan: Scan, at: number): Found | null {
  const month = monthAt(scan, at);
  if (!month) return null;
  const day = scan.lexicon.language === 'en' ? dayAt(scan, scan.pastSpace(month.next)) : null;
  if (day && scan.isSpace(month.next)) {
    const year = yearAt(scan, day.next);
    return made(
      scan,
      at,
      year?.next ?? day.next,
      'date',
      `${year?.value ?? '-'}-${two(month.value)}-${two(day.value)}`,
    );
  }
  const year = yearAt(scan, month.next);
  if (year) return made(scan, at, year.next, 'date', `${year.value}-${two(month.value)}`);
  return isMonthAlone(scan, at) ? made(scan, at, month.next, 'date', `--${two(month.value)}`) : null;
}

const AMBIGUOUS_MONTHS = new Set([
  'may',
  'march',
  'mar',
  'sept',
  'dec',
  'nov',
  'jan',
  'oct',
  'jun',
  'apr',
  'feb',
  'sep',
  'aug',
  'déc',
  'avr',
  'janv',
  'août',
]);
const BEFORE_MONTH = new Set([
  'in',
  'of',
  'last',
  'next',
  'this',
  'since',
  'until',
  'till',
  'by',
  'from',
  'to',
  'early',
  'late',
  'mid',
  'and',
  'through',
  'before',
  'after',
  'during',
  'between',
  'or',
  'every',
  'for',
]);

/** Whether a month's name without day and year is a month: not the planet « Mars », the verb "may", a march. */
function isMonthAlone(scan: Scan, at: number): boolean {
  const word = scan.word(at);
  if (scan.lexicon.language === 'fr')
    return (
      !scan.isCapital(at) && word.length > 2 && !['déc', 'avr', 'janv', 'oct', 'nov', 'févr', 'juil'].includes(word)
    );
  if (!AMBIGUOUS_MONTHS.has(word)) return true;
  const before = scan.wordBefore(at);
  return word.length > 3 || word === 'may' ? before >= 0 && BEFORE_MONTH.has(scan.word(before)) : false;
}

/** "9/11" in English. */
function nineEleven(scan: Scan, at: number): Found | null {
  const isIt =
    scan.lexicon.language === 'en' &&
    scan.digits(at) === '9' &&
    scan.sign(at + 1) === '/' &&
    scan.digits(at + 2) === '11';
  return isIt && scan.sign(at + 3) !== '/' ? made(scan, at, at + 3, 'date', '--09-11') : null;
}

/** « le jour de l’An », "Bastille Day". */
function holiday(scan: Scan, at: number): Found | null {
  const day = scan.lexicon.holidays.match(scan.atoms, at);
  return day ? made(scan, at, day.next, 'date', day.value) : null;
}

function weekday(scan: Scan, at: number): Found | null {
  const day = scan.lexicon.weekdays.get(scan.word(at));
  if (!day || (scan.lexicon.language === 'en' && !scan.isCapital(at))) return null;
  return made(scan, at, at + 1, 'weekday', String(day));
}
