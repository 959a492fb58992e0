// Brings a database file to the schema of this program: plain numbered SQL, forward only, each step whole or absent.
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { UserError } from '../server/errors.ts';

/** Marks a SQLite file as Bitexte's own: the letters `Bitx` as one number, in `PRAGMA application_id`. */
export const APPLICATION_ID = 0x42697478;

/** One step: its number and its SQL. */
export interface Migration {
  number: number;
  sql: string;
}

/** The steps of `db/migrations/NNNN-name.sql`, by rising number. They lie beside this file in the sources and in the build. */
export function readMigrations(folder: URL = new URL('./migrations/', import.meta.url)): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 4)), sql: readFileSync(new URL(name, folder), 'utf8') }));
}

/**
 * Runs the steps that a database lacks. A file that holds data is first copied to `<file>.before-NNNN` (NNNN: the first
 * step to run). Throws a UserError, with nothing changed, for another program's database and for one that is newer than
 * the steps.
 */
export function migrate(db: Database.Database, migrations: readonly Migration[] = readMigrations()): void {
  refuseStrangers(db);
  const from = schemaOf(db);
  refuseNewer(db, from, migrations);
  const missing = migrations.filter((step) => step.number > from);
  const first = missing[0];
  if (!first) return;
  if (from > 0 && !db.memory) copyBefore(db, first.number);
  // A table that others refer to is rebuilt under another name for a moment; each step is checked as a whole instead.
  db.pragma('foreign_keys = OFF');
  try {
    for (const step of missing) runStep(db, step);
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

/** The number of the last step that a database has had; 0 for an empty one. */
export function schemaOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

function refuseStrangers(db: Database.Database): void {
  const id = Number(db.pragma('application_id', { simple: true }));
  if (id === APPLICATION_ID) return;
  const tables = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get()?.n ?? 0;
  if (id === 0 && tables === 0) return;
  throw new UserError(
    'foreign-database',
    `${db.name} is a database of another program; name another file with --db or BITEXTE_DB`,
  );
}

function refuseNewer(db: Database.Database, schema: number, migrations: readonly Migration[]): void {
  const known = migrations.at(-1)?.number ?? 0;
  if (schema <= known) return;
  throw new UserError(
    'newer-database',
    `${db.name} was written by a newer Bitexte (schema ${schema}, this one knows ${known}); update the program`,
  );
}

function runStep(db: Database.Database, step: Migration): void {
  db.transaction(() => {
    // Another process may have run it while this one waited for the lock.
    if (schemaOf(db) >= step.number) return;
    db.exec(step.sql);
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`migration ${step.number} leaves ${broken.length} broken references`);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${step.number}`);
  }).immediate();
}

function copyBefore(db: Database.Database, number: number): void {
  const copy = `${db.name}.before-${String(number).padStart(4, '0')}`;
  // A copy of an earlier attempt is the older, hence the safer one: it was taken before anything ran.
  if (existsSync(copy)) return;
  const unfinished = `${copy}.part`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  const handle = openSync(unfinished, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, copy);
}
