// Inline codes in one string: `<1>…</1>` for a pair, `<2/>` for a single code. The numbers are chosen so that none of
// these forms occurs literally in the text; what looks like a code but is not in the list is text. Nothing is escaped.
import type { Code } from '../model.ts';

/** A run of text, or one end of a code, with its UTF-16 offsets in the string. */
export interface Piece {
  kind: 'text' | 'open' | 'close' | 'single';
  /** The code's number; 0 for text. */
  id: number;
  start: number;
  end: number;
  /** The string's own characters from start to end. */
  text: string;
}

const FORM = /<(\/?)(\d{1,9})(\/?)>/g;

/** Reads a one-string text into pieces that join back to it exactly. Forms that no code of the list has are text. */
export function pieces(text: string, codes: readonly Code[]): Piece[] {
  const kinds = new Map(codes.map((code) => [code.id, code.kind]));
  const out: Piece[] = [];
  let at = 0;
  const push = (kind: Piece['kind'], id: number, start: number, end: number) =>
    out.push({ kind, id, start, end, text: text.slice(start, end) });
  if (codes.length > 0) {
    for (const found of text.matchAll(FORM)) {
      const kind = formKind(found, kinds);
      if (!kind) continue;
      if (found.index > at) push('text', 0, at, found.index);
      at = found.index + found[0].length;
      push(kind, Number(found[2]), found.index, at);
    }
  }
  if (at < text.length) push('text', 0, at, text.length);
  return out;
}

function formKind(found: RegExpMatchArray, kinds: Map<number, Code['kind']>): Piece['kind'] | null {
  const [, slash, number = '', single] = found;
  const kind = number.startsWith('0') ? undefined : kinds.get(Number(number));
  if (kind === 'single') return single && !slash ? 'single' : null;
  if (kind === 'pair') return single ? null : slash ? 'close' : 'open';
  return null;
}

/** The text without its codes, and for each of its UTF-16 units (and its end) the offset in the coded string. */
export function plain(text: string, codes: readonly Code[]): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let out = '';
  let end = 0;
  for (const piece of pieces(text, codes)) {
    end = piece.end;
    if (piece.kind !== 'text') continue;
    out += piece.text;
    for (let i = piece.start; i < piece.end; i++) offsets.push(i);
  }
  offsets.push(out === '' ? end : (offsets.at(-1) ?? 0) + 1);
  return { text: out, offsets };
}

/** The text without its codes. */
export function withoutCodes(text: string, codes: readonly Code[]): string {
  if (codes.length === 0) return text;
  return pieces(text, codes)
    .filter((piece) => piece.kind === 'text')
    .map((piece) => piece.text)
    .join('');
}

/** Numbers from 1 upward for the codes of a text, leaving out each whose forms would occur in it literally. */
export function* freeNumbers(...literals: string[]): Generator<number, never> {
  const taken = literalNumbers(...literals);
  for (let n = 1; ; n++) if (!taken.has(n)) yield n;
}

/** The numbers whose forms occur in texts literally. */
export function literalNumbers(...literals: string[]): Set<number> {
  const taken = new Set<number>();
  for (const literal of literals) for (const found of literal.matchAll(FORM)) taken.add(Number(found[2]));
  return taken;
}

/** The codes that occur in a text, in the order of their first appearance. */
export function codesIn(text: string, codes: readonly Code[]): Code[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const seen = new Map<number, Code>();
  for (const piece of pieces(text, codes)) {
    const code = byId.get(piece.id);
    if (code) seen.set(code.id, code);
  }
  return [...seen.values()];
}

/** Writes a text with its codes under other numbers. A code without a number in `to` is left out with its markup. */
export function renumber(text: string, codes: readonly Code[], to: ReadonlyMap<number, number>): string {
  return pieces(text, codes)
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      const id = to.get(piece.id);
      return id === undefined ? '' : form(piece.kind, id);
    })
    .join('');
}

/** One end of a code as it is written in the string. */
export function form(kind: 'open' | 'close' | 'single', id: number): string {
  return kind === 'open' ? `<${id}>` : kind === 'close' ? `</${id}>` : `<${id}/>`;
}

/**
 * A source and its target under numbers in order of appearance in the source (codes that only the target has follow),
 * so that equal sentences of different articles are the same string. Numbers that either text holds literally are
 * skipped.
 */
export function canonical(source: string, target: string, codes: readonly Code[]): Canonical {
  if (codes.length === 0) return { source, target, codes: [] };
  const used = [...codesIn(source, codes), ...codesIn(target, codes)];
  const numbers = freeNumbers(withoutCodes(source, codes), withoutCodes(target, codes));
  const to = new Map<number, number>();
  const renamed: Code[] = [];
  for (const code of used) {
    if (to.has(code.id)) continue;
    const id = numbers.next().value;
    to.set(code.id, id);
    renamed.push({ id, kind: code.kind, type: code.type, native: code.native });
  }
  return { source: renumber(source, codes, to), target: renumber(target, codes, to), codes: renamed };
}

/** What {@link canonical} answers. */
export interface Canonical {
  source: string;
  target: string;
  codes: Code[];
}

/** A piece of a block: its one string, the codes in it, and the white space before it. */
export interface Cut {
  text: string;
  codes: Code[];
  gap: string;
}

/**
 * Cuts a block at UTF-16 offsets of its *plain* text. White space at a cut becomes the gap of the piece after it; `tail`
 * is what is left behind the last piece. A pair that a cut crosses is closed before it and goes on behind it under a new
 * number. {@link joinCuts} gives the block back exactly. A text of white space and codes alone gives one cut, or none.
 */
export function cutBlock(
  text: string,
  codes: readonly Code[],
  breaks: readonly number[],
): { cuts: Cut[]; tail: string } {
  const numbers = freeAfter(text, codes);
  const open: Code[] = [];
  const cuts: Cut[] = [];
  let gap = '';
  for (const raw of slicesAt(text, codeOffsets(text, codes, breaks))) {
    const body = raw.trim();
    if (body === '') {
      gap += raw;
      continue;
    }
    const lead = raw.length - raw.trimStart().length;
    cuts.push(balance(body, codes, open, numbers, gap + raw.slice(0, lead)));
    gap = raw.slice(lead + body.length);
  }
  return { cuts, tail: gap };
}

function slicesAt(text: string, offsets: readonly number[]): string[] {
  const edges = [0, ...offsets, text.length];
  return edges.slice(1).map((end, i) => text.slice(edges[i], end));
}

/** Where the breaks of the plain text fall in the coded string: behind the last code that closes there, before any that opens. */
function codeOffsets(text: string, codes: readonly Code[], breaks: readonly number[]): number[] {
  if (codes.length === 0) return [...breaks];
  const flat = plain(text, codes);
  const parts = pieces(text, codes);
  return breaks.map((at) => {
    const before = flat.text.slice(0, at).trimEnd().length;
    const rest = flat.text.slice(at);
    const after = at + rest.length - rest.trimStart().length;
    const from = before === 0 ? 0 : (flat.offsets[before - 1] ?? 0) + 1;
    const to = flat.offsets[after] ?? text.length;
    const between = parts.filter((piece) => piece.kind !== 'text' && piece.start >= from && piece.end <= to);
    const closing = between.findLast((piece) => piece.kind === 'close');
    return closing?.end ?? between[0]?.start ?? from;
  });
}

function* freeAfter(text: string, codes: readonly Code[]): Generator<number, never> {
  const highest = Math.max(0, ...codes.map((code) => code.id));
  for (const n of freeNumbers(text)) if (n > highest) yield n;
  throw new Error('numbers never end: this is a bug');
}

/** Makes one slice whole: reopens what was open before it, closes what is open behind it. `open` is carried along. */
function balance(
  body: string,
  codes: readonly Code[],
  open: Code[],
  numbers: Generator<number, never>,
  gap: string,
): Cut {
  const carried = new Map<number, Code>();
  for (const code of open) carried.set(code.id, { ...code, id: numbers.next().value, continues: code.id });
  const name = (id: number) => carried.get(id)?.id ?? id;
  let text = [...carried.values()].map((code) => form('open', code.id)).join('');
  for (const piece of pieces(body, codes)) {
    text += piece.kind === 'text' ? piece.text : form(piece.kind, name(piece.id));
    if (piece.kind === 'open') open.push(codes.find((code) => code.id === piece.id) as Code);
    if (piece.kind === 'close') dropLast(open, piece.id);
  }
  text += open
    .toReversed()
    .map((code) => form('close', name(code.id)))
    .join('');
  return { text, codes: codesIn(text, [...codes, ...carried.values()]), gap };
}

function dropLast(open: Code[], id: number): void {
  const at = open.findLastIndex((code) => code.id === id);
  if (at >= 0) open.splice(at, 1);
}

/** Joins the pieces of a block: a pair that goes on in the next piece, with nothing but space between, is one pair again. */
export function joinCuts(cuts: readonly Cut[], tail = ''): string {
  let out = '';
  const all = new Map<number, Code>();
  for (const cut of cuts) {
    for (const code of cut.codes) all.set(code.id, code);
    const merged = meet(out, cut, all);
    out = merged.before + cut.gap + merged.after;
  }
  return out + tail;
}

/** Takes away the closing and opening ends that only the cut between two pieces had made. */
function meet(out: string, cut: Cut, all: ReadonlyMap<number, Code>): { before: string; after: string } {
  const names = new Map(cut.codes.map((code) => [code.id, code.id]));
  const root = (id: number) => all.get(id)?.continues ?? id;
  let before = out;
  let skipped = 0;
  const openings: Piece[] = [];
  for (const piece of pieces(cut.text, cut.codes)) {
    if (piece.kind !== 'open' || all.get(piece.id)?.continues === undefined) break;
    openings.push(piece);
  }
  // The last opening meets the first closing: count how many of the outermost pairs were only cut.
  const closings = trailingCloses(out, all);
  const shared = sharedPairs(openings, closings, root);
  for (let i = 0; i < shared; i++) {
    const opening = openings[i] as Piece;
    const closing = closings[closings.length - 1 - i] as Piece;
    names.set(opening.id, closing.id);
    skipped = opening.end;
    before = out.slice(0, closing.start);
  }
  return { before, after: renumber(cut.text.slice(skipped), cut.codes, names) };
}

function trailingCloses(out: string, all: ReadonlyMap<number, Code>): Piece[] {
  const parts = pieces(out, [...all.values()]);
  const from = parts.findLastIndex((piece) => piece.kind !== 'close') + 1;
  return parts.slice(from);
}

function sharedPairs(openings: readonly Piece[], closings: readonly Piece[], root: (id: number) => number): number {
  let shared = 0;
  while (shared < openings.length && shared < closings.length) {
    const closing = closings[closings.length - 1 - shared] as Piece;
    if (root(closing.id) !== root((openings[shared] as Piece).id)) break;
    shared++;
  }
  // All closings inside the outermost shared one must be shared too, or the pairs would cross.
  return shared;
}
