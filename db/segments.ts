// Segments: their current state, their history, and the decisions that write both.
import type Database from 'better-sqlite3';
import type { Version } from '../server/model.ts';
import { decider } from './decide.ts';
import { personByName } from './people.ts';
import { recutVerbs } from './recut.ts';
import {
  articleSegmentsReader,
  type CopyRow,
  SEGMENT_ROWS,
  SEGMENT_ROWS_OF_COPIES,
  type SegmentRow,
  segmentOf,
  segmentReader,
} from './segment-rows.ts';
import type { Draft, SegmentStore } from './stores.ts';
import { reading, writing } from './verbs.ts';

/** The segments of a database. */
export function segmentStore(db: Database.Database): SegmentStore {
  const read = segmentReader(db);
  const inPlace = db.prepare<[number, number], SegmentRow>(
    `${SEGMENT_ROWS} WHERE s.article = ? AND s.n = ? AND s.n > 0`,
  );
  return {
    of: reading(db, articleSegmentsReader(db)),
    get: reading(db, read),
    at: reading(db, (article, n) => {
      const row = inPlace.get(article, n);
      return row ? segmentOf(row) : null;
    }),
    beside: besideReader(db),
    sameSource: sameSourceReader(db),
    versions: versionReader(db),
    decide: decider(db),
    ...recutVerbs(db),
    ...draftVerbs(db),
  };
}

/** Reads a segment with its neighbours, however long the article is. */
function besideReader(db: Database.Database): SegmentStore['beside'] {
  const one = db.prepare<[number], CopyRow>(`${SEGMENT_ROWS_OF_COPIES} WHERE s.id = ? AND s.n > 0`);
  // The sentences of a copy and of what it repeats answer each other by their order.
  const repeated = db.prepare<{ id: number; block: number; original: number }, SegmentRow>(
    `${SEGMENT_ROWS} WHERE s.block = @original AND s.n > 0 ORDER BY s.place LIMIT 1
     OFFSET (SELECT count(*) FROM segments WHERE block = @block AND n BETWEEN 1 AND (SELECT n - 1 FROM segments WHERE id = @id))`,
  );
  const neighbour = (where: string) => {
    const row = db.prepare<SegmentRow, SegmentRow>(
      `${SEGMENT_ROWS} WHERE s.article = @article AND s.n > 0 AND b.copy_of IS NULL AND ${where} LIMIT 1`,
    );
    return (segment: SegmentRow) => {
      const found = row.get(segment);
      return found ? segmentOf(found) : null;
    };
  };
  const before = neighbour('s.place < (SELECT place FROM segments WHERE id = @id) ORDER BY s.place DESC');
  const behind = neighbour('s.place > (SELECT place FROM segments WHERE id = @id) ORDER BY s.place');
  return reading(db, (id) => {
    const row = one.get(id);
    if (!row) return null;
    const { copyOf, ...own } = row;
    const stands = copyOf === null ? own : repeated.get({ id, block: own.block, original: copyOf });
    if (!stands) return { stands: segmentOf(own), previous: null, next: null };
    return { stands: segmentOf(stands), previous: before(stands), next: behind(stands) };
  });
}

/** Reads segments with their repetitions, however long the article is. */
function sameSourceReader(db: Database.Database): SegmentStore['sameSource'] {
  const rows = db.prepare<[string], CopyRow>(
    `WITH firsts AS MATERIALIZED (SELECT coalesce(repeats, id) AS id FROM segments WHERE id IN (SELECT value FROM json_each(?)))
     ${SEGMENT_ROWS_OF_COPIES} WHERE s.n > 0 AND s.id IN
       (SELECT id FROM firsts UNION SELECT r.id FROM firsts JOIN segments r ON r.repeats = firsts.id) ORDER BY s.n`,
  );
  return reading(db, (ids) => {
    const found = rows.all(JSON.stringify(ids));
    return {
      segments: found.map(({ copyOf: _, ...row }) => segmentOf(row)),
      copies: new Map(found.flatMap(({ block, copyOf }) => (copyOf === null ? [] : [[block, copyOf]]))),
    };
  });
}

type VersionRow = Omit<Version, 'codes' | 'provenance'> & { codes: string; provenance: string };

function versionReader(db: Database.Database): SegmentStore['versions'] {
  const rows = db.prepare<[number], VersionRow>(
    `SELECT v.segment, v.number, v.source_version AS sourceVersion, v.source, v.codes, v.target, v.state, v.origin,
       v.provenance, p.name AS author, v.at, v.note
     FROM versions v JOIN people p ON p.id = v.author WHERE v.segment = ? ORDER BY v.number`,
  );
  const versionOf = (row: VersionRow): Version => ({
    ...row,
    codes: JSON.parse(row.codes),
    provenance: JSON.parse(row.provenance),
  });
  return reading(db, (segment) => rows.all(segment).map(versionOf));
}

function draftVerbs(db: Database.Database): Pick<SegmentStore, 'saveDraft' | 'drafts' | 'dropDraft'> {
  const person = personByName(db);
  const save = db.prepare(
    `INSERT INTO drafts (segment, person, text, based_on, at) VALUES (@segment, @person, @text, @basedOn, @at)
     ON CONFLICT DO UPDATE SET text = excluded.text, based_on = excluded.based_on, at = excluded.at`,
  );
  const ofArticle = db.prepare<[number, string], Draft>(
    `SELECT d.segment, p.name AS "by", d.text, d.based_on AS basedOn, d.at FROM drafts d
     JOIN people p ON p.id = d.person JOIN segments s ON s.id = d.segment
     WHERE s.article = ? AND p.name = ? ORDER BY s.place`,
  );
  const drop = db.prepare('DELETE FROM drafts WHERE segment = ? AND person = (SELECT id FROM people WHERE name = ?)');
  return {
    saveDraft: writing(db, ({ by, ...draft }) => void save.run({ ...draft, person: person(by) })),
    drafts: reading(db, (article, by) => ofArticle.all(article, by)),
    dropDraft: writing(db, (segment, by) => void drop.run(segment, by)),
  };
}
