// Repairing numbers in words: « trois ingénieurs » → « six ingénieurs », « la deuxième fois » → « la première fois ».
import { baseLanguage } from './language.ts';
import { numberPart } from './number-words.ts';
import { cardinalInWords, ordinalInWords } from './numbers/write-words.ts';
import { type Quantity, readNumbers, writeQuantity } from './numbers.ts';
import type { Repairable } from './repair.ts';
import type { Trio } from './repair-writing.ts';
import { tokenize } from './tokenize.ts';

/** The last number that French says in one word; larger ones are digits unless the target writes large ones out. */
const SIMPLE = 16;
const SCALES = [1, 1e6, 1e9, 1e12];

/** The piece with its number in words exchanged, scale and unit left as they are; null where that is not certain. */
export function respelled(piece: string, language: string, { wanted, old }: Trio): string | null {
  if (!isSpoken(language) || !isCounted(old) || !isCounted(wanted) || old.unit !== wanted.unit) return null;
  for (const scale of SCALES) {
    const [was, now] = [Number(old.value) / scale, Number(wanted.value) / scale];
    const [before, after] = [spoken(was, language), spoken(now, language)];
    if (before === null || !holdsOnce(piece, before)) continue;
    if (after === null || (scale > 1 && now >= 1000)) return null;
    if (scale === 1 && now > SIMPLE && was <= SIMPLE) return exchange(piece, before, digits(now, language));
    return exchange(piece, before, after);
  }
  return null;
}

/** The piece with its number in words exchanged for digits, as the query does it. */
export function inDigits(piece: string, language: string, { wanted, old }: Trio): string | null {
  const before = isSpoken(language) && isCounted(old) ? spoken(Number(old.value), language) : null;
  if (before === null || !isCounted(wanted) || old.unit !== wanted.unit || !holdsOnce(piece, before)) return null;
  const now = Number(wanted.value);
  return now >= 2 && Number.isInteger(now) ? exchange(piece, before, digits(now, language)) : null;
}

/** The piece with its digits exchanged for words, as the query does it; digits where the language has no words for them. */
export function inWords(piece: string, language: string, { wanted, old }: Trio): string | null {
  const whole = isCounted(old) && isCounted(wanted) && old.unit === wanted.unit && isSpoken(language);
  if (!whole || !holdsOnce(piece, old.value) || Number(old.value) < 2) return null;
  const words = spoken(Number(wanted.value), language);
  return words === null ? null : exchange(piece, old.value, words);
}

/**
 * The piece with the one number exchanged that changed in a share: « trois utilisateurs sur cinq » → « deux utilisateurs sur cinq »,
 * in words or digits as it was; null where more changed or that is not certain.
 */
export function reshared(piece: string, pair: Repairable, { wanted, old }: Trio): string | null {
  const language = baseLanguage(pair.to);
  if (old.kind !== 'fraction' || !isSpoken(language)) return null;
  const was = numbersIn(pair.source.slice(old.start, old.end), pair.from);
  const now = numbersIn(pair.query.slice(wanted.start, wanted.end), pair.from);
  const [changed, more] = [...was.keys()].filter((i) => was[i] !== now[i]);
  if (was.length !== now.length || changed === undefined || more !== undefined) return null;
  const [before, after] = [was[changed] ?? '', now[changed] ?? ''];
  if (holdsOnce(piece, before)) return exchange(piece, before, after);
  const [said, told] = [spoken(Number(before), language), spoken(Number(after), language)];
  return said !== null && told !== null && holdsOnce(piece, said) ? exchange(piece, said, told) : null;
}

/** The whole numbers in a piece, « un » and "one" left out, as digits. */
function numbersIn(piece: string, language: string): string[] {
  const numbers = tokenize(piece).filter(({ kind, text }) => kind === 'number' || numberPart(text) === 'more');
  return numbers.map(({ text }) => readNumbers(text, language)[0]?.value ?? text);
}

/** The number in words from two on: « un » and "one" have a gender, or a singular behind them. */
function spoken(number: number, language: 'fr' | 'en'): string | null {
  return number >= 2 ? cardinalInWords(number, language) : null;
}

function digits(number: number, language: string): string {
  return writeQuantity({ kind: 'cardinal', value: String(number) }, language) ?? String(number);
}

function isSpoken(language: string): language is 'fr' | 'en' {
  return language === 'fr' || language === 'en';
}

function isCounted({ kind }: Quantity): boolean {
  return kind === 'cardinal' || kind === 'measure' || kind === 'money' || kind === 'percent' || kind === 'points';
}

/**
 * The piece with its ordinal, and its year, exchanged (« deuxième trimestre 2025 » → « troisième trimestre 2026 »), in words or
 * digits as it was; null where that, or the gender of « premier », is not certain.
 */
export function reordered(piece: string, { target, to }: Repairable, { wanted, old, there }: Trio): string | null {
  const language = baseLanguage(to);
  const [was, now] = [placeOf(old), placeOf(wanted)];
  if (!isSpoken(language) || !was || !now || was.rest !== now.rest || (was.year === '') !== (now.year === ''))
    return null;
  const before = ordinalForms(was, language).find((form) => holdsOnce(piece, form));
  if (before === undefined) return null;
  const after = ordinalAs(before, now, language, old.kind === 'period' ? 'm' : genderIn(before, target, there));
  const named = after === null ? null : exchange(piece, before, after);
  if (named === null || was.year === now.year) return named;
  return holdsOnce(named, was.year) ? exchange(named, was.year, now.year) : null;
}

interface Place {
  year: string;
  rest: string;
  place: number;
}

/** The place that an ordinal or a period names, what it counts, and its year, '' for none; null for another quantity. */
function placeOf({ kind, value }: Quantity): Place | null {
  const parts = kind === 'period' || kind === 'ordinal' ? /^(?:(\d{4})-)?(\D*)(\d+)$/.exec(value) : null;
  return parts && { year: parts[1] ?? '', rest: parts[2] ?? '', place: Number(parts[3]) };
}

/** All forms in which an ordinal may stand in a text. */
function ordinalForms({ place }: Place, language: 'fr' | 'en'): string[] {
  const written = [ordinalInWords(place, language), ordinalInWords(place, language, true)];
  const second = place === 2 && language === 'fr' ? ['second', 'seconde', '2nd', '2nde', '2d', '2de'] : [];
  const inDigits =
    language === 'fr' ? (place === 1 ? ['1er', '1re', '1ère'] : [`${place}e`, `${place}ème`]) : [shortEnglish(place)];
  return [...written.flatMap((form) => form ?? []), ...second, ...inDigits];
}

/** The ordinal in the manner of another one, null where its gender would have to be known. */
function ordinalAs(
  form: string,
  { place, rest }: Place,
  language: 'fr' | 'en',
  gender: 'm' | 'f' | null,
): string | null {
  const short = /^\d/.test(form);
  if (language === 'en') return short ? shortEnglish(place) : ordinalInWords(place, 'en');
  if (place === 1) {
    if (gender === null) return null;
    return short ? (gender === 'f' ? '1re' : '1er') : ordinalInWords(1, 'fr', gender === 'f');
  }
  if (short) return `${place}${form.endsWith('ème') ? 'ème' : 'e'}`;
  // « le second semestre » : of two, the last one is said so.
  return rest === 'H' ? 'second' : ordinalInWords(place, 'fr');
}

function shortEnglish(place: number): string {
  return writeQuantity({ kind: 'ordinal', value: String(place) }, 'en') ?? '';
}

const FEMININE = /(?:^|[^\p{L}])(?:la|une|sa|ma|ta|cette|[àa] la|quelle)\s$/iu;
const MASCULINE = /(?:^|[^\p{L}])(?:le|un|au|du|son|mon|ton|ce|quel)\s$/iu;

/** The gender of what an ordinal counts, by its own form or by the word before it. */
function genderIn(form: string, target: string, there: Quantity): 'm' | 'f' | null {
  if (/^(?:première|seconde|1re|1ère|2nde|2de)$/.test(form)) return 'f';
  if (/^(?:premier|second|1er|2nd|2d)$/.test(form)) return 'm';
  const before = target.slice(0, there.start);
  if (FEMININE.test(before)) return 'f';
  return MASCULINE.test(before) ? 'm' : null;
}

function holdsOnce(text: string, words: string): boolean {
  return text.toLowerCase().split(words).length === 2 && placeIn(text, words) >= 0;
}

function exchange(text: string, old: string, now: string): string {
  const at = placeIn(text, old);
  return text.slice(0, at) + now + text.slice(at + old.length);
}

/** Where words stand in a text as words of their own, in any case; -1 for nowhere. */
function placeIn(text: string, words: string): number {
  const at = text.toLowerCase().indexOf(words);
  const isPart = /[\p{L}\d]/u;
  return at >= 0 && !isPart.test(text.charAt(at - 1)) && !isPart.test(text.charAt(at + words.length)) ? at : -1;
}
