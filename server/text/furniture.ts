// Page furniture: what a page says of itself (« Partager », "Read more", disclaimers, cookies), not of the news. The lists
// are plain data that a translator can edit; a block is furniture only as a whole, so no sentence of an article is lost.
import lists from './furniture.json' with { type: 'json' };
import { matchKey } from './normalize.ts';

/** Longest block, in signs, that a one-line phrase or a notice of several sentences may be. */
const LONGEST_LINE = 200;
const LONGEST_NOTICE = 900;

const PHRASES = new Set([...lists.phrases.fr, ...lists.phrases.en]);
const LINES = anyOf([...lists.lines.fr, ...lists.lines.en]);
const NOTICES = anyOf([...lists.notices.fr, ...lists.notices.en]);
const TRANSLATED = anyOf(lists.translated);
/** Who says it in the article makes it news: « …, a constaté la Cnil ». */
const REPORTED = new RegExp(lists.reported.map((pattern) => `(?:${pattern})$`).join('|'), 'iu');
const NAME = "\\p{Lu}[\\p{L}.'-]+(?: (?:de |du |van |von |le |la )?\\p{Lu}[\\p{L}.'-]*){0,3}";
const NAMES = new RegExp(`^(?:${lists.names.join('|').replaceAll('{name}', NAME)})$`, 'u');

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`, 'iu');
}

/** A line about rights. Its sign counts as an ornament elsewhere. */
const OWNED = /^\s*(?:©|\(c\)|copyright\s+(?:©|\(c\)|\d{4}))/iu;

/** Somebody else's words, with who said them behind. */
const QUOTED = /^\s*[«"“].*[»"”]\s*,/u;

/** Signs that stand around a link or a button and say nothing: arrows, chevrons, bullets, pictures, points at the end. */
const ORNAMENT = '(?:[\\p{So}\\p{Sm}\\p{Extended_Pictographic}•·|\\s]|\\ufe0f)+';
const ORNAMENTS = new RegExp(`^${ORNAMENT}|${ORNAMENT}$`, 'gu');
const LAST_MARKS = /[\s.:!\u2026]+$/u;

/** A block's text as the lists write it: lower case, straight apostrophes, plain spaces, no ornaments. */
function bare(text: string): string {
  return matchKey(text).replaceAll('"', '').toLowerCase().replace(ORNAMENTS, '').trim();
}

/** True where a whole block (its text without codes) is page furniture, in French or English. */
export function isFurniture(text: string): boolean {
  if (text.length > LONGEST_NOTICE) return false;
  const line = bare(text);
  if (OWNED.test(text)) return true;
  if (QUOTED.test(text) || REPORTED.test(line)) return false;
  if (NOTICES.test(line)) return true;
  if (line.length > LONGEST_LINE) return false;
  const phrase = line.replace(LAST_MARKS, '');
  if (PHRASES.has(phrase) || PHRASES.has(line)) return true;
  return isOneLine(line) && (LINES.test(phrase) || NAMES.test(matchKey(text)));
}

/** A line of the page's own has no sentence behind it: « À lire : le dossier. Puis la suite. » is the article's. */
function isOneLine(line: string): boolean {
  return !/[.!?\u2026]\s+\p{L}/u.test(line) && !/[^.]\.$/u.test(line);
}

/** True where a block says that the page is itself a translation (« Voir l’original », "Translated from the Chinese"). */
export function saysTranslated(text: string): boolean {
  return text.length <= LONGEST_LINE && TRANSLATED.test(bare(text).replace(LAST_MARKS, ''));
}
