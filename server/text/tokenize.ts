// The one tokenizer: matching, difference, terms and alignment agree through it on what a word is.
import type { Code } from '../model.ts';
import {
  DIGIT,
  IDEOGRAPH,
  isLetterOrDigit,
  isSmallAt,
  kindAt,
  LETTER,
  MARK,
  NONE,
  SPACE,
  widthAt,
} from './characters.ts';
import { pieces } from './inline.ts';

/**
 * A stretch of a text. `word`: letters, with inner hyphens, digits and points as in "GPT-4", "U.S.", "node.js". `number`:
 * digits with their separators, « 3 000 » and "3,000.50" included. `address`: a URL or an e-mail. `handle`: "@name", "#tag".
 */
export type TokenKind = 'word' | 'number' | 'address' | 'handle' | 'code' | 'punctuation' | 'space';

/** A token with its UTF-16 offsets. All tokens of a text, joined, are the text. */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  text: string;
}

/**
 * Cuts a text into tokens that join back to it exactly. Elisions stand apart with their apostrophe (« l’ » + « industrie »),
 * so do a possessive ("Tesla" + "’s") and an inverted pronoun (« dit » + « -il »). Each code of the one string is a token.
 */
export function tokenize(text: string, codes: readonly Code[] = []): Token[] {
  const tokens: Token[] = [];
  if (codes.length === 0) {
    cut(text, 0, text.length, tokens);
    return tokens;
  }
  for (const piece of pieces(text, codes)) {
    if (piece.kind === 'text') cut(text, piece.start, piece.end, tokens);
    else tokens.push({ kind: 'code', start: piece.start, end: piece.end, text: piece.text });
  }
  return tokens;
}

/** The words and numbers of a text as written, in order: no punctuation, space or code. Addresses and handles count as words. */
export function words(text: string, codes: readonly Code[] = []): string[] {
  const out: string[] = [];
  for (const token of tokenize(text, codes)) {
    if (token.kind !== 'space' && token.kind !== 'punctuation' && token.kind !== 'code') out.push(token.text);
  }
  return out;
}

function cut(text: string, from: number, to: number, tokens: Token[]): void {
  let at = from;
  while (at < to) {
    const kind = kindOf(text, at);
    const end = Math.min(to, endOf(kind, text, at));
    const tail = kind === 'word' ? splitWord(text, at, end) : end;
    tokens.push({ kind: named(kind, text, at, end), start: at, end: tail, text: text.slice(at, tail) });
    if (tail < end) tokens.push({ kind: 'word', start: tail, end, text: text.slice(tail, end) });
    at = end;
  }
}

function kindOf(text: string, at: number): TokenKind {
  switch (kindAt(text, at)) {
    case LETTER:
    case IDEOGRAPH:
      return 'word';
    case DIGIT:
      return 'number';
    case SPACE:
      return 'space';
    default:
      return startsHandle(text, at) ? 'handle' : 'punctuation';
  }
}

const LETTERS = /\p{L}/u;

function named(kind: TokenKind, text: string, start: number, end: number): TokenKind {
  if (kind === 'number' && LETTERS.test(text.slice(start, end))) return 'word';
  if (kind === 'word' && end - start > 4 && ADDRESS.test(text.slice(start, end))) return 'address';
  return kind;
}

function endOf(kind: TokenKind, text: string, at: number): number {
  if (kind === 'word') return endOfWord(text, at);
  if (kind === 'number') return endOfNumber(text, at);
  if (kind === 'handle') return endOfRun(text, at + 1);
  if (kind === 'space') return endOfSpace(text, at);
  return endOfPunctuation(text, at);
}

function endOfSpace(text: string, from: number): number {
  let at = from;
  while (kindAt(text, at) === SPACE) at++;
  return at;
}

/** The same mark again and again is one token ("...", "--"); so is a symbol with the marks that belong to it. */
function endOfPunctuation(text: string, from: number): number {
  const first = text.charCodeAt(from);
  let at = from + widthAt(text, from);
  if (at === from + 1) while (text.charCodeAt(at) === first) at++;
  while (kindAt(text, at) === MARK) at += widthAt(text, at);
  return at;
}

function startsHandle(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 0x40 || code === 0x23) && kindAt(text, at + 1) === LETTER;
}

/** Letters, digits, marks and underscores in a row. */
function endOfRun(text: string, from: number): number {
  let at = from;
  for (;;) {
    const kind = kindAt(text, at);
    if (kind !== LETTER && kind !== DIGIT && kind !== MARK) return at;
    at += widthAt(text, at);
  }
}

const SCHEME = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"\u00ab\u00bb\u201c\u201d]+/iy;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/y;
/** "U.S.", « É.-U. », "a.m.", « J.-C. »: single letters, each with its point. */
const INITIALS = /\p{L}(?:\.-?\p{L}(?![\p{L}\d]))+\.?/uy;
const PATH = /\/[^\s<>"\u00ab\u00bb\u201c\u201d]*/y;
const ADDRESS = /^(?:https?:|ftp:|www\.)\S|@|\.\w+\//i;
const CLOSING = /[.,;:!?'\u2019)\]}\u2026]+$/;

function endOfWord(text: string, from: number): number {
  const first = text.charCodeAt(from) | 0x20;
  if (first === 0x68 || first === 0x77 || first === 0x66) {
    const address = sticky(SCHEME, text, from);
    if (address > from) return from + text.slice(from, address).replace(CLOSING, '').length;
  }
  if (kindAt(text, from) === IDEOGRAPH) return endOfIdeograph(text, from);
  const initials = text.charCodeAt(from + 1) === 0x2e ? sticky(INITIALS, text, from) : from;
  if (initials > from) return initials;
  let at = endOfRun(text, from);
  for (;;) {
    const next = afterJoint(text, from, at);
    if (next === at) return isApostrophe(text, at) && isElision(text, from, at) ? at + 1 : at;
    at = next;
  }
}

/** One sign of a script that writes no spaces is one word, with the marks that belong to it. */
function endOfIdeograph(text: string, from: number): number {
  let at = from + widthAt(text, from);
  while (kindAt(text, at) === MARK) at += widthAt(text, at);
  return at;
}

/** Where a word goes on across a hyphen, apostrophe, point, at-sign…; `at` itself where it ends. */
function afterJoint(text: string, from: number, at: number): number {
  switch (text.charCodeAt(at)) {
    case 0x2d:
    case 0x2010:
    case 0x2011:
      return isLetterOrDigit(text, at + 1) ? endOfRun(text, at + 1) : at;
    case 0x27:
    case 0x2019:
    case 0x2bc:
      return kindAt(text, at + 1) === LETTER && !isElision(text, from, at) ? endOfRun(text, at + 1) : at;
    case 0x2e:
      return afterPoint(text, from, at);
    case 0x40:
      return Math.max(at, sticky(MAIL, text, from));
    default:
      return afterSign(text, from, at);
  }
}

/** "node.js" and "lemonde.fr/pixels" hold their points; a point between a small letter and a capital ends a sentence. */
function afterPoint(text: string, from: number, at: number): number {
  if (!isSmallAt(text, at + 1)) return at;
  const end = endOfRun(text, at + 1);
  const mail = text.charCodeAt(end) === 0x40 ? sticky(MAIL, text, from) : end;
  const path = sticky(PATH, text, end);
  return Math.max(mail, path > end ? end + text.slice(end, path).replace(CLOSING, '').length : end);
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

/** "C++", "C#", "R&D", "AT&T". */
function afterSign(text: string, from: number, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x2b && at - from === 1 && text.charCodeAt(at + 1) === 0x2b) return at + 2;
  if (code === 0x23 && at - from === 1) return at + 1;
  const pair = code === 0x26 && isCapital(text.charCodeAt(at - 1)) && isCapital(text.charCodeAt(at + 1));
  return pair ? endOfRun(text, at + 1) : at;
}

const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu)$/i;
const LONGEST_ELISION = 7;

/** True for what French elides before an apostrophe: « l’ », « qu’ », « jusqu’ »; "don’t", "O’Brien" and "s’s" are none. */
function isElision(text: string, from: number, at: number): boolean {
  const reach = text.slice(Math.max(from, at - LONGEST_ELISION - 1), at);
  const part = reach.slice(reach.lastIndexOf('-') + 1);
  const next = kindAt(text, at + 1);
  return next !== SPACE && next !== NONE && ELISION.test(part) && !isPossessive(text, at);
}

function isPossessive(text: string, at: number): boolean {
  return (text.charCodeAt(at + 1) | 0x20) === 0x73 && !isLetterOrDigit(text, at + 2);
}

function isApostrophe(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x27 || unit === 0x2019 || unit === 0x2bc;
}

const PRONOUN = /-(?:t-(?:ils?|elles?|on)|ils?|elles?|je|tu)$/i;
const POSSESSIVE = /['\u2019]s$/i;

/** Where the second part of a word begins (possessive, inverted pronoun), its end where it has one part; an elision is included. */
function splitWord(text: string, start: number, end: number): number {
  if (end - start < 3) return end;
  const word = text.slice(start, end);
  const final = word.charCodeAt(word.length - 1) | 0x20;
  if (final === 0x73 && POSSESSIVE.test(word)) return end - 2;
  const inverted = word.includes('-') ? PRONOUN.exec(word) : null;
  return inverted && inverted.index > 0 ? start + inverted.index : end;
}

/** Digits, then groups and decimals: « 3 000 », "3,000.50", « 3,5 », "1.2.3". Letters right behind make a word ("5G", « 1er »). */
function endOfNumber(text: string, from: number): number {
  let at = endOfDigits(text, from);
  const first = at - from;
  if (isLetterOrDigit(text, at)) return endOfMixed(text, from, at);
  while (first <= 3 && isGroup(text, at)) at += 4;
  for (;;) {
    const mark = text.charCodeAt(at);
    const separator = mark === 0x2c || mark === 0x2e;
    if (!separator || kindAt(text, at + 1) !== DIGIT) return at;
    at = endOfDigits(text, at + 1);
  }
}

/** "5G", "21st", « 20h30 », "3D-printed": a word that begins with digits. */
function endOfMixed(text: string, from: number, at: number): number {
  const run = endOfRun(text, at);
  const next = afterJoint(text, from, run);
  return next > run ? next : run;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (kindAt(text, at) === DIGIT) at += widthAt(text, at);
  return at;
}

/** A space (plain, no-break, thin) or apostrophe and exactly three digits. */
function isGroup(text: string, at: number): boolean {
  const mark = text.charCodeAt(at);
  if (kindAt(text, at) !== SPACE && mark !== 0x27 && mark !== 0x2019) return false;
  for (let i = 1; i <= 3; i++) if (kindAt(text, at + i) !== DIGIT) return false;
  return !isLetterOrDigit(text, at + 4);
}

function sticky(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
