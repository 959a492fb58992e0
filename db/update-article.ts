// A later version of an article's source: its file, its blocks, and what becomes of its segments, all or nothing.
import type Database from 'better-sqlite3';
import { at, blockAdder, json, segmentInserter } from './add-article.ts';
import { versionWriter } from './decide.ts';
import { numberSegments } from './numbering.ts';
import { personByName } from './people.ts';
import { segmentReader } from './segment-rows.ts';
import type { ArticleStore, ArticleUpdate, LaterSegment, SourceRow } from './stores.ts';
import { reading, writing } from './verbs.ts';
import { indexed } from './words.ts';

/** The verbs `update` and `sourcesAt`. */
export function sourceVerbs(db: Database.Database): Pick<ArticleStore, 'update' | 'sourcesAt'> {
  return { update: writing(db, updater(db)), sourcesAt: sourceReader(db) };
}

function updater(db: Database.Database): (update: ArticleUpdate) => boolean {
  const isCurrent = currency(db);
  const person = personByName(db);
  const addSource = sourceAdder(db);
  const addBlocks = blockAdder(db);
  const place = segmentPlacer(db);
  const write = versionWriter(db);
  // Furniture, which nobody counts, leaves with its blocks.
  const leave = db.prepare(
    `UPDATE segments SET left_with = @version, n = 0, repeats = NULL WHERE article = @article AND left_with IS NULL
     AND block NOT IN (SELECT id FROM blocks WHERE article = @article AND source_version = @version)`,
  );
  const renumber = numberSegments(db);
  return (update) => {
    if (!isCurrent(update)) return false;
    const by = person(update.by);
    const version = update.basedOn + 1;
    addSource(update, version, by);
    const blocks = addBlocks(update.article, version, update.blocks);
    const ids: number[] = [];
    update.segments.forEach((segment, i) => {
      const row = {
        ...segment,
        block: at(blocks, segment.block),
        repeats: segment.repeats === null ? null : at(ids, segment.repeats),
      };
      const placed = place({ article: update.article, place: i + 1, version }, row);
      ids.push(placed.id);
      if (segment.next) write(placed.before, { ...segment.next, segment: placed.id }, by, update.at);
    });
    leave.run({ article: update.article, version });
    renumber(update.article);
    return true;
  };
}

function currency(db: Database.Database): (update: ArticleUpdate) => boolean {
  const article = db.prepare<[number], { version: number }>(
    'SELECT version FROM articles WHERE id = ? AND deleted_at IS NULL',
  );
  const segment = db.prepare<[number], { version: number; leftWith: number | null }>(
    'SELECT version, left_with AS leftWith FROM segments WHERE id = ?',
  );
  const stands = (id: number, basedOn: number) => {
    const row = segment.get(id);
    return row?.version === basedOn && row.leftWith === null;
  };
  return (update) =>
    article.get(update.article)?.version === update.basedOn &&
    update.segments.every(({ id, basedOn }) => id === null || stands(id, basedOn)) &&
    update.gone.every(({ id, basedOn }) => stands(id, basedOn));
}

function sourceAdder(db: Database.Database): (update: ArticleUpdate, version: number, by: number) => void {
  const insert = db.prepare(
    'INSERT INTO sources (article, number, bytes, layout, file_name, at, by) VALUES (@article, @version, @bytes, @layout, @fileName, @at, @by)',
  );
  const raise = db.prepare(
    'UPDATE articles SET version = @version, translation_of = @translationOf WHERE id = @article',
  );
  return ({ article, bytes, fileName, layout, at: time, translationOf }, version, by) => {
    insert.run({ article, version, bytes, layout: json(layout), fileName, at: time, by });
    raise.run({ article, version, translationOf });
  };
}

type Placed = { id: number; before: { source: string; codes: LaterSegment['codes']; target: string } };
type Place = (where: { article: number; place: number; version: number }, segment: LaterSegment) => Placed;

/** Brings a stored segment to its later source and place, or adds a new one. */
function segmentPlacer(db: Database.Database): Place {
  const add = segmentInserter(db);
  const read = segmentReader(db);
  const keep = db.prepare('INSERT OR IGNORE INTO earlier_sources (segment, until, source, codes) VALUES (?, ?, ?, ?)');
  const update = db.prepare(
    `UPDATE segments SET block = @block, place = @place, source = @source, key = @key, codes = @codes, gap = @gap,
       words = @words, signs = @signs, repeats = @repeats WHERE id = @id`,
  );
  const words = db.prepare('INSERT OR REPLACE INTO segment_words (rowid, source, target) VALUES (?, ?, ?)');
  return (where, segment) => {
    const { source, codes } = segment;
    const stored = segment.id === null ? null : read(segment.id);
    if (!stored) return { id: add(where, segment), before: { source, codes, target: '' } };
    const { basedOn: _, next: __, ...row } = segment;
    update.run({ ...row, place: where.place, codes: json(codes) });
    if (stored.source !== source || json(stored.codes) !== json(codes)) {
      keep.run(stored.id, where.version - 1, stored.source, json(stored.codes));
      words.run(stored.id, indexed(source, codes), indexed(stored.target, codes));
    }
    return { id: stored.id, before: { source, codes, target: stored.target } };
  };
}

interface Row {
  segment: number;
  n: number;
  source: string;
  codes: string;
  arrived: number;
  left: number | null;
}

function sourceReader(db: Database.Database): ArticleStore['sourcesAt'] {
  const rows = db.prepare<[number], Row>(
    `SELECT s.id AS segment, s.n, s.source, s.codes, s.arrived_with AS arrived, s.left_with AS left FROM segments s
     JOIN blocks b ON b.id = s.block WHERE s.article = ? AND b.role <> 'furniture' ORDER BY s.place, s.id`,
  );
  const earlier = db.prepare<[number, number], { source: string; codes: string }>(
    'SELECT source, codes FROM earlier_sources WHERE segment = ? AND until >= ? ORDER BY until LIMIT 1',
  );
  const sourceAt = (row: Row, version: number) =>
    row.arrived > version || (row.left !== null && row.left <= version)
      ? null
      : (earlier.get(row.segment, version) ?? { source: row.source, codes: row.codes });
  return reading(db, (id, from, to) =>
    rows.all(id).flatMap((row): SourceRow[] => {
      const [before, after] = [sourceAt(row, from), sourceAt(row, to)];
      if (!before && !after) return [];
      const codes = (side: { codes: string } | null) => JSON.parse(side?.codes ?? '[]');
      const [codesBefore, codesAfter] = [codes(before), codes(after)];
      const { segment, n } = row;
      return [{ segment, n, before: before?.source ?? null, after: after?.source ?? null, codesBefore, codesAfter }];
    }),
  );
}
