// Terms as a table: a column for each language, `forbidden`, `note`; several words of a cell have ` | ` between them.
import { UserError } from '../errors.ts';
import type { Read } from './bilingual.ts';
import { type Row, rowsOf, type TableKind } from './table-rows.ts';
import { type FileTerm, gathered, type TermFile } from './terms.ts';

const TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i;

interface Columns {
  from: string;
  to: string;
  places: { source: number; target: number; forbidden: number; note: number };
}

/**
 * Reads a table of terms (CSV by RFC 4180 with commas or semicolons, or TSV) whose first row names its columns: the tag
 * of the source language, that of the target language, and where they stand `forbidden` and `note`. Other columns are
 * not read. Throws a UserError (`bad-terms`) for another first row.
 */
export async function readTermsTable(text: string, kind: TableKind): Promise<TermFile> {
  const read: Read<FileTerm & { at: string }>[] = [];
  let columns: Columns | null = null;
  for await (const row of rowsOf([text], kind)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    if (columns === null) columns = columnsOf(row);
    else read.push({ kind: 'unit', unit: termOf(row, columns) });
  }
  return gathered(read);
}

function columnsOf({ cells }: Row): Columns {
  const names = cells.map((cell) => cell.trim());
  const places = names.flatMap((name, i) => (TAG.test(name) ? [i] : []));
  const [source, target] = places;
  const [from, to] = [names[source ?? -1], names[target ?? -1]];
  const low = names.map((name) => name.toLowerCase());
  if (source === undefined || target === undefined || from === undefined || to === undefined || from === to)
    throw new UserError(
      'bad-terms',
      'the first row does not name the source and the target language: begin the file with a row such as fr,en,forbidden,note',
    );
  return { from, to, places: { source, target, forbidden: low.indexOf('forbidden'), note: low.indexOf('note') } };
}

function termOf({ cells, line }: Row, { from, to, places }: Columns): FileTerm & { at: string } {
  const cell = (name: keyof Columns['places']) => (cells[places[name]] ?? '').trim();
  const words = (name: keyof Columns['places']) =>
    cell(name)
      .split('|')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  const note = cell('note') || null;
  const lists = { targets: words('target'), forbidden: words('forbidden') };
  return { from, to, source: cell('source'), ...lists, note, at: `line ${line}` };
}

/** Writes terms of one direction as CSV (RFC 4180) that {@link readTermsTable} reads back. Line ends are CR LF. */
export function writeTermsCsv(terms: readonly FileTerm[], { from, to }: { from: string; to: string }): string {
  const rows = terms.map(({ source, targets, forbidden, note }) => [
    source,
    targets.join(' | '),
    forbidden.join(' | '),
    note ?? '',
  ]);
  return [[from, to, 'forbidden', 'note'], ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
