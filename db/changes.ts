// The feed of the memory's changes, for an index beside the database.
import type Database from 'better-sqlite3';
import type { MemoryChanges, MemoryFeed, SeenUnit } from './stores.ts';
import { reading } from './verbs.ts';
import { anyOf } from './words.ts';

interface Change {
  seq: number;
  base: number;
  unit: number | null;
  import: number | null;
  memory: number | null;
}

/** The verbs by which the memory is followed. */
export function changeFeed(db: Database.Database): MemoryFeed {
  const last = db.prepare<[], { seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM memory_changes');
  const after = db.prepare<[number, number], Change>('SELECT * FROM memory_changes WHERE seq > ? ORDER BY seq LIMIT ?');
  // The change of an import covers many numbers: the first one that reaches as far is meant.
  const mark = db.prepare<[number], { mark: string }>(
    `SELECT coalesce(c.base || ' ' || u.identity || ' ' || u.created_at, c.base || ' ' || i.hash || ' ' || i.at, c.base || ' memory', '') AS mark
     FROM memory_changes c LEFT JOIN units u ON u.id = c.unit LEFT JOIN imports i ON i.id = c.import
     WHERE c.seq >= ? ORDER BY c.seq LIMIT 1`,
  );
  const unitsOf = importedUnits(db);
  const stand = standReader(db);
  return {
    since: reading(db, (from, limit) => {
      const changes: MemoryChanges = { seq: from, seen: [], gone: [] };
      const told = new Set<number>();
      for (const change of after.all(from, limit)) {
        if (told.size >= limit) break;
        const { units, seq } =
          change.unit === null ? unitsOf(change, from, limit - told.size) : { units: [change.unit], seq: change.seq };
        for (const unit of units) stand(unit, told, changes);
        changes.seq = seq;
      }
      return changes;
    }),
    changes: reading(db, () => last.get()?.seq ?? 0),
    changeMark: reading(db, (seq) => mark.get(seq)?.mark ?? ''),
    likely: likelyUnits(db),
  };
}

type UnitsOf = (change: Change, from: number, limit: number) => { units: number[]; seq: number };

/** The next units of an import's or a memory's change, from behind the number `from`; `seq` is the number that they reach. */
function importedUnits(db: Database.Database): UnitsOf {
  const rows = db.prepare<{ import: number; skip: number; limit: number }, { unit: number; ordinal: number }>(
    `SELECT id AS unit, ordinal FROM units WHERE import = @import AND ordinal > @skip
     UNION ALL SELECT unit, ordinal FROM claims WHERE import = @import AND ordinal > @skip ORDER BY ordinal LIMIT @limit`,
  );
  const ofMemory = db.prepare<{ memory: number; skip: number; limit: number }, { unit: number; ordinal: number }>(
    `SELECT id AS unit, id AS ordinal FROM units WHERE memory = @memory AND id > @skip ORDER BY id LIMIT @limit`,
  );
  return (change, from, limit) => {
    const skip = Math.max(0, from - change.base);
    const found =
      change.memory === null
        ? rows.all({ import: change.import ?? 0, skip, limit })
        : ofMemory.all({ memory: change.memory, skip, limit });
    const reached = found.at(-1);
    const seq = found.length < limit || !reached ? change.seq : change.base + reached.ordinal;
    return { units: found.map((row) => row.unit), seq };
  };
}

const SEEN_COLUMNS = `u.id, u.source_language AS "from", u.target_language AS "to", u.source, u.target, u.codes,
    u.changed_at AS changedAt`;

type SeenRow = Omit<SeenUnit, 'codes'> & { codes: string };

function likelyUnits(db: Database.Database): MemoryFeed['likely'] {
  const select = db.prepare<[string, number], SeenRow>(
    `SELECT ${SEEN_COLUMNS} FROM unit_words w JOIN visible u ON u.id = w.rowid WHERE unit_words MATCH ? ORDER BY w.rank LIMIT ?`,
  );
  return reading(db, (words, limit) => {
    const query = anyOf(words);
    return query === null ? [] : select.all(query, limit).map((row) => ({ ...row, codes: JSON.parse(row.codes) }));
  });
}

type StateRow = SeenRow & { family: number | null; visible: number };

/** Tells how a unit stands, and with it those of its family: where one appears, another goes. Each is told once. */
function standReader(db: Database.Database): (unit: number, told: Set<number>, changes: MemoryChanges) => void {
  const select = `SELECT ${SEEN_COLUMNS}, u.family, EXISTS (SELECT 1 FROM visible v WHERE v.id = u.id) AS visible FROM units u`;
  const one = db.prepare<[number], StateRow>(`${select} WHERE u.id = ?`);
  const family = db.prepare<[number], StateRow>(`${select} WHERE u.family = ?`);
  return (unit, told, changes) => {
    const row = told.has(unit) ? undefined : one.get(unit);
    if (!row) return;
    for (const { visible, family: _, ...seen } of row.family === null ? [row] : family.all(row.family)) {
      told.add(seen.id);
      if (visible === 0) changes.gone.push(seen.id);
      else changes.seen.push({ ...seen, codes: JSON.parse(seen.codes) });
    }
  };
}
