// Words that a desk takes for right, and the words of an article that nobody knows yet.
import { type UnknownWord, unknownWords } from '../checks/unknown-words.ts';
import { UserError } from '../errors.ts';
import type { Language } from '../model.ts';
import { baseLanguage } from '../text/language.ts';
import { around } from './around.ts';
import type { Desk } from './desk.ts';

/** Whether a word is known: in a dictionary, or among the desk's own. null without dictionaries. */
export async function knownAt(
  { stores, knows }: Pick<Desk, 'stores' | 'knows'>,
  desk: number,
): Promise<((word: string, language: Language) => boolean) | null> {
  if (!knows) return null;
  const own = (await stores.desks.words(desk)).map(({ word, language }) => keyOf(word, language));
  return own.length === 0 ? knows : knowingAlso(own, knows);
}

type Knows = NonNullable<Desk['knows']>;
const lately = new WeakMap<Knows, { words: string; knows: Knows }>();

/** The same words over the same dictionary give the same function: what was checked with it need not be checked again. */
function knowingAlso(own: readonly string[], knows: Knows): Knows {
  const words = own.join();
  const before = lately.get(knows);
  if (before?.words === words) return before.knows;
  const known = new Set(own);
  const wider: Knows = (word, language) =>
    known.has(keyOf(word, null)) || known.has(keyOf(word, language)) || knows(word, language);
  lately.set(knows, { words, knows: wider });
  return wider;
}

function keyOf(word: string, language: Language | null): string {
  const base = language === null ? '' : baseLanguage(language);
  return `${base} ${word.toLowerCase().replace(/\u2019/g, "'")}`;
}

/** Keeps a word as the desk's own; false where it stands already. Throws a UserError for what is no word. */
export async function addDeskWord(
  { stores, now }: Pick<Desk, 'stores' | 'now'>,
  { word, language, by }: { word: string; language: Language | null; by: string },
  desk = 1,
): Promise<boolean> {
  const text = word.trim();
  if (text === '' || text.length > 200 || /\s/.test(text))
    throw new UserError('bad-word', 'Write one word, without spaces.');
  return stores.desks.addWord(desk, { word: text, language, by, at: now() });
}

/** An unknown word of an article; each place names its segment. */
export interface UnknownInArticle extends Omit<UnknownWord, 'places'> {
  places: { segment: number; n: number; side: 'source' | 'target'; start: number; end: number }[];
}

/**
 * The names and tokens of an article that no dictionary and no desk knows, each once with all its places (UTF-16 units of
 * the text without codes). None without dictionaries. Throws NotFound.
 */
export async function unknownInArticle(desk: Desk, id: number): Promise<UnknownInArticle[]> {
  const { article, segments } = await around(desk, id);
  const knows = await knownAt(desk, article.desk);
  if (!knows) return [];
  const shown = segments.filter(({ state }) => state !== 'omitted');
  const pairs = shown.map(({ source, target, codes }) => ({
    source,
    target,
    codes,
    from: article.from,
    to: article.to,
  }));
  return unknownWords(pairs, knows).map(({ places, ...word }) => ({
    ...word,
    places: places.flatMap(({ pair, ...place }) => {
      const segment = shown[pair];
      return segment ? [{ segment: segment.id, n: segment.n, ...place }] : [];
    }),
  }));
}
