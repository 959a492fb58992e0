// How a quantity that takes another one's place is written: as the target writes the old one, or not at all.
import { baseLanguage } from './language.ts';
import { type Quantity, type Reading, readNumbers, writeQuantity } from './numbers.ts';
import type { Repairable } from './repair.ts';
import { redated, retimed } from './repair-dates.ts';
import { inDigits, inWords, reordered, reshared, respelled } from './repair-spelling.ts';
import { NBSP } from './typography.ts';

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
  if (!isPlain(wanted) || !isPlain(old) ? wanted.kind !== old.kind : changesNumber(pair, trio)) return null;
  // What is written alike on both sides (a version, a page, a name) stays as it is written; « six » and « second » are words of either.
  const plain = /^[\d.]+$|^\p{L}/u;
  const isWritten = wanted.form === old.form && wanted.form !== 'words' && wanted.kind !== 'money';
  if (piece === before && plain.test(asked) && isWritten) return asked;
  if (wanted.kind === 'name') return renumbered(pair.target, trio, asked, before);
  if (wanted.kind === 'multiplier') return null;
  const text = written(pair, trio, piece);
  return text !== null && /^\p{Lu}/u.test(piece) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const LAST_NUMBER = /\d+$/;

/** The number of a product's name where the target has the name and its number apart: « L’iPhone 16 ». */
function renumbered(target: string, { there }: Trio, asked: string, before: string): string | null {
  const [now, was] = [asked, before].map((name) => LAST_NUMBER.exec(name)?.[0]);
  const name = before.replace(LAST_NUMBER, '');
  if (now === undefined || was === undefined || asked.replace(LAST_NUMBER, '') !== name) return null;
  const isThere = target.slice(0, there.start).endsWith(name) && target.slice(there.start, there.end) === was;
  return isThere ? now : null;
}

function written(pair: Repairable, trio: Trio, piece: string): string | null {
  const { wanted, old } = trio;
  const language = baseLanguage(pair.to);
  const changedForm = wanted.form !== old.form && trio.there.form === old.form;
  if (changedForm) return wanted.form === 'digits' ? inDigits(piece, language, trio) : inWords(piece, language, trio);
  const numeral = exchanged(piece, language, trio) ?? remeasured(piece, pair.to, trio);
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
function exchanged(piece: string, language: string, { wanted, old }: Trio): string | null {
  const [numeral, ...others] = piece.match(NUMERAL) ?? [];
  const alike =
    old.kind === wanted.kind && old.unit === wanted.unit && isSingle(old, language) === isSingle(wanted, language);
  if (!alike || numeral === undefined || others.length > 0 || numeral.replace(/\D/gu, '') !== old.value) return null;
  if (old.kind === 'ordinal' || old.kind === 'century') return null;
  const separator = /\D/u.exec(numeral)?.[0];
  if (!/^\d+$/.test(wanted.value) || (wanted.value.length > 3 && separator === undefined)) return null;
  return piece.replace(numeral, wanted.value.replace(/\B(?=(?:\d{3})+$)/g, separator ?? ''));
}

const DECIMAL = /\d+(?:[.,]\d+)?/gu;

/** A measure with nothing but its numeral exchanged, decimals among them: "a 6.1-inch screen", « 14 pouces »; null where that is not certain. */
function remeasured(piece: string, to: string, { wanted, old }: Trio): string | null {
  const [numeral, ...others] = piece.match(DECIMAL) ?? [];
  if (old.kind !== 'measure' || wanted.kind !== 'measure' || old.unit !== wanted.unit) return null;
  // From a thousand on digits may stand in groups or not.
  if (
    numeral === undefined ||
    others.length > 0 ||
    numeral.replace(',', '.') !== old.value ||
    Number(old.value) >= 1000
  )
    return null;
  if (isSingle(old, baseLanguage(to)) !== isSingle(wanted, baseLanguage(to))) return null;
  const now = writeQuantity({ kind: 'cardinal', value: wanted.value }, to);
  return now === null || !/^[\d\s\u00a0\u202f.,]+$/u.test(now) ? null : piece.replace(numeral, now);
}

/** The wanted quantity as the language writes it, where the target has the old one as the language writes that. */
function anew(to: string, piece: string, { wanted, old, there }: Trio): string | null {
  const reading = ({ value, unit }: Quantity): Reading => ({ kind: there.kind, value, ...(unit ? { unit } : {}) });
  const text = writeQuantity(reading(wanted), to, piece);
  if (text === null || /\d/.test(text) !== /\d/.test(piece)) return null;
  if (there.kind === 'money' && wanted.unit === old.unit) return inItsCurrency(to, piece, wanted, text);
  const before = writeQuantity(reading(old), to, piece);
  return isFree(there) || (before !== null && spaceless(before) === spaceless(piece)) ? text : null;
}

const CURRENCY = /(?<=[\s\u00a0\u202f'\u2019])\p{L}{3,}s$|\p{Sc}$/u;

/** An amount with its currency behind it as the target has it, « 949 euros » or « 949 $ »; `text` where that says so already. */
function inItsCurrency(to: string, piece: string, { value, unit }: Quantity, text: string): string | null {
  const [currency] = CURRENCY.exec(piece) ?? [];
  if (currency === undefined || text.endsWith(currency)) return text;
  const number = Number(value) < 2 ? null : writeQuantity({ kind: 'cardinal', value }, to);
  const amount = number && `${number}${baseLanguage(to) === 'fr' ? NBSP : ' '}${currency}`;
  const [read] = amount === null ? [] : readNumbers(amount, to);
  return read?.unit === unit && read?.value === value ? amount : null;
}

/** Amounts are written in many ways that a reader takes for one; calendars, parts and units (« pouces », "-inch") are not. */
function isFree({ kind }: Quantity): boolean {
  return kind === 'cardinal' || kind === 'percent' || kind === 'money' || kind === 'year';
}

function spaceless(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/gu, '').toLowerCase();
}

/** Whether a language counts so much in the singular: in English one alone, « 0 fichier » and « 1,5 million » in French. */
function isSingle({ value }: Quantity, language: string): boolean {
  const size = Math.abs(Number(value));
  return language === 'en' ? size === 1 : size < 2;
}

/** True where a word behind the number may have to go from singular to plural or back: « 1 fichier », « 2 fichiers »; a version counts nothing. */
function changesNumber({ target, to }: Repairable, { wanted, old, there }: Trio): boolean {
  if (there.kind === 'name') return false;
  const language = baseLanguage(to);
  return isSingle(wanted, language) !== isSingle(old, language) && /^[\s\u00a0]*\p{Ll}/u.test(target.slice(there.end));
}
