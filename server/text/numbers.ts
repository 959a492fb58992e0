// Reads what a text says by number, by value and not by digits, in French, in English and, for digits and signs, in any language.
import type { Language } from '../model.ts';
import { found, readAmount, readMoneyBefore } from './numbers/amounts.ts';
import { readCalendar } from './numbers/calendar.ts';
import { readName } from './numbers/names.ts';
import { type Numeral, readFraction, readNumeral } from './numbers/numerals.ts';
import { readOrdinal, readPeriod } from './numbers/periods.ts';
import type { Quantity } from './numbers/quantity.ts';
import { written } from './numbers/rational.ts';
import { type Found, Scan } from './numbers/scan.ts';
import { readShare } from './numbers/shares.ts';
import { readTime } from './numbers/times.ts';

export type { Quantity, QuantityKind, Reading } from './numbers/quantity.ts';
export { writeQuantity } from './numbers/write.ts';

/**
 * The quantities of a text, in order and without overlap. Linear in the text; no text makes it throw. French « billion » is
 * 10^12 and « trillion » 10^18, English "billion" 10^9 and "trillion" 10^12. « un », "one" and "a" alone are no numbers.
 */
export function readNumbers(text: string, language: Language): Quantity[] {
  const scan = new Scan(text, language);
  const founds: Found[] = [];
  for (let at = 0; at < scan.atoms.length; ) {
    const next = readAt(scan, at);
    if (next) founds.push(next);
    at = next ? Math.max(next.next, at + 1) : pastWord(scan, at);
  }
  return founds.map((one) => one.quantity);
}

/** The next atom at which a quantity may begin. */
function pastWord(_scan: Scan, at: number): number {
  return at + 1;
}

function readAt(scan: Scan, at: number): Found | null {
  const kind = scan.atoms[at]?.kind;
  if (kind === 'space') return null;
  const early = readMoneyBefore(scan, at);
  if (early || kind === 'sign') return early ?? readSigned(scan, at);
  return (
    readTime(scan, at) ?? readPeriod(scan, at) ?? readCalendar(scan, at) ?? readShare(scan, at) ?? readNumber(scan, at)
  );
}

/** ½ and its like stand as signs. */
function readSigned(scan: Scan, at: number): Found | null {
  const fraction = readFraction(scan, at);
  return fraction ? fractionFound(scan, fraction) : null;
}

function readNumber(scan: Scan, at: number): Found | null {
  const ordinal = readOrdinal(scan, at);
  const fraction = readFraction(scan, at);
  if (fraction && (!ordinal || fraction.next >= ordinal.next)) return fractionFound(scan, fraction);
  if (ordinal) return ordinal;
  return readMultiplier(scan, at) ?? readCounted(scan, at);
}

function fractionFound(scan: Scan, fraction: Numeral): Found {
  if (fraction.scaled || fraction.value.over === 1n) return readAmount(scan, fraction);
  const amount = readAmount(scan, fraction);
  if (amount.quantity.kind !== 'cardinal') return amount;
  return found(scan, fraction, { kind: 'fraction', value: written(fraction.value) });
}

function readMultiplier(scan: Scan, at: number): Found | null {
  const by = scan.lexicon.multipliers.get(scan.word(at));
  if (!by) return null;
  const quantity = {
    start: scan.startOf(at),
    end: scan.endBefore(at + 1),
    kind: 'multiplier',
    value: written(by),
    form: 'words',
  } as const;
  return { quantity, next: at + 1 };
}

/** A number with what it counts; a name where letters hang on its digits. */
function readCounted(scan: Scan, at: number): Found | null {
  const numeral = readNumeral(scan, at);
  if (!numeral) return readName(scan, at);
  const amount = numeral.article && !isCounting(scan, numeral) ? null : readAmount(scan, numeral);
  const name = numeral.form === 'digits' ? readName(scan, at) : null;
  if (name && (!amount || scan.endBefore(name.next) > scan.endBefore(amount.next))) return name;
  return amount && numeral.plain ? yearOr(amount) : amount;
}

function isCounting(_scan: Scan, _numeral: Numeral): boolean {
  return false;
}

/** Four plain digits of our times are a year as soon as nothing else is counted. */
function yearOr(amount: Found): Found {
  const { kind, value } = amount.quantity;
  const year = kind === 'cardinal' && /^(?:1[6-9]|20)\d\d$/.test(value);
  return year ? { ...amount, quantity: { ...amount.quantity, kind: 'year' } } : amount;
}
