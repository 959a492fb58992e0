// The words of numbers by language, made from the lists that a translator edits, in the shape in which the readers ask for them.
import type { Language } from '../../model.ts';
import currencies from './currencies.json' with { type: 'json' };
import english from './english.json' with { type: 'json' };
import french from './french.json' with { type: 'json' };
import { Phrases } from './phrases.ts';
import { ONE, ofWritten, type Rational } from './rational.ts';
import units from './units.json' with { type: 'json' };

/** What readers know of a language. All words are in lower case; symbols and short scales as they are written. */
export interface Lexicon {
  language: 'fr' | 'en' | '';
  /** Words that may begin a quantity; no other does unless digits hang on it. */
  starters: ReadonlySet<string>;
  /** Signs, and codes of currencies as they are written, that may begin one. */
  exactStarters: ReadonlySet<string>;
  /** True where 12/03 is the third of December: American English. */
  monthFirst: boolean;
  /** True where the region leaves no doubt about that order. */
  sureOrder: boolean;
  decimal: ',' | '.';
  cardinals: ReadonlyMap<string, number>;
  ones: ReadonlySet<string>;
  articles: ReadonlySet<string>;
  and: ReadonlySet<string>;
  scales: ReadonlyMap<string, Rational>;
  shortScales: ReadonlyMap<string, Rational>;
  /** Short scales that stand without a currency: "5bn users", but not "5t". */
  openScales: ReadonlySet<string>;
  rounds: ReadonlyMap<string, Rational>;
  ordinals: ReadonlyMap<string, number>;
  ordinalSuffixes: ReadonlySet<string>;
  fractions: ReadonlyMap<string, number>;
  halves: ReadonlySet<string>;
  halfAfter: Phrases<Rational>;
  outOf: Phrases<true>;
  multipliers: ReadonlyMap<string, Rational>;
  months: ReadonlyMap<string, number>;
  weekdays: ReadonlyMap<string, number>;
  noon: ReadonlySet<string>;
  midnight: ReadonlySet<string>;
  century: ReadonlySet<string>;
  quarter: ReadonlySet<string>;
  half: ReadonlySet<string>;
  decade: ReadonlySet<string>;
  holidays: Phrases<string>;
  percent: Phrases<true>;
  points: Phrases<true>;
  basisPoints: Phrases<true>;
  rangeBy: ReadonlySet<string>;
  glued: ReadonlySet<string>;
  notNames: ReadonlySet<string>;
  /** Signs and codes that stand before an amount. */
  moneyBefore: Phrases<string>;
  /** Signs, codes and words that stand behind one; `¢` for the hundredth of any currency. */
  moneyAfter: Phrases<string>;
  /** Words that are currencies only behind a scale. */
  moneyAfterScale: Phrases<string>;
  units: Phrases<string>;
  unitSymbols: Phrases<string>;
}

/** A unit of units.json: what it measures, and how many of the dimension's base unit it is. */
export interface UnitEntry {
  dimension: string;
  factor: string;
  symbols: readonly string[];
  fr: readonly string[];
  en: readonly string[];
  /** The symbol to write where it is not the first of `symbols`. */
  writes?: { fr: string; en: string };
}

/** A currency of currencies.json: its signs before an amount, those behind it, its codes and its words. */
export interface CurrencyEntry {
  signs: readonly string[];
  after?: readonly string[];
  codes: readonly string[];
  fr: readonly string[];
  en: readonly string[];
  /** English words that mean the currency only behind a scale ("300tn won"). */
  scaled?: readonly string[];
}

/** The units by id. */
export const UNITS: ReadonlyMap<string, UnitEntry> = new Map<string, UnitEntry>(Object.entries(units));
/** The currencies by ISO 4217 code. */
export const CURRENCIES: ReadonlyMap<string, CurrencyEntry> = new Map<string, CurrencyEntry>(
  Object.entries(currencies),
);

/** A language's list as its file holds it. */
interface Lists {
  decimal: string;
  cardinals: Readonly<Record<string, number>>;
  ordinals: Readonly<Record<string, number>>;
  fractions: Readonly<Record<string, number>>;
  scales: Readonly<Record<string, string>>;
  shortScales: Readonly<Record<string, string>>;
  rounds: Readonly<Record<string, string>>;
  wholeFractions: Readonly<Record<string, string>>;
  multipliers: Readonly<Record<string, readonly string[]>>;
  holidays: Readonly<Record<string, string>>;
  months: readonly (readonly string[])[];
  weekdays: readonly (readonly string[])[];
  ones: readonly string[];
  articles: readonly string[];
  and: readonly string[];
  openScales: readonly string[];
  ordinalSuffixes: readonly string[];
  halfAfter: readonly string[];
  outOf: readonly string[];
  noon: readonly string[];
  midnight: readonly string[];
  century: readonly string[];
  quarter: readonly string[];
  half: readonly string[];
  decade: readonly string[];
  percent: readonly string[];
  points: readonly string[];
  basisPoints: readonly string[];
  rangeBy: readonly string[];
  glued: readonly string[];
  notNames: readonly string[];
}

const SUBUNITS = {
  fr: { centime: '¢', centimes: '¢', cts: '¢', ct: '¢', cents: '¢', cent: '¢', '¢': '¢', pence: '¢', pennies: '¢' },
  en: { cent: '¢', cents: '¢', '¢': '¢', pence: '¢', penny: '¢', p: '¢', centimes: '¢' },
};

function lexiconOf(language: 'fr' | 'en', lists: Lists): Words {
  return {
    ...countingOf(lists),
    ...calendarOf(lists),
    ...amountsOf(language, lists),
    decimal: lists.decimal === ',' ? ',' : '.',
    and: new Set(lists.and),
    outOf: flags(lists.outOf),
    rangeBy: new Set(lists.rangeBy),
    glued: new Set(lists.glued),
    notNames: new Set(lists.notNames),
  };
}

function countingOf(lists: Lists) {
  return {
    cardinals: new Map(Object.entries(lists.cardinals)),
    ones: new Set(lists.ones),
    articles: new Set(lists.articles),
    scales: numbersOf(lists.scales),
    shortScales: numbersOf(lists.shortScales),
    openScales: new Set(lists.openScales),
    rounds: numbersOf(lists.rounds),
    ordinals: new Map(Object.entries(lists.ordinals)),
    ordinalSuffixes: new Set(lists.ordinalSuffixes),
    fractions: new Map(Object.entries(lists.fractions)),
    halves: new Set(Object.keys(lists.wholeFractions)),
    halfAfter: new Phrases(lists.halfAfter.map((words) => [words, ONE] as const)),
    multipliers: new Map(
      Object.entries(lists.multipliers).flatMap(([by, words]) => words.map((word) => [word, ofWritten(by) ?? ONE])),
    ),
  };
}

function calendarOf(lists: Lists) {
  return {
    months: ranked(lists.months),
    weekdays: ranked(lists.weekdays),
    noon: new Set(lists.noon),
    midnight: new Set(lists.midnight),
    century: new Set(lists.century),
    quarter: new Set(lists.quarter),
    half: new Set(lists.half),
    decade: new Set(lists.decade),
    holidays: new Phrases(Object.entries(lists.holidays)),
  };
}

function amountsOf(language: 'fr' | 'en', lists: Lists) {
  return {
    percent: flags(lists.percent),
    points: flags(lists.points),
    basisPoints: flags(lists.basisPoints),
    moneyBefore: new Phrases(
      [...CURRENCIES].flatMap(([code, { signs, codes }]) => [...signs, ...codes].map((sign) => [sign, code])),
      true,
    ),
    moneyAfter: new Phrases([
      ...[...CURRENCIES].flatMap(([code, entry]) => behind(code, entry, language)),
      ...Object.entries(SUBUNITS[language]),
    ]),
    moneyAfterScale: new Phrases(
      [...CURRENCIES].flatMap(([code, { scaled = [] }]) => scaled.map((word) => [word, code] as const)),
    ),
    units: new Phrases([...UNITS].flatMap(([id, entry]) => entry[language].map((word) => [word, id]))),
    unitSymbols: new Phrases(
      [...UNITS].flatMap(([id, { symbols }]) => symbols.map((symbol) => [symbol, id])),
      true,
    ),
  };
}

function behind(code: string, entry: CurrencyEntry, language: 'fr' | 'en'): (readonly [string, string])[] {
  const words = [...entry.signs, ...(entry.after ?? []), ...entry.codes, ...entry[language]];
  return words.map((word) => [word.toLowerCase(), code] as const);
}

function numbersOf(list: Readonly<Record<string, string>>): Map<string, Rational> {
  return new Map(Object.entries(list).map(([word, value]) => [word, ofWritten(value) ?? ONE]));
}

function ranked(lists: readonly (readonly string[])[]): Map<string, number> {
  return new Map(lists.flatMap((words, index) => words.map((word) => [word, index + 1])));
}

function flags(phrases: readonly string[]): Phrases<true> {
  return new Phrases(phrases.map((phrase) => [phrase, true]));
}

type Words = Omit<Lexicon, 'language' | 'monthFirst' | 'sureOrder' | 'starters' | 'exactStarters'>;

const FRACTION_SIGNS = '½⅓⅔¼¾⅕⅛⅜⅝⅞';
const IDIOMS =
  'decade décennie fortnight x mil twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');

function startersOf(words: Words): Set<string> {
  const { cardinals, scales, rounds, ordinals, fractions, multipliers, months, weekdays } = words;
  const lists = [cardinals, scales, rounds, ordinals, fractions, multipliers, months, weekdays].map((list) =>
    list.keys(),
  );
  const sets = [words.articles, words.halves, words.noon, words.midnight, words.decade];
  const phrases = [words.holidays.firsts()];
  return new Set(
    [...lists, ...sets, ...phrases]
      .flatMap((list) => [...list])
      .map((word) => word.toLowerCase())
      .concat(IDIOMS),
  );
}

function complete(language: Lexicon['language'], words: Words): Lexicon {
  return {
    language,
    monthFirst: language === 'en',
    sureOrder: language === 'fr',
    starters: startersOf(words),
    exactStarters: new Set([...words.moneyBefore.firsts(), ...FRACTION_SIGNS]),
    ...words,
  };
}

const FRENCH = complete('fr', lexiconOf('fr', french));
const ENGLISH = complete('en', lexiconOf('en', english));
const AMERICAN: Lexicon = { ...ENGLISH, sureOrder: true };
const BRITISH: Lexicon = { ...ENGLISH, monthFirst: false, sureOrder: true };
const NEUTRAL: Lexicon = neutral();

/** A language without lists of its own: digits, signs and symbols, no words. */
function neutral(): Lexicon {
  const none = {
    cardinals: new Map(),
    scales: new Map(),
    ordinals: new Map(),
    fractions: new Map(),
    months: new Map(),
    weekdays: new Map(),
  };
  const bare = {
    multipliers: new Map(),
    rounds: new Map(),
    ordinalSuffixes: new Set<string>(),
    halves: new Set<string>(),
  };
  return {
    ...FRENCH,
    ...none,
    ...bare,
    language: '',
    sureOrder: false,
    ones: new Set(),
    articles: new Set(),
    noon: new Set(),
    midnight: new Set(),
  };
}

/** The words of a language by its tag; region decides the order of day and month in English. */
export function lexiconFor(tag: Language): Lexicon {
  const [language, region] = tag.toLowerCase().split(/[-_]/);
  if (language === 'fr') return FRENCH;
  if (language !== 'en') return NEUTRAL;
  return region === 'us' ? AMERICAN : region && region.length === 2 ? BRITISH : ENGLISH;
}
