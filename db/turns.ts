// Writes of a connection in turn with those of other processes. SQLite waits for a lock in its sleep: it holds up all events of the
// process, and sleeps through the moments in which another process lets go of the lock.
import Database from 'better-sqlite3';

/** How often (ms) a write that waits looks whether the lock is free, and how long it waits at most. */
const LOOKS = 1;
const PATIENCE = 5000;
/** What SQLite itself waits (ms) for anything but the beginning of a write. */
export const TIMEOUT = 5000;

interface Waiting {
  attempt: () => void;
  fail: (error: unknown) => void;
  until: number;
}

const lines = new WeakMap<Database.Database, Waiting[]>();

/** Runs a write as soon as no other process writes, and after those of this connection that came before; at once where it can. */
export async function inTurn<R>(db: Database.Database, write: () => R): Promise<R> {
  const line = lineOf(db);
  if (line.length === 0) {
    try {
      return withoutSleep(db, write);
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }
  return new Promise<R>((resolve, fail) => {
    const attempt = () => resolve(withoutSleep(db, write));
    line.push({ attempt, fail, until: performance.now() + PATIENCE });
    if (line.length === 1) setTimeout(goThrough, LOOKS, line);
  });
}

function lineOf(db: Database.Database): Waiting[] {
  const line = lines.get(db) ?? [];
  lines.set(db, line);
  return line;
}

function withoutSleep<R>(db: Database.Database, write: () => R): R {
  db.pragma('busy_timeout = 0');
  try {
    return write();
  } finally {
    if (db.open) db.pragma(`busy_timeout = ${TIMEOUT}`);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/** Lets those that wait have their turn, one after the other, as far as the lock is free. */
function goThrough(line: Waiting[]): void {
  for (let first = line[0]; first; first = line[0]) {
    try {
      first.attempt();
    } catch (error) {
      if (isBusy(error) && performance.now() < first.until) break;
      first.fail(error);
    }
    line.shift();
  }
  if (line.length > 0) setTimeout(goThrough, LOOKS, line);
}
