// Inline elements of bilingual formats and our one string: marks of both sides become one list of codes, and back.
import { UserError } from '../errors.ts';
import type { Code } from '../model.ts';
import { form, freeNumbers, literalNumbers, pieces } from '../text/inline.ts';

/** What a side of a unit is made of: text, and marks between it. */
export type Run = string | Mark;

/** One end of a pair, or a single code, as a file has it. */
export interface Mark {
  end: 'open' | 'close' | 'single';
  /** Ties the two ends of a pair together inside one side. */
  pair: string;
  /** Ties the same code of several sides together. */
  name: string;
  /** '' where the file does not say. */
  type: string;
  native: string;
}

/** The sides as one-string texts over one list of codes. */
export interface Assembled {
  texts: string[];
  codes: Code[];
  /** For each code's number the marks it was first made of. */
  marks: ReadonlyMap<number, { open: Mark | null; close: Mark | null }>;
}

interface Named {
  code: Code;
  open: Mark | null;
  close: Mark | null;
  wanted: number | null;
}

/**
 * Gives the marks of all sides numbers of one list: marks of the same name and kind are the same code, and a number that
 * a name already is stays where no text holds it literally. An end without its other end is a single code, unless
 * another side has the pair. Throws a UserError (`refused-xml`) for more codes than any text has.
 */
export function assemble(sides: readonly (readonly Run[])[]): Assembled {
  const plain = plainTexts(sides);
  if (plain) return { texts: plain, codes: [], marks: NO_MARKS };
  if (sides.some((side) => side.length > MOST_RUNS))
    throw new UserError('refused-xml', `A text has more than ${MOST_RUNS / 2} inline codes.`);
  const found = new Map<string, Named>();
  const resolved = sides.map(tellPairs);
  foldCopies(resolved);
  for (const side of resolved) for (const item of side) if (typeof item !== 'string') meet(found, item);
  settleHalves(resolved, found);
  const named = inOrder(resolved, found);
  const literals = sides.map((side) => side.map((run) => (typeof run === 'string' ? run : '')).join(''));
  numberAll(named, literals);
  return {
    texts: resolved.map((side) => side.map((item) => (typeof item === 'string' ? item : formOf(item, found))).join('')),
    codes: named.map(({ code }) => code),
    marks: new Map(named.map(({ code, open, close }) => [code.id, { open, close }])),
  };
}

/** Runs of one side beyond which a file is refused. */
const MOST_RUNS = 10_000;

const NO_MARKS: Assembled['marks'] = new Map();

/** The texts of sides without a mark, as most are; null where one has any. */
function plainTexts(sides: readonly (readonly Run[])[]): string[] | null {
  const texts: string[] = [];
  for (const side of sides) {
    let text = '';
    for (const run of side) {
      if (typeof run !== 'string') return null;
      text = text === '' ? run : text + run;
    }
    texts.push(text);
  }
  return texts;
}

/** A mark with what it turned out to be. `half` is an end whose other end is missing. */
interface Resolved {
  mark: Mark;
  kind: 'pair' | 'half' | 'single';
  key: string;
}

function tellPairs(side: readonly Run[]): (string | Resolved)[] {
  const open = new Map<string, Resolved[]>();
  const times = new Map<string, number>();
  return side.map((mark) => {
    if (typeof mark === 'string') return mark;
    const waiting = mark.end === 'close' ? open.get(mark.pair)?.pop() : undefined;
    if (waiting) {
      waiting.kind = 'pair';
      return { mark, kind: 'pair', key: waiting.key };
    }
    const item: Resolved = { mark, kind: mark.end === 'single' ? 'single' : 'half', key: keyOf(mark, times) };
    if (mark.end === 'open') wait(open, mark.pair, item);
    return item;
  });
}

function wait<K, T>(waiting: Map<K, T[]>, key: K, item: T): void {
  const alike = waiting.get(key);
  if (alike) alike.push(item);
  else waiting.set(key, [item]);
}

/** The same name again in one side is another code, and the same as the other side's again. */
function keyOf(mark: Mark, times: Map<string, number>): string {
  const name = `${mark.end === 'single' ? 's' : 'p'} ${mark.name}`;
  const time = times.get(name) ?? 0;
  times.set(name, time + 1);
  return time === 0 ? name : `${name}#${time}`;
}

/** A code that another side has more often than the first side is the first side's code again, copied. */
function foldCopies([first = [], ...others]: readonly (string | Resolved)[][]): void {
  let own: Set<string> | null = null;
  for (const side of others) {
    for (const item of side) {
      if (typeof item === 'string' || !item.key.includes('#')) continue;
      own ??= new Set(first.map((one) => (typeof one === 'string' ? '' : one.key)));
      const once = item.key.replace(/#\d+$/, '');
      if (!own.has(item.key) && own.has(once)) item.key = once;
    }
  }
}

function meet(found: Map<string, Named>, item: Resolved): void {
  if (item.kind === 'half') return;
  const { mark, key } = item;
  const known = found.get(key);
  if (!known) {
    const native = mark.end === 'close' ? { open: '', close: mark.native } : { open: mark.native, close: '' };
    const kind = item.kind === 'pair' ? 'pair' : 'single';
    const wanted = /^[1-9]\d{0,8}$/.test(mark.name) ? Number(mark.name) : null;
    const [open, close] = mark.end === 'close' ? [null, mark] : [mark, null];
    found.set(key, { code: { id: 0, kind, type: mark.type || 'other', native }, open, close, wanted });
  } else if (mark.end === 'close' && !known.close) {
    known.close = mark;
    known.code.native.close = mark.native;
  }
}

function halvesOf(sides: readonly (string | Resolved)[][]): Resolved[] {
  const halves: Resolved[] = [];
  for (const side of sides)
    for (const item of side) if (typeof item !== 'string' && item.kind === 'half') halves.push(item);
  return halves;
}

/** Ends without their other end: of a pair that another side has, or single codes. */
function settleHalves(sides: readonly (string | Resolved)[][], found: Map<string, Named>): void {
  for (const item of halvesOf(sides)) {
    if (found.get(item.key)?.code.kind === 'pair') item.kind = 'pair';
    else {
      item.kind = 'single';
      item.key = `${item.mark.end} ${item.key}`;
      meet(found, item);
      const named = found.get(item.key);
      if (named && item.mark.end === 'close') named.code.native = { open: item.mark.native, close: '' };
    }
  }
}

function inOrder(sides: readonly (string | Resolved)[][], found: ReadonlyMap<string, Named>): Named[] {
  const named = new Set<Named>();
  for (const side of sides) {
    for (const item of side) {
      const one = typeof item === 'string' ? undefined : found.get(item.key);
      if (one) named.add(one);
    }
  }
  return [...named];
}

function numberAll(named: readonly Named[], literals: readonly string[]): void {
  const taken = new Set<number>();
  const literal = literalNumbers(...literals);
  for (const { code, wanted } of named) {
    if (wanted === null || taken.has(wanted) || literal.has(wanted)) continue;
    code.id = wanted;
    taken.add(wanted);
  }
  const numbers = freeNumbers(...literals);
  for (const { code } of named) {
    while (code.id === 0) {
      const next = numbers.next().value;
      if (!taken.has(next)) code.id = next;
    }
  }
}

function formOf(item: Resolved, found: ReadonlyMap<string, Named>): string {
  const id = found.get(item.key)?.code.id ?? 0;
  return form(item.kind === 'single' ? 'single' : item.mark.end, id);
}

/** One piece of a text to be written: text, or a code's end, and whether its other end stands in the same text. */
export type Written = { kind: 'text'; text: string } | { kind: Mark['end']; code: Code; whole: boolean; time: number };

/** A one-string text in pieces to be written. `time` counts the occurrences of the same code, from 0. */
export function written(text: string, codes: readonly Code[]): Written[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const open = new Map<number, Exclude<Written, { kind: 'text' }>[]>();
  const times = new Map<number, number>();
  return pieces(text, codes).map((piece): Written => {
    const code = byId.get(piece.id);
    if (piece.kind === 'text' || !code) return { kind: 'text', text: piece.text };
    const other = piece.kind === 'close' ? open.get(code.id)?.pop() : undefined;
    const time = other?.time ?? times.get(code.id) ?? 0;
    if (!other) times.set(code.id, time + 1);
    if (other) other.whole = true;
    const item = { kind: piece.kind, code, whole: piece.kind === 'single' || other !== undefined, time };
    if (piece.kind === 'open') wait(open, code.id, item);
    return item;
  });
}
