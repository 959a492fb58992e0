// What alignment learns from the memory: a sample to learn from, and the lexicon that was learnt, kept until the memory has outgrown it.
import type Database from 'better-sqlite3';
import type { LexiconStore } from './stores.ts';
import { reading, writing } from './verbs.ts';

interface Row {
  at_change: number;
  words: string;
}

/** The lexicons of a database, one for each pair of languages in alphabetical order. */
export function lexiconStore(db: Database.Database): LexiconStore {
  const size = db.prepare<[string, string, string, string], { n: number }>(
    `SELECT count(*) AS n FROM units
     WHERE gone = 0 AND (source_base = ? AND target_base = ? OR source_base = ? AND target_base = ?)`,
  );
  const rows = db.prepare<
    [string, string, number, number, string, string, string, string],
    { one: string; other: string }
  >(
    `SELECT CASE WHEN source_base = ? THEN source ELSE target END AS one, CASE WHEN source_base = ? THEN target ELSE source END AS other
     FROM visible WHERE id % ? = 0 AND length(source) < ?
       AND (source_base = ? AND target_base = ? OR source_base = ? AND target_base = ?)`,
  );
  const kept = db.prepare<[string, string], Row>('SELECT at_change, words FROM lexicons WHERE one = ? AND other = ?');
  const keep = db.prepare(
    `INSERT INTO lexicons (one, other, at_change, words) VALUES (@one, @other, @atChange, @words)
     ON CONFLICT (one, other) DO UPDATE SET at_change = excluded.at_change, words = excluded.words`,
  );
  return {
    sample: reading(db, (one, other, count) => {
      const units = size.get(one, other, other, one)?.n ?? 0;
      return rows.all(one, one, Math.max(1, Math.floor(units / count)), LONGEST, one, other, other, one);
    }),
    get: reading(db, (one, other) => {
      const row = kept.get(one, other);
      return row ? { atChange: row.at_change, words: row.words } : null;
    }),
    keep: writing(db, (one, other, { atChange, words }) => void keep.run({ one, other, atChange, words })),
  };
}

/** Longer texts (characters) teach little for what they cost. */
const LONGEST = 400;
