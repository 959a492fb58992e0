// Reads what a text says by number, by value and not by digits, in French, in English and, for digits and signs, in any language.
import type { Language } from '../model.ts';
import { found, readAmount, readMoneyBefore } from './numbers/amounts.ts';
import { readCalendar } from './numbers/calendar.ts';
import { readFraction } from './numbers/fractions.ts';
import { readMultiplier, readPeriodOfTime } from './numbers/idioms.ts';
import { isYear, nameOfPlain, nameOfVersion, readName } from './numbers/names.ts';
import { type Numeral, readNumeral } from './numbers/numerals.ts';
import { readOrdinal, readPeriod } from './numbers/periods.ts';
import type { Quantity } from './numbers/quantity.ts';
import { written } from './numbers/rational.ts';
import { type Found, Scan } from './numbers/scan.ts';
import { shareOut } from './numbers/share-out.ts';
import { readRoundTheClock, readShare } from './numbers/shares.ts';
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
  let end = 0;
  for (let at = 0; at < scan.atoms.length; ) {
    const next = readAt(scan, at);
    if (next) {
      founds.push(clearOf(end, next, scan, at));
      end = next.quantity.end;
    }
    at = Math.max(at + 1, next?.next ?? 0);
  }
  return shareOut(scan, founds);
}

/** A name begins before its number, but not inside the quantity before it. */
function clearOf(end: number, next: Found, scan: Scan, at: number): Found {
  return next.quantity.start >= end ? next : { ...next, quantity: { ...next.quantity, start: scan.startOf(at) } };
}

function readAt(scan: Scan, at: number): Found | null {
  if (!scan.mayBegin(at)) return null;
  const kind = scan.atoms[at]?.kind;
  const money = readMoneyBefore(scan, at);
  if (money || kind === 'sign') return money ?? readSign(scan, at);
  return (
    readRoundTheClock(scan, at) ??
    readTime(scan, at) ??
    readPeriod(scan, at) ??
    readCalendar(scan, at) ??
    readShare(scan, at) ??
    readNumber(scan, at)
  );
}

/** ½ and its like stand as signs. */
function readSign(scan: Scan, at: number): Found | null {
  const fraction = readFraction(scan, at);
  return fraction ? fractionFound(scan, fraction) : null;
}

function readNumber(scan: Scan, at: number): Found | null {
  const ordinal = readOrdinal(scan, at);
  const fraction = readFraction(scan, at);
  if (fraction && (!ordinal || fraction.next >= ordinal.next)) return fractionFound(scan, fraction);
  return ordinal ?? readMultiplier(scan, at) ?? readCounted(scan, at) ?? readPeriodOfTime(scan, at);
}

function fractionFound(scan: Scan, fraction: Numeral): Found {
  const amount = readAmount(scan, fraction);
  if (fraction.scaled || fraction.value.over === 1n || amount.quantity.kind !== 'cardinal') return amount;
  return found(scan, fraction, { kind: 'fraction', value: written(fraction.value) });
}

/** A number with what it counts; a name where letters hang on its digits. */
function readCounted(scan: Scan, at: number): Found | null {
  const numeral = readNumeral(scan, at);
  if (!numeral) return readName(scan, at);
  const amount = numeral.article ? countedArticle(scan, numeral) : readAmount(scan, numeral);
  const name = numeral.form === 'digits' ? readName(scan, at) : null;
  const whole = amount !== null && numeral.next > at + 1;
  if (name && !whole && (!amount || name.quantity.end > amount.quantity.end)) return name;
  if (amount?.quantity.kind !== 'cardinal' || numeral.form !== 'digits') return amount;
  return numeral.plain ? plainNumber(scan, at, amount) : versionNumber(scan, at, amount);
}

/** « un an et demi », "an hour and a half", « un pour cent », "one basis point": where the article counts. */
function countedArticle(scan: Scan, numeral: Numeral): Found | null {
  const amount = readAmount(scan, numeral);
  const { kind, value } = amount.quantity;
  const counts = kind === 'measure' ? value === '1.5' : kind === 'percent' || (kind === 'points' && value === '0.01');
  return counts ? amount : null;
}

function versionNumber(scan: Scan, at: number, amount: Found): Found {
  const name = nameOfVersion(scan, at, amount.next, amount.quantity);
  return name ? { ...amount, quantity: name } : amount;
}

/** Four plain digits of our times are a year, digits behind a name part of it. */
function plainNumber(scan: Scan, at: number, amount: Found): Found {
  const { quantity } = amount;
  if (isYear(scan.digits(at))) return { ...amount, quantity: { ...quantity, kind: 'year' } };
  const name = quantity.value.startsWith('-') ? null : nameOfPlain(scan, at, quantity);
  return name ? { ...amount, quantity: name } : amount;
}
