// A text as a typesetter handles it: its characters one by one, the inline codes hung on those they precede.
import type { Code } from '../model.ts';
import type { Form } from './french-forms.ts';
import { pieces } from './inline.ts';
import { MAY_HOLD, NOT_PROSE } from './not-prose.ts';

/** A UTF-16 unit of the text. */
export interface Cell {
  sign: string;
  /** The ends of pairs that stand before it. */
  codes: string;
  /** Not prose: never changed, and to the rules one sign that is neither letter nor space nor mark. */
  sealed: boolean;
}

/** What a rule sees of a sealed cell. */
const SEAL = '\ufffc';

/** Cuts a one-string text into cells; the codes behind its last sign hang on an empty cell. Single codes are sealed. */
export function cellsOf(text: string, codes: readonly Code[]): Cell[] {
  const verbatim = new Set(codes.filter(({ type }) => type === 'code').map(({ id }) => id));
  const cells: Cell[] = [];
  let hanging = '';
  let inside = 0;
  for (const { kind, id, text: written } of pieces(text, codes)) {
    if (kind === 'open' || kind === 'close') {
      if (verbatim.has(id)) inside += kind === 'open' ? 1 : -1;
      hanging += written;
      continue;
    }
    const sealed = kind === 'single' || inside > 0;
    hanging = copy(
      cells,
      kind === 'single' ? [{ sign: written, codes: '', sealed }] : writing(written, sealed),
      hanging,
    );
  }
  if (hanging !== '') cells.push({ sign: '', codes: hanging, sealed: false });
  return seal(cells);
}

/** Marks the cells of addresses, tags, placeholders, code and emoticons. */
function seal(cells: Cell[]): Cell[] {
  const flat = flatOf(cells);
  if (!MAY_HOLD.test(flat)) return cells;
  for (const { index, 0: found } of flat.matchAll(NOT_PROSE))
    for (let at = index; at < index + found.length; at++) (cells[at] as Cell).sealed = true;
  return cells;
}

/** The text without its codes, one UTF-16 unit a cell (an empty last cell has none). */
export function flatOf(cells: readonly Cell[]): string {
  return cells.map(({ sign, sealed }) => (sealed ? SEAL : sign)).join('');
}

/** The one-string text again. */
export function textOfCells(cells: readonly Cell[]): string {
  return cells.map(({ sign, codes }) => codes + sign).join('');
}

/**
 * Sets every match of a form. Codes stay where they stood between what a match and its replacement have alike; those within the rest move before
 * what replaces it. A match never takes a sealed cell in.
 */
export function setForm(given: readonly Cell[], { pattern, fix }: Form): Cell[] {
  const cells = [...given];
  const flat = flatOf(cells);
  const out: Cell[] = [];
  let at = 0;
  let hanging = '';
  for (const found of flat.matchAll(pattern)) {
    const written = fix(found);
    const matched = cells.slice(found.index, found.index + found[0].length);
    if (written === found[0] || matched.some(({ sealed }) => sealed)) continue;
    if (written.length === matched.length) {
      matched.forEach((cell, i) => {
        cells[found.index + i] = { ...cell, sign: written[i] ?? '' };
      });
      continue;
    }
    const [start, end] = alike(found[0], written);
    const replaced = cells.slice(found.index + start, found.index + found[0].length - end);
    hanging = copy(out, cells.slice(at, found.index + start), hanging);
    at = found.index + start + replaced.length;
    hanging += replaced.reduce((codes, cell) => codes + cell.codes, '');
    if (replaced.length === 0) hanging += takeClosings(cells, at);
    hanging = copy(out, writing(written.slice(start, written.length - end)), hanging);
  }
  if (at === 0 && out.length === 0 && hanging === '') return cells;
  hanging = copy(out, cells.slice(at), hanging);
  if (hanging !== '') out.push({ sign: '', codes: hanging, sealed: false });
  return out;
}

/** How many signs two texts begin with alike, and how many of the others they end with alike. */
function alike(one: string, other: string): [number, number] {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return [start, end];
}

/** What is put in stands behind the pairs that close there, and before those that open. */
function takeClosings(cells: Cell[], at: number): string {
  const next = cells[at];
  if (!next) return '';
  const closings = /^(?:<\/\d+>)+/.exec(next.codes)?.[0] ?? '';
  cells[at] = { ...next, codes: next.codes.slice(closings.length) };
  return closings;
}

function writing(text: string, sealed = false): Cell[] {
  return text.split('').map((sign) => ({ sign, codes: '', sealed }));
}

/** Appends cells, the first of them behind the codes that hang over; answers what still hangs. */
function copy(out: Cell[], cells: readonly Cell[], hanging: string): string {
  const [first, ...others] = cells;
  if (!first) return hanging;
  out.push({ ...first, codes: hanging + first.codes });
  for (const cell of others) out.push(cell);
  return '';
}
