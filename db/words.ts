// Full-text words: what a person typed as an FTS5 query that cannot fail, and what of a text is indexed.

const WORDS = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const CODE_FORM = /<\/?\d{1,9}\/?>/g;

/**
 * An FTS5 query for any typed string, or null where it holds no word. Each run between white space is a phrase of its
 * words (« l'industrie », « 3,5 »), as is what stands between straight double quotes; all must occur; the last word may
 * be the beginning of one.
 */
export function ftsQuery(typed: string): string | null {
  const phrases = [...typed.matchAll(/"([^"]*)"|[^\s"]+/g)]
    .map((found) => [...(found[1] ?? found[0]).matchAll(WORDS)].map((word) => word[0]))
    .filter((words) => words.length > 0)
    .map((words) => `"${words.join(' ')}"`);
  // A closing quote or a space says that the last word is whole.
  const open = /[\p{L}\p{N}\p{M}\p{Co}]$/u.test(typed);
  return phrases.length === 0 ? null : phrases.join(' AND ') + (open ? ' *' : '');
}

/** A text as it is indexed: without its codes, whose numbers are not words. */
export function indexed(text: string, codes: readonly unknown[]): string {
  return codes.length === 0 ? text : text.replace(CODE_FORM, '');
}
