// Imports into a memory: many short transactions, and one word that makes all of their units appear or go.
import type Database from 'better-sqlite3';
import { NotFound, UserError } from '../server/errors.ts';
import { personByName } from './people.ts';
import { type KnownUnit, sameUnits, unitAdder } from './remember.ts';
import type { Added, ImportRecord, MemoryStore, NewUnit } from './stores.ts';
import { hashesOf } from './unit-rows.ts';
import { reading, writing } from './verbs.ts';

type ImportVerbs = Pick<
  MemoryStore,
  'beginImport' | 'addUnits' | 'finishImport' | 'undoImport' | 'imports' | 'elsewhere'
>;

const SELECT = `SELECT i.id, i.file, p.name AS "by", i.at, i.state, i.units FROM imports i JOIN people p ON p.id = i.by`;

type Row = ImportRecord & { units: number };

/** The import verbs of the memory store. */
export function importVerbs(db: Database.Database): ImportVerbs {
  const one = db.prepare<[number], Row>(`${SELECT} WHERE i.id = ?`);
  const all = db.prepare<[], Row>(`${SELECT} ORDER BY i.id DESC`);
  const unfinished = db.prepare<[string], Row>(`${SELECT} WHERE i.hash = ? AND i.state = 'running' ORDER BY i.id`);
  const insert = db.prepare('INSERT INTO imports (file, hash, by, at) VALUES (@file, @hash, @person, @at)');
  const person = personByName(db);
  const settle = settler(db);
  const get = (id: number): Row => {
    const row = one.get(id);
    if (!row) throw new NotFound(`there is no import ${id}`);
    return row;
  };
  return {
    beginImport: writing(db, ({ file, hash, by, at }) => {
      const id = unfinished.get(hash)?.id ?? insert.run({ file, hash, person: person(by), at }).lastInsertRowid;
      return recordOf(get(Number(id)));
    }),
    addUnits: unitsAdder(db, get),
    finishImport: writing(db, (id) => {
      const record = get(id);
      if (record.state === 'undone') throw ended(record);
      if (record.state === 'running') settle(record, 'done');
    }),
    undoImport: writing(db, (id) => {
      const record = get(id);
      if (record.state !== 'undone') settle(record, 'undone');
    }),
    imports: reading(db, () => all.all().map(recordOf)),
    elsewhere: async () => Number(db.pragma('data_version', { simple: true })),
  };
}

function recordOf({ units: _, ...record }: Row): ImportRecord {
  return record;
}

function ended(record: ImportRecord): UserError {
  return new UserError('import-ended', `the import of ${record.file} is ${record.state}; begin a new one`, 409);
}

/** Turns an import's state and notes the change of all its units at once. */
function settler(db: Database.Database): (record: Row, state: ImportRecord['state']) => void {
  const set = db.prepare('UPDATE imports SET state = ? WHERE id = ?');
  const note = db.prepare(
    `INSERT INTO memory_changes (seq, base, import)
     SELECT coalesce(max(seq), 0) + max(@units, 1), coalesce(max(seq), 0), @id FROM memory_changes`,
  );
  return ({ id, units, state: before }, state) => {
    set.run(state, id);
    // What was never seen cannot go.
    if (before === 'done' || state === 'done') note.run({ id, units });
  };
}

/**
 * Commits without waiting for the disk: a killed process loses nothing by that, and what a power cut may take is read again,
 * for an import is acknowledged by `finishImport`, whose commit waits for all that went before.
 */
function unhurried(db: Database.Database) {
  return <R>(commit: () => R): R => {
    db.pragma('synchronous = NORMAL');
    try {
      return commit();
    } finally {
      db.pragma('synchronous = FULL');
    }
  };
}

function unitsAdder(db: Database.Database, get: (id: number) => Row): MemoryStore['addUnits'] {
  const place = unitPlacer(db);
  const byHand = db.prepare('SELECT 1 FROM unit_changes LIMIT 1');
  const count = db.prepare('UPDATE imports SET units = ? WHERE id = ?');
  const add = (importId: number, units: readonly NewUnit[]) => {
    const record = get(importId);
    if (record.state !== 'running') throw ended(record);
    let ordinal = record.units;
    const corrections = byHand.get() !== undefined;
    const answers = units.map((unit): Added => {
      const { answer, used } = place(unit, { import: importId, ordinal: ordinal + 1, corrections });
      if (used) ordinal++;
      return answer;
    });
    count.run(ordinal, importId);
    return answers;
  };
  return writing(db, add, unhurried(db));
}

interface Placing {
  import: number;
  ordinal: number;
  /** Whether anything was ever changed by hand. */
  corrections: boolean;
}

/** Puts one unit where it belongs: a new one, a newer form of one that stands, or a claim on that. `used`: the ordinal is. */
function unitPlacer(db: Database.Database): (unit: NewUnit, placing: Placing) => { answer: Added; used: boolean } {
  const same = sameUnits(db);
  const add = unitAdder(db);
  const claimed = db.prepare('SELECT 1 FROM claims WHERE unit = ? AND import = ?');
  const claim = db.prepare('INSERT INTO claims (unit, import, ordinal) VALUES (?, ?, ?)');
  const corrected = correctedByHand(db);
  const foundFamily = db.prepare('UPDATE units SET family = id WHERE id = ? AND family IS NULL');
  return (unit, { import: id, ordinal, corrections }) => {
    const hashes = hashesOf(unit);
    const known = same(unit, hashes);
    if (known.some((row) => row.import === id)) return { answer: 'unchanged', used: false };
    const standing = known.findLast((row) => row.standing === 1);
    if (!standing && corrections && corrected(unit, hashes.identity)) return { answer: 'unchanged', used: false };
    if (!standing) {
      add(unit, { import: id, ordinal, family: null }, hashes);
      return { answer: 'added', used: true };
    }
    if (isNewer(unit, standing)) {
      foundFamily.run(standing.id);
      add(unit, { import: id, ordinal, family: standing.family ?? standing.id }, hashes);
      return { answer: 'updated', used: true };
    }
    if (claimed.get(standing.id, id)) return { answer: 'unchanged', used: false };
    claim.run(standing.id, id, ordinal);
    return { answer: 'unchanged', used: true };
  };
}

/** Whether a person has edited or removed that very pair and it stands so: then a file does not bring it back. */
function correctedByHand(db: Database.Database): (unit: NewUnit, identity: number) => boolean {
  const rows = db.prepare<[number], { before: string }>(
    `SELECT c.before FROM unit_changes c JOIN units u ON u.id = c.unit
     WHERE c.identity = ? AND (u.removed = 1 OR u.identity <> c.identity)
       AND (u.import IS NULL OR (SELECT state FROM imports WHERE id = u.import) = 'done')`,
  );
  return ({ source, target }, identity) =>
    rows.all(identity).some(({ before }) => {
      const was = JSON.parse(before) as Pick<NewUnit, 'source' | 'target'>;
      return was.source === source && was.target === target;
    });
}

/** A later date alone is no news: a file without dates would renew everything each time it is read. */
function isNewer(unit: NewUnit, row: KnownUnit): boolean {
  if (unit.changedAt <= row.changedAt) return false;
  return unit.author !== row.author || unit.note !== row.note || JSON.stringify(unit.properties) !== row.properties;
}
