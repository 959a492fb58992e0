// Ordinals with what they count: centuries, quarters and halves of years; T3, Q3, S1, H1.
import { APOSTROPHES } from '../typography.ts';
import { yearAt } from './calendar.ts';
import { pastOf } from './numerals.ts';
import { readOrdinalNumber, romanOrdinal } from './ordinals.ts';
import type { Reading } from './quantity.ts';
import { type Found, made, type Scan } from './scan.ts';

/** Reads an ordinal: « 3e », "21st", « XXIe », « vingt et unième », and with what it counts a century or a period. */
export function readOrdinal(scan: Scan, at: number): Found | null {
  const roman = romanOrdinal(scan, at);
  const ordinal = roman ?? readOrdinalNumber(scan, at);
  if (!ordinal || isUnitOfTime(scan, at)) return null;
  const counted = scan.word(scan.pastJoint(ordinal.next));
  const next = scan.pastJoint(ordinal.next) + 1;
  if (scan.lexicon.century.has(counted)) return made(scan, at, next, 'century', String(ordinal.value));
  if (ordinal.value <= 4 && scan.lexicon.quarter.has(counted)) return periodOf(scan, at, next, `Q${ordinal.value}`);
  if (ordinal.value <= 2 && scan.lexicon.half.has(counted)) return periodOf(scan, at, next, `H${ordinal.value}`);
  const half = ordinal.value <= 2 && counted === 'moitié' ? halfOfYear(scan, at, next, `H${ordinal.value}`) : null;
  if (half) return half;
  const also = fractionOf(scan, at, ordinal.value);
  return made(scan, at, ordinal.next, 'ordinal', String(ordinal.value), also ? { also: [also] } : {});
}

/** "per second", « par seconde ». */
function isUnitOfTime(scan: Scan, at: number): boolean {
  return /^seconde?$/.test(scan.word(at)) && PER.has(scan.word(scan.wordBefore(at)));
}

const PER = new Set(['per', 'par', 'each', 'every', 'chaque']);

/** « la première moitié de l’année », « de 2024 ». */
function halfOfYear(scan: Scan, at: number, next: number, value: string): Found | null {
  const of = pastOf(scan, next);
  const year = yearAt(scan, next);
  if (year && of > next) return periodOf(scan, at, next, value);
  const word = scan.word(of) === 'l' ? of + 2 : of;
  return YEAR_WORDS.has(scan.word(word)) ? periodOf(scan, at, word + 1, value) : null;
}

const YEAR_WORDS = new Set(['année', 'an', 'exercice']);

/** "a third" may be one of three. */
function fractionOf(scan: Scan, at: number, value: number): Reading | null {
  return value > 2 && scan.lexicon.fractions.has(scan.word(at)) ? { kind: 'fraction', value: `1/${value}` } : null;
}

const PARTS_OF_YEAR = new Map([
  ['6', 'H1'],
  ['six', 'H1'],
  ['3', 'Q1'],
  ['trois', 'Q1'],
  ['three', 'Q1'],
]);
const FIRST = new Set(['first', 'premiers']);

/** "the first six months of 2024", « les six premiers mois de 2024 ». */
function firstMonths(scan: Scan, at: number): Found | null {
  const second = scan.pastSpace(at + 1);
  const third = scan.pastSpace(second + 1);
  const english = scan.word(at) === 'first';
  const [count, first] = english ? [second, at] : [at, second];
  const part = PARTS_OF_YEAR.get(scan.digits(count) || scan.word(count));
  const months = scan.word(third) === 'months' || scan.word(third) === 'mois';
  return part && months && FIRST.has(scan.word(first)) ? periodOf(scan, at, third + 1, part) : null;
}

/** T3, Q3, S1, H1, with the year behind: « T3 2024 »; also a name, as Apple’s T2 is. */
export function readPeriod(scan: Scan, at: number): Found | null {
  const compact = firstMonths(scan, at) ?? numberFirst(scan, at);
  if (compact) return compact;
  const letter = scan.atoms[at]?.text ?? '';
  const digit = scan.digits(at + 1);
  const part = partsOf(scan).get(letter);
  if (!part || !digit || digit < '1' || digit > part.last || digit.length > 1 || scan.word(at + 2)) return null;
  const found = periodOf(scan, at, at + 2, `${part.value}${digit}`);
  const name: Reading = { kind: 'name', value: `${letter}${digit}`.toLowerCase() };
  return { ...found, quantity: { ...found.quantity, also: [name] } };
}

/** « 2T24 », "3Q24", "1H 2025": as companies head their tables. */
function numberFirst(scan: Scan, at: number): Found | null {
  const digit = scan.digits(at);
  const part = partsOf(scan).get(scan.atoms[at + 1]?.text ?? '');
  if (!part || digit.length !== 1 || digit < '1' || digit > part.last) return null;
  const value = `${part.value}${digit}`;
  const short = scan.digits(at + 2);
  if (short.length === 2 || short.length === 4)
    return made(scan, at, at + 3, 'period', `${short.length === 2 ? '20' : ''}${short}-${value}`);
  const found = short ? null : periodOf(scan, at, at + 2, value);
  return found && found.next > at + 2 ? found : null;
}

function partsOf(scan: Scan): typeof FRENCH_PARTS {
  return scan.lexicon.language === 'fr' ? FRENCH_PARTS : ENGLISH_PARTS;
}

const FRENCH_PARTS = new Map([
  ['T', { value: 'Q', last: '4' }],
  ['S', { value: 'H', last: '2' }],
]);
const ENGLISH_PARTS = new Map([
  ['Q', { value: 'Q', last: '4' }],
  ['H', { value: 'H', last: '2' }],
]);

/** A quarter or half with the year that follows it: « T3 2024 », "Q3 FY24", "Q3'24". */
function periodOf(scan: Scan, at: number, next: number, value: string): Found {
  const year = yearAt(scan, next) ?? shortYear(scan, next);
  return made(scan, at, year?.next ?? next, 'period', year ? `${year.value}-${value}` : value);
}

function shortYear(scan: Scan, next: number): { value: string; next: number } | null {
  const apostrophe = APOSTROPHES.includes(scan.sign(next) || ' ') ? next + 1 : 0;
  const fiscal = scan.pastSpace(next);
  const at = apostrophe || (scan.word(fiscal) === 'fy' ? fiscal + 1 : 0);
  const year = at ? scan.digits(at) : '';
  if (year.length !== 2 && !(year.length === 4 && !apostrophe)) return null;
  return { value: year.length === 2 ? `20${year}` : year, next: at + 1 };
}
