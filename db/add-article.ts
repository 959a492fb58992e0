// Stores a new article whole: its file, its blocks and its segments.
import type Database from 'better-sqlite3';
import { versionWriter } from './decide.ts';
import { numberSegments } from './numbering.ts';
import { personByName } from './people.ts';
import type { NewArticle, NewSegment } from './stores.ts';
import { indexed } from './words.ts';

/** Adds an article and answers its id. For use inside a transaction. */
export function addArticle(db: Database.Database): (article: NewArticle) => number {
  const person = personByName(db);
  const insert = db.prepare(
    `INSERT INTO articles (title, source_language, target_language, format, translation_of, address, confidential, created_at, created_by)
     VALUES (@title, @from, @to, @format, @translationOf, @address, @confidential, @at, @person)`,
  );
  const insertTitle = db.prepare('INSERT INTO title_words (rowid, title) VALUES (?, ?)');
  const insertSource = db.prepare(
    'INSERT INTO sources (article, number, bytes, layout, file_name, at, by) VALUES (@id, 1, @bytes, @layout, @fileName, @at, @person)',
  );
  const addBlocks = blockAdder(db);
  const addSegments = segmentAdder(db);
  const addGiven = givenAdder(db);
  const renumber = numberSegments(db);
  return (article) => {
    const { title, from, to, format, translationOf, address = null, fileName, at } = article;
    const by = person(article.by);
    const confidential = article.confidential ? 1 : 0;
    const row = { title, from, to, format, translationOf, address, confidential, at, person: by };
    const id = Number(insert.run(row).lastInsertRowid);
    const layout = json(article.layout);
    insertTitle.run(id, title);
    insertSource.run({ id, bytes: article.bytes, layout, fileName, at, person: by });
    const ids = addSegments(id, article.segments, addBlocks(id, 1, article.blocks));
    addGiven(article, ids, by);
    renumber(id);
    return id;
  };
}

/** Adds the blocks of one version of a source; answers their ids in order. For use inside a transaction. */
export function blockAdder(
  db: Database.Database,
): (article: number, version: number, blocks: NewArticle['blocks']) => number[] {
  const insert = db.prepare(
    `INSERT INTO blocks (article, source_version, n, role, text, codes, layout, tail, role_by)
     VALUES (@article, @version, @n, @role, @text, @codes, @layout, @tail, @roleBy)`,
  );
  const person = personByName(db);
  const link = db.prepare('UPDATE blocks SET copy_of = ? WHERE id = ?');
  return (article, version, blocks) => {
    const ids = blocks.map(({ role, text, codes, layout, tail, roleBy }, i) => {
      const row = { article, version, n: i + 1, role, text, codes: json(codes), layout: json(layout), tail };
      return Number(insert.run({ ...row, roleBy: roleBy ? person(roleBy) : null }).lastInsertRowid);
    });
    // A copy may stand before what it repeats, so the links follow when all blocks have their ids.
    blocks.forEach((block, i) => {
      if (block.copyOf !== null) link.run(at(ids, block.copyOf), ids[i]);
    });
    return ids;
  };
}

function segmentAdder(db: Database.Database): AddSegments {
  const add = segmentInserter(db);
  return (article, segments, blocks) => {
    const ids: number[] = [];
    segments.forEach((segment, i) => {
      const block = at(blocks, segment.block);
      const repeats = segment.repeats === null ? null : at(ids, segment.repeats);
      ids.push(add({ article, place: i + 1, version: 1 }, { ...segment, block, repeats }, segment.given?.target));
    });
    return ids;
  };
}

type AddSegments = (article: number, segments: NewArticle['segments'], blocks: readonly number[]) => number[];

/** Writes the first versions that a bilingual file brings along. */
function givenAdder(db: Database.Database): (article: NewArticle, ids: readonly number[], by: number) => void {
  const write = versionWriter(db);
  return ({ segments, fileName, at: time }, ids, by) => {
    segments.forEach((segment, i) => {
      const { given, source, codes, repeats } = segment;
      if (!given) return;
      const file = fileName === null ? {} : { file: fileName };
      const follows = given.origin === 'propagated' && repeats !== null ? { follows: at(ids, repeats) } : {};
      const provenance = { ...file, ...given.provenance, ...follows };
      const version = { ...given, segment: at(ids, i), provenance };
      write({ source, codes, target: given.target }, version, by, time);
    });
  };
}

/**
 * Adds one segment and answers its id; `block` and `repeats` are ids, `version` is the source version that brings it. It is
 * found by the words of `target`, which the caller writes as its first version: to index a row again costs more than all else.
 */
export function segmentInserter(
  db: Database.Database,
): (where: { article: number; place: number; version: number }, segment: NewSegment, target?: string) => number {
  const insert = db.prepare(
    `INSERT INTO segments (article, block, place, n, source, key, codes, gap, words, signs, repeats, arrived_with)
     VALUES (@article, @block, @place, 0, @source, @key, @codes, @gap, @words, @signs, @repeats, @version)`,
  );
  const words = db.prepare('INSERT INTO segment_words (rowid, source, target) VALUES (?, ?, ?)');
  return (where, segment, target = '') => {
    const { lastInsertRowid } = insert.run({ ...where, ...withoutGiven(segment), codes: json(segment.codes) });
    const id = Number(lastInsertRowid);
    words.run(id, indexed(segment.source, segment.codes), indexed(target, segment.codes));
    return id;
  };
}

function withoutGiven({ given: _, ...segment }: NewSegment): Omit<NewSegment, 'given'> {
  return segment;
}

/** What an index into a list of ids names. Throws for one that names nothing: that is a bug. */
export function at(ids: readonly number[], index: number): number {
  const id = ids[index];
  if (id === undefined) throw new Error(`index ${index} names nothing that stands before it`);
  return id;
}

/** JSON for a column. `undefined` has none; a format that keeps no layout means null. */
export function json(value: unknown): string {
  return JSON.stringify(value ?? null);
}
