// What the memory learns and unlearns by decisions on segments.
import type Database from 'better-sqlite3';
import { sameUnits, unitAdder, unitChange } from './remember.ts';
import type { NewUnit } from './stores.ts';
import { isSame, UNIT_COLUMNS, type UnitRow } from './unit-rows.ts';

/** The two halves of learning. For use inside a transaction. */
export interface Teacher {
  /** Stores a unit in place of the one that the same segment taught before; the same pair again is one unit. */
  remember(unit: NewUnit): void;
  /** Takes back what a segment's approval taught. Units of the same text that others taught stay. */
  forget(segment: number): void;
}

/** Teaches the memory of a database. */
export function teacher(db: Database.Database): Teacher {
  const add = unitAdder(db);
  const same = sameUnits(db);
  const changed = unitChange(db);
  const takeBack = unitRemover(db);
  const ofSegment = db.prepare<[number], UnitRow & { removed: number }>(
    `SELECT ${UNIT_COLUMNS}, u.removed FROM units u WHERE u.segment = ? AND u.gone = 0`,
  );
  const renew = db.prepare(
    'UPDATE units SET author = @author, changed_at = @changedAt, codes = @codes, note = @note, properties = @properties WHERE id = @id',
  );
  const earlier = (unit: NewUnit): (UnitRow & { removed?: number })[] =>
    unit.segment === null
      ? same(unit).filter((row) => row.standing === 1 && row.import === null && row.segment === null)
      : ofSegment.all(unit.segment);
  return {
    remember(unit) {
      let kept: number | null = null;
      for (const row of earlier(unit)) {
        if (kept === null && row.removed !== 1 && isSame(row, unit)) kept = row.id;
        else takeBack(row.id);
      }
      const { author, changedAt, note } = unit;
      const details = { codes: JSON.stringify(unit.codes), properties: JSON.stringify(unit.properties) };
      if (kept !== null) renew.run({ author, changedAt, note, ...details, id: kept });
      changed(kept ?? add(unit, null));
    },
    forget: (segment) => {
      for (const row of ofSegment.all(segment)) takeBack(row.id);
    },
  };
}

function unitRemover(db: Database.Database): (unit: number) => void {
  const mark = db.prepare('UPDATE units SET gone = 1 WHERE id = ?');
  // An import that brought the same pair keeps it findable.
  const unindex = db.prepare(
    'DELETE FROM unit_words WHERE rowid = @unit AND NOT EXISTS (SELECT 1 FROM claims WHERE unit = @unit)',
  );
  const changed = unitChange(db);
  return (unit) => {
    mark.run(unit);
    unindex.run({ unit });
    changed(unit);
  };
}
