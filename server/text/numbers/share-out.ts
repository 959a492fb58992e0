// The ends of a range share what stands at one of them: « 5 à 7 % », "$5-7m", "March 12-14", "2024-26".
import { canonicalOf } from './amounts.ts';
import { clockValue } from './clock.ts';
import type { Quantity, Reading } from './quantity.ts';
import { compare, ONE, ofWritten, type Rational, times, written } from './rational.ts';
import type { Found, Scan } from './scan.ts';

const DASH = /^\s?[-\u2010\u2011\u2013\u2014/]\s?$/;
const DASHED = '-';
const SPANS = new Set([DASHED, 'to', 'through', 'au', 'à', 'and', 'et', '&']);
const LONGEST_LINK = 10;
const SPREADS = new Set(['percent', 'points', 'money', 'measure']);

/** The found quantities, each with what the other end of its range says for both. */
export function shareOut(scan: Scan, founds: readonly Found[]): Quantity[] {
  const quantities = founds.map((found) => found.quantity);
  for (let i = quantities.length - 2; i >= 0; i--) {
    const [first, second] = [quantities[i], quantities[i + 1]];
    if (!first || !second) continue;
    const link = linkBetween(scan, first, second);
    if (!link) continue;
    const [left, right] = shared(first, second, link, founds[i]?.scale ?? ONE, founds[i + 1]?.scale ?? ONE);
    quantities[i] = left;
    quantities[i + 1] = right;
  }
  return withYearBehind(scan, quantities);
}

/** "March 3-5, 2025": the year behind the second day is that of both. */
function withYearBehind(scan: Scan, quantities: readonly Quantity[]): Quantity[] {
  const out: Quantity[] = [];
  for (const quantity of quantities) {
    const [first, second] = out.slice(-2);
    const dates = first?.kind === 'date' && second?.kind === 'date' && quantity.kind === 'year';
    if (dates && isYearOf(scan, second, quantity) && DAY_OF_MONTH.test(first.value))
      out.splice(-2, 2, dated(first, quantity), { ...dated(second, quantity), end: quantity.end });
    else out.push(quantity);
  }
  return out;
}

const DAY_OF_MONTH = /^---?\d\d-\d\d$/;

function isYearOf(scan: Scan, date: Quantity, year: Quantity): boolean {
  return DAY_OF_MONTH.test(date.value) && /^, ?$/.test(scan.text.slice(date.end, year.start));
}

function dated(date: Quantity, year: Quantity): Quantity {
  return { ...date, value: `${year.value}${date.value.slice(1)}` };
}

function linkBetween(scan: Scan, first: Quantity, second: Quantity): string | null {
  if (second.start - first.end > LONGEST_LINK) return null;
  const between = scan.text.slice(first.end, second.start);
  if (DASH.test(between)) return DASHED;
  const word = between.trim().toLowerCase();
  if (second.kind === 'century') return word !== '' && CENTURIES.test(word) ? word : null;
  if (word === '- to' || (second.kind === 'date' && word === 'et le')) return DASHED;
  return scan.lexicon.rangeBy.has(word) || word === ',' || word === 'au' ? word : null;
}

/** « du XVIe au XVIIIe siècle », "the 19th and the 20th centuries". */
const CENTURIES = /^(?:,|(?:et|ou|and|or|to|à)?(?: ?(?:au|le|les|du|the|of))*)$/;

function shared(
  first: Quantity,
  second: Quantity,
  link: string,
  firstScale: Rational,
  secondScale: Rational,
): [Quantity, Quantity] {
  if (first.kind === 'cardinal' && SPREADS.has(second.kind))
    return [spread(first, second, firstScale, secondScale), second];
  if (first.kind === 'money' && second.kind === 'cardinal' && link === DASHED)
    return [rescaled(first, second, firstScale, secondScale), { ...second, kind: 'money', ...unitOf(first) }];
  if (first.kind === 'money' && second.kind === 'money' && first.unit === second.unit)
    return [rescaled(first, second, firstScale, secondScale), second];
  if (first.kind === 'cardinal' && second.kind === 'cardinal')
    return [rescaled(first, second, firstScale, secondScale), second];
  if (first.kind === 'ordinal' && second.kind === 'century') return [centuryOf(first), second];
  if (first.kind === 'cardinal' && second.kind === 'time') return [hourOf(first, second), second];
  if (first.kind === 'cardinal' && second.kind === 'date') return [dayOf(first, second, 'before'), second];
  if (first.kind === 'date' && second.kind === 'cardinal' && SPANS.has(link))
    return [first, dayOf(second, first, 'after')];
  if (first.kind === 'year' && second.kind === 'cardinal' && link === DASHED) return [first, yearOf(second, first)];
  return [first, second];
}

function unitOf(quantity: Quantity): { unit?: string } {
  return quantity.unit === undefined ? {} : { unit: quantity.unit };
}

/** Gives the first end the kind and unit of the second, and its scale where the range then still rises. */
function spread(first: Quantity, second: Quantity, firstScale: Rational, secondScale: Rational): Quantity {
  const dressed: Quantity = {
    ...rescaled(first, second, firstScale, secondScale),
    kind: second.kind,
    ...unitOf(second),
  };
  const alone: Reading = { kind: 'cardinal', value: first.value };
  const also = [
    ...(dressed.also ?? []).map((reading) => ({ ...reading, kind: second.kind, ...unitOf(second) })),
    alone,
  ];
  return { ...dressed, also, ...canonicalOf(dressed) };
}

function rescaled(first: Quantity, second: Quantity, firstScale: Rational, secondScale: Rational): Quantity {
  const [low, high] = [ofWritten(first.value), ofWritten(second.value)];
  if (!low || !high || compare(firstScale, ONE) !== 0 || compare(secondScale, ONE) === 0) return first;
  const scaled = times(low, secondScale);
  if (compare(scaled, high) >= 0) return first;
  const { also: others = [], ...rest } = first;
  const alone: Reading = { kind: first.kind, value: first.value, ...unitOf(first) };
  return { ...rest, value: written(scaled), also: [...others, alone] };
}

/** The 12 of "12-14 March" is a day of March. */
function dayOf(number: Quantity, date: Quantity, side: 'before' | 'after'): Quantity {
  const parts = /^(.*-\d\d)-(\d\d)$/.exec(date.value);
  const day = Number(number.value);
  const rises = side === 'before' ? day < Number(parts?.[2]) : day > Number(parts?.[2]);
  if (!parts || !Number.isInteger(day) || day < 1 || day > 31 || !rises || number.form !== 'digits') return number;
  return {
    ...number,
    kind: 'date',
    value: `${parts[1]}-${String(day).padStart(2, '0')}`,
    also: [{ kind: 'cardinal', value: number.value }],
  };
}

function centuryOf(ordinal: Quantity): Quantity {
  const { also = [], ...rest } = ordinal;
  return { ...rest, kind: 'century', also: [...also, { kind: 'ordinal', value: ordinal.value }] };
}

/** The 14 of « entre 14 et 16 heures »; the 5 of "5 to 7pm" is of the same half of the day. */
function hourOf(number: Quantity, time: Quantity): Quantity {
  const [hour, last] = [Number(number.value), Number(time.value.slice(0, 2))];
  if (!Number.isInteger(hour) || hour < 0 || hour > 23 || time.form !== number.form) return number;
  const value = hour < 12 && hour + 12 < last && !isOfTwentyFour(time) ? hour + 12 : hour;
  const span: Reading[] = time.also?.some(({ kind }) => kind === 'measure')
    ? [{ kind: 'measure', value: number.value, unit: 'h' }]
    : [];
  if (value >= last) return number;
  return {
    ...number,
    kind: 'time',
    value: clockValue(value, 0),
    also: [{ kind: 'cardinal', value: number.value }, ...span],
  };
}

function isOfTwentyFour(time: Quantity): boolean {
  return time.also !== undefined;
}

/** The 26 of "2024-26" is 2026. */
function yearOf(number: Quantity, year: Quantity): Quantity {
  const full = `${year.value.slice(0, 2)}${number.value.padStart(2, '0')}`;
  const rises =
    number.form === 'digits' && /^\d\d?$/.test(number.value) && number.end - number.start === 2 && full > year.value;
  return rises ? { ...number, kind: 'year', value: full, also: [{ kind: 'cardinal', value: number.value }] } : number;
}
