// Turns what differs between the quantities of a pair into faults: where, what is wrong, what to do.
import { type Quantity, type Reading, readNumbers, writeQuantity } from '../text/numbers.ts';
import { NBSP } from '../text/typography.ts';
import type { CheckName, Fault, Pair, Said } from './check.ts';
import { comparisonOf, type Slip } from './quantities.ts';
import type { Item } from './quantity-items.ts';
import type { Side } from './side.ts';

/** The faults of one of the five checks by value: number, currency, date, unit, percent. */
export function* slipFaults(pair: Pair, check: CheckName): Iterable<Fault> {
  for (const slip of comparisonOf(pair).slips) {
    if (slip.check !== check) continue;
    const fault = slip.target ? targetFault(pair, slip, slip.target) : lostFault(pair, slip);
    if (fault) yield fault;
  }
}

/** The quantities of the target that no slip has named yet: a fault of manner would say the same place twice. */
export function settledTargets(pair: Pair): Quantity[] {
  const { target, slips } = comparisonOf(pair);
  const named = new Set(slips.map((slip) => slip.target));
  return target.filter((item) => !named.has(item)).map((item) => item.quantity);
}

/** The words of a quantity as they stand on its side. */
export function textOf(side: Side, quantity: Quantity): string {
  return side.text.slice(quantity.start, quantity.end);
}

/** A fault of manner: the quantity is right and written wrongly; its fix writes it as the language does. */
export function mannerFault(pair: Pair, quantity: Quantity, why: Said, rule?: string): Fault {
  const { start, end } = quantity;
  const fix = rewritten(pair, meant(pair, quantity), textOf(pair.target, quantity));
  const advice = fix === null ? { en: '', fr: '' } : { en: ` Write “${fix}”.`, fr: ` Écrivez «${NBSP}${fix}${NBSP}».` };
  const message = { en: why.en + advice.en, fr: why.fr + advice.fr };
  return { side: 'target', start, end, message, ...(rule ? { rule } : {}), ...(fix === null ? {} : { fix }) };
}

/** The reading of a quantity that the source confirms: 10.000 may be ten. */
function meant(pair: Pair, quantity: Quantity): Quantity {
  const readings = [quantity, ...(quantity.also ?? [])];
  const isSaid = (value: string) => comparisonOf(pair).source.some((item) => item.quantity.value === value);
  const reading = readings.find(({ kind, value }) => kind === quantity.kind && isSaid(value));
  return reading ? { ...quantity, value: reading.value } : quantity;
}

function targetFault(pair: Pair, slip: Slip, target: Item): Fault {
  const { start, end } = target.quantity;
  const found = textOf(pair.target, target.quantity);
  if (!slip.source) return { side: 'target', start, end, message: gained(found) };
  const wanted = textOf(pair.source, slip.source.quantity);
  const fix = slip.certain ? fixFor(pair, slip.source, target) : null;
  return {
    side: 'target',
    start,
    end,
    message: changed(slip.check, found, wanted, fix),
    ...(fix === null ? {} : { fix }),
  };
}

function lostFault(pair: Pair, slip: Slip): Fault | null {
  if (!slip.source) return null;
  const { start, end } = slip.source.quantity;
  return { side: 'source', start, end, message: lost(textOf(pair.source, slip.source.quantity)) };
}

/** What the target should say, where both are written in digits and the source leaves no doubt. */
function fixFor(pair: Pair, source: Item, target: Item): string | null {
  if (source.quantity.form !== 'digits' || target.quantity.form !== 'digits') return null;
  const readings = [source.quantity, ...(source.quantity.also ?? [])];
  const same = readings.filter(({ kind }) => kind === target.quantity.kind);
  const [reading = source.quantity] = same;
  return same.length > 1 || (same.length === 0 && readings.length > 1)
    ? null
    : rewritten(pair, reading, pair.target.prose);
}

function rewritten(pair: Pair, quantity: Reading, sample: string): string | null {
  const written = writeQuantity(quantity, pair.target.tag, sample);
  if (written === null) return null;
  const [back, more] = readNumbers(written, pair.target.tag);
  const same =
    back && !more && back.kind === quantity.kind && back.value === quantity.value && back.unit === quantity.unit;
  return same ? written : null;
}

const NOUNS: Readonly<Record<string, Said>> = {
  number: { en: 'is not the number of', fr: 'n’est pas le nombre de' },
  currency: { en: 'is not the currency of', fr: 'n’est pas la monnaie de' },
  date: { en: 'is not the date or time of', fr: 'n’est pas la date ou l’heure de' },
  unit: { en: 'is not the unit of', fr: 'n’est pas l’unité de' },
  percent: { en: 'is not the percentage of', fr: 'n’est pas le pourcentage de' },
};

function changed(check: CheckName, found: string, wanted: string, fix: string | null): Said {
  const noun = NOUNS[check] ?? { en: 'differs from', fr: 'diffère de' };
  const todo =
    fix === null
      ? { en: 'compare with the source', fr: 'comparez avec la source' }
      : { en: `write “${fix}”`, fr: `écrivez ${guillemets(fix)}` };
  return {
    en: `“${found}” ${noun.en} “${wanted}”: ${todo.en}.`,
    fr: `${guillemets(found)} ${noun.fr} ${guillemets(wanted)}${NBSP}: ${todo.fr}.`,
  };
}

function lost(wanted: string): Said {
  return {
    en: `“${wanted}” is missing from the target: put it back.`,
    fr: `${guillemets(wanted)} manque dans la cible${NBSP}: rétablissez-le.`,
  };
}

function gained(found: string): Said {
  return {
    en: `“${found}” is not in the source: compare and take it out.`,
    fr: `${guillemets(found)} n’est pas dans la source${NBSP}: comparez et retirez-le.`,
  };
}

function guillemets(text: string): string {
  return `«${NBSP}${text}${NBSP}»`;
}
