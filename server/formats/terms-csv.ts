// Terms as a table: a column for each language, `forbidden`, `note`, and where a desk has them `part of speech`, `gloss`,
// `short`, `keep`; several words of a cell have ` | ` between them.
import { UserError } from '../errors.ts';
import { type Row, rowsOf, type TableKind } from './table-rows.ts';
import { type FileTerm, propertiesOf, type TermFile, TermGathering } from './terms.ts';

const TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i;

/** The columns beside the languages, by the name that the first row has. */
const NAMED = {
  forbidden: 'forbidden',
  note: 'note',
  partOfSpeech: 'part of speech',
  gloss: 'gloss',
  short: 'short',
  keep: 'keep',
};
type Place = 'source' | 'target' | keyof typeof NAMED;

interface Columns {
  from: string;
  to: string;
  places: Record<Place, number>;
}

/**
 * Reads a table of terms (CSV by RFC 4180 with commas or semicolons, or TSV) whose first row names its columns: the tag
 * of the source language, that of the target language, and where they stand `forbidden`, `note`, `part of speech`,
 * `gloss` (the first mention), `short` (the later ones) and `keep` (any text: never translated). Other columns are not read. Throws a UserError (`bad-terms`) for another first row, (`too-large`) for more entries than {@link TermGathering} takes.
 */
export async function readTermsTable(text: string, kind: TableKind): Promise<TermFile> {
  const gathering = new TermGathering();
  let columns: Columns | null = null;
  for await (const row of rowsOf([text], kind)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    if (columns === null) columns = columnsOf(row);
    else gathering.take({ kind: 'unit', unit: termOf(row, columns) });
  }
  return gathering.file();
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
  const named = Object.fromEntries(Object.entries(NAMED).map(([place, name]) => [place, low.indexOf(name)]));
  return { from, to, places: { source, target, ...(named as Record<keyof typeof NAMED, number>) } };
}

function termOf({ cells, line }: Row, { from, to, places }: Columns): FileTerm & { line: number } {
  const cell = (name: keyof Columns['places']) => (cells[places[name]] ?? '').trim();
  const words = (name: keyof Columns['places']) =>
    cell(name)
      .split('|')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  const note = cell('note') || null;
  const source = cell('source');
  const keep = cell('keep') === '' ? undefined : true;
  const targets = keep && words('target').length === 0 ? [source] : words('target');
  const said = propertiesOf({ partOfSpeech: cell('partOfSpeech'), gloss: cell('gloss'), short: cell('short'), keep });
  return { from, to, source, targets, forbidden: words('forbidden'), note, ...said, line };
}

/** Writes terms of one direction as CSV (RFC 4180) that {@link readTermsTable} reads back. Line ends are CR LF. */
export function writeTermsCsv(terms: readonly FileTerm[], { from, to }: { from: string; to: string }): string {
  const more = (['partOfSpeech', 'gloss', 'short', 'keep'] as const).filter((name) => terms.some((term) => term[name]));
  const rows = terms.map((term) => [
    term.source,
    term.targets.join(' | '),
    term.forbidden.join(' | '),
    ...more.map((name) => (name === 'keep' ? (term.keep ? 'yes' : '') : (term[name] ?? ''))),
    term.note ?? '',
  ]);
  const head = [from, to, 'forbidden', ...more.map((name) => NAMED[name]), 'note'];
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
