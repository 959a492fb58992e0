// The table of two columns as it comes back, from whatever program it was corrected in.
import { UserError } from '../errors.ts';
import { type HtmlToken, htmlTokens } from './html-tokens.ts';
import type { OutsideFile, OutsideRow } from './outside.ts';
import { EXPORTED, segmentOfRow, tableFile } from './table-back.ts';

/** Reads the rows of two cells. Throws a UserError (`unknown-format`) for a page without any. */
export function readTableRows(text: string): OutsideFile {
  const reader = new TableReader();
  // Millions of signs without a row are not worth the reading.
  if (/<tr[\s>]/i.test(text)) for (const token of htmlTokens(text)) reader.take(token);
  reader.close();
  if (reader.rows.length === 0) {
    const what = 'This is neither XLIFF nor a table of two columns that was exported here.';
    throw new UserError('unknown-format', what, 415);
  }
  return tableFile(reader.mark, reader.rows);
}

class TableReader {
  readonly rows: OutsideRow[] = [];
  mark = '';
  private row: { name: string; cells: string[] } | null = null;
  private cell: string | null = null;

  take(token: HtmlToken): void {
    if (token.kind === 'text') this.text(token.text);
    else if (token.kind === 'start') this.start(token);
    else if (token.kind === 'end') this.end(token.name);
  }

  private text(text: string): void {
    if (this.cell !== null) this.cell += text.replace(/\s*[\r\n]\s*/g, ' ');
  }

  private start({ name, attributes }: HtmlToken): void {
    const value = (wanted: string) => attributes.find((one) => one.name === wanted)?.value ?? '';
    if (name === 'meta' && value('name') === EXPORTED) this.mark = value('content');
    if (name === 'tr') this.open(value('id'));
    if (name === 'td') this.openCell();
    if (name === 'br' && this.cell !== null) this.cell += '\n';
    // Word makes paragraphs of what stands in a cell.
    if ((name === 'p' || name === 'div') && this.cell?.trim()) this.cell += '\n';
  }

  private end(name: string): void {
    if (name === 'td') this.closeCell();
    if (name === 'tr') this.close();
  }

  private open(name: string): void {
    this.close();
    this.row = { name, cells: [] };
  }

  private openCell(): void {
    this.closeCell();
    this.cell = '';
  }

  private closeCell(): void {
    if (this.cell !== null) this.row?.cells.push(this.cell.trim());
    this.cell = null;
  }

  /** Ends the row that is open; a page may leave the ends of its rows out. */
  close(): void {
    this.closeCell();
    const segment = this.row && segmentOfRow({ ...this.row, notes: [] });
    this.row = null;
    if (segment) this.rows.push(segment);
  }
}
