// Full-text words: what a person typed as an FTS5 query that cannot fail, and what of a text is indexed.
import { type TypedPhrase, typedPhrases } from '../server/text/typed-words.ts';

const CODE_FORM = /<\/?\d{1,9}\/?>/g;
const LIGATURE = /[\u0153\u0152\u00e6\u00c6]/;

/** An FTS5 query for any typed string, or null where it holds no word: all of its phrases must occur. */
export function ftsQuery(typed: string): string | null {
  return allOf(typedPhrases(typed));
}

/** An FTS5 query for texts with all of these phrases, or null where there is none. */
export function allOf(phrases: readonly TypedPhrase[]): string | null {
  const quoted = phrases.map(({ words, open }) => `"${unligated(words.join(' '))}"${open ? ' *' : ''}`);
  return quoted.length === 0 ? null : quoted.join(' AND ');
}

/** SQLite folds accents and leaves ligatures: « cœur » is found as "coeur". */
function unligated(text: string): string {
  if (!LIGATURE.test(text)) return text;
  return text.replace(/[\u0153\u0152]/g, 'oe').replace(/[\u00e6\u00c6]/g, 'ae');
}

/** An FTS5 query for texts with any of these words, or null where none of them has a letter or digit. */
export function anyOf(words: readonly string[]): string | null {
  // Quotes would end the word for a person who types; here they are no part of it.
  const phrases = words.flatMap((word) =>
    typedPhrases(word.replaceAll('"', ' ')).map((phrase) => phrase.words.join(' ')),
  );
  return phrases.length === 0 ? null : phrases.map((phrase) => `"${unligated(phrase)}"`).join(' OR ');
}

/** A text as it is indexed: without its codes, whose numbers are not words. */
export function indexed(text: string, codes: readonly unknown[]): string {
  return unligated(codes.length === 0 ? text : text.replace(CODE_FORM, ''));
}
