// The memory: aligned pairs that answer in both directions. Fuzzy matching is an index's affair, beside the database.
import type Database from 'better-sqlite3';
import type { Unit } from '../server/model.ts';
import { changeFeed } from './changes.ts';
import { concordance } from './concordance.ts';
import { importVerbs } from './imports.ts';
import type { MemoryStats, MemoryStore } from './stores.ts';
import { base, hash48, turned, UNIT_COLUMNS, type UnitRow, unitOf } from './unit-rows.ts';
import { reading, writing } from './verbs.ts';

/** The memories of a database. */
export function memoryStore(db: Database.Database): MemoryStore {
  return {
    ...memoryVerbs(db),
    exact: exactReader(db),
    ...unitVerbs(db),
    search: concordance(db),
    ...importVerbs(db),
    ...changeFeed(db),
    stats: statistics(db),
  };
}

type MemoryRow = { id: number; name: string; desk: number; readable: number; writable: number; priority: number };

function memoryVerbs(db: Database.Database): Pick<MemoryStore, 'memories' | 'addMemory'> {
  const all = db.prepare<[], MemoryRow>(
    'SELECT id, name, desk, readable, writable, priority FROM memories ORDER BY priority DESC, id',
  );
  const add = db.prepare('INSERT INTO memories (name, desk) VALUES (?, ?)');
  return {
    memories: reading(db, () =>
      all.all().map((row) => ({ ...row, readable: row.readable === 1, writable: row.writable === 1 })),
    ),
    addMemory: writing(db, (name, desk) => Number(add.run(name, desk).lastInsertRowid)),
  };
}

function exactReader(db: Database.Database): MemoryStore['exact'] {
  const order = 'ORDER BY (SELECT priority FROM memories WHERE id = u.memory) DESC, u.changed_at DESC, u.id DESC';
  const select = `SELECT ${UNIT_COLUMNS} FROM visible u`;
  const forward = db.prepare<[number, string, string, string], UnitRow>(
    `${select} WHERE u.source_hash = ? AND u.source_key = ? AND u.source_base = ? AND u.target_base = ? ${order}`,
  );
  const backward = db.prepare<[number, string, string, string], UnitRow>(
    `${select} WHERE u.target_hash = ? AND u.target_key = ? AND u.target_base = ? AND u.source_base = ? ${order}`,
  );
  return reading(db, (from, to, keys) => {
    const found = new Map<string, Unit[]>();
    const [here, there] = [base(from), base(to)];
    for (const key of new Set(keys)) {
      const hash = hash48(key);
      const units = forward.all(hash, key, here, there).map(unitOf);
      // Between two varieties of one language a pair of equal texts is found from both sides: once is enough.
      const seen = new Set(units.map((unit) => unit.id));
      const back = backward.all(hash, key, here, there).map(unitOf);
      units.push(...back.filter((unit) => !seen.has(unit.id)).map(turned));
      if (units.length > 0) found.set(key, units);
    }
    return found;
  });
}

function unitVerbs(
  db: Database.Database,
): Pick<MemoryStore, 'confidential' | 'units' | 'page' | 'spread' | 'taughtBy'> {
  const one = db.prepare<[number], UnitRow>(`SELECT ${UNIT_COLUMNS} FROM visible u WHERE u.id = ?`);
  const after = db.prepare<[number, number], UnitRow>(
    `SELECT ${UNIT_COLUMNS} FROM visible u WHERE u.id > ? ORDER BY u.id LIMIT ?`,
  );
  const newest = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM units');
  const ofSegment = db.prepare<[number], UnitRow>(
    `SELECT ${UNIT_COLUMNS} FROM units u WHERE u.segment = ? AND u.gone = 0 ORDER BY u.id DESC`,
  );
  const kept = db.prepare<[string], { id: number }>(
    `SELECT u.id FROM units u JOIN segments s ON s.id = u.segment JOIN articles a ON a.id = s.article
     WHERE a.confidential = 1 AND u.id IN (SELECT value FROM json_each(?))`,
  );
  return {
    units: reading(db, (ids, from) => {
      const rows = ids.map((id) => one.get(id)).filter((row) => row !== undefined);
      return rows.map(unitOf).map((unit) => (base(unit.from) === base(from) ? unit : turned(unit)));
    }),
    confidential: reading(db, (ids) => new Set(kept.all(JSON.stringify(ids)).map(({ id }) => id))),
    page: reading(db, (id, limit) => after.all(id, limit).map(unitOf)),
    spread: reading(db, (count) => {
      const step = Math.max(1, (newest.get()?.id ?? 0) / count);
      const rows = Array.from({ length: count }, (_, i) => after.get(Math.floor(i * step), 1));
      return [...new Map(rows.flatMap((row) => (row ? [[row.id, unitOf(row)]] : []))).values()];
    }),
    taughtBy: reading(db, (segments) => {
      const rows = segments.map((segment) => ofSegment.get(segment)).filter((row) => row !== undefined);
      return new Map(rows.map(unitOf).map((unit) => [unit.segment ?? 0, unit]));
    }),
  };
}

function statistics(db: Database.Database): MemoryStore['stats'] {
  const memories = db.prepare<[], MemoryStats['memories'][number]>(
    `SELECT m.id, m.name, (SELECT count(*) FROM visible u WHERE u.memory = m.id) AS units FROM memories m ORDER BY m.id`,
  );
  const languages = db.prepare<[], { pair: string; units: number }>(
    `SELECT source_base || '-' || target_base AS pair, count(*) AS units FROM visible GROUP BY pair ORDER BY pair`,
  );
  const imports = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM imports WHERE state = 'done'`);
  return reading(db, () => {
    const pairs = languages.all();
    return {
      units: pairs.reduce((sum, pair) => sum + pair.units, 0),
      memories: memories.all(),
      languages: Object.fromEntries(pairs.map(({ pair, units }) => [pair, units])),
      imports: imports.get()?.n ?? 0,
    };
  });
}
