// Articles, the versions of their source, and their blocks.
import type Database from 'better-sqlite3';
import type { Article, ArticleCounts, Role, State } from '../server/model.ts';
import { addArticle } from './add-article.ts';
import { roleSetter } from './roles.ts';
import type { ArticleRow, ArticleStore, StoredBlock } from './stores.ts';
import { sourceVerbs } from './update-article.ts';
import { reading, writing } from './verbs.ts';
import { ftsQuery } from './words.ts';

interface Row {
  id: number;
  title: string;
  from: string;
  to: string;
  format: string;
  desk: number;
  version: number;
  translationOf: string | null;
  address: string | null;
  archived: number;
  confidential: number;
  createdAt: string;
  createdBy: string;
}

const SELECT = `SELECT a.id, a.title, a.source_language AS "from", a.target_language AS "to", a.format, a.desk, a.version,
  a.translation_of AS translationOf, a.address, a.archived, a.confidential, a.created_at AS createdAt, p.name AS createdBy
  FROM articles a JOIN people p ON p.id = a.created_by WHERE a.deleted_at IS NULL`;

/** The articles of a database. */
export function articleStore(db: Database.Database): ArticleStore {
  const withCounts = counter(db);
  const one = db.prepare<[number], Row>(`${SELECT} AND a.id = ?`);
  const all = db.prepare<[number], Row>(`${SELECT} AND a.archived <= ? ORDER BY a.id DESC`);
  const source = db.prepare<[number, number | null], { bytes: Buffer; layout: string; fileName: string | null }>(
    `SELECT s.bytes, s.layout, s.file_name AS fileName FROM sources s JOIN articles a ON a.id = s.article
     WHERE s.article = ? AND s.number = coalesce(?, a.version)`,
  );
  const archive = db.prepare('UPDATE articles SET archived = ? WHERE id = ? AND deleted_at IS NULL');
  const setConfidential = db.prepare('UPDATE articles SET confidential = ? WHERE id = ? AND deleted_at IS NULL');
  const remove = db.prepare('UPDATE articles SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL');
  const undelete = db.prepare('UPDATE articles SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL');
  const found = finder(db);
  return {
    add: writing(db, addArticle(db)),
    ...sourceVerbs(db),
    list: reading(db, (filter) => {
      const rows = all.all(filter?.archived ? 1 : 0);
      const ids = filter?.search === undefined ? null : found(filter.search);
      return rows.filter((row) => !ids || ids.has(row.id)).map(withCounts);
    }),
    get: reading(db, (id) => {
      const row = one.get(id);
      return row ? withCounts(row) : null;
    }),
    blocks: blockReader(db),
    source: reading(db, (id, version) => {
      const row = source.get(id, version ?? null);
      return row ? { bytes: new Uint8Array(row.bytes), layout: JSON.parse(row.layout), fileName: row.fileName } : null;
    }),
    archive: writing(db, (id, archived) => archive.run(archived ? 1 : 0, id).changes > 0),
    setConfidential: writing(db, (id, confidential) => setConfidential.run(confidential ? 1 : 0, id).changes > 0),
    remove: writing(db, (id, at) => remove.run(at, id).changes > 0),
    undelete: writing(db, (id) => undelete.run(id).changes > 0),
    setRole: roleSetter(db),
  };
}

interface BlockRow {
  id: number;
  n: number;
  role: string;
  roleBy: string | null;
  text: string;
  codes: string;
  layout: string;
  copyOf: number | null;
  tail: string;
}

function blockReader(db: Database.Database): ArticleStore['blocks'] {
  const rows = db.prepare<[number], BlockRow>(
    `SELECT b.id, b.n, b.role, b.text, b.codes, b.layout, b.copy_of AS copyOf, b.tail, p.name AS roleBy FROM blocks b
     JOIN articles a ON a.id = b.article AND a.version = b.source_version LEFT JOIN people p ON p.id = b.role_by WHERE b.article = ? ORDER BY b.n`,
  );
  const blockOf = (row: BlockRow): StoredBlock => ({
    ...row,
    role: row.role as Role,
    codes: JSON.parse(row.codes),
    layout: JSON.parse(row.layout),
  });
  return reading(db, (id) => rows.all(id).map(blockOf));
}

type Sum = { state: string; segments: number; words: number; signs: number; repeated: number };

/** Completes an article's row with its counts. */
function counter(db: Database.Database): (row: Row) => ArticleRow {
  const sums = db.prepare<[number], Sum>(
    `SELECT state, count(*) AS segments, sum(words) AS words, sum(signs) AS signs, count(repeats) AS repeated
     FROM segments WHERE article = ? AND n > 0 GROUP BY state`,
  );
  const blocks = db.prepare<[number, number], { paragraphs: number; boilerplate: number }>(
    `SELECT count(*) FILTER (WHERE role <> 'furniture') AS paragraphs, count(*) FILTER (WHERE role = 'furniture') AS boilerplate
     FROM blocks WHERE article = ? AND source_version = ?`,
  );
  return (row) => {
    const { paragraphs, boilerplate } = blocks.get(row.id, row.version) ?? { paragraphs: 0, boilerplate: 0 };
    return { ...articleOf(row), counts: { ...addUp(sums.all(row.id)), paragraphs, boilerplate } };
  };
}

function articleOf(row: Row): Article {
  const [archived, confidential] = [row.archived === 1, row.confidential === 1];
  return { ...row, format: row.format as Article['format'], archived, confidential };
}

function addUp(sums: readonly Sum[]): Omit<ArticleCounts, 'paragraphs' | 'boilerplate'> {
  const states: Record<State, number> = {
    empty: 0,
    suggested: 0,
    draft: 0,
    translated: 0,
    approved: 0,
    rejected: 0,
    omitted: 0,
  };
  const total = { segments: 0, words: 0, signs: 0, repeated: 0 };
  for (const sum of sums) {
    states[sum.state as State] = sum.segments;
    for (const key of ['segments', 'words', 'signs', 'repeated'] as const) total[key] += sum[key];
  }
  return { ...total, states };
}

/** The articles that hold each of the typed words somewhere: in the title, in a source or in a translation. */
function finder(db: Database.Database): (typed: string) => Set<number> | null {
  const holding = db.prepare<[string, string], { id: number }>(
    `SELECT rowid AS id FROM title_words WHERE title_words MATCH ?
     UNION SELECT s.article FROM segment_words w JOIN segments s ON s.id = w.rowid WHERE segment_words MATCH ? AND s.left_with IS NULL`,
  );
  return (typed) => {
    const queries = typed.trim().split(/\s+/).map(ftsQuery);
    if (typed.trim() === '') return null;
    const held = queries
      .filter((query) => query !== null)
      .map((query) => new Set(holding.all(query, query).map((row) => row.id)));
    const [first, ...others] = held;
    return new Set([...(first ?? [])].filter((id) => others.every((ids) => ids.has(id))));
  };
}
