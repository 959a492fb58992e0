// A place where a sentence may end: the marks that stand there, the word before them, and what follows.
import { DIGIT, isCapitalAt, isSmallAt, kindAt, LETTER, MARK } from './characters.ts';

/** What the marks are: a lone full stop, an ellipsis (« … », "...", ". . ."), or a run with a question or exclamation mark. */
export type Marks = 'stop' | 'ellipsis' | 'tone';

/** How what follows begins: as sentences do, in lower case, with a digit, with another sign, or not at all. */
export type Beginning = 'capital' | 'small' | 'digit' | 'sign' | 'nothing';

/** A run of terminal marks with its closing quotes and brackets, and its neighbourhood. Offsets are UTF-16 units of `text`. */
export interface Ending {
  text: string;
  /** Where the sentence begins that may end here. */
  from: number;
  /** The first mark. */
  start: number;
  marks: Marks;
  /** Behind the last mark. */
  marksEnd: number;
  /** Behind the closing quotes and brackets. */
  end: number;
  /** The first character behind the white space that follows; the text's length where nothing does. */
  next: number;
  /** The first letter, digit or other sign behind the opening quotes, brackets, dashes and bullets that follow. */
  first: number;
  begins: Beginning;
  /** The word (with points and hyphens inside: `a.m`, `J.-C`) that the marks stand against; '' where there is none. */
  word: string;
}

/** The marks that end sentences, of all scripts, for use inside a regular expression's class. */
export const TERMINALS =
  '.!?\u2026\u2047-\u2049\u203d\u061f\u06d4\u0589\u0964\u0965\u1362\u3002\uff01\uff0e\uff1f\uff61';

const RUN = new RegExp(`[${TERMINALS}]+(?:\\s{1,2}[.!?\u2026]+)*`, 'y');
const TONE = new RegExp(`[${TERMINALS.slice(1).replace('\u2026', '')}]`);
/** With the anchors of footnotes: numbers in brackets, raised digits, and the control signs that word processors leave. */
const CLOSER =
  /[)\]}"'\u2019\u201d\u201c\u203a\u00bb\u300d\u300f]|\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070-\u2079]|(?!\s)\p{Cc}/uy;
/** German turns French guillemets about: »Nein.« */
const TURNED_CLOSER = /[\u00ab\u2039](?=\s)/y;
const SPACED_CLOSER = /\s(?:[\u00bb\u203a\u201d)\]](?![\p{L}\p{Nd}])|\[\d{1,3}\](?=[\s.]|$))/uy;
const SPACED_QUOTE = /\s"(?=\s|$)/y;
const OPENERS = /[\s"'\u00ab\u2018\u201c\u201e\u2039([{\u00bf\u00a1*\u2022\u2043\u25aa\u2010-\u2015-]*/y;
const SOLID = /\S/g;
const BRAND = /\p{Ll}{1,3}\p{Lu}/uy;
const LONGEST_WORD = 40;
/** A quotation is looked for no further back (UTF-16 units). */
const LONGEST_QUOTE = 5000;
/** Runs longer than this are read by their beginning. */
const LONGEST_RUN = 64;

/** Reads the ending whose first mark stands at `start`. `quoteOpen` says that a straight double quote is open there. */
export function readEnding(text: string, from: number, start: number, quoteOpen: boolean): Ending {
  const word = wordBefore(text, from, start);
  const marksEnd = endOfMarks(text, start, word);
  const end = endOfClosers(text, marksEnd, quoteOpen);
  const next = skipSpace(text, end);
  const first = endOf(OPENERS, text, next);
  const begins = beginningAt(text, first);
  return { text, from, start, marks: marksOf(text, start, marksEnd), marksEnd, end, next, first, begins, word };
}

/** The first word of what follows, cut at an apostrophe; '' where it does not begin with a letter. */
export function nextWord({ text, first }: Ending): string {
  return wordFrom(text, first);
}

/** The letters and their marks from an offset on, forty units of them at most. */
export function wordFrom(text: string, from: number): string {
  let at = from;
  while (at - from < LONGEST_WORD && (kindAt(text, at) === LETTER || kindAt(text, at) === MARK)) at++;
  return text.slice(from, at);
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** "compounds. . . ." begins with the full stop of its sentence; the three points behind belong to the next one. */
function endOfMarks(text: string, start: number, word: string): number {
  const end = endOf(RUN, text, start);
  const ownStop = word !== '' && text.startsWith('. . . .', start) && end === start + 7;
  return ownStop && /\s/.test(text.charAt(end)) ? start + 1 : end;
}

function marksOf(text: string, start: number, end: number): Marks {
  const run = text.slice(start, Math.min(end, start + LONGEST_RUN));
  if (TONE.test(run)) return 'tone';
  return run === '.' ? 'stop' : 'ellipsis';
}

function endOfClosers(text: string, from: number, quoteOpen: boolean): number {
  let at = closesQuote(text, from, quoteOpen) ? endOf(SPACED_QUOTE, text, from) : from;
  for (;;) {
    const next = Math.max(endOfCloser(text, at), endOf(SPACED_CLOSER, text, at), endOfTurnedCloser(text, at));
    if (next === at) return at;
    at = next;
  }
}

/** Turned guillemets close what a turned one opened, hard against its word: « … », dit-elle.« Oui. » has none (a line broke there). */
function endOfTurnedCloser(text: string, at: number): number {
  const end = endOf(TURNED_CLOSER, text, at);
  if (end === at) return at;
  const before = text.slice(Math.max(0, at - LONGEST_QUOTE), at);
  const opener = before.lastIndexOf(text[at] === '\u00ab' ? '\u00bb' : '\u203a');
  return opener >= 0 && /[^\s\p{P}]/u.test(before.charAt(opener + 1)) ? end : at;
}

/** A straight quote between spaces closes what is open; the last one of the text opens nothing. */
function closesQuote(text: string, at: number, quoteOpen: boolean): boolean {
  if (text.charCodeAt(at + 1) !== STRAIGHT_QUOTE) return false;
  return quoteOpen || text.indexOf('"', at + 2) < 0;
}

const STRAIGHT_QUOTE = 0x22;

/** A quote with a letter hard against it on the right opens, it does not close. */
function endOfCloser(text: string, at: number): number {
  const end = endOf(CLOSER, text, at);
  return kindAt(text, end) === LETTER || kindAt(text, end) === DIGIT ? at : end;
}

function skipSpace(text: string, from: number): number {
  SOLID.lastIndex = from;
  return SOLID.exec(text)?.index ?? text.length;
}

/** The letters, digits, points, hyphens and degrees before an offset, no further back than the sentence. */
function wordBefore(text: string, from: number, end: number): string {
  const limit = Math.max(from, end - LONGEST_WORD);
  let at = end;
  while (at > limit && isWordUnit(text, at - 1)) at--;
  while (at < end && !isOfWord(text, at) && text.charCodeAt(at) !== DEGREE) at++;
  return text.slice(at, end);
}

const DEGREE = 0xb0;

function isWordUnit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const low = unit >= 0xdc00 && unit <= 0xdfff;
  return unit === 0x2e || unit === 0x2d || unit === DEGREE || low || isOfWord(text, at);
}

function isOfWord(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === LETTER || kind === DIGIT || kind === MARK;
}

function beginningAt(text: string, at: number): Beginning {
  if (at >= text.length) return 'nothing';
  if (isCapitalAt(text, at)) return 'capital';
  if (isSmallAt(text, at)) return isBrand(text, at) ? 'capital' : 'small';
  const kind = kindAt(text, at);
  return kind === DIGIT ? 'digit' : kind === LETTER ? 'capital' : 'sign';
}

/** "eBay", "iPhone", "xAI": a name that keeps its small letter at the head of a sentence. */
function isBrand(text: string, at: number): boolean {
  BRAND.lastIndex = at;
  return BRAND.test(text);
}
