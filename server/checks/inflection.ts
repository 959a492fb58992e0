// Words and phrases of a list found in a text in any of their inflected forms: plural, feminine, elided, hyphenated or not.
import { foldForSearch } from '../text/normalize.ts';
import type { Side, Word } from './side.ts';

/** Where a phrase stands in a side. */
export interface Occurrence {
  start: number;
  end: number;
}

/**
 * All places where a phrase stands as whole words, each word in any form that shares its stem. A phrase in capitals
 * ("IA") wants capitals. "mail" stands neither in "Gmail" nor in "e-mail".
 */
export function occurrences(phrase: string, side: Side): Occurrence[] {
  const wanted = partsOf(phrase).map((part) => ({ part, stem: stemOf(part, side.language) }));
  const first = wanted[0];
  if (!first) return [];
  const own = expanded(side, wanted.length);
  const found: Occurrence[] = [];
  for (let at = 0; at + wanted.length <= own.length; at++) {
    const words = own.slice(at, at + wanted.length);
    if (!words.every((word, i) => agrees(word, wanted[i] as { part: string; stem: string }, side.language))) continue;
    found.push({ start: (words[0] as Word).start, end: (words.at(-1) as Word).end });
  }
  return found;
}

function agrees({ text, low }: Word, wanted: { part: string; stem: string }, language: string): boolean {
  if (/^\p{Lu}{2,}$/u.test(wanted.part)) return text === wanted.part || text === `${wanted.part}s`;
  return low === wanted.part.toLowerCase() || stemOf(low, language) === wanted.stem;
}

function partsOf(phrase: string): string[] {
  return phrase.split(/[\s-]+|(?<=['\u2019])/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** The words of a side; hyphenated ones are split where a phrase of several words is sought (« clés-en-main »). */
function expanded(side: Side, parts: number): Word[] {
  if (parts === 1) return [...side.words];
  return side.words.flatMap((word) => {
    let start = word.start;
    return word.text.split('-').map((text) => {
      const part = { text, low: text.toLowerCase().replace(/\u2019/g, "'"), start, end: start + text.length };
      start = part.end + 1;
      return part;
    });
  });
}

/** What the forms of a word have in common, folded: « semi-conducteurs » and « semi-conducteur », "companies" and "company". */
export function stemOf(word: string, language: string): string {
  const folded = foldForSearch(word);
  if (folded.length < 4) return folded.replace(/(?<=..)(?<![su])s$/, '');
  return language === 'fr' ? frenchStem(folded) : englishStem(folded);
}

function frenchStem(word: string): string {
  return word
    .replace(/(?<![ey])aux$/, 'al')
    .replace(/(?:s|x)$/, '')
    .replace(/eau$/, 'el')
    .replace(/ail$/, 'al')
    .replace(/(?<=...)e$/, '')
    .replace(/(?<=[iu])v$/, 'f')
    .replace(/qu$/, 'c')
    .replace(/(?:eus|eur|ric)$/, 'eu')
    .replace(/([lnt])\1$/, '$1')
    .replace(/(?<=...)e$/, '');
}

function englishStem(word: string): string {
  const bare = word.replace(/['\u2019]s$/, '').replace(/ies$/, 'y');
  // "databases" and "database", "analyses" and "analysis", but "uses" and "use".
  const hissing = bare.replace(/(?<=..(?:ch|sh|[sxz]))(?:es?|is)$/, '');
  return hissing === bare ? bare.replace(/(?<![su])s$/, '') : hissing;
}
