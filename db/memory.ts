// The memory: aligned pairs that answer in both directions. Fuzzy matching is an index's affair, beside the database.
import type Database from 'better-sqlite3';
import type { Unit } from '../server/model.ts';
import { baseLanguage } from '../server/text/language.ts';
import { changeFeed } from './changes.ts';
import { concordance } from './concordance.ts';
import { deedVerbs } from './deeds.ts';
import { importVerbs } from './imports.ts';
import { memoryVerbs } from './memories.ts';
import type { MemoryStore } from './stores.ts';
import { suspectVerbs } from './suspects.ts';
import { hash48, turned, UNIT_COLUMNS, type UnitRow, unitOf } from './unit-rows.ts';
import { reading } from './verbs.ts';

/** The memories of a database. */
export function memoryStore(db: Database.Database): MemoryStore {
  return {
    ...memoryVerbs(db),
    ...deedVerbs(db),
    ...suspectVerbs(db),
    exact: exactReader(db),
    ...unitVerbs(db),
    search: concordance(db),
    ...importVerbs(db),
    ...changeFeed(db),
    stats: statistics(db),
  };
}

const FIRST_TOLD = 'ORDER BY (SELECT priority FROM memories WHERE id = u.memory) DESC, u.changed_at DESC, u.id DESC';

/**
 * The units of a key, by its hash and text and the languages of both sides. The plus signs keep SQLite from taking the index of
 * languages, which it believes to be the narrower one: every look-up would read all units of the language.
 */
export const EXACT = {
  forward: `SELECT ${UNIT_COLUMNS} FROM visible u WHERE u.source_hash = ? AND u.source_key = ?
    AND +u.source_base = ? AND +u.target_base = ? ${FIRST_TOLD}`,
  backward: `SELECT ${UNIT_COLUMNS} FROM visible u WHERE u.target_hash = ? AND u.target_key = ?
    AND +u.target_base = ? AND +u.source_base = ? ${FIRST_TOLD}`,
};

function exactReader(db: Database.Database): MemoryStore['exact'] {
  const forward = db.prepare<[number, string, string, string], UnitRow>(EXACT.forward);
  const backward = db.prepare<[number, string, string, string], UnitRow>(EXACT.backward);
  return reading(db, (from, to, keys) => {
    const found = new Map<string, Unit[]>();
    const [here, there] = [baseLanguage(from), baseLanguage(to)];
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
    `SELECT ${UNIT_COLUMNS} FROM units u WHERE u.segment = ? AND u.gone = 0 AND u.removed = 0 ORDER BY u.id DESC`,
  );
  const kept = db.prepare<[string], { id: number }>(
    `SELECT u.id FROM units u JOIN segments s ON s.id = u.segment JOIN articles a ON a.id = s.article
     WHERE a.confidential = 1 AND u.id IN (SELECT value FROM json_each(?))`,
  );
  return {
    units: reading(db, (ids, from) => {
      const rows = ids.map((id) => one.get(id)).filter((row) => row !== undefined);
      return rows.map(unitOf).map((unit) => (baseLanguage(unit.from) === baseLanguage(from) ? unit : turned(unit)));
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

type CountRow = { memory: number; pair: string; units: number };

/** Counts are kept as long as nothing changes: at a million units counting takes some tenths of a second. */
function statistics(db: Database.Database): MemoryStore['stats'] {
  const names = db.prepare<[], { id: number; name: string }>('SELECT id, name FROM memories ORDER BY id');
  const counts = db.prepare<[], CountRow>(
    `SELECT memory, source_base || '-' || target_base AS pair, count(*) AS units FROM visible
     GROUP BY source_base, target_base, memory ORDER BY pair`,
  );
  const imports = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM imports WHERE state = 'done'`);
  const last = db.prepare<[], { seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM memory_changes');
  let kept: { at: number; rows: CountRow[] } | null = null;
  const sum = (rows: CountRow[]) => rows.reduce((units, row) => units + row.units, 0);
  return reading(db, () => {
    const at = last.get()?.seq ?? 0;
    if (kept?.at !== at) kept = { at, rows: counts.all() };
    const { rows } = kept;
    const pairs = new Set(rows.map(({ pair }) => pair));
    return {
      units: sum(rows),
      memories: names.all().map(({ id, name }) => ({ id, name, units: sum(rows.filter((row) => row.memory === id)) })),
      languages: Object.fromEntries([...pairs].map((pair) => [pair, sum(rows.filter((row) => row.pair === pair))])),
      imports: imports.get()?.n ?? 0,
    };
  });
}
