// Units changed by hand: edited, removed, merged, and all of it undone. Nothing is overwritten: how each unit stood is kept.
import type Database from 'better-sqlite3';
import type { Code } from '../server/model.ts';
import { matchKey } from '../server/text/normalize.ts';
import type { Deed, DeedKind, MemoryCare, NewDeed, UnitChange, UnitState, WantedChange } from './memory-care.ts';
import { personByName } from './people.ts';
import { unitChange } from './remember.ts';
import { hash48, identityOfRow } from './unit-rows.ts';
import { reading, writing } from './verbs.ts';
import { indexed } from './words.ts';

interface StateRow {
  source: string;
  target: string;
  codes: string;
  note: string | null;
  author: string;
  changedAt: string;
  removed: number;
  version: number;
  identity: number;
}

type DeedVerbs = Pick<MemoryCare, 'changeUnits' | 'changesOf' | 'unitHistory' | 'deeds' | 'deed'>;

/** The verbs of changing units by hand. */
export function deedVerbs(db: Database.Database): DeedVerbs {
  const begin = deedBeginner(db);
  const change = unitChanger(db);
  return {
    changeUnits: writing(db, (wanted: NewDeed | number, changes: readonly WantedChange[]) => {
      let deed = typeof wanted === 'number' ? wanted : null;
      const outcome = { changed: [] as number[], stale: [] as number[] };
      for (const one of changes) {
        const done = change(one, () => {
          deed ??= begin(wanted as NewDeed);
          return deed;
        });
        outcome[done ? 'changed' : 'stale'].push(one.unit);
      }
      return { deed, ...outcome };
    }),
    ...deedReaders(db),
  };
}

function deedBeginner(db: Database.Database): (deed: NewDeed) => number {
  const person = personByName(db);
  const insert = db.prepare('INSERT INTO deeds (kind, undoes, by, at) VALUES (@kind, @undoes, @person, @at)');
  return ({ kind, undoes, by, at }) => Number(insert.run({ kind, undoes, person: person(by), at }).lastInsertRowid);
}

/** Makes one change; false where the unit is not there, stands otherwise, or would stay as it is. */
function unitChanger(db: Database.Database): (wanted: WantedChange, deed: () => number) => boolean {
  const current = db.prepare<[number], StateRow>(
    `SELECT source, target, codes, note, author, changed_at AS changedAt, removed, identity,
       1 + (SELECT count(*) FROM unit_changes c WHERE c.unit = u.id) AS version FROM units u WHERE id = ?`,
  );
  const keep = db.prepare('INSERT INTO unit_changes (deed, unit, before, after, identity) VALUES (?, ?, ?, ?, ?)');
  const write = unitWriter(db);
  return ({ unit, version, from, to }, deed) => {
    const row = current.get(unit);
    if (!row || (version !== undefined && version !== row.version)) return false;
    const before = stateOf(row);
    const after = { ...before, ...to };
    const [was, is] = [JSON.stringify(before), JSON.stringify(after)];
    if (was === is || (from && JSON.stringify({ ...before, ...from }) !== was)) return false;
    keep.run(deed(), unit, was, is, row.identity);
    write(unit, before, after);
    return true;
  };
}

function stateOf({ source, target, codes, note, author, changedAt, removed }: StateRow): UnitState {
  return { source, target, codes: JSON.parse(codes), note, author, changedAt, removed: removed === 1 };
}

interface Fixed {
  memory: number;
  from: string;
  to: string;
  previous: string | null;
  next: string | null;
}

/** Writes how a unit stands now: its row, its words where they changed, and the note for whoever follows. */
function unitWriter(db: Database.Database): (unit: number, before: UnitState, after: UnitState) => void {
  const fixed = db.prepare<[number], Fixed>(
    'SELECT memory, source_language AS "from", target_language AS "to", previous, next FROM units WHERE id = ?',
  );
  const update = db.prepare(
    `UPDATE units SET source = @source, target = @target, codes = @codes, note = @note, author = @author,
       changed_at = @changedAt, removed = @removed, source_key = @sourceKey, target_key = @targetKey,
       source_hash = @sourceHash, target_hash = @targetHash, identity = @identity WHERE id = @unit`,
  );
  const words = wordsReplacer(db);
  const changed = unitChange(db);
  return (unit, before, after) => {
    const { source, target, codes } = after;
    const [sourceKey, targetKey] = [matchKey(source, codes), matchKey(target, codes)];
    const identity = identityOfRow({ ...(fixed.get(unit) as Fixed), source, target });
    const keys = { sourceKey, targetKey, sourceHash: hash48(sourceKey), targetHash: hash48(targetKey), identity };
    update.run({ ...after, codes: JSON.stringify(codes), removed: after.removed ? 1 : 0, ...keys, unit });
    if (before.source !== source || before.target !== target) words(unit, source, target, codes);
    changed(unit);
  };
}

function wordsReplacer(db: Database.Database): (unit: number, source: string, target: string, codes: Code[]) => void {
  const drop = db.prepare('DELETE FROM unit_words WHERE rowid = ?');
  const add = db.prepare('INSERT INTO unit_words (rowid, source, target) VALUES (?, ?, ?)');
  return (unit, source, target, codes) => {
    drop.run(unit);
    add.run(unit, indexed(source, codes), indexed(target, codes));
  };
}

type ChangeRow = { unit: number; before: string; after: string };
type HistoryRow = ChangeRow & { deed: number; kind: DeedKind; undoes: number | null; by: string; at: string };

function deedReaders(db: Database.Database): Omit<DeedVerbs, 'changeUnits'> {
  const changes = db.prepare<[number, number, number], ChangeRow>(
    'SELECT unit, before, after FROM unit_changes WHERE deed = ? AND unit > ? ORDER BY unit LIMIT ?',
  );
  const history = db.prepare<[number], HistoryRow>(
    `SELECT c.unit, c.before, c.after, d.id AS deed, d.kind, d.undoes, p.name AS "by", d.at
     FROM unit_changes c JOIN deeds d ON d.id = c.deed JOIN people p ON p.id = d.by WHERE c.unit = ? ORDER BY d.id`,
  );
  const select = `SELECT d.id, d.kind, d.undoes, p.name AS "by", d.at,
      (SELECT count(*) FROM unit_changes WHERE deed = d.id) AS units, u.id AS unit, u.source, u.target,
      (SELECT max(id) FROM deeds WHERE undoes = d.id) AS undoneBy
    FROM deeds d JOIN people p ON p.id = d.by
      JOIN units u ON u.id = (SELECT min(unit) FROM unit_changes WHERE deed = d.id)`;
  const newest = db.prepare<[number], Deed>(`${select} ORDER BY d.id DESC LIMIT ?`);
  const one = db.prepare<[number], Deed>(`${select} WHERE d.id = ?`);
  return {
    changesOf: reading(db, (deed, after, limit) => changes.all(deed, after, limit).map(parsed)),
    unitHistory: reading(db, (unit) => history.all(unit).map((row) => ({ ...row, ...parsed(row) }))),
    deeds: reading(db, (limit) => newest.all(limit).map(undoing(one))),
    deed: reading(db, (id) => {
      const row = one.get(id);
      return row ? undoing(one)(row) : null;
    }),
  };
}

function parsed({ unit, before, after }: ChangeRow): UnitChange {
  return { unit, before: JSON.parse(before), after: JSON.parse(after) };
}

/** An undoing that was itself undone undoes nothing any more. */
function undoing(one: Database.Statement<[number], Deed>): (deed: Deed) => Deed {
  return (deed) => {
    const by = deed.undoneBy === null ? null : one.get(deed.undoneBy);
    return by?.undoneBy ? { ...deed, undoneBy: null } : deed;
  };
}
