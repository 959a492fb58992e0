// The ends of a range share what stands at one of them: « 5 à 7 % », "$5-7m", "March 12-14", "2024-26".
import { canonicalOf } from './amounts.ts';
import type { Quantity, Reading } from './quantity.ts';
import { compare, ONE, ofWritten, type Rational, times, written } from './rational.ts';
import type { Found, Scan } from './scan.ts';

const DASH = /^\s?[-\u2010\u2011\u2013\u2014/]\s?$/;
const DASHED = '-';
const SPANS = new Set([DASHED, 'to', 'through', 'au', 'à']);
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
  return quantities;
}

function linkBetween(scan: Scan, first: Quantity, second: Quantity): string | null {
  if (second.start - first.end > 6) return null;
  const between = scan.text.slice(first.end, second.start);
  if (DASH.test(between)) return DASHED;
  const word = between.trim().toLowerCase();
  return scan.lexicon.rangeBy.has(word) || word === ',' || word === 'au' ? word : null;
}

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

/** The 26 of "2024-26" is 2026. */
function yearOf(number: Quantity, year: Quantity): Quantity {
  const full = `${year.value.slice(0, 2)}${number.value.padStart(2, '0')}`;
  const rises =
    number.form === 'digits' && /^\d\d?$/.test(number.value) && number.end - number.start === 2 && full > year.value;
  return rises ? { ...number, kind: 'year', value: full, also: [{ kind: 'cardinal', value: number.value }] } : number;
}
