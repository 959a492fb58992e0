// Copies of the whole database: out while others work, and back in its place.
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../server/errors.ts';
import { APPLICATION_ID, readMigrations, schemaOf } from './migrate.ts';
import { inWords, worded } from './verbs.ts';

/** Writes a consistent copy to a file, whole or not at all; an older copy there is replaced, any other file refused. */
export async function backupInto(db: Database.Database, file: string): Promise<void> {
  if (!db.memory && resolve(db.name) === resolve(file))
    throw new UserError('same-file', `${file} is the database itself; name another file for its copy`);
  if (existsSync(file) && statSync(file).size > 0) opened(file).close();
  const beside = `${file}.part`;
  try {
    await copied(db, beside);
    renameSync(beside, file);
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(beside + end, { force: true });
    throw error;
  }
}

async function copied(db: Database.Database, file: string): Promise<void> {
  rmSync(file, { force: true });
  try {
    await db.backup(file);
    // A copy is one file: looking into one that is in WAL mode would leave two more beside it.
    const copy = new Database(file);
    copy.pragma('journal_mode = DELETE');
    copy.close();
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE')) throw worded(error);
    throw new UserError(
      'copy-failed',
      `${file} cannot be written (${String((error as Error).message)}); check its folder`,
    );
  }
}

/**
 * Puts a copy in the place of a database, also while a server has it open: the copy is looked through first, and what stood
 * there is kept as `<place>.before-restore-<time>`. Throws a UserError, with nothing changed, for a file that is no sound
 * database of this program, and for a place that another program's database holds. `kept` is null where nothing stood there.
 */
export async function restoreDatabase(copy: string, place: string): Promise<{ kept: string | null }> {
  if (resolve(copy) === resolve(place))
    throw new UserError('same-file', `${copy} is the database itself; name a backup of it`);
  const source = opened(copy);
  try {
    refuseDamage(source, copy);
    const kept = await keep(place);
    await source.backup(place);
    return { kept };
  } finally {
    source.close();
  }
}

/** Opens a file that must be a database of this program; nothing is written to it. */
function opened(file: string): Database.Database {
  const no = (what: string) =>
    new UserError('not-a-backup', `${file} ${what}; name a file that bitexte backup has written`, 400);
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    const id = Number(db.pragma('application_id', { simple: true }));
    if (id !== APPLICATION_ID) throw no('is not a Bitexte database');
    const newest = readMigrations().at(-1)?.number ?? 0;
    if (schemaOf(db) > newest) throw no('was written by a newer Bitexte');
    return db;
  } catch (error) {
    db?.close();
    throw error instanceof Database.SqliteError ? no('is not a Bitexte database') : error;
  }
}

function refuseDamage(db: Database.Database, file: string): void {
  const rows = inWords(() => db.pragma('quick_check(1)') as { quick_check: string }[]);
  if (rows[0]?.quick_check !== 'ok') throw new UserError('damaged-backup', `${file} is damaged; name another backup`);
}

/** Keeps what stands in a place: a copy of a database, or, moved away, a file that is none any more. */
async function keep(place: string): Promise<string | null> {
  if (!existsSync(place)) return null;
  const kept = `${place}.before-restore-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  let db: Database.Database | null = null;
  try {
    db = new Database(place, { fileMustExist: true });
    const tables = Number(db.prepare('SELECT count(*) AS n FROM sqlite_schema').pluck().get());
    const id = Number(db.pragma('application_id', { simple: true }));
    if (id !== APPLICATION_ID && tables > 0) throw anothers(place);
    await db.backup(kept);
  } catch (error) {
    if (error instanceof UserError) throw error;
    db?.close();
    db = null;
    copyFileSync(place, kept);
    for (const end of ['', '-wal', '-shm']) rmSync(place + end, { force: true });
  } finally {
    db?.close();
  }
  return kept;
}

function anothers(place: string): UserError {
  return new UserError('not-ours', `${place} is a database of another program; name another one with --db`);
}
