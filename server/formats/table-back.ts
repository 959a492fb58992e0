// What a table of two columns says when it has come back, in whatever form.
import type { BilingualOptions } from './bilingual.ts';
import type { OutsideFile, OutsideRow } from './outside.ts';

/** Where a table says when it was written, and whether filled: the name of a meta element, or of a document's own property. */
export const EXPORTED = 'bitexte-export';

/** What stands under {@link EXPORTED}. */
export function exportMark({ head, fillEmpty }: BilingualOptions): string {
  return fillEmpty ? `${head.at} filled` : head.at;
}

/** A table that has come back; `mark` is what stood under {@link EXPORTED}, '' where a program dropped it. */
export function tableFile(mark: string, rows: OutsideRow[]): OutsideFile {
  const [at = '', filled] = mark.trim().split(' ');
  return { exportedAt: at === '' ? null : at, echoes: at === '' || filled ? 'sources' : 'suggestions', rows };
}

/** A row of a table: the name that it has (`s12` for segment 12, '' where a program dropped it), its cells, its remarks. */
export interface BackRow {
  name: string;
  cells: readonly string[];
  notes: OutsideRow['notes'];
}

const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** The row as a segment; null for one that is none: it has not two cells, or no source, or names the languages. */
export function segmentOfRow({ name, cells, notes }: BackRow): OutsideRow | null {
  const [source, target] = cells.map((cell) => cell.trim());
  if (cells.length !== 2 || !source || target === undefined) return null;
  // The row of headings, which not every program marks as such.
  if (name === '' && TAG.test(source) && TAG.test(target)) return null;
  const id = /^s(\d{1,15})$/.exec(name)?.[1];
  return {
    ...{ id: id ? Number(id) : null, name: id ?? source.slice(0, 40), source, target },
    ...{ codes: null, begun: null, notes },
  };
}
