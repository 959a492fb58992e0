// Two texts that differ only in what a typist or a typesetter chose (spaces, apostrophes, quote marks, dashes) share a key.
import type { Code } from '../model.ts';
import { canonical } from './inline.ts';
import { APOSTROPHES, DOUBLE_QUOTES, ZERO_WIDTHS } from './typography.ts';

const INVISIBLE = new RegExp(`[${ZERO_WIDTHS}]`, 'g');
const APOSTROPHE_LIKE = new RegExp(`[${APOSTROPHES}]`, 'g');
const QUOTE_LIKE = new RegExp(`''|[${DOUBLE_QUOTES}]`, 'g');
const GUILLEMET = /[\u00ab\u2039\u00bb\u203a]/;
const INSIDE_GUILLEMETS = /(?<=[\u00ab\u2039])\s+|(?<!\s)\s+(?=[\u00bb\u203a])/g;
const DIGIT_GROUP = /(?<=\d) (?=\d{3}(?!\d))/g;
const RANGE_DASH = /(?<=\d)\s?[\u2010-\u2015\u2212]\s?(?=\d)/g;
const DASH = / ?(?:--+|[\u2012-\u2015\u2212])+ ?/g;
/** What {@link unify} may change. Composed letters of Latin-1 are none of it, so that most French is ready at one look. */
const NEEDS_WORK = /[^ -~\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]|''|`| {2}| [;:!?%]|--|\d \d|^ | $/;

/**
 * The key under which equal texts meet: codes under canonical numbers, NFC, one apostrophe, one quote mark, one dash, three
 * points for an ellipsis, runs of white space (no-break ones included) as one space, none before « ; : ! ? % » nor inside
 * guillemets nor between groups of digits, none at the ends. Case and accents are kept. A key is for comparing, not for reading.
 */
export function matchKey(text: string, codes: readonly Code[] = []): string {
  const coded = codes.length === 0 ? text : canonical(text, '', codes).source;
  return NEEDS_WORK.test(coded) ? unify(coded) : coded;
}

function unify(text: string): string {
  const composed = text.replace(INVISIBLE, '').normalize('NFC');
  // Looking around every space would be a quarter of the work, and few texts have any of these.
  return (GUILLEMET.test(composed) ? composed.replace(INSIDE_GUILLEMETS, '') : composed)
    .replace(APOSTROPHE_LIKE, "'")
    .replace(QUOTE_LIKE, '"')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(RANGE_DASH, '-')
    .replace(DASH, ' - ')
    .replace(/\u2026/g, '...')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[;:!?%])/g, '')
    .replace(DIGIT_GROUP, '')
    .trim();
}

/** A text without what a typist may change and no translation with it: spaces, apostrophes and quote marks. */
export function withoutTypography(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, '')
    .replace(APOSTROPHE_LIKE, "'")
    .replace(QUOTE_LIKE, '"');
}

/** A folded text and, for each of its UTF-16 units and its end, the offset in the text that it was made from. */
export interface Folded {
  text: string;
  offsets: number[];
}

const MARKS = /\p{M}+/gu;
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
const ONE_APOSTROPHE = new RegExp(`^[${APOSTROPHES}]$`);
const ONE_QUOTE = new RegExp(`^[${DOUBLE_QUOTES}]$`);
const ONE_INVISIBLE = new RegExp(`^[${ZERO_WIDTHS}]$`);

/** Folds case, accents, ligatures, apostrophes, quote marks and single spaces, so that « Élysée » is found as "elysee". */
export function foldForSearch(text: string): string {
  let out = '';
  for (const char of text) out += foldCharacter(char);
  return out;
}

/** {@link foldForSearch} with the way back, so that what is found can be shown in the text itself. */
export function foldWithOffsets(text: string): Folded {
  const offsets: number[] = [];
  let out = '';
  let at = 0;
  for (const char of text) {
    const folded = foldCharacter(char);
    out += folded;
    for (let i = 0; i < folded.length; i++) offsets.push(at);
    at += char.length;
  }
  offsets.push(text.length);
  return { text: out, offsets };
}

function foldCharacter(char: string): string {
  if (char >= ' ' && char <= '~') return char === '`' ? "'" : char.toLowerCase();
  if (/\s/.test(char)) return ' ';
  if (ONE_APOSTROPHE.test(char)) return "'";
  if (ONE_QUOTE.test(char)) return '"';
  if (ONE_INVISIBLE.test(char)) return '';
  if (/[\u2010-\u2015\u2212]/.test(char)) return '-';
  const lower = char.toLowerCase();
  return LIGATURES[lower] ?? lower.normalize('NFD').replace(MARKS, '');
}
