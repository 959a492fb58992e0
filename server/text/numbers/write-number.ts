// Writes plain numbers: groups, decimals, scales, ordinals, Roman numerals, fractions in words.
import { NBSP } from '../typography.ts';
import type { Manner } from './manner.ts';
import { ofWritten, type Rational, rational, times, written } from './rational.ts';

/** A number in digits with groups and the decimal mark: « 1 299,50 »; a fraction that does not end as "1/3". */
export function grouped(value: Rational, manner: Manner): string {
  const plain = written(value);
  if (plain.includes('/')) return plain;
  const [whole = '', decimals] = plain.split('.');
  const minus = whole.startsWith('-') ? '-' : '';
  const digits = whole.slice(minus.length).replace(/\B(?=(?:\d{3})+$)/g, manner.group);
  return `${minus}${digits}${decimals === undefined ? '' : manner.decimal + decimals}`;
}

/** A number with its noun: « 12 ans », "1 year". */
export function counted(value: Rational, noun: string, manner: Manner): string {
  return `${grouped(value, manner)}${manner.language === 'fr' ? NBSP : ' '}${noun}`;
}

/** Whether a number takes a plural: from two in French, all but one in English. */
export function isPlural(value: Rational, manner: Manner): boolean {
  const size = value.top < 0n ? -value.top : value.top;
  return manner.language === 'fr' ? size >= 2n * value.over : size !== value.over;
}

const SCALES = {
  fr: [
    { by: 10n ** 9n, word: 'milliard', short: 'Md' },
    { by: 10n ** 6n, word: 'million', short: 'M' },
  ],
  en: [
    { by: 10n ** 12n, word: 'trillion', short: 'tn' },
    { by: 10n ** 9n, word: 'billion', short: 'bn' },
    { by: 10n ** 6n, word: 'million', short: 'm' },
  ],
} as const;
const MOST_DECIMALS = 3;

/** From a million on with its scale where that takes at most three decimals; never « billion » in French: « 2 500 milliards ». */
export function scaled(value: Rational, manner: Manner): string {
  if (manner.language === '') return grouped(value, manner);
  const size = value.top < 0n ? -value.top : value.top;
  for (const { by, word, short } of SCALES[manner.language]) {
    if (size < by * value.over) continue;
    const rest = times(value, rational(1n, by));
    if ((written(rest).split('.')[1] ?? '').length > MOST_DECIMALS || written(rest).includes('/')) continue;
    return withScale(rest, word, short, manner);
  }
  return grouped(value, manner);
}

function withScale(rest: Rational, word: string, short: string, manner: Manner): string {
  const number = grouped(rest, manner);
  if (manner.language !== 'fr') return manner.scale === 'short' ? `${number}${short}` : `${number} ${word}`;
  if (manner.scale === 'short') return `${number}${NBSP}${short}`;
  return `${number}${NBSP}${word}${isPlural(rest, manner) ? 's' : ''}`;
}

/** « 1er », « 3e »; "1st", "12th". */
export function ordinal(number: number, manner: Manner): string {
  if (manner.language === 'fr') return `${number}${number === 1 ? 'er' : 'e'}`;
  const teens = number % 100 >= 11 && number % 100 <= 13;
  const suffix = teens ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${suffix}`;
}

const ROMAN = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** A number below 90 in Roman numerals; '' for zero. */
export function roman(number: number): string {
  let [rest, out] = [Math.min(number, 89), ''];
  for (const [value, letters] of ROMAN) {
    for (; rest >= value; rest -= value) out += letters;
  }
  return out;
}

const PARTS = {
  fr: {
    '3': ['tiers', 'tiers'],
    '4': ['quart', 'quarts'],
    '5': ['cinquième', 'cinquièmes'],
    '10': ['dixième', 'dixièmes'],
  },
  en: { '3': ['third', 'thirds'], '4': ['quarter', 'quarters'], '5': ['fifth', 'fifths'], '10': ['tenth', 'tenths'] },
} as const;
const TOPS = {
  fr: ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
  en: ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
} as const;

/** « deux tiers », "three-quarters", « la moitié »; null where words are unusual. */
export function fractionInWords(value: Rational, manner: Manner): string | null {
  if (manner.language === '' || value.top < 1n || value.top >= value.over) return null;
  const french = manner.language === 'fr';
  if (value.over === 2n) return french ? 'la moitié' : 'half';
  const parts = Object.entries(PARTS[manner.language]).find(([over]) => ofWritten(over)?.top === value.over)?.[1];
  const top = TOPS[manner.language][Number(value.top)];
  return parts && top ? `${top}${french ? ' ' : '-'}${parts[value.top === 1n ? 0 : 1]}` : null;
}
