// How a quantity that takes another one's place is written: as the target writes the old one, or not at all.
import { baseLanguage } from './language.ts';
import { type Quantity, type Reading, readNumbers, writeQuantity } from './numbers.ts';
import type { Repairable } from './repair.ts';
import { redated, retimed } from './repair-dates.ts';
import { inDigits, inWords, reordered, reshared, respelled } from './repair-spelling.ts';

/** What the query says, what the source says in its place, and what the target says for that. */
export interface Trio {
  wanted: Quantity;
  old: Quantity;
  there: Quantity;
}

/** A number that counts what follows, or a year: the reader of numbers tells them apart by their look. */
export function isPlain({ kind }: Reading): boolean {
  return kind === 'cardinal' || kind === 'year';
}

/** The wanted quantity as the target writes the one that it replaces; null where that is not certain. */
export function rewritten(pair: Repairable, trio: Trio): string | null {
  const { wanted, old, there } = trio;
  const asked = pair.query.slice(wanted.start, wanted.end);
  const before = pair.source.slice(old.start, old.end);
  const piece = pair.target.slice(there.start, there.end);
  if (wanted.approximate || wanted.vague || old.approximate || old.vague) return null;
  if (!isPlain(wanted) || !isPlain(old) ? wanted.kind !== old.kind : changesNumber(pair.target, trio)) return null;
  // What is written alike on both sides (a version, a page, a name) stays as it is written.
  const plain = /^[\d.]+$|^\p{L}/u;
  if (piece === before && plain.test(asked) && wanted.form === old.form && wanted.kind !== 'money') return asked;
  if (wanted.kind === 'name' || wanted.kind === 'multiplier') return null;
  const text = written(pair, trio, piece);
  return text !== null && /^\p{Lu}/u.test(piece) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function written(pair: Repairable, trio: Trio, piece: string): string | null {
  const { wanted, old } = trio;
  const language = baseLanguage(pair.to);
  const changedForm = wanted.form !== old.form && trio.there.form === old.form;
  if (changedForm) return wanted.form === 'digits' ? inDigits(piece, language, trio) : inWords(piece, language, trio);
  const numeral = exchanged(piece, old, wanted);
  if (numeral !== null) return numeral;
  const inPlace =
    respelled(piece, language, trio) ??
    reordered(piece, pair, trio) ??
    redated(piece, language, old, wanted) ??
    retimed(piece, language, old, wanted) ??
    reshared(piece, pair, trio);
  return inPlace !== null && says(inPlace, pair.to, wanted) ? inPlace : anew(pair.to, piece, trio);
}

/** Whether a piece reads as the quantity that is wanted: « deux quarts » are not two thirds. */
function says(piece: string, to: string, { value }: Quantity): boolean {
  const [read, more] = readNumbers(piece, to);
  return read !== undefined && !more && [read, ...(read.also ?? [])].some((reading) => reading.value === value);
}

const NUMERAL = /\d{1,3}(?:[\s.,'\u2019]\d{3})+(?!\d)|\d+/gu;

/** The piece with nothing but its numeral exchanged ("32-bit" → "64-bit"); null where more than that would have to change. */
function exchanged(piece: string, old: Quantity, wanted: Quantity): string | null {
  const [numeral, ...others] = piece.match(NUMERAL) ?? [];
  const alike = old.kind === wanted.kind && old.unit === wanted.unit && isSingle(old) === isSingle(wanted);
  if (!alike || numeral === undefined || others.length > 0 || numeral.replace(/\D/gu, '') !== old.value) return null;
  if (old.kind === 'ordinal' || old.kind === 'century') return null;
  const separator = /\D/u.exec(numeral)?.[0];
  if (!/^\d+$/.test(wanted.value) || (wanted.value.length > 3 && separator === undefined)) return null;
  return piece.replace(numeral, wanted.value.replace(/\B(?=(?:\d{3})+$)/g, separator ?? ''));
}

/** The wanted quantity as the language writes it, where the target has the old one as the language writes that. */
function anew(to: string, piece: string, { wanted, old, there }: Trio): string | null {
  const reading = ({ value, unit }: Quantity): Reading => ({ kind: there.kind, value, ...(unit ? { unit } : {}) });
  const text = writeQuantity(reading(wanted), to, piece);
  if (text === null || /\d/.test(text) !== /\d/.test(piece)) return null;
  const before = writeQuantity(reading(old), to, piece);
  return isFree(there) || (before !== null && spaceless(before) === spaceless(piece)) ? text : null;
}

/** Amounts are written in many ways that a reader takes for one; calendars and parts are not. */
function isFree({ kind }: Quantity): boolean {
  return kind === 'cardinal' || kind === 'percent' || kind === 'money' || kind === 'measure' || kind === 'year';
}

function spaceless(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/gu, '').toLowerCase();
}

function isSingle({ value }: Quantity): boolean {
  return Math.abs(Number(value)) < 2;
}

/** True where a word behind the number may have to go from singular to plural or back: « 1 fichier », « 2 fichiers »; a version counts nothing. */
function changesNumber(target: string, { wanted, old, there }: Trio): boolean {
  if (there.kind === 'name') return false;
  return isSingle(wanted) !== isSingle(old) && /^[\s\u00a0]*\p{Ll}/u.test(target.slice(there.end));
}
