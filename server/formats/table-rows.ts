// Cuts a text into the rows and cells of a table. Commas follow RFC 4180. Tabs are written in two ways: by spreadsheets,
// which put quotes around cells, and by hand, where a quote is a quote; the text itself says which.

import { UserError } from '../errors.ts';

/** Whether commas (or semicolons) or tabs stand between cells. */
export type TableKind = 'csv' | 'tsv';

/** A row, and the line (from 1) on which it begins. */
export interface Row {
  cells: string[];
  line: number;
}

/** The longest row in UTF-16 units. In a longer one, a quote that never closes is taken as a sign like any other. */
const LONGEST_ROW = 1_000_000;

/** The rows of a table that comes in pieces. A byte order mark is left out; blank lines are rows of one empty cell. */
export async function* rowsOf(pieces: Iterable<string> | AsyncIterable<string>, kind: TableKind): AsyncGenerator<Row> {
  const cutter = new RowCutter(kind);
  let first = true;
  for await (const piece of pieces) {
    cutter.rest += first ? piece.replace(/^\ufeff/, '') : piece;
    first = false;
    // Without a whole line nothing can be cut, and the kind of separator cannot be told.
    if (cutter.rest.length > 64 * 1024) yield* cutter.cut(false);
  }
  yield* cutter.cut(true);
}

/** Cuts rows from the beginning of a text that grows at its end. */
class RowCutter {
  rest = '';
  private readonly kind: TableKind;
  private line = 1;
  private table: Table | null = null;

  constructor(kind: TableKind) {
    this.kind = kind;
  }

  /** As many whole rows as the text holds, each when it is wanted; all of it at its end. */
  *cut(end: boolean): Generator<Row> {
    this.table ??= tableOf(this.rest, this.kind);
    let used = 0;
    while (used < this.rest.length) {
      const row = cutRow(this.rest, used, this.table);
      const waits = row.open && this.rest.length - used < LONGEST_ROW;
      if (!end && (row.end >= this.rest.length || waits)) break;
      yield { cells: row.cells, line: this.line };
      this.line += row.lines;
      used = row.end;
    }
    this.rest = this.rest.slice(used);
    if (this.rest.length > 2 * LONGEST_ROW) throw tooLong(this.line);
  }
}

function tooLong(line: number): UserError {
  const what = `line ${line} is longer than ${LONGEST_ROW} characters, which is no row of segments`;
  return new UserError('row-too-long', `${what}. Bring TMX, XLIFF, TSV or CSV.`, 413);
}

/** How a table is written: its separator, and the cells of its first line. */
interface Table {
  separator: string;
  width: number;
}

/** What a file that is called CSV parts its cells by is what stands oftenest in its first line: French spreadsheets write semicolons. */
function tableOf(text: string, kind: TableKind): Table {
  const head = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const times = (sign: string) => head.split(sign).length - 1;
  const tags = /^[a-z-]{2,10}([,;])[a-z-]{2,10}\s*$/i.exec(head);
  const [oftenest = ','] = [',', ';', '\t'].sort((a, b) => times(b) - times(a));
  const separator = kind === 'csv' ? oftenest : (tags?.[1] ?? '\t');
  return { separator, width: times(separator) + 1 };
}

interface CutRow {
  cells: string[];
  /** Where the next row begins. */
  end: number;
  /** How many line ends it took. */
  lines: number;
  /** Whether a quote in it found no end in the text so far. */
  open: boolean;
}

function cutRow(text: string, start: number, table: Table): CutRow {
  const { separator } = table;
  const cells: string[] = [];
  let at = start;
  let [lines, open] = [1, false];
  for (;;) {
    const quoted = text[at] === '"' ? quotedCell(text, at, table) : null;
    if (quoted === 'open') open = true;
    if (quoted !== null && quoted !== 'open') {
      cells.push(quoted.text);
      lines += quoted.lines;
      at = quoted.end;
    } else {
      const from = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
      cells.push(text.slice(from, at));
    }
    if (text[at] === separator) at++;
    else return { cells, lines, open, end: text.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, text.length) };
  }
}

interface QuotedCell {
  text: string;
  end: number;
  lines: number;
}

/**
 * A cell in quotes; null where the quote only opens a quotation: text stands behind the closing one. In a table of tabs a
 * cell counts as quoted where quotes were needed (a doubled one, a tab, a line end), for « "Hello." » is a text too.
 */
function quotedCell(text: string, start: number, table: Table): QuotedCell | 'open' | null {
  let end = start + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) return 'open';
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const behind = text[end + 1];
  if (behind !== undefined && behind !== table.separator && behind !== '\n' && behind !== '\r') return null;
  const inside = text.slice(start + 1, end);
  if (table.separator === '\t' && !inside.includes('""') && !holdsTogether(inside, table, text, start)) return null;
  return { text: inside.replaceAll('""', '"'), end: end + 1, lines: inside.split(/\r\n|\n|\r/).length - 1 };
}

/** Whether quotes hold together lines that are no rows of their own, or a tab that would make the row too wide. */
function holdsTogether(inside: string, { width }: Table, text: string, start: number): boolean {
  if (/[\r\n]/.test(inside)) return !inside.includes('\t');
  if (!inside.includes('\t')) return false;
  const from = Math.max(text.lastIndexOf('\n', start), text.lastIndexOf('\r', start)) + 1;
  const [row = ''] = text.slice(from, from + LONGEST_ROW).split(/[\r\n]/, 1);
  return row.split('\t').length > width;
}
