// Splits and joins: pieces of one block change hands, and the histories stay reachable.
import type Database from 'better-sqlite3';
import { NotFound } from '../server/errors.ts';
import type { Segment } from '../server/model.ts';
import { json, segmentInserter } from './add-article.ts';
import { Stale, staleAsValue, versionWriter } from './decide.ts';
import { numberSegments } from './numbering.ts';
import { personByName } from './people.ts';
import { segmentReader } from './segment-rows.ts';
import type { Piece, Recut, SegmentStore } from './stores.ts';
import { reading, writing } from './verbs.ts';
import { indexed } from './words.ts';

/** The verbs `recut` and `lineage`. */
export function recutVerbs(db: Database.Database): Pick<SegmentStore, 'recut' | 'lineage'> {
  const lineage = db.prepare<{ segment: number }, { cameFrom: number; how: 'split' | 'join' }>(
    `WITH RECURSIVE line(cameFrom, how, depth) AS (
       SELECT came_from, how, 1 FROM lineage WHERE segment = @segment
       UNION SELECT l.came_from, l.how, depth + 1 FROM line JOIN lineage l ON l.segment = line.cameFrom WHERE depth < 100
     ) SELECT cameFrom, how FROM line WHERE cameFrom <> @segment GROUP BY cameFrom ORDER BY min(depth), cameFrom`,
  );
  return {
    recut: staleAsValue(writing(db, recutter(db))),
    lineage: reading(db, (segment) => lineage.all({ segment })),
  };
}

function recutter(db: Database.Database) {
  const current = currentReader(db);
  const person = personByName(db);
  const change = pieceWriter(db);
  const split = splitter(db);
  const leave = db.prepare(
    'UPDATE segments SET n = 0, left_with = (SELECT version FROM articles WHERE id = segments.article) WHERE id = ?',
  );
  const release = repetitionReleaser(db);
  const descend = db.prepare('INSERT OR IGNORE INTO lineage (segment, came_from, how, at, by) VALUES (?, ?, ?, ?, ?)');
  const renumber = numberSegments(db);
  return (recut: Recut) => {
    const segment = current(recut.segment, recut.basedOn);
    const { second, at } = recut;
    const by = person(recut.by);
    release(segment.id);
    change(segment.id, recut.first, by, at);
    if (second.how === 'join') {
      const taken = current(second.segment, second.basedOn);
      release(taken.id);
      leave.run(taken.id);
      descend.run(segment.id, taken.id, 'join', at, by);
    }
    const added = second.how === 'split' ? split(segment, second.piece, by, at) : null;
    if (added !== null) descend.run(added, segment.id, 'split', at, by);
    renumber(segment.article);
    const left = [segment.id, ...(added === null ? [] : [added])];
    return { kind: 'written' as const, segments: left.map((id) => current(id)) };
  };
}

function currentReader(db: Database.Database): (id: number, basedOn?: number) => Segment {
  const read = segmentReader(db);
  return (id, basedOn) => {
    const segment = read(id);
    if (!segment) throw new NotFound(`there is no segment ${id}`);
    if (basedOn !== undefined && (segment.version !== basedOn || segment.n === 0)) throw new Stale(segment);
    return segment;
  };
}

function pieceWriter(db: Database.Database): (id: number, piece: Piece, by: number, at: string) => void {
  const update = db.prepare(
    `UPDATE segments SET source = @source, key = @key, codes = @codes, gap = @gap, words = @words, signs = @signs,
       repeats = NULL WHERE id = @id`,
  );
  const words = db.prepare('INSERT OR REPLACE INTO segment_words (rowid, source, target) VALUES (?, ?, ?)');
  const write = versionWriter(db);
  return (id, { next, ...piece }, by, at) => {
    const { source, codes } = piece;
    update.run({ ...piece, codes: json(codes), id });
    words.run(id, indexed(source, codes), indexed(next.target, codes));
    write({ source, codes, target: next.target }, { ...next, segment: id }, by, at);
  };
}

function splitter(db: Database.Database): (segment: Segment, piece: Piece, by: number, at: string) => number {
  const where = db.prepare<[number], { place: number; version: number }>(
    'SELECT s.place, a.version FROM segments s JOIN articles a ON a.id = s.article WHERE s.id = ?',
  );
  const shift = db.prepare('UPDATE segments SET place = place + 1 WHERE article = ? AND place > ?');
  const add = segmentInserter(db);
  const write = versionWriter(db);
  return ({ id, article, block }, { next, ...piece }, by, at) => {
    const { place = 0, version = 1 } = where.get(id) ?? {};
    shift.run(article, place);
    const added = add({ article, place: place + 1, version }, { ...piece, block, repeats: null });
    write({ source: piece.source, codes: piece.codes, target: '' }, { ...next, segment: added }, by, at);
    return added;
  };
}

/** Lets the repetitions of a segment follow the first among themselves. */
function repetitionReleaser(db: Database.Database): (segment: number) => void {
  const first = db.prepare<[number], { id: number }>(
    'SELECT id FROM segments WHERE repeats = ? ORDER BY place LIMIT 1',
  );
  const others = db.prepare('UPDATE segments SET repeats = @first WHERE repeats = @segment AND id <> @first');
  const free = db.prepare('UPDATE segments SET repeats = NULL WHERE id = @first');
  return (segment) => {
    const heir = first.get(segment)?.id;
    if (heir === undefined) return;
    others.run({ first: heir, segment });
    free.run({ first: heir });
  };
}
