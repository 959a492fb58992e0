// Writing units: the row, its words, and the note of the change for whoever follows.
import type Database from 'better-sqlite3';
import type { NewUnit } from './stores.ts';
import { hash48, identityOf, isSame, neighbourColumn, UNIT_COLUMNS, type UnitRow } from './unit-rows.ts';
import { indexed } from './words.ts';

/** Where a unit of an import stands in it, and the family that it renews (see the schema). */
export interface Place {
  import: number;
  ordinal: number;
  family: number | null;
}

/** Stores a unit and answers its id; `place` is null outside of imports. For use inside a transaction. */
export function unitAdder(db: Database.Database): (unit: NewUnit, place: Place | null) => number {
  const insert = db.prepare(
    `INSERT INTO units (memory, source_language, target_language, source, target, codes, source_key, target_key,
       source_hash, target_hash, identity, previous, next, segment, taught, import, ordinal, family, group_id, author,
       created_at, changed_at, note, properties)
     VALUES (@memory, @from, @to, @source, @target, @codes, @sourceKey, @targetKey, @sourceHash, @targetHash, @identity,
       @previous, @next, @segment, @taught, @import, @ordinal, @family, @group, @author, @createdAt, @changedAt, @note,
       @properties)`,
  );
  const words = db.prepare('INSERT INTO unit_words (rowid, source, target) VALUES (?, ?, ?)');
  return (unit, place) => {
    const { lastInsertRowid } = insert.run({
      ...unit,
      codes: JSON.stringify(unit.codes),
      sourceHash: hash48(unit.sourceKey),
      targetHash: hash48(unit.targetKey),
      identity: identityOf(unit),
      previous: neighbourColumn(unit.previous),
      next: neighbourColumn(unit.next),
      import: place?.import ?? null,
      ordinal: place?.ordinal ?? null,
      family: place?.family ?? null,
      properties: JSON.stringify(unit.properties),
    });
    const id = Number(lastInsertRowid);
    words.run(id, indexed(unit.source, unit.codes), indexed(unit.target, unit.codes));
    return id;
  };
}

/** A stored unit beside what decides whether it stands. */
export interface KnownUnit extends UnitRow {
  family: number | null;
  standing: number;
}

/** The stored units that are the same as a new one, oldest first. */
export function sameUnits(db: Database.Database): (unit: NewUnit) => KnownUnit[] {
  const rows = db.prepare<[number, number], KnownUnit>(
    `SELECT ${UNIT_COLUMNS}, u.family, EXISTS (SELECT 1 FROM standing s WHERE s.id = u.id) AS standing
     FROM units u WHERE u.source_hash = ? AND u.identity = ? ORDER BY u.id`,
  );
  return (unit) => rows.all(hash48(unit.sourceKey), identityOf(unit)).filter((row) => isSame(row, unit));
}

/** Notes that a unit changed, under the next number. */
export function unitChange(db: Database.Database): (unit: number) => void {
  const note = db.prepare(
    'INSERT INTO memory_changes (seq, base, unit) SELECT coalesce(max(seq), 0) + 1, coalesce(max(seq), 0), ? FROM memory_changes',
  );
  return (unit) => void note.run(unit);
}
