// What is known of proper names, all asked in their folded form (small letters, no accents): forms that change with the language, given names, brands that look like words.
import { foldForSearch } from '../text/normalize.ts';
import lists from './proper-names.json' with { type: 'json' };

const given = new Set(lists.given.map(foldForSearch));
const ordinary = new Set(lists.ordinary.map(foldForSearch));
const exonyms = new Set(
  lists.exonyms.flatMap(([a, b]) => [keyOf(a as string, b as string), keyOf(b as string, a as string)]),
);
const brands = wrongForms(lists.brands);
const surnames = wrongForms(lists.surnames);

function wrongForms(rows: readonly string[][]): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>();
  for (const [name = '', ...wrong] of rows) {
    const known = forms.get(foldForSearch(name)) ?? new Set();
    forms.set(foldForSearch(name), known);
    for (const form of wrong) known.add(foldForSearch(form));
  }
  return forms;
}

function keyOf(a: string, b: string): string {
  return `${foldForSearch(a)}|${foldForSearch(b)}`;
}

/** True where both are names of one place or person in the two languages, in either order. */
export function isExonym(a: string, b: string): boolean {
  return exonyms.has(`${a}|${b}`);
}

/** True for a first name that the list has. */
export function isGivenName(text: string): boolean {
  return given.has(text);
}

/** True for words that have a capital without being a name: days, peoples, institutions' words, heads of titles. */
export function isOrdinary(text: string): boolean {
  return ordinary.has(text) || ordinary.has(text.replace(/s$/, ''));
}

const inEnglish = wrongForms(lists.givenInEnglish);

/** True where one first name is the other in English: "Mary" for « Marie »; in either order. */
export function isTranslatedGivenName(name: string, text: string): boolean {
  return Boolean(inEnglish.get(name)?.has(text) || inEnglish.get(text)?.has(name));
}

const firms = new Set(lists.firms.map(foldForSearch));

/** True for a firm or product that keeps its letters in every language: « Amazone » is no Amazon. */
export function isFirm(text: string): boolean {
  return firms.has(text);
}

/** True where a brand of the list was put into words of the other language. */
export function isTranslatedBrand(brand: string, text: string): boolean {
  return brands.get(brand)?.has(text) ?? false;
}

/** The same of a last name that is a word: "Breton" as "Britain". */
export function isTranslatedSurname(surname: string, text: string): boolean {
  return surnames.get(surname)?.has(text) ?? false;
}

const places = new Map(
  lists.places.flatMap(([fr = '', en = '']) => [[`fr ${fr}`, en] as const, [`en ${en}`, fr] as const]),
);

/** The form that a place or person of one language's name has in the other, where readers expect it; undefined without one. */
export function placeIn(language: string, text: string): string | undefined {
  return places.get(`${language === 'fr' ? 'en' : 'fr'} ${text}`);
}
