// People by name.
import type Database from 'better-sqlite3';
import type { PeopleStore } from './stores.ts';
import { reading } from './verbs.ts';

/** Everyone who has acted, in the order of their first act. */
export function peopleStore(db: Database.Database): PeopleStore {
  const all = db.prepare<[], { id: number; name: string }>('SELECT id, name FROM people ORDER BY id');
  return { list: reading(db, () => all.all()) };
}

/** Gives the id of the person of that name, who is noted down at the first act. For use inside a transaction. */
export function personByName(db: Database.Database): (name: string) => number {
  const find = db.prepare<[string], { id: number }>('SELECT id FROM people WHERE name = ?');
  const add = db.prepare<[string]>('INSERT INTO people (name) VALUES (?)');
  return (name) => find.get(name)?.id ?? Number(add.run(name).lastInsertRowid);
}
