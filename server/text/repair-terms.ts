// Repairing terms: where two sources differ in a word of the glossary, its translation is put in for the other one's.
import { baseLanguage } from './language.ts';
import type { Repairable } from './repair.ts';
import type { Difference } from './repair-differences.ts';
import { type Edit, insideQuotes } from './repair-quantities.ts';
import { fits, occurrences } from './repair-words.ts';

/** A term of the desk and what it is called on the other side. */
export interface KnownTerm {
  source: string;
  target: string;
}

/** « la puce » beside « le processeur »: the article goes with its word, and the target has its own. */
const ARTICLES = [/^(?:l['\u2019]|l[ea] )/iu, /^une? /iu];

/**
 * The edit for a term that the target has once, in the form that the glossary gives; null where that is not the difference.
 * Into French only between terms of one first word (« apprentissage profond », « apprentissage automatique »): of others
 * nothing here knows the gender, with which articles and adjectives would change.
 */
export function termEdit(difference: Difference, pair: Repairable): Edit[] | null {
  const { source, target, to } = pair;
  const found = exchangedTerms(difference, pair);
  if (!found || insideQuotes(difference.text, difference.start, difference.end)) return null;
  const { wanted, old } = found;
  const firstWord = (text: string) => text.split(' ', 1)[0];
  if (baseLanguage(to) === 'fr' && firstWord(wanted.target) !== firstWord(old.target)) return null;
  const there = occurrences(target, old.target);
  if (there.length !== 1 || occurrences(source, old.source).length !== 1) return null;
  const [start] = there as [number];
  if (!fits(target.slice(0, start), wanted.target, to)) return null;
  return [{ start, end: start + old.target.length, text: wanted.target }];
}

/** The term that the source has around the difference, and the one that the query has there ("deep learning", "machine learning"). */
function exchangedTerms(
  { query, source, text, start, end }: Difference,
  { from, terms = [] }: Repairable,
): { wanted: KnownTerm; old: KnownTerm } | null {
  const article = ARTICLES.find((one) => baseLanguage(from) === 'fr' && one.test(query) && one.test(source));
  const asked = article ? query.replace(article, '') : query;
  const begin = article ? end - source.replace(article, '').length : start;
  for (const old of terms) {
    const [at = -1] = occurrences(text, old.source);
    if (at < 0 || at > begin || at + old.source.length < end) continue;
    const name = old.source.slice(0, begin - at) + asked + old.source.slice(end - at);
    const wanted = terms.find((term) => term.source === name);
    if (wanted) return { wanted, old };
  }
  return null;
}
