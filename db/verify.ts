// What the integrity checks say of a database: SQLite's own, and what this program relies on.
import type Database from 'better-sqlite3';
import { schemaOf } from './migrate.ts';
import type { Upkeep } from './stores.ts';
import { reading } from './verbs.ts';

/** Each finds rows that break a promise; `says` completes "N …". */
const PROMISES: { says: string; sql: string }[] = [
  {
    says: 'segments differ from the newest row of their history',
    sql: `SELECT count(*) AS n FROM segments s LEFT JOIN versions v ON v.segment = s.id AND v.number = s.version
      WHERE (s.version = 0 AND (s.state <> 'empty' OR s.target <> ''))
        OR (s.version > 0 AND (v.number IS NULL OR v.target <> s.target OR v.state <> s.state OR v.origin IS NOT s.origin))
        OR EXISTS (SELECT 1 FROM versions later WHERE later.segment = s.id AND later.number > s.version)`,
  },
  {
    says: 'segments have gaps in their history',
    sql: `SELECT count(*) AS n FROM segments s WHERE s.version <> (SELECT count(*) FROM versions v WHERE v.segment = s.id)`,
  },
  {
    says: 'articles have blocks out of order',
    sql: `SELECT count(*) AS n FROM (SELECT article FROM blocks GROUP BY article, source_version
      HAVING max(n) <> count(*) OR min(n) <> 1)`,
  },
  {
    says: 'articles lack the version of the source that they are at',
    sql: `SELECT count(*) AS n FROM articles a
      WHERE NOT EXISTS (SELECT 1 FROM sources s WHERE s.article = a.id AND s.number = a.version)`,
  },
  {
    says: 'articles have segments out of order',
    sql: `SELECT count(*) AS n FROM (SELECT article FROM segments WHERE n > 0 GROUP BY article
      HAVING max(n) <> count(*) OR count(DISTINCT n) <> count(*))`,
  },
  {
    says: 'segments stand in a block of another article',
    sql: `SELECT count(*) AS n FROM segments s JOIN blocks b ON b.id = s.block WHERE b.article <> s.article`,
  },
  {
    says: 'segments taught more than one unit that stands',
    sql: `SELECT count(*) AS n FROM (SELECT segment FROM units WHERE segment IS NOT NULL AND gone = 0
      GROUP BY segment HAVING count(*) > 1)`,
  },
  {
    says: 'units cannot be found by their words',
    sql: `SELECT count(*) AS n FROM units WHERE gone = 0 AND id NOT IN (SELECT id FROM unit_words_docsize)`,
  },
  {
    says: 'words belong to no unit',
    sql: `SELECT count(*) AS n FROM unit_words_docsize WHERE id NOT IN (SELECT id FROM units)`,
  },
  {
    says: 'segments cannot be found by their words',
    sql: `SELECT count(*) AS n FROM segments WHERE id NOT IN (SELECT id FROM segment_words_docsize)`,
  },
  {
    says: 'imports have lost units',
    sql: `SELECT count(*) AS n FROM imports i WHERE i.units <>
      (SELECT count(*) FROM units u WHERE u.import = i.id) + (SELECT count(*) FROM claims c WHERE c.import = i.id)`,
  },
];

const COUNTED = ['articles', 'segments', 'versions', 'units', 'imports', 'terms', 'people', 'jobs'] as const;

/** The verb `verify`: problems are English sentences, `counts` rows by table, deleted ones included. */
export function verifier(db: Database.Database): Upkeep['verify'] {
  return reading(db, () => {
    const problems = [...damage(db), ...brokenReferences(db), ...brokenPromises(db)];
    const counts: Record<string, number> = {};
    for (const table of COUNTED) counts[table] = count(db, `SELECT count(*) AS n FROM ${table}`);
    return { ok: problems.length === 0, problems, counts, schema: schemaOf(db) };
  });
}

function damage(db: Database.Database): string[] {
  const rows = db.pragma('integrity_check') as { integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
}

function brokenReferences(db: Database.Database): string[] {
  const rows = db.pragma('foreign_key_check') as { table: string; parent: string }[];
  return rows.map((row) => `a row of ${row.table} refers to one of ${row.parent} that does not exist`);
}

function brokenPromises(db: Database.Database): string[] {
  return PROMISES.map(({ says, sql }) => ({ says, n: count(db, sql) }))
    .filter(({ n }) => n > 0)
    .map(({ says, n }) => `${n} ${says}`);
}

function count(db: Database.Database, sql: string): number {
  return db.prepare<[], { n: number }>(sql).get()?.n ?? 0;
}
