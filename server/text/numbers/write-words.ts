// Writes numbers in words, where they have one form: « vingt-deux », "three hundred", « troisième ».
import english from './english.json' with { type: 'json' };
import french from './french.json' with { type: 'json' };
import type { Manner } from './manner.ts';

type Written = Exclude<Manner['language'], ''>;

const LISTS = { fr: french, en: english };

/** The word that stands for a number in one of the lists that numbers are read by: the first of them that may be written. */
function listed(list: 'cardinals' | 'ordinals', number: number, language: Written, mayBe = /./): string | null {
  const words = Object.entries<number>(LISTS[language][list]);
  return words.find(([word, value]) => value === number && mayBe.test(word))?.[0] ?? null;
}

/**
 * A whole number from 0 on in words: below a hundred, and whole hundreds and thousands. null for others, which people write in
 * digits, and in French for what ends in « un », which has a gender.
 */
export function cardinalInWords(number: number, language: Written): string | null {
  if (!Number.isInteger(number) || number < 0) return null;
  if (number < 100) return belowHundred(number, language);
  if (number < 1000) return number % 100 === 0 ? hundreds(number / 100, language) : null;
  return number < 1_000_000 && number % 1000 === 0 ? thousands(number / 1000, language) : null;
}

function belowHundred(number: number, language: Written): string | null {
  if (language === 'fr') return frenchBelowHundred(number);
  const one = number % 10;
  const word = (part: number) => listed('cardinals', part, 'en');
  return word(number) ?? `${word(number - one)}-${word(one)}`;
}

/** « soixante et onze », but « quatre-vingt-onze »; « quatre-vingts » alone takes an s. */
function frenchBelowHundred(number: number): string | null {
  if (number === 1) return null;
  if (number < 17) return listed('cardinals', number, 'fr');
  const ten = Math.floor(number / 10);
  const rest = number - 10 * (ten === 7 || ten === 9 ? ten - 1 : ten);
  const tens = ten >= 8 ? 'quatre-vingt' : listed('cardinals', number - rest, 'fr');
  if (rest === 0) return ten === 8 ? 'quatre-vingts' : tens;
  const unit = frenchBelowHundred(rest);
  return unit && `${tens}${number === 71 ? ' et ' : '-'}${unit}`;
}

function hundreds(count: number, language: Written): string | null {
  if (language === 'fr') return count === 1 ? 'cent' : `${listed('cardinals', count, 'fr')} cents`;
  return `${listed('cardinals', count, 'en')} hundred`;
}

/** « deux cent mille » : before « mille », which never changes, « cent » and « quatre-vingt » do not either. */
function thousands(count: number, language: Written): string | null {
  if (language === 'fr' && count === 1) return 'mille';
  const before = cardinalInWords(count, language);
  if (before === null) return null;
  return language === 'fr' ? `${before.replace(/(?<=cent|vingt)s$/, '')} mille` : `${before} thousand`;
}

/** A place from 1 on in words, « première » where `feminine`; null for others than small and round ones. */
export function ordinalInWords(place: number, language: Written, feminine = false): string | null {
  if (place === 1) return language === 'en' ? 'first' : feminine ? 'première' : 'premier';
  if (language === 'fr') return place <= 100 ? listed('ordinals', place, 'fr', /ième$/) : null;
  return place < 100 ? listed('ordinals', place, 'en') : null;
}
