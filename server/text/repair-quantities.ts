// Repairing quantities: which of the target's says what the source's says, and how the new one is written there.

import { baseLanguage } from './language.ts';
import { type Quantity, type Reading, readNumbers, writeQuantity } from './numbers.ts';
import type { Repairable } from './repair.ts';

/** A stretch of the target (UTF-16 offsets) and what is to stand there. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** What the quantities ask for, and both sources with {@link SLOT} in place of every quantity. */
export interface QuantityEdits {
  edits: Edit[];
  query: string;
  source: string;
}

/** Stands for a quantity where two texts are compared without them. */
export const SLOT = '\ue000';

/** The edits that bring the query's quantities into the target; null where that cannot be done for certain. */
export function quantityEdits(pair: Repairable): QuantityEdits | null {
  const mine = readNumbers(pair.query, pair.from);
  const theirs = readNumbers(pair.source, pair.from);
  if (mine.length !== theirs.length) return null;
  const facing = facingQuantities(theirs, readNumbers(pair.target, pair.to));
  const edits: Edit[] = [];
  for (const [i, wanted] of mine.entries()) {
    const old = theirs[i] as Quantity;
    if (pair.query.slice(wanted.start, wanted.end) === pair.source.slice(old.start, old.end)) continue;
    const there = facing[i];
    if (!there || insideQuotes(pair.source, old.start, old.end)) return null;
    if (wanted.value === old.value && wanted.unit === old.unit) {
      // The same value in other words (« seconde », « secondes ») may be no number at all.
      if (wanted.form === 'words' || old.form === 'words') return null;
      continue;
    }
    const text = rewritten(pair, { wanted, old, there });
    if (text === null) return null;
    edits.push({ start: there.start, end: there.end, text });
  }
  return { edits, query: slotted(pair.query, mine), source: slotted(pair.source, theirs) };
}

/** For each quantity of a source the one of the target that says the same, null where none or several others may. */
function facingQuantities(source: readonly Quantity[], target: readonly Quantity[]): (Quantity | null)[] {
  return source.map((one) => {
    const here = source.filter((other) => saysTheSame(one, other));
    const there = target.filter((other) => saysTheSame(one, other));
    return here.length === there.length ? (there[here.indexOf(one)] ?? null) : null;
  });
}

function saysTheSame(one: Quantity, other: Quantity): boolean {
  const readings = (quantity: Quantity): Reading[] => [quantity, ...(quantity.also ?? [])];
  return readings(one).some((a) => readings(other).some((b) => a.value === b.value && sameUnit(a, b)));
}

/** A plain number on one side may count something on the other, whose word the reader of numbers does not know. */
function sameUnit(a: Reading, b: Reading): boolean {
  return a.unit === b.unit && (a.kind === b.kind || (isPlain(a) && isPlain(b)));
}

function isPlain({ kind }: Reading): boolean {
  return kind === 'cardinal' || kind === 'year';
}

interface Trio {
  wanted: Quantity;
  old: Quantity;
  there: Quantity;
}

/** The wanted quantity as the target writes the one that it replaces; null where that is not certain. */
function rewritten(pair: Repairable, { wanted, old, there }: Trio): string | null {
  const asked = pair.query.slice(wanted.start, wanted.end);
  const before = pair.source.slice(old.start, old.end);
  const piece = pair.target.slice(there.start, there.end);
  if (wanted.approximate || wanted.vague || old.approximate || old.vague) return null;
  if (!isPlain(wanted) || !isPlain(old) ? wanted.kind !== old.kind : changesNumber(pair.target, { wanted, old, there }))
    return null;
  // What is written alike on both sides (a version, a page, a name) stays as it is written.
  const plain = /^[\d.]+$|^\p{L}/u;
  if (piece === before && plain.test(asked) && wanted.form === old.form && wanted.kind !== 'money') return asked;
  if (wanted.kind === 'name' || wanted.kind === 'multiplier') return null;
  const reading = { kind: there.kind, value: wanted.value, ...unitOf(wanted) };
  const sameWords = exchanged(piece, old, wanted) ?? reordered(piece, pair.to, old, wanted);
  if (sameWords === null && isWrittenOut(there, piece)) return null;
  const text = sameWords ?? writeQuantity(reading, pair.to, piece);
  // « la seconde fois » must not become « la 1er fois »: words stay words, digits digits.
  return text !== null && /\d/.test(text) === /\d/.test(piece) ? text : null;
}

const NUMERAL = /\d{1,3}(?:[\s.,'\u2019]\d{3})+(?!\d)|\d+/gu;

/** The piece with nothing but its numeral exchanged ("32-bit" → "64-bit"); null where more than that would have to change. */
function exchanged(piece: string, old: Quantity, wanted: Quantity): string | null {
  const [numeral, ...others] = piece.match(NUMERAL) ?? [];
  const alike = old.kind === wanted.kind && old.unit === wanted.unit && isSingle(old) === isSingle(wanted);
  if (!alike || numeral === undefined || others.length > 0 || numeral.replace(/\D/gu, '') !== old.value) return null;
  const separator = /\D/u.exec(numeral)?.[0];
  if (!/^\d+$/.test(wanted.value) || (wanted.value.length > 3 && separator === undefined)) return null;
  return piece.replace(numeral, wanted.value.replace(/\B(?=(?:\d{3})+$)/g, separator ?? ''));
}

const ORDINALS: Readonly<Record<string, readonly string[]>> = {
  fr: ['premier', 'deuxième', 'troisième', 'quatrième', 'cinquième', 'sixième', 'septième', 'huitième', 'neuvième'],
  en: ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'],
};

/** The piece with its ordinal word, and its year, exchanged (« deuxième trimestre 2025 » → « troisième trimestre 2026 »), or null. */
function reordered(piece: string, to: string, old: Quantity, wanted: Quantity): string | null {
  const words = ORDINALS[baseLanguage(to)] ?? [];
  const [was, now] = [placeOf(old), placeOf(wanted)];
  if (!was || !now || was.rest !== now.rest || (was.year === '') !== (now.year === '')) return null;
  const usual = words[was.place - 1];
  // « le second semestre » : of two, the last one is said so.
  const before = usual === 'deuxième' && piece.includes('second') ? 'second' : usual;
  const after = words[now.place - 1];
  if (!before || !after || piece.split(before).length !== 2) return null;
  // « premier » has a gender, which a quarter and a half-year are sure to have too.
  const gendered = words === ORDINALS['fr'] && (before === words[0] || after === words[0]);
  if (gendered && old.kind !== 'period') return null;
  const named = piece.replace(before, was.rest === 'H' && after === 'deuxième' ? 'second' : after);
  if (was.year === now.year) return named;
  return named.split(was.year).length === 2 ? named.replace(was.year, now.year) : null;
}

/** The place that an ordinal or a period names, what it counts, and its year, '' for none; null for another quantity. */
function placeOf({ kind, value }: Quantity): { year: string; rest: string; place: number } | null {
  const parts = kind === 'period' || kind === 'ordinal' ? /^(?:(\d{4})-)?(\D*)(\d+)$/.exec(value) : null;
  return parts && { year: parts[1] ?? '', rest: parts[2] ?? '', place: Number(parts[3]) };
}

/** A period that is written out (« deuxième trimestre 2025 »), which would read badly with a sign in it (« T3 2026 »). */
function isWrittenOut({ kind }: Quantity, piece: string): boolean {
  return kind === 'period' && /\p{L}{6}/u.test(piece);
}

function isSingle({ value }: Quantity): boolean {
  return Math.abs(Number(value)) < 2;
}

function unitOf({ unit }: Quantity): { unit?: string } {
  return unit === undefined ? {} : { unit };
}

/** True where a word behind the number may have to go from singular to plural or back: « 1 fichier », « 2 fichiers ». */
function changesNumber(target: string, { wanted, old, there }: Trio): boolean {
  return isSingle(wanted) !== isSingle(old) && /^[\s\u00a0]*\p{Ll}/u.test(target.slice(there.end));
}

function slotted(text: string, quantities: readonly Quantity[]): string {
  let out = '';
  let end = 0;
  for (const quantity of quantities) {
    out += `${text.slice(end, quantity.start)}${SLOT}`;
    end = quantity.end;
  }
  return out + text.slice(end);
}

const QUOTED = /\u00ab[^\u00bb]*\u00bb|\u201c[^\u201d]*\u201d|\u2018[^\u2019]*\u2019(?!\p{L})|"[^"]*"/gu;

/** Whether a stretch of a text touches what stands in quotation marks. */
export function insideQuotes(text: string, start: number, end: number): boolean {
  for (const quoted of text.matchAll(QUOTED)) {
    if (quoted.index < end && start < quoted.index + quoted[0].length) return true;
  }
  return false;
}
