// The table of two columns as it comes back, from whatever program it was corrected in.
import { UserError } from '../errors.ts';
import { type HtmlToken, htmlTokens } from './html-tokens.ts';
import type { OutsideFile, OutsideRow } from './outside.ts';

/** The name of the meta element that says when the table was written. */
export const EXPORTED = 'bitexte-export';

/** Reads the rows of two cells. Throws a UserError (`unknown-format`) for a page without any. */
export function readTableRows(text: string): OutsideFile {
  const reader = new TableReader();
  for (const token of htmlTokens(text)) reader.take(token);
  if (reader.rows.length === 0) {
    const what = 'This is neither XLIFF nor a table of two columns that was exported here.';
    throw new UserError('unknown-format', what, 415);
  }
  return { exportedAt: reader.exportedAt, rows: reader.rows };
}

class TableReader {
  readonly rows: OutsideRow[] = [];
  exportedAt: string | null = null;
  private row: { id: string; cells: string[] } | null = null;
  private cell: string | null = null;
  /** How many elements are open inside what says a state, and is no text. */
  private aside = 0;

  take(token: HtmlToken): void {
    if (token.kind === 'text') this.text(token.text);
    else if (token.kind === 'start') this.start(token);
    else if (token.kind === 'end') this.end(token.name);
  }

  private text(text: string): void {
    if (this.cell !== null && this.aside === 0) this.cell += text.replace(/\s*[\r\n]\s*/g, ' ');
  }

  private start({ name, attributes }: HtmlToken): void {
    const value = (wanted: string) => attributes.find((one) => one.name === wanted)?.value ?? '';
    if (name === 'meta' && value('name') === EXPORTED) this.exportedAt = value('content');
    if (name === 'tr') this.open(value('id'));
    if (name === 'td') this.openCell();
    if (this.aside > 0 && name === 'span') this.aside++;
    else if (name === 'span' && value('class') === 'state') this.aside = 1;
    if (name === 'br' && this.cell !== null && this.aside === 0) this.cell += '\n';
  }

  private end(name: string): void {
    if (name === 'span' && this.aside > 0) this.aside--;
    if (name === 'td') this.closeCell();
    if (name === 'tr') this.close();
  }

  private open(id: string): void {
    this.close();
    this.row = { id, cells: [] };
  }

  private openCell(): void {
    this.closeCell();
    this.aside = 0;
    this.cell = '';
  }

  private closeCell(): void {
    if (this.cell !== null) this.row?.cells.push(this.cell.trim());
    this.cell = null;
  }

  private close(): void {
    this.closeCell();
    const { id = '', cells = [] } = this.row ?? {};
    this.row = null;
    const [source, target] = cells;
    if (cells.length !== 2 || !source || target === undefined) return;
    const number = /^s(\d{1,15})$/.exec(id)?.[1];
    const name = number ?? source.slice(0, 40);
    this.rows.push({
      ...{ id: number ? Number(number) : null, name, source, target },
      codes: null,
      draft: false,
      notes: [],
    });
  }
}
