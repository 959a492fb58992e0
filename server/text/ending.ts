// A place where a sentence may end: the marks that stand there, the word before them, and what follows.
import { DIGIT, isCapitalAt, isSmallAt, kindAt, LETTER, MARK, SPACE } from './characters.ts';

/** What the marks of an ending are: a lone full stop, an ellipsis (« … », "...", ". . ."), or a run with « ! » or « ? » in it. */
export type Marks = 'point' | 'ellipsis' | 'tone';

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
  /** The first character after the white space that follows; the text's length where none does. */
  next: number;
  /** The word (with points and hyphens inside: `a.m`, `J.-C`) that the marks stand against; '' where there is none. */
  word: string;
}

const LONGEST_WORD = 40;
const SPACED_MARKS = /[.!?\u2026\u2047-\u2049\u203d\u3002\uff01\uff0e\uff1f\uff61]+(?:\s{1,2}[.!?\u2026]+)*/y;
const TONE = /[!?\u2047-\u2049\u203d\u3002\uff01\uff0e\uff1f\uff61]/;
const CLOSERS = /(?:[)\]}"'\u2019\u201d\u201c\u203a\u00bb\u300d\u300f]|\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070-\u2079])/y;
const FIRST_CAPITAL_OR_OPENER = /\S/g;

/** Reads the ending whose first mark stands at `start`. `quoteOpen` says that a straight double quote is open there. */
export function readEnding(text: string, from: number, start: number, quoteOpen: boolean): Ending {
  const word = wordBefore(text, from, start);
  const marksEnd = endOfMarks(text, start, word);
  const end = endOfClosers(text, marksEnd, quoteOpen);
  return { text, from, start, marks: marksOf(text, start, marksEnd), marksEnd, end, next: skipSpace(text, end), word };
}

/** "compounds. . . ." begins with the full stop of the sentence, and the ellipsis belongs to the next one. */
function endOfMarks(text: string, start: number, word: string): number {
  SPACED_MARKS.lastIndex = start;
  const end = SPACED_MARKS.test(text) ? SPACED_MARKS.lastIndex : start + 1;
  const ownStop = word !== '' && text.startsWith('. . . .', start) && text.charCodeAt(end) !== 0x22;
  return ownStop && !/[)\]}"'\u2019\u201d\u00bb]/.test(text.charAt(end)) ? start + 1 : end;
}

function marksOf(text: string, start: number, end: number): Marks {
  const run = end - start > 64 ? text.slice(start, start + 64) : text.slice(start, end);
  if (TONE.test(run)) return 'tone';
  return run === '.' ? 'point' : 'ellipsis';
}

function endOfClosers(text: string, from: number, quoteOpen: boolean): number {
  let at = from;
  for (;;) {
    const next = endOfCloser(text, at, quoteOpen && at === from);
    if (next === at) return at;
    at = next;
  }
}

/** Behind one closing mark at `at`, or behind the space and closing guillemet there; `at` where nothing closes. */
function endOfCloser(text: string, at: number, quoteOpen: boolean): number {
  CLOSERS.lastIndex = at;
  if (CLOSERS.test(text)) return opens(text, CLOSERS.lastIndex) ? at : CLOSERS.lastIndex;
  if (kindAt(text, at) !== SPACE) return at;
  const mark = text.charCodeAt(at + 1);
  const closes = mark === 0xbb || mark === 0x203a || mark === 0x201d || (mark === 0x22 && quoteOpen);
  return closes && !opens(text, at + 2) ? at + 2 : at;
}

/** A quote with a letter hard against it on the right opens, it does not close. */
function opens(text: string, at: number): boolean {
  return kindAt(text, at) === LETTER || kindAt(text, at) === DIGIT;
}

function skipSpace(text: string, from: number): number {
  FIRST_CAPITAL_OR_OPENER.lastIndex = from;
  return FIRST_CAPITAL_OR_OPENER.exec(text)?.index ?? text.length;
}

/** The letters, digits, points and hyphens before an offset, no further back than the sentence. */
function wordBefore(text: string, from: number, end: number): string {
  const limit = Math.max(from, end - LONGEST_WORD);
  let at = end;
  while (at > limit && isWordUnit(text, at - 1)) at--;
  while (at < end && !isOfWord(text, at)) at++;
  return text.slice(at, end);
}

function isWordUnit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x2e || unit === 0x2d || unit === 0xb0 || unit === 0x2b || isOfWord(text, at) || isLowHalf(unit);
}

function isOfWord(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === LETTER || kind === DIGIT || kind === MARK;
}

function isLowHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

const OPENERS = /[\s"'\u00ab\u2018\u201c\u201e\u2039([{\u00bf\u00a1*\u2022\u25aa\u2010-\u2015-]*/y;

/** The first letter, digit or other sign of what follows, behind opening quotes, brackets, dashes and bullets. */
export function firstSignOf({ text, next }: Ending): number {
  OPENERS.lastIndex = next;
  return OPENERS.test(text) ? OPENERS.lastIndex : next;
}

/** The first word of what follows, cut at an apostrophe; '' where it does not begin with a letter. */
export function nextWord(ending: Ending): string {
  return wordFrom(ending.text, firstSignOf(ending));
}

/** The letters, marks and hyphens from an offset on. */
export function wordFrom(text: string, from: number): string {
  let at = from;
  while (at - from < LONGEST_WORD && (kindAt(text, at) === LETTER || kindAt(text, at) === MARK)) at++;
  return text.slice(from, at);
}

/** How what follows begins: as sentences do, in lower case, with a digit, with another sign, or not at all. */
export function beginsWith(ending: Ending): 'capital' | 'small' | 'digit' | 'sign' | 'nothing' {
  const at = firstSignOf(ending);
  if (ending.next >= ending.text.length) return 'nothing';
  if (isCapitalAt(ending.text, at)) return 'capital';
  if (isSmallAt(ending.text, at)) return isBrand(ending.text, at) ? 'capital' : 'small';
  const kind = kindAt(ending.text, at);
  return kind === DIGIT ? 'digit' : kind === LETTER ? 'capital' : 'sign';
}

const BRAND = /\p{Ll}{1,3}\p{Lu}/uy;

/** "eBay", "iPhone", "xAI": a name that keeps its small letter at the head of a sentence. */
function isBrand(text: string, at: number): boolean {
  BRAND.lastIndex = at;
  return BRAND.test(text);
}
