// Writes numbers in words, where they have one form: « vingt-deux », "three hundred", « troisième ».
import type { Manner } from './manner.ts';

type Written = Exclude<Manner['language'], ''>;

const BELOW_TWENTY = {
  fr: 'zéro,,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize,dix-sept,dix-huit,dix-neuf',
  en: 'zero,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen',
};
const SMALL = { fr: BELOW_TWENTY.fr.split(','), en: BELOW_TWENTY.en.split(',') };
const TENS = {
  fr: ',,vingt,trente,quarante,cinquante,soixante,soixante,quatre-vingt,quatre-vingt'.split(','),
  en: ',,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety'.split(','),
};

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
  if (number < 20) return SMALL[language][number] || null;
  return language === 'fr' ? frenchTens(number) : englishTens(number);
}

function englishTens(number: number): string {
  const one = number % 10;
  return `${TENS.en[(number - one) / 10]}${one === 0 ? '' : `-${SMALL.en[one]}`}`;
}

/** « soixante et onze », but « quatre-vingt-onze »; « quatre-vingts » alone takes an s. */
function frenchTens(number: number): string | null {
  const ten = Math.floor(number / 10);
  const rest = number - 10 * (ten === 7 || ten === 9 ? ten - 1 : ten);
  if (rest === 0) return ten === 8 ? 'quatre-vingts' : (TENS.fr[ten] ?? null);
  const unit = SMALL.fr[rest];
  if (!unit) return null;
  return `${TENS.fr[ten]}${number === 71 ? ' et ' : '-'}${unit}`;
}

function hundreds(count: number, language: Written): string | null {
  if (language === 'fr') return count === 1 ? 'cent' : `${SMALL.fr[count]} cents`;
  return `${SMALL.en[count]} hundred`;
}

/** « deux cent mille » : before « mille », which never changes, « cent » and « quatre-vingt » do not either. */
function thousands(count: number, language: Written): string | null {
  if (language === 'fr' && count === 1) return 'mille';
  const before = cardinalInWords(count, language);
  if (before === null) return null;
  return language === 'fr' ? `${before.replace(/(?<=cent|vingt)s$/, '')} mille` : `${before} thousand`;
}

const ORDINALS = {
  fr: 'deuxième,troisième,quatrième,cinquième,sixième,septième,huitième,neuvième,dixième,onzième,douzième,treizième,quatorzième,quinzième,seizième',
  en: 'second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth,eleventh,twelfth,thirteenth,fourteenth,fifteenth,sixteenth,seventeenth,eighteenth,nineteenth,twentieth',
};
const FROM_SECOND = { fr: ORDINALS.fr.split(','), en: ORDINALS.en.split(',') };
const FRENCH_TENTHS: Readonly<Record<number, string>> = {
  20: 'vingtième',
  30: 'trentième',
  40: 'quarantième',
  50: 'cinquantième',
  60: 'soixantième',
  100: 'centième',
};

/** A place from 1 on in words, « première » where `feminine`; null for others than small and round ones. */
export function ordinalInWords(place: number, language: Written, feminine = false): string | null {
  if (place === 1) return language === 'en' ? 'first' : feminine ? 'première' : 'premier';
  const small = FROM_SECOND[language][place - 2];
  if (small !== undefined) return small;
  if (language === 'fr') return FRENCH_TENTHS[place] ?? null;
  return place < 100 && place % 10 === 0 ? englishTens(place).replace(/y$/, 'ieth') : null;
}
