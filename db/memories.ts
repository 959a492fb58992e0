// Several memories in one database: their names, their rights, and which of them comes first.
import type Database from 'better-sqlite3';
import { NotFound, UserError } from '../server/errors.ts';
import type { Memory, MemoryCare } from './memory-care.ts';
import { reading, writing } from './verbs.ts';

type MemoryRow = Omit<Memory, 'readable' | 'writable'> & { readable: number; writable: number };

type MemoryVerbs = Pick<MemoryCare, 'memories' | 'addMemory' | 'changeMemory'>;

const SELECT = 'SELECT id, name, desk, readable, writable, priority FROM memories';

/** A row of `memories` as the noun. */
function memoryOf(row: MemoryRow): Memory {
  return { ...row, readable: row.readable === 1, writable: row.writable === 1 };
}

/** Reads one memory. For use inside a transaction. */
export function memoryById(db: Database.Database): (id: number) => Memory {
  const one = db.prepare<[number], MemoryRow>(`${SELECT} WHERE id = ?`);
  return (id) => {
    const row = one.get(id);
    if (!row) throw new NotFound(`there is no memory ${id}`);
    return memoryOf(row);
  };
}

/** The verbs about memories as wholes. */
export function memoryVerbs(db: Database.Database): MemoryVerbs {
  const all = db.prepare<[], MemoryRow>(`${SELECT} ORDER BY priority DESC, id`);
  const taken = db.prepare<[number, string], { id: number }>('SELECT id FROM memories WHERE desk = ? AND name = ?');
  const add = db.prepare('INSERT INTO memories (name, desk) VALUES (?, ?)');
  const update = db.prepare(
    'UPDATE memories SET name = @name, readable = @readable, writable = @writable, priority = @priority WHERE id = @id',
  );
  // One number for each id there can be, so that a follower that stopped midway goes on where it was.
  const note = db.prepare(
    `INSERT INTO memory_changes (seq, base, memory)
     SELECT coalesce(max(seq), 0) + (SELECT coalesce(max(id), 1) FROM units WHERE memory = @id), coalesce(max(seq), 0), @id
     FROM memory_changes`,
  );
  const get = memoryById(db);
  const refuseTaken = (desk: number, name: string, id: number | null) => {
    const other = taken.get(desk, name);
    if (other && other.id !== id)
      throw new UserError('name-taken', `There is a memory “${name}” already. Choose another name.`, 409);
  };
  return {
    memories: reading(db, () => all.all().map(memoryOf)),
    addMemory: writing(db, (name, desk) => {
      refuseTaken(desk, name, null);
      return Number(add.run(name, desk).lastInsertRowid);
    }),
    changeMemory: writing(db, (id, change) => {
      const before = get(id);
      const after = { ...before, ...change };
      refuseTaken(before.desk, after.name, id);
      update.run({ ...after, readable: after.readable ? 1 : 0, writable: after.writable ? 1 : 0 });
      if (before.readable !== after.readable) note.run({ id });
      return after;
    }),
  };
}
