// Writes a quantity as a language does: « 3,5 milliards d’euros », "€3.5bn", « 20 h 30 », "8.30pm", « XXIe siècle ».
import type { Language } from '../../model.ts';
import { NBSP } from '../typography.ts';
import { CURRENCIES, UNITS } from './lexicon.ts';
import { type Manner, mannerFor, mannerLike } from './manner.ts';
import type { Reading } from './quantity.ts';
import { ofWritten, type Rational, rational, times } from './rational.ts';
import { writeDate, writeDecade, writePeriod, writeTime, writeWeekday } from './write-calendar.ts';
import { counted, fractionInWords, grouped, isPlural, ordinal, roman, scaled } from './write-number.ts';

/**
 * The quantity in the manner of a language, or as `sample`, a piece of the same text, writes its own; {@link readNumbers} reads
 * the same value back. Null for what has no one form: names, multipliers, values that are not well formed.
 */
export function writeQuantity(quantity: Reading, language: Language, sample = ''): string | null {
  const manner = mannerLike(mannerFor(language), sample);
  const value = ofWritten(quantity.value);
  if (value) return writeValue(quantity, value, manner);
  return writeCalendar(quantity, manner);
}

function writeValue(quantity: Reading, value: Rational, manner: Manner): string | null {
  switch (quantity.kind) {
    case 'cardinal':
      return scaled(value, manner);
    case 'fraction':
      return fractionInWords(value, manner) ?? grouped(value, manner);
    case 'percent':
      return share(value, manner);
    case 'points':
      return points(value, manner);
    case 'money':
      return money(value, quantity.unit ?? '', manner);
    case 'measure':
      return measure(value, quantity.unit ?? '', manner);
    default:
      return writeWhole(quantity, value, manner);
  }
}

/** What is counted by whole numbers: ordinals, centuries, decades, years. */
function writeWhole(quantity: Reading, value: Rational, manner: Manner): string | null {
  if (value.over !== 1n || value.top < 0n) return null;
  const number = Number(value.top);
  switch (quantity.kind) {
    case 'ordinal':
      return ordinal(number, manner);
    case 'century':
      return manner.language === 'fr'
        ? `${roman(number)}${number === 1 ? 'er' : 'e'}${NBSP}siècle`
        : `${ordinal(number, manner)} century`;
    case 'decade':
      return writeDecade(quantity.value, manner);
    case 'weekday':
      return writeWeekday(number, manner);
    case 'year':
      return quantity.value;
    default:
      return null;
  }
}

function writeCalendar(quantity: Reading, manner: Manner): string | null {
  switch (quantity.kind) {
    case 'date':
      return writeDate(quantity.value, manner);
    case 'time':
      return writeTime(quantity.value, manner);
    case 'period':
      return writePeriod(quantity.value, manner);
    case 'ratio':
      return quantity.value;
    default:
      return null;
  }
}

function share(value: Rational, manner: Manner): string {
  return `${grouped(value, manner)}${manner.language === 'fr' ? manner.gap : ''}%`;
}

function points(value: Rational, manner: Manner): string {
  const plural = isPlural(value, manner) ? 's' : '';
  if (manner.language === 'fr') return `${grouped(value, manner)}${NBSP}point${plural}`;
  return `${grouped(value, manner)} percentage point${plural}`;
}

function money(value: Rational, unit: string, manner: Manner): string | null {
  if (unit === '¢') return cents(value, manner);
  const currency = CURRENCIES.get(unit);
  if (!currency) return null;
  const amount = scaled(value, manner).replace(/[.,]\d$/, '$&0');
  if (manner.language !== 'fr') return englishMoney(value, amount, unit, manner);
  return frenchMoney(value, amount, unit, manner);
}

/** "€9.99", "C$300m", "CHF12m"; "7.2 billion yuan" where readers know no sign. */
function englishMoney(value: Rational, amount: string, unit: string, manner: Manner): string {
  const minus = amount.startsWith('-') ? '-' : '';
  const currency = CURRENCIES.get(unit);
  const sign = unit === 'CHF' || manner.language === '' ? currency?.codes[0] : currency?.signs[0];
  if (sign && !UNFAMILIAR.has(unit)) return `${minus}${sign}${amount.slice(minus.length)}`;
  const [one = '', many = one] = currency?.en ?? [];
  return `${scaled(value, { ...manner, scale: 'word' })} ${isPlural(value, manner) ? many : one}`;
}

/** Currencies whose sign most readers of English do not know, or take for another. */
const UNFAMILIAR = new Set(['CNY', 'KRW', 'RUB', 'BRL', 'UAH', 'TRY', 'ILS', 'XOF', 'BTC', 'MXN']);

/** « 9,99 € », « 500 M€ », « 3,5 milliards d’euros », « 100 dollars ». */
function frenchMoney(value: Rational, amount: string, unit: string, manner: Manner): string {
  const currency = CURRENCIES.get(unit);
  const sign = currency?.signs[0] ?? '';
  const short = /(?:M|Md)$/.test(amount);
  if (short && /^[€$£]$/.test(sign)) return `${amount}${sign}`;
  const words = /\p{L}$/u.test(amount) ? scaled(value, { ...manner, scale: 'word' }) : amount;
  const isScaled = /\p{L}$/u.test(words);
  if (!isScaled && (sign === '€' || sign === '£')) return `${words}${manner.gap || NBSP}${sign}`;
  const [one = '', many = one] = currency?.fr ?? [];
  const name = isPlural(value, manner) ? many : one;
  const of = isScaled ? (/^[aeiouhé]/.test(name) ? 'd\u2019' : 'de ') : '';
  return `${words}${isScaled ? ' ' : NBSP}${of}${name}`;
}

function cents(value: Rational, manner: Manner): string {
  const amount = times(value, rational(100));
  const plural = isPlural(amount, manner) ? 's' : '';
  return manner.language === 'fr'
    ? `${grouped(amount, manner)}${NBSP}centime${plural}`
    : `${grouped(amount, manner)} cent${plural}`;
}

function measure(value: Rational, id: string, manner: Manner): string | null {
  const unit = UNITS.get(id);
  if (!unit) return null;
  const french = manner.language === 'fr';
  const symbol = (french ? unit.writes?.fr : unit.writes?.en) ?? unit.symbols[0];
  if (symbol) return `${grouped(value, manner)}${french ? manner.gap || NBSP : manner.gap}${symbol}`;
  const [one = '', many = one] = french ? unit.fr : unit.en;
  if (!one) return null;
  return counted(value, isPlural(value, manner) ? many : one, manner);
}
