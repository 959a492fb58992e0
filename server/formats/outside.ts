// What an outside translator's file says: an XLIFF that we wrote, or the table of two columns.
import type { Code } from '../model.ts';
import { decode } from './decode.ts';
import { readDocxTable } from './docx-table.ts';
import { readTableRows } from './html-table.ts';
import { refuseOthers, sniffFormat } from './sniff.ts';
import { XLIFF_LIMITS } from './xliff-names.ts';
import { readXliff } from './xliff-read.ts';
import type { XliffSegment } from './xliff-units.ts';
import { eventsOf, localName } from './xml.ts';
import { isZip } from './zip.ts';

/** A file that has come back. */
export interface OutsideFile {
  /** When we wrote it, ISO 8601, as it still says; null where it does not. */
  exportedAt: string | null;
  /**
   * What it shows where nobody has translated anything: nothing, suggestions (a table does), or sources too (a table with
   * its empty targets filled, or one that does not say any more whether they were).
   */
  echoes: 'nothing' | 'suggestions' | 'sources';
  rows: OutsideRow[];
}

/** What a file says of one segment. */
export interface OutsideRow {
  /** The segment's id; null where the file names none that is a number. */
  id: number | null;
  /** How the file itself calls it, for people. */
  name: string;
  source: string;
  /** '' where it has no translation. */
  target: string;
  /** The codes of both; null where the texts are written with the article's own. */
  codes: Code[] | null;
  /** Whether the file says that its translation is only begun; null where it does not say. */
  begun: boolean | null;
  /** Whether its owner has locked it; absent where a file says nothing of the kind. */
  locked?: boolean;
  notes: { text: string; by: string | null }[];
}

/** Reads a file by what it is. Throws a UserError for what is neither XLIFF nor a table of ours. */
export function readOutside(bytes: Uint8Array, fileName: string | null): OutsideFile {
  const name = fileName ?? 'the file';
  if (isZip(bytes)) return readDocxTable(bytes, name);
  const { text } = decode(bytes, name);
  refuseOthers(text, name);
  if (sniffFormat(text, fileName) !== 'xliff') return readTableRows(text);
  const rows = readXliff(text).flatMap((unit) => (unit.translate ? unit.segments.map(rowOf) : []));
  return { exportedAt: exportedAt(text), echoes: 'nothing', rows };
}

function rowOf(segment: XliffSegment): OutsideRow {
  const { id, source, target, codes, notes, begun, locked } = segment;
  const number = /^s?([1-9]\d{0,14})(\/.*)?$/.exec(id)?.[1];
  // A suggestion is ours, and nobody has said anything to it.
  const spoken = segment.state === 'suggested' || segment.state === 'omitted' ? '' : target;
  return { id: number ? Number(number) : null, name: id, source, target: spoken, codes, begun, locked, notes };
}

/** The time that our writers leave in the header: a phase of 1.2, metadata of 2.x. Other tools change neither. */
function exportedAt(text: string): string | null {
  let inDate = false;
  for (const event of eventsOf(text, XLIFF_LIMITS)) {
    if (event.kind === 'text' && inDate) return event.text;
    if (event.kind !== 'open') continue;
    const { attributes } = event;
    const name = localName(event.name);
    if (name === 'trans-unit' || name === 'unit') return null;
    if (name === 'phase' && attributes['phase-name'] === 'export') return attributes['date'] ?? null;
    inDate = name === 'meta' && attributes['type'] === 'date';
  }
  return null;
}
