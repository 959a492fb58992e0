// Segments as rows.
import type Database from 'better-sqlite3';
import type { Origin, Role, Segment, State } from '../server/model.ts';

/** A segment as a row of {@link SEGMENT_ROWS}. */
export interface SegmentRow {
  id: number;
  article: number;
  block: number;
  n: number;
  role: string;
  source: string;
  codes: string;
  gap: string;
  target: string;
  state: string;
  origin: string | null;
  provenance: string;
  version: number;
  repeats: number | null;
  touched: number;
}

/** The columns of a {@link SegmentRow}, over `segments s JOIN blocks b`. */
export const SEGMENT_ROWS = rowsWith('');

/** The same, with the block of which a segment's own is a stray copy. */
export const SEGMENT_ROWS_OF_COPIES = rowsWith(', b.copy_of AS copyOf');

/** A row of {@link SEGMENT_ROWS_OF_COPIES}. */
export type CopyRow = SegmentRow & { copyOf: number | null };

function rowsWith(more: string): string {
  return `SELECT s.id, s.article, s.block, s.n, b.role, s.source, s.codes, s.gap, s.target, s.state, s.origin,
    s.provenance, s.version, s.repeats, s.touched${more} FROM segments s JOIN blocks b ON b.id = s.block`;
}

/** Reads one segment, or null. For use inside a transaction. */
export function segmentReader(db: Database.Database): (id: number) => Segment | null {
  const one = db.prepare<[number], SegmentRow>(`${SEGMENT_ROWS} WHERE s.id = ?`);
  return (id) => {
    const row = one.get(id);
    return row ? segmentOf(row) : null;
  };
}

/** Turns a row into the noun. */
export function segmentOf(row: SegmentRow): Segment {
  return {
    ...row,
    role: row.role as Role,
    codes: JSON.parse(row.codes),
    state: row.state as State,
    origin: row.origin as Origin | null,
    provenance: JSON.parse(row.provenance),
    touched: row.touched === 1,
  };
}

/** A row of {@link SEGMENT_ROWS} as a list, in the order of its columns. */
type SegmentCells = [
  ...[id: number, article: number, block: number, n: number, role: string, source: string, codes: string, gap: string],
  ...[target: string, state: string, origin: string | null, provenance: string, version: number],
  ...[repeats: number | null, touched: number],
];

/** Reads thousands of segments: naming the columns of each row anew would take as long as all the rest. */
export function articleSegmentsReader(db: Database.Database): (article: number) => Segment[] {
  // The plus keeps to the index that has them in place already.
  const rows = db.prepare<[number], SegmentCells>(`${SEGMENT_ROWS} WHERE s.article = ? AND +s.n > 0 ORDER BY s.place`);
  rows.raw();
  return (article) => rows.all(article).map((cells) => segmentOf(named(cells)));
}

function named(cells: SegmentCells): SegmentRow {
  return {
    id: cells[0],
    article: cells[1],
    block: cells[2],
    n: cells[3],
    role: cells[4],
    source: cells[5],
    codes: cells[6],
    gap: cells[7],
    target: cells[8],
    state: cells[9],
    origin: cells[10],
    provenance: cells[11],
    version: cells[12],
    repeats: cells[13],
    touched: cells[14],
  };
}
