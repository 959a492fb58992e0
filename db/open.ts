// Opens the one file that holds everything.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../server/errors.ts';
import { alignmentStore } from './alignments.ts';
import { answerStore } from './answers.ts';
import { articleStore } from './articles.ts';
import { changeFeed } from './changes.ts';
import { deskStore } from './desks.ts';
import { dismissalStore } from './dismissals.ts';
import { jobStore } from './jobs.ts';
import { lexiconStore } from './lexicons.ts';
import { memoryStore } from './memory.ts';
import { migrate } from './migrate.ts';
import { peopleStore } from './people.ts';
import { segmentStore } from './segments.ts';
import { spendingStore } from './spending.ts';
import type { LexiconStore, MemoryFeed, Stores } from './stores.ts';
import { termStore } from './terms.ts';
import { TIMEOUT } from './turns.ts';
import { upkeep } from './upkeep.ts';
import { inWords } from './verbs.ts';

/**
 * Opens (or begins) a database file, `:memory:` included, makes its folder, runs missing migrations, and gives the stores
 * over it. Throws a UserError for a file that is no database, another program's or a newer program's one.
 */
export function openStores(file: string): Stores {
  const db = openDatabase(file);
  return {
    articles: articleStore(db),
    segments: segmentStore(db),
    memory: memoryStore(db),
    lexicons: lexiconStore(db),
    alignments: alignmentStore(db),
    jobs: jobStore(db),
    people: peopleStore(db),
    dismissals: dismissalStore(db),
    answers: answerStore(db),
    spending: spendingStore(db),
    terms: termStore(db),
    desks: deskStore(db),
    upkeep: upkeep(db),
    close: () => void db.close(),
  };
}

/** What a thread that makes units ready can work out for the one that stores them. */
export { hashesOf } from './unit-rows.ts';

/** What another thread reads of a file that {@link openStores} has opened before. */
export interface Feed {
  memory: MemoryFeed;
  lexicons: Pick<LexiconStore, 'get' | 'sample'>;
  close(): void;
}

/** The memory of a file, to be read and followed by another thread; it cannot write. */
export function openFeed(file: string): Feed {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: TIMEOUT });
  return { memory: changeFeed(db), lexicons: lexiconStore(db), close: () => void db.close() };
}

/** The migrated database of {@link openStores}, without its stores. */
export function openDatabase(file: string): Database.Database {
  const db = connect(file);
  try {
    inWords(() => prepare(db));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function connect(file: string): Database.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return new Database(file, { timeout: TIMEOUT });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError('database-unreachable', `${file} cannot be opened (${why}); check the path and its rights`);
  }
}

function prepare(db: Database.Database): void {
  refuseOtherFiles(db);
  // Readers never wait for the writer, nor it for them.
  db.pragma('journal_mode = WAL');
  // NORMAL would survive a killed process, for the kernel holds what was written, but not a power cut: FULL waits for the
  // disk at each commit. A verb's promise says "durable", and a person's approval is worth some milliseconds.
  db.pragma('synchronous = FULL');
  // Checkpoints after 1,000 pages (SQLite's own choice) would come with nearly every batch of an import.
  db.pragma('wal_autocheckpoint = 8000');
  db.pragma('journal_size_limit = 67108864');
  db.pragma('cache_size = -32768');
  db.pragma('temp_store = MEMORY');
  migrate(db);
  db.pragma('foreign_keys = ON');
}

function refuseOtherFiles(db: Database.Database): void {
  try {
    db.pragma('schema_version');
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_NOTADB') throw error;
    throw new UserError('not-a-database', `${db.name} is not a database; name another file with --db or BITEXTE_DB`);
  }
}
