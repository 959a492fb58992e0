// Words whose meaning hangs on the day they are read: what was « hier » when the unit was stored is not yesterday now.
import type { Language } from '../model.ts';
import lists from './day-words.json' with { type: 'json' };
import { baseLanguage } from './language.ts';
import { matchKey } from './normalize.ts';

const patterns = new Map(Object.entries(lists).map(([language, words]) => [language, patternOf(words)]));

function patternOf(words: readonly string[]): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst.join('|')})(?![\\p{L}\\d])`, 'giu');
}

/** The words of a text that hang on the day, in lower case, in order; none for a language without a list. */
export function dayWords(text: string, language: Language): string[] {
  const pattern = patterns.get(baseLanguage(language));
  return pattern ? (matchKey(text).match(pattern) ?? []).map((word) => word.toLowerCase()) : [];
}
