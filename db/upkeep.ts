// The care of the database file: copies, checks, settings.
import type Database from 'better-sqlite3';
import { backupInto } from './copies.ts';
import type { Upkeep } from './stores.ts';
import { reading, writing } from './verbs.ts';
import { verifier } from './verify.ts';

export { restoreDatabase } from './copies.ts';

/** The upkeep of a database. */
export function upkeep(db: Database.Database): Upkeep {
  const get = db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE name = ?');
  const set = db.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  return {
    backup: (file) => backupInto(db, file),
    verify: verifier(db),
    setting: reading(db, (name) => get.get(name)?.value ?? null),
    setSetting: writing(db, (name, value) => void set.run(name, value)),
    outsideChanges: reading(db, () => Number(db.pragma('data_version', { simple: true }))),
  };
}
