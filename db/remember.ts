// Writing units: the row, its words, and the note of the change for whoever follows.
import type Database from 'better-sqlite3';
import type { NewUnit, UnitHashes } from './stores.ts';
import { hashesOf, isSame, neighbourColumn, UNIT_COLUMNS, type UnitRow } from './unit-rows.ts';
import { indexed } from './words.ts';

/** Where a unit of an import stands in it, and the family that it renews (see the schema). */
export interface Place {
  import: number;
  ordinal: number;
  family: number | null;
}

const COLUMNS = `memory, source_language, target_language, source, target, codes, source_key, target_key, source_hash,
  target_hash, identity, previous, next, segment, taught, import, ordinal, family, group_id, author, created_at,
  changed_at, note, properties`;

/** Stores a unit and answers its id; `place` is null outside of imports. For use inside a transaction. */
export function unitAdder(db: Database.Database): (unit: NewUnit, place: Place | null, hashes?: UnitHashes) => number {
  const insert = db.prepare(`INSERT INTO units (${COLUMNS}) VALUES (${COLUMNS.replace(/\w+/g, '?')})`);
  const words = db.prepare('INSERT INTO unit_words (rowid, source, target) VALUES (?, ?, ?)');
  return (unit, place, hashes = hashesOf(unit)) => {
    const id = Number(insert.run(...rowOf(unit, place, hashes)).lastInsertRowid);
    words.run(id, indexed(unit.source, unit.codes), indexed(unit.target, unit.codes));
    return id;
  };
}

/** The values of {@link COLUMNS}, by place: a million units feel what names cost. */
function rowOf(unit: NewUnit, place: Place | null, hashes: UnitHashes): (string | number | null)[] {
  const { memory, from, to, source, target, sourceKey, targetKey, segment, taught, group } = unit;
  const row: (string | number | null)[] = [memory, from, to, source, target, json(unit.codes), sourceKey, targetKey];
  row.push(hashes.source, hashes.target, hashes.identity);
  row.push(neighbourColumn(unit.previous), neighbourColumn(unit.next), segment, taught);
  row.push(place?.import ?? null, place?.ordinal ?? null, place?.family ?? null, group);
  row.push(unit.author, unit.createdAt, unit.changedAt, unit.note, json(unit.properties));
  return row;
}

function json(value: object): string {
  for (const _ in value) return JSON.stringify(value);
  return Array.isArray(value) ? '[]' : '{}';
}

/** A stored unit beside what decides whether it stands. */
export interface KnownUnit extends UnitRow {
  family: number | null;
  standing: number;
}

/** The stored units that are the same as a new one, oldest first. */
export function sameUnits(db: Database.Database): (unit: NewUnit, hashes?: UnitHashes) => KnownUnit[] {
  const rows = db.prepare<[number, number], KnownUnit>(
    `SELECT ${UNIT_COLUMNS}, u.family, EXISTS (SELECT 1 FROM standing s WHERE s.id = u.id) AS standing
     FROM units u WHERE u.source_hash = ? AND u.identity = ? ORDER BY u.id`,
  );
  // Most units of an import are new: whether there is one is asked before what it is.
  const any = db
    .prepare<[number, number], 1>('SELECT 1 FROM units WHERE source_hash = ? AND identity = ? LIMIT 1')
    .pluck();
  return (unit, { source, identity } = hashesOf(unit)) =>
    any.get(source, identity) === undefined ? [] : rows.all(source, identity).filter((row) => isSame(row, unit));
}

/** Notes that a unit changed, under the next number. */
export function unitChange(db: Database.Database): (unit: number) => void {
  const note = db.prepare(
    'INSERT INTO memory_changes (seq, base, unit) SELECT coalesce(max(seq), 0) + 1, coalesce(max(seq), 0), ? FROM memory_changes',
  );
  return (unit) => void note.run(unit);
}
