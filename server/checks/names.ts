// The capitalised words of a side: what may be a proper name, and how one stands to the next.
import { foldForSearch } from '../text/normalize.ts';
import { APOSTROPHES } from '../text/typography.ts';
import type { Side, Word } from './side.ts';

/** A capitalised word of a side, with its folded form and its place among the words. */
export interface Name extends Word {
  folded: string;
  at: number;
}

const CAPITAL = /\p{Lu}/u;
const NAME_LIKE = /^\p{Lu}\p{Ll}/u;
/** Capitals and small letters in a manner of its own: "OVHcloud", "iPhone", "YouTube". */
const MIXED = /^\p{Lu}*\p{Ll}*\p{Lu}*\p{Ll}{2,}$/u;
/** Articles and pronouns with which a text begins: they have a capital and name nobody. */
const articles = new Set(['le', 'la', 'les', 'un', 'une', 'des', 'il', 'elle', 'the', 'an', 'he', 'she', 'it', 'this']);

/** The capitalised words of a side, elisions, lone letters and the article at its head aside. */
export function namesOf(side: Side): Name[] {
  const names: Name[] = [];
  for (let at = 0; at < side.words.length; at++) {
    const word = side.words[at];
    if (!word || !mayName(word) || (at === 0 && articles.has(word.low))) continue;
    const { text, low, start, end } = word;
    names.push({ text, low, start, end, folded: foldForSearch(text), at });
  }
  return names;
}

function mayName({ text, low }: Word): boolean {
  if (text.length < 2 || text === low || APOSTROPHES.includes(text.charAt(text.length - 1))) return false;
  return CAPITAL.test(text);
}

/** Whether a name of that folded form is among some. */
export function has(names: readonly Name[], folded: string): boolean {
  return names.some((other) => other.folded === folded);
}

/** The name that stands right behind another, with a single space or a particle between: « Luca de Meo ». */
export function nextOf(side: Side, names: readonly Name[], { at, end }: Name): Name | undefined {
  const next = names.find((other) => other.at > at);
  return next && next.at <= at + 2 && BETWEEN.test(side.prose.slice(end, next.start)) ? next : undefined;
}

const BETWEEN = /^[ \u00a0\u202f](?:(?:de|du|von|van|der|den|bin|al|el|da|di|dos|del)[ \u00a0\u202f]|d['\u2019])?$/;

/** Ends a sentence's beginning: the first word, or one behind a full stop or an opening quote, may be an ordinary one. */
export function opensSentence({ prose }: Side, { start }: Word): boolean {
  const before = prose.slice(0, start).trimEnd();
  return before === '' ? true : OPENERS.includes(before.charAt(before.length - 1));
}

const OPENERS = '.!?…:«“"\ufffc';

/** True for a word of three letters or more that begins as a name does: "Apple", not "API". */
export function isNameLike({ text }: Name): boolean {
  return text.length > 2 && NAME_LIKE.test(text);
}

/** The same with two letters, or with capitals in a manner of its own. */
export function isSpelledAsName({ text }: Name): boolean {
  return NAME_LIKE.test(text) || MIXED.test(text);
}
