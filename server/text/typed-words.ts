// What somebody types to find words: single words, phrases in quotes, beginnings of words. Full-text search and the marking of
// what was found read it alike.
import type { Code } from '../model.ts';
import { plain } from './inline.ts';
import { foldForSearch } from './normalize.ts';

/** Words that stand one after the other; `open` says that the last one may be the beginning of a word. */
export interface TypedPhrase {
  words: string[];
  open: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const PIECE = /"([^"]*)"(\*)?|«([^«»]*)»(\*)?|“([^“”]*)”(\*)?|[^\s"«»“”]+/g;
const WORD_AT_END = /[\p{L}\p{N}\p{M}\p{Co}]$/u;
/** The last word that is being typed counts as a beginning from this length on (characters): one letter begins everything. */
const BEGINNING = 3;

/**
 * The phrases of a typed text, none where it holds no word: each run between white space is one of its words (« l'industrie »,
 * « 3,5 »), as is what stands between quotes of any kind. A `*` behind a word or phrase leaves its end open; so does the end of
 * the text behind a word of three letters or more. Each is told once.
 */
export function typedPhrases(typed: string): TypedPhrase[] {
  const phrases = new Map<string, TypedPhrase>();
  for (const piece of typed.matchAll(PIECE)) {
    const quoted = piece[1] ?? piece[3] ?? piece[5];
    const words = [...(quoted ?? piece[0]).matchAll(WORD)].map((word) => word[0]);
    const starred = (piece[2] ?? piece[4] ?? piece[6]) !== undefined || (quoted ?? piece[0]).trimEnd().endsWith('*');
    const atEnd = piece.index + piece[0].length === typed.length && quoted === undefined && WORD_AT_END.test(typed);
    const open = starred || (atEnd && [...(words.at(-1) ?? '')].length >= BEGINNING);
    if (words.length > 0) phrases.set(`${words.join(' ')}${open ? '*' : ''}`, { words, open });
  }
  return [...phrases.values()];
}

/** For each phrase of a typed text the places of it in a text that `foldForSearch` has folded; of an open one its typed letters. */
export function phrasePatterns(typed: string): RegExp[] {
  return typedPhrases(typed).flatMap(({ words, open }) => {
    const folded = words.map(foldForSearch).filter((word) => word !== '');
    const end = open ? '' : '(?![\\p{L}\\p{N}\\p{M}\\p{Co}])';
    const inside = folded.join('[^\\p{L}\\p{N}\\p{M}\\p{Co}]+');
    return folded.length === 0 ? [] : [new RegExp(`(?<![\\p{L}\\p{N}\\p{M}\\p{Co}])${inside}${end}`, 'gu')];
  });
}

/** Tells whether texts hold what was typed: each of its phrases, wherever in one of them. Where no word was typed none do. */
export function typedHolder(typed: string): (texts: readonly { text: string; codes: readonly Code[] }[]) => boolean {
  const phrases = phrasePatterns(typed);
  return (texts) => {
    const folded = texts.map(({ text, codes }) => foldForSearch(plain(text, codes).text));
    return phrases.length > 0 && phrases.every((phrase) => folded.some((text) => text.search(phrase) >= 0));
  };
}
