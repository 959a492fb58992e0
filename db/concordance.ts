// Concordance: units that hold the words that somebody typed, newest first.
import type Database from 'better-sqlite3';
import type { Unit } from '../server/model.ts';
import { baseLanguage } from '../server/text/language.ts';
import type { MemoryStore } from './stores.ts';
import { turned, UNIT_COLUMNS, type UnitRow, unitOf } from './unit-rows.ts';
import { reading } from './verbs.ts';
import { ftsQuery } from './words.ts';

/** The verb `search`. With `from`, units are turned so that this language is their source. */
export function concordance(db: Database.Database): MemoryStore['search'] {
  // By rowid, not by bm25: a frequent word would otherwise be weighed in each of its thousands of units.
  const select = `SELECT ${UNIT_COLUMNS} FROM unit_words w JOIN visible u ON u.id = w.rowid WHERE unit_words MATCH ?`;
  const order = 'ORDER BY w.rowid DESC LIMIT ?';
  const both = db.prepare<[string, number], UnitRow>(`${select} ${order}`);
  const forward = db.prepare<[string, string, number], UnitRow>(`${select} AND u.source_base = ? ${order}`);
  const backward = db.prepare<[string, string, number], UnitRow>(`${select} AND u.target_base = ? ${order}`);
  // A word that both languages have would be looked up in every unit, for a language that stands on the other side only.
  const isSource = db.prepare<[string]>('SELECT 1 FROM units WHERE source_base = ? LIMIT 1');
  const isTarget = db.prepare<[string]>('SELECT 1 FROM units WHERE target_base = ? LIMIT 1');
  const onSide = (query: string, from: string, limit: number): Unit[] => {
    const there = isSource.get(from) ? forward.all(`{source} : (${query})`, from, limit).map(unitOf) : [];
    const seen = new Set(there.map((unit) => unit.id));
    const back = isTarget.get(from) ? backward.all(`{target} : (${query})`, from, limit).map(unitOf) : [];
    const turnedBack = back.filter((unit) => !seen.has(unit.id)).map(turned);
    return [...there, ...turnedBack].sort((a, b) => b.id - a.id);
  };
  return reading(db, (text, { from, limit, offset = 0 }) => {
    const query = ftsQuery(text);
    if (query === null) return [];
    const units =
      from === undefined
        ? both.all(query, offset + limit).map(unitOf)
        : onSide(query, baseLanguage(from), offset + limit);
    return units.slice(offset, offset + limit);
  });
}
