// Measures told in two or three units: « 1 h 47 min 12 s », "two hours and 15 minutes", « 1 m 85 », "6 feet 2 inches".
import { UNITS } from './lexicon.ts';
import { ONE, ofWritten, plus, type Rational, rational, times } from './rational.ts';
import type { Scan } from './scan.ts';
import { readWords } from './words.ts';

/** What may follow a unit, and how many of it make one. */
const SMALLER: Readonly<Record<string, { unit: string; most: number }>> = {
  h: { unit: 'min', most: 59 },
  min: { unit: 's', most: 59 },
  ft: { unit: 'in', most: 11 },
  m: { unit: 'cm', most: 99 },
};

/** A measure whose whole is told in its smallest unit. `next` is the index of the atom behind it. */
export interface Composed {
  value: Rational;
  unit: string;
  next: number;
}

/** The measure with the smaller units that follow its first one (`unit.next` is behind that); null where none follows. */
export function withSmallerUnits(scan: Scan, value: Rational, unit: { value: string; next: number }): Composed | null {
  let whole: Composed | null = null;
  for (let last: Composed = { value, unit: unit.value, next: unit.next }; ; ) {
    const part = partBehind(scan, last);
    if (!part) return whole;
    last = { ...part, value: plus(times(last.value, ratioOf(last.unit, part.unit)), part.value) };
    whole = last;
  }
}

function ratioOf(large: string, small: string): Rational {
  const [above, below] = [factorOf(large), factorOf(small)];
  return rational(above.top * below.over, above.over * below.top);
}

function factorOf(unit: string): Rational {
  return ofWritten(UNITS.get(unit)?.factor ?? '1') ?? ONE;
}

function partBehind(scan: Scan, whole: Composed): Composed | null {
  const smaller = SMALLER[whole.unit];
  if (!smaller || whole.value.over !== 1n) return null;
  const at = pastLink(scan, whole.next);
  const count = at > whole.next ? countAt(scan, at) : null;
  if (!count || count.value > smaller.most) return null;
  const next = pastUnit(scan, count.next, smaller.unit) ?? bareCentimetres(scan, at, smaller.unit);
  return next === null ? null : { value: rational(count.value), unit: smaller.unit, next };
}

/** Over a space, a comma, « et » or "and". */
function pastLink(scan: Scan, next: number): number {
  const comma = scan.sign(next) === ',' ? next + 1 : next;
  const at = scan.pastSpace(comma);
  return scan.lexicon.and.has(scan.word(at)) ? scan.pastSpace(at + 1) : at;
}

function countAt(scan: Scan, at: number): { value: number; next: number } | null {
  const digits = scan.digits(at);
  if (digits) return digits.length < 3 ? { value: Number(digits), next: at + 1 } : null;
  const words = readWords(scan, at);
  return words && !words.article && words.value.over === 1n
    ? { value: Number(words.value.top), next: words.next }
    : null;
}

function pastUnit(scan: Scan, next: number, wanted: string): number | null {
  const at = scan.pastJoint(next);
  const { units, unitSymbols } = scan.lexicon;
  const unit = unitSymbols.match(scan.atoms, at) ?? units.match(scan.atoms, at);
  if (unit?.value === wanted) return unit.next;
  return wanted === 'in' && scan.word(at) === 'in' ? at + 1 : null;
}

/** « 1 m 85 ». */
function bareCentimetres(scan: Scan, at: number, wanted: string): number | null {
  const alone = wanted === 'cm' && scan.digits(at).length === 2 && scan.isSpace(at - 1) && !scan.digits(at + 2);
  return alone && scan.lexicon.language === 'fr' && scan.sign(at + 1) !== '%' ? at + 1 : null;
}
