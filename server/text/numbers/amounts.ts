// What a number counts: money, a share in a hundred, a measure, or nothing but itself.
import { APOSTROPHES, MINUS } from '../typography.ts';
import { withSmallerUnits } from './composed.ts';
import { UNITS } from './lexicon.ts';
import { type Numeral, pastOf, readNumeral } from './numerals.ts';
import type { Quantity, Reading } from './quantity.ts';
import { HALF, negated, ofWritten, plus, type Rational, rational, times, written } from './rational.ts';
import type { Found, Scan } from './scan.ts';

const HUNDREDTH = rational(1, 100);
const MINUSES = `-${MINUS}\u2013`;

/** Reads money whose sign or code stands first: "$3.5bn", "CHF12m", « € 200 ». */
export function readMoneyBefore(scan: Scan, at: number): Found | null {
  const sign = scan.lexicon.moneyBefore.match(scan.atoms, at);
  if (!sign) return null;
  const numeral = readNumeral(scan, scan.pastSpace(sign.next), true);
  if (numeral?.form !== 'digits') return null;
  const repeated = moneyBehind(scan, numeral.next);
  const next = repeated && repeated.value === sign.value ? repeated.next : numeral.next;
  const start = isMinus(scan, at) ? at - 1 : at;
  return found(
    scan,
    { ...numeral, start, next },
    { kind: 'money', value: signed(scan, at, numeral.value), unit: sign.value },
  );
}

/** Dresses a number with what follows it: %, points, a currency, a unit; a cardinal where nothing does. */
export function readAmount(scan: Scan, numeral: Numeral): Found {
  const reading = shareBehind(scan, numeral) ?? amountBehind(scan, numeral) ?? measureBehind(scan, numeral);
  if (reading) return found(scan, { ...numeral, next: reading.next }, reading.reading, reading.also);
  const value = signed(scan, numeral.start, numeral.value);
  const metres: Reading[] = numeral.metres ? [{ kind: 'measure', value: written(numeral.metres), unit: 'm' }] : [];
  return found(scan, numeral, { kind: 'cardinal', value }, metres);
}

interface Behind {
  reading: Reading;
  next: number;
  also?: Reading[];
}

function shareBehind(scan: Scan, numeral: Numeral): Behind | null {
  const { percent, points, basisPoints } = scan.lexicon;
  const at = scan.pastJoint(numeral.next);
  const value = signed(scan, numeral.start, numeral.value);
  const share = percent.match(scan.atoms, at);
  if (share) return { reading: { kind: 'percent', value }, next: share.next };
  const basis = basisPoints.match(scan.atoms, at);
  if (basis)
    return {
      reading: { kind: 'points', value: signed(scan, numeral.start, times(numeral.value, HUNDREDTH)) },
      next: basis.next,
    };
  return pointsBehind(
    scan,
    numeral,
    points.match(scan.atoms, at) ?? points.match(scan.atoms, nounBehind(scan, numeral.next)),
    value,
  );
}

/** Percentage points; bare points in words are any points, and those of « deux-points » none. */
function pointsBehind(scan: Scan, numeral: Numeral, point: { next: number } | null, value: string): Behind | null {
  if (!point || numeral.article) return null;
  const last = scan.word(point.next - 1);
  const bare = last === 'point' || last === 'points';
  if (!bare) return { reading: { kind: 'points', value }, next: point.next };
  if (scan.sign(numeral.next) && value === '2') return null;
  if (numeral.form === 'words' && numeral.value.over === 1n)
    return { reading: { kind: 'cardinal', value }, next: numeral.next, also: [{ kind: 'points', value }] };
  return { reading: { kind: 'points', value }, next: point.next, also: [{ kind: 'cardinal', value }] };
}

function amountBehind(scan: Scan, numeral: Numeral): Behind | null {
  const money = moneyBehind(scan, numeral.next) ?? scaledMoneyBehind(scan, numeral);
  if (!money || isNoPenny(scan, numeral, money.next)) return null;
  const hundredth = money.value === '¢';
  const value = hundredth ? times(numeral.value, HUNDREDTH) : numeral.value;
  const reading: Reading = { kind: 'money', value: signed(scan, numeral.start, value), unit: money.value };
  return { reading, next: money.next, ...alsoOf(scan, numeral, reading, money.next) };
}

/** "50p" is pence; "1080p" and "P2O5" are not. */
function isNoPenny(scan: Scan, numeral: Numeral, next: number): boolean {
  const last = scan.atoms[next - 1];
  return last?.low === 'p' && (last.text !== 'p' || next - 1 > numeral.next || numeral.value.top >= 100n);
}

/** « 49 livres » may be books, "150 pounds" a weight. */
function alsoOf(scan: Scan, numeral: Numeral, reading: Reading, next: number): { also?: Reading[] } {
  const word = scan.word(next - 1);
  if (word === 'livres' || word === 'livre') return { also: [{ kind: 'cardinal', value: reading.value }] };
  return word === 'pounds' && !numeral.scaled ? { also: [{ kind: 'measure', value: reading.value, unit: 'lb' }] } : {};
}

/** Currencies whose word is another word too: "300tn won". */
function scaledMoneyBehind(scan: Scan, numeral: Numeral): { value: string; next: number } | null {
  return numeral.scaled ? scan.lexicon.moneyAfterScale.match(scan.atoms, scan.pastJoint(numeral.next)) : null;
}

function moneyBehind(scan: Scan, next: number): { value: string; next: number } | null {
  const { moneyAfter } = scan.lexicon;
  const joint = scan.pastJoint(next);
  const money = moneyAfter.match(scan.atoms, joint) ?? moneyAfter.match(scan.atoms, pastOf(scan, next));
  // The second sign of "$10m-$15m" belongs to what follows it.
  return money && joint > next && !scan.isSpace(next) && scan.digits(money.next) ? null : money;
}

function measureBehind(scan: Scan, numeral: Numeral): Behind | null {
  const unit = unitBehind(scan, numeral.next);
  if (!unit) return null;
  const half = scan.lexicon.halfAfter.match(scan.atoms, scan.pastSpace(unit.next));
  const parts = half || isRangeStart(scan, numeral.start) ? null : withSmallerUnits(scan, numeral.value, unit);
  const value = parts?.value ?? (half ? plus(numeral.value, HALF) : numeral.value);
  const reading: Reading = {
    kind: 'measure',
    value: signed(scan, numeral.start, value, DEGREES.has(unit.value)),
    unit: parts?.unit ?? unit.value,
  };
  return { reading, next: parts?.next ?? half?.next ?? unit.next };
}

/** "between 2 hours and 30 minutes" are two measures. */
function isRangeStart(scan: Scan, at: number): boolean {
  const before = scan.word(scan.wordBefore(at));
  return before === 'between' || before === 'entre';
}

const DEGREES = new Set(['°', '°C', '°F']);

/** "the under 16s" are no seconds. */
const YOUNGER = new Set(['under', 'over']);

/** The unit whose word or symbol stands behind a number; the « l’ » and « j’ » of French are no litres and days. */
export function unitBehind(scan: Scan, next: number): { value: string; next: number } | null {
  const { units, unitSymbols } = scan.lexicon;
  const at = scan.pastJoint(next);
  const direct = longer(unitSymbols.match(scan.atoms, at), units.match(scan.atoms, at));
  if (direct?.value === 's' && at === next && YOUNGER.has(scan.word(scan.wordBefore(next - 1)))) return null;
  if (direct) return APOSTROPHES.includes(scan.sign(direct.next) || ' ') && direct.next === at + 1 ? null : direct;
  const noun = nounBehind(scan, next);
  const counted = noun > at ? units.match(scan.atoms, noun) : null;
  return counted && APOSTROPHES.includes(scan.sign(counted.next) || ' ') ? null : counted;
}

/** The index of a noun behind « de », "of" and an article: « quart d’heure », "half an hour", "half a percentage point". */
function nounBehind(scan: Scan, next: number): number {
  const of = pastOf(scan, next);
  const at = of > next ? of : scan.pastJoint(next);
  return scan.lexicon.articles.has(scan.word(at)) ? scan.pastSpace(at + 1) : at;
}

function longer<T extends { next: number }>(a: T | null, b: T | null): T | null {
  if (!a || !b) return a ?? b;
  return b.next > a.next ? b : a;
}

/** The value with the minus before its first atom; « moins » is one before degrees alone (« moins 3 % » is a fall). */
function signed(scan: Scan, at: number, value: Rational, degrees = false): string {
  return written(minusBefore(scan, at, degrees) < at ? negated(value) : value);
}

/** The index of the minus that stands before an atom; the atom's own where none does. */
function minusBefore(scan: Scan, at: number, degrees: boolean): number {
  if (isMinus(scan, at)) return at - 1;
  // The true minus may have a space behind it, as signs have in French; a hyphen would be a dash.
  if (scan.isSpace(at - 1) && scan.sign(at - 2) === MINUS && !scan.digits(at - 4)) return at - 2;
  const word = scan.isSpace(at - 1) ? scan.word(at - 2) : '';
  if (word === 'minus' && scan.lexicon.language === 'en')
    return scan.digits(at - 4) || scan.word(at - 4) === 'or' ? at : at - 2;
  if (word !== 'moins' || !degrees) return at;
  return LESS.has(scan.word(scan.wordBefore(at - 2))) ? at : at - 2;
}

/** « au moins 3 degrés », « plus ou moins 3 degrés » are no minus. */
const LESS = new Set(['au', 'du', 'ou', 'le', 'les', 'de', 'en', 'tout']);

/** The dash right before an atom, unless it stands between two things. */
function isMinus(scan: Scan, at: number): boolean {
  const sign = scan.sign(at - 1);
  if (sign === '' || !MINUSES.includes(sign)) return false;
  const before = scan.atoms[at - 2];
  return before === undefined || before.kind === 'space' || before.text === '(';
}

/** Puts a quantity together from its number and how it is understood. */
export function found(scan: Scan, numeral: Numeral, reading: Reading, also: Reading[] = []): Found {
  const start = reading.value.startsWith('-') ? minusBefore(scan, numeral.start, true) : numeral.start;
  const others = numeral.other ? [...also, { ...reading, value: written(numeral.other) }] : also;
  const { kind, value, unit } = reading;
  const quantity: Quantity = {
    start: scan.startOf(start),
    end: scan.endBefore(numeral.next),
    kind,
    value,
    form: numeral.form,
  };
  if (unit !== undefined) quantity.unit = unit;
  if (numeral.approximate) quantity.approximate = true;
  if (numeral.vague) quantity.vague = true;
  if (numeral.foreign) quantity.foreign = true;
  if (others.length > 0) quantity.also = others;
  return {
    quantity: kind === 'measure' ? { ...quantity, ...canonicalOf(reading) } : quantity,
    next: numeral.next,
    scale: numeral.scale,
  };
}

/** The value of a measure in its dimension's base unit; nothing for other kinds. */
export function canonicalOf(reading: Reading): Pick<Quantity, 'canonical'> {
  const unit = reading.kind === 'measure' ? UNITS.get(reading.unit ?? '') : undefined;
  const value = ofWritten(reading.value);
  const factor = unit ? ofWritten(unit.factor) : null;
  if (!unit || !value || !factor) return {};
  return { canonical: { dimension: unit.dimension, value: written(times(value, factor)) } };
}
