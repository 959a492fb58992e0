// How a function over statements becomes a verb of a store: a promise, and one whole transaction with no await inside.
import Database from 'better-sqlite3';
import { UserError } from '../server/errors.ts';
import { inTurn } from './turns.ts';

/**
 * A verb that writes: one IMMEDIATE transaction, committed and durable before its promise resolves, or without a trace. Where
 * another process is writing it waits its turn, five seconds at most, and holds up nothing but the writes behind it. `around` runs
 * each attempt.
 */
export function writing<A extends unknown[], R>(
  db: Database.Database,
  work: (...args: A) => R,
  around: (attempt: () => R) => R = (attempt) => attempt(),
): (...args: A) => Promise<R> {
  const whole = db.transaction(work);
  // A deferred transaction that reads before it writes can find the file changed in between and fail (BUSY_SNAPSHOT).
  return async (...args) => {
    try {
      return await inTurn(db, () => around(() => whole.immediate(...args)));
    } catch (error) {
      throw worded(error);
    }
  };
}

/** A verb that only reads: all its statements see the same state of the file. */
export function reading<A extends unknown[], R>(
  db: Database.Database,
  work: (...args: A) => R,
): (...args: A) => Promise<R> {
  const whole = db.transaction(work);
  return async (...args) => inWords(() => whole.deferred(...args));
}

const TROUBLES: [RegExp, string, string, number][] = [
  [/^SQLITE_BUSY/, 'database-busy', 'another process holds the database; try again in a moment', 503],
  [/^SQLITE_FULL/, 'disk-full', 'the disk is full: make room and try again', 507],
  [
    /^SQLITE_READONLY/,
    'database-read-only',
    'the database may not be written to: check the rights of its file and folder',
    500,
  ],
  [
    /^SQLITE_(NOTADB|CORRUPT)/,
    'damaged-database',
    'the database file is damaged or not a database: restore a backup',
    500,
  ],
  [
    /^SQLITE_(CANTOPEN|IOERR)/,
    'database-unreachable',
    'the database file cannot be read or written: check its disk and rights',
    500,
  ],
];

/** Runs work on a database and says the world's refusals (busy, full, read-only, damaged) as UserErrors. */
export function inWords<R>(work: () => R): R {
  try {
    return work();
  } catch (error) {
    throw worded(error);
  }
}

/** The UserError for a refusal of the world; any other error as it is. */
export function worded(error: unknown): unknown {
  const code = error instanceof Database.SqliteError ? error.code : '';
  const [, name, message, status] = TROUBLES.find(([pattern]) => pattern.test(code)) ?? [];
  return name === undefined ? error : new UserError(name, message ?? '', status);
}
