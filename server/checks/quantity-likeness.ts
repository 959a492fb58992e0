// Whether two quantities say the same, and if they do not, in what they differ.

import { canonicalOf } from '../text/numbers/amounts.ts';
import { ofWritten, toNumber } from '../text/numbers/rational.ts';
import type { Quantity, QuantityKind, Reading } from '../text/numbers.ts';
import type { CheckName } from './check.ts';
import type { Item } from './quantity-items.ts';

const CALENDAR: ReadonlySet<QuantityKind> = new Set(['date', 'weekday', 'time', 'decade', 'century', 'period']);
/** What counts things, in whatever form of the word: « trois », « troisième », "tripled", "three-year". */
const COUNTING: ReadonlySet<QuantityKind> = new Set([
  'cardinal',
  'ordinal',
  'year',
  'fraction',
  'multiplier',
  'measure',
  'century',
]);

/** True where both have a reading of the same kind, value and unit. */
export function isSame(a: Item, b: Item): boolean {
  const [left, right] = [a.quantity, b.quantity];
  return left.kind === right.kind && left.value === right.value && left.unit === right.unit;
}

/** True where some reading of one says what some reading of the other says, in other words. */
export function isAlike(a: Item, b: Item): boolean {
  return readingsOf(a.quantity).some((left) =>
    readingsOf(b.quantity).some((right) => agree(left, right) || agree(unsigned(left), unsigned(right))),
  );
}

/** True where one is a rounding of the other and the text says so, or a conversion into another unit. */
export function isNear(a: Item, b: Item): boolean {
  const [left, right] = [a.quantity, b.quantity];
  if (left.unit === '°F' && right.unit === '°C') return isTemperature(left, right);
  if (left.unit === '°C' && right.unit === '°F') return isTemperature(right, left);
  if (left.canonical && right.canonical && left.unit !== right.unit)
    return (
      left.canonical.dimension === right.canonical.dimension &&
      within(left.canonical.value, right.canonical.value, CONVERTED)
    );
  const comparable = left.unit === right.unit || !left.unit || !right.unit;
  if (!comparable || CALENDAR.has(left.kind) || CALENDAR.has(right.kind)) return false;
  if (left.approximate && right.approximate) return within(left.value, right.value, ROUNDED_WORD);
  if (a.rough === b.rough) return false;
  return a.rough ? isRounding(left.value, right.value) : isRounding(right.value, left.value);
}

/** 86 °F are 30 °C, give or take a degree. */
function isTemperature(fahrenheit: Quantity, celsius: Quantity): boolean {
  const degrees = (((numberOf(fahrenheit.value) ?? 0) - 32) * 5) / 9;
  return Math.abs(degrees - (numberOf(celsius.value) ?? 0)) <= 1;
}

/** True where the first is the second rounded to fewer digits: "about 1,200" for 1 180. */
function isRounding(round: string, exact: string): boolean {
  const [left, right] = [numberOf(round), numberOf(exact)];
  const digits = round.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length;
  if (
    left === null ||
    right === null ||
    digits === 0 ||
    digits >= exact.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length
  )
    return false;
  return Number(right.toPrecision(digits)) === left;
}

/** « 33 % » and "a third". */
const SHARE = 0.02;
const CONVERTED = 0.04;
const ROUNDED_WORD = 0.21;

function within(a: string, b: string, part: number): boolean {
  const [left, right] = [numberOf(a), numberOf(b)];
  return left !== null && right !== null && Math.abs(left - right) <= part * Math.max(Math.abs(left), Math.abs(right));
}

function numberOf(value: string): number | null {
  const exact = ofWritten(value);
  return exact ? toNumber(exact) : null;
}

function readingsOf(quantity: Quantity): readonly Reading[] {
  return quantity.also ? [quantity, ...quantity.also] : [quantity];
}

/** « -12 % » is also said as "fell 12%". */
function unsigned(reading: Reading): Reading {
  const minus = reading.value.startsWith('-') && !CALENDAR.has(reading.kind);
  return minus ? { ...reading, value: reading.value.slice(1) } : reading;
}

function agree(a: Reading, b: Reading): boolean {
  if (a.kind === 'name' || b.kind === 'name') return a.kind === b.kind && a.value === b.value;
  if (a.kind === 'measure' && b.kind === 'measure') return sameMeasure(a, b);
  if (a.kind === 'money' && b.kind === 'money') return sameMoney(a, b);
  if (a.kind === 'date' && b.kind === 'date') return sameDate(a.value, b.value);
  if (a.kind === 'period' && b.kind === 'period') return samePart(a.value, b.value);
  if (a.kind === b.kind) return a.value === b.value;
  return acrossKinds(a, b) || acrossKinds(b, a);
}

function sameMeasure(a: Reading, b: Reading): boolean {
  if (a.value === b.value && (a.unit === b.unit || `${a.unit}/s` === b.unit || a.unit === `${b.unit}/s`)) return true;
  if (a.unit === 'd' && FRENCH_DAYS[a.value] === daysOf(b)) return true;
  if (b.unit === 'd' && FRENCH_DAYS[b.value] === daysOf(a)) return true;
  const [left, right] = [canonicalOf(a).canonical, canonicalOf(b).canonical];
  return left !== undefined && left.dimension === right?.dimension && left.value === right.value;
}

/** « huit jours » are a week, « quinze jours » two. */
const FRENCH_DAYS: Readonly<Record<string, number>> = { '8': 7, '15': 14 };

function daysOf(measure: Reading): number | undefined {
  const { canonical } = canonicalOf(measure);
  return canonical?.dimension === 'time' ? (numberOf(canonical.value) ?? 0) / 86_400 : undefined;
}

function sameMoney(a: Reading, b: Reading): boolean {
  return a.value === b.value && (a.unit === b.unit || a.unit === '¢' || b.unit === '¢');
}

/** What both say of day, month and year is equal; either may leave a part out. */
function sameDate(a: string, b: string): boolean {
  const [left, right] = [dateParts(a), dateParts(b)];
  return left.every((part, index) => part === '' || right[index] === '' || part === right[index]);
}

function dateParts(value: string): readonly string[] {
  const [, year = '', month = '', day = ''] = /^(\d{4}|-)?-(\d\d)(?:-(\d\d))?$/.exec(value) ?? [];
  return [year === '-' ? '' : year, month, day];
}

/** "2024-Q3" and "Q3". */
function samePart(a: string, b: string): boolean {
  return a === b || a.endsWith(`-${b}`) || b.endsWith(`-${a}`);
}

function acrossKinds(a: Reading, b: Reading): boolean {
  if (COUNTING.has(a.kind) && COUNTING.has(b.kind)) return a.value === b.value || isInverse(a, b);
  if (b.kind === 'percent')
    return (
      (a.kind === 'fraction' || a.kind === 'multiplier') &&
      within(a.value, String((numberOf(b.value) ?? 0) / 100), SHARE)
    );
  if (a.kind === 'date' && b.kind === 'year') return a.value.startsWith(`${b.value}-`);
  if (a.kind === 'period' && b.kind === 'year') return a.value.startsWith(`${b.value}-`);
  if (a.kind === 'time' && b.kind === 'cardinal') return isHour(a.value, b.value);
  if (a.kind === 'decade' && (b.kind === 'year' || b.kind === 'cardinal')) return a.value === b.value;
  return false;
}

/** « 17 h » and "five", as in "nine to five". */
function isHour(time: string, count: string): boolean {
  const hour = Number(time.slice(0, 2));
  return time.endsWith(':00') && Number(count) >= 1 && (Number(count) === hour || Number(count) === hour - 12);
}

/** "halved" and « divisé par deux ». */
function isInverse(a: Reading, b: Reading): boolean {
  return a.kind === 'multiplier' && a.value === '0.5' && b.value === '2';
}

/** A difference between two quantities that stand for each other: the check that reports it, and how sure the pairing is. */
export interface Difference {
  check: CheckName;
  weight: number;
}

/** In what two quantities differ that agree in something; null where nothing ties them to each other. */
export function differenceOf(a: Item, b: Item): Difference | null {
  const [left, right] = [a.quantity, b.quantity];
  if (left.kind === 'name' || right.kind === 'name') return namesDiffer(left, right);
  if (CALENDAR.has(left.kind) || CALENDAR.has(right.kind))
    return left.kind === right.kind ? { check: 'date', weight: 8 } : null;
  if (left.value === right.value || isPercentOfPoints(left, right)) return unitsDiffer(left, right);
  if (left.kind === 'points' && right.kind === 'points' && isHundredfold(left.value, right.value))
    return { check: 'percent', weight: 9 };
  if (left.kind === right.kind && left.unit === right.unit) return { check: 'number', weight: 7 };
  if (left.kind === 'money' && right.kind === 'money')
    return { check: isExchange(left.value, right.value) ? 'currency' : 'number', weight: 6 };
  if (left.kind === right.kind) return { check: 'number', weight: 6 };
  return isCountingPair(a, b) ? { check: 'number', weight: 4 } : null;
}

/** Whether two amounts in two currencies may be the same money. */
function isExchange(a: string, b: string): boolean {
  const rate = (numberOf(a) ?? 0) / (numberOf(b) || 1);
  return rate > 0.4 && rate < 2.5;
}

/** GPT-4 and GPT-5: the same letters, other digits. */
function namesDiffer(a: Quantity, b: Quantity): Difference | null {
  if (a.kind !== b.kind) return null;
  const letters = (value: string) => value.replace(/\d+(?:\.\d+)*/g, '#');
  return letters(a.value) === letters(b.value) ? { check: 'number', weight: 8 } : null;
}

/** 25 basis points as 25 %. */
function isPercentOfPoints(a: Quantity, b: Quantity): boolean {
  const [points, percent] = a.kind === 'points' ? [a, b] : [b, a];
  return (
    points.kind === 'points' &&
    percent.kind === 'percent' &&
    within(percent.value, String((numberOf(points.value) ?? 0) * 100), 1e-9)
  );
}

/** 25 basis points as 25 points. */
function isHundredfold(a: string, b: string): boolean {
  const [less, more] = [numberOf(a) ?? 0, numberOf(b) ?? 0].sort((one, other) => one - other);
  return within(String((less ?? 0) * 100), String(more), 1e-9);
}

function unitsDiffer(a: Quantity, b: Quantity): Difference | null {
  const kinds = new Set([a.kind, b.kind]);
  // "12 pounds" beside « 12 kilogrammes » is a weight.
  const weighs = ({ also }: Quantity) => also?.some(({ kind }) => kind === 'measure');
  if (kinds.has('measure') && kinds.has('money') && (weighs(a) || weighs(b))) return { check: 'unit', weight: 10 };
  if (kinds.has('percent') || kinds.has('points')) return { check: 'percent', weight: 10 };
  if (kinds.has('money')) return { check: 'currency', weight: 10 };
  if (kinds.has('measure')) return { check: 'unit', weight: 10 };
  return null;
}

function isCountingPair(a: Item, b: Item): boolean {
  const [left, right] = [a.quantity.kind, b.quantity.kind];
  if (a.weak && b.weak)
    return (left === 'multiplier' && right === 'cardinal') || (right === 'multiplier' && left === 'cardinal');
  return !a.weak && !b.weak;
}
