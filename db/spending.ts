// What was sent to translation services, a row a call.
import type Database from 'better-sqlite3';
import type { SpendingStore } from './stores.ts';
import { reading, writing } from './verbs.ts';

/** The spending of a database. */
export function spendingStore(db: Database.Database): SpendingStore {
  const add = db.prepare('INSERT INTO spending (provider, characters, at) VALUES (@provider, @characters, @at)');
  const settle = db.prepare('UPDATE spending SET characters = ? WHERE id = ?');
  const sums = db.prepare<[string], { provider: string; characters: number }>(
    'SELECT provider, sum(characters) AS characters FROM spending WHERE at >= ? GROUP BY provider',
  );
  const sum = (since: string) => sums.all(since).reduce((all, { characters }) => all + characters, 0);
  return {
    spend: writing(db, (spending, limit) => {
      if (limit && sum(limit.since) + spending.characters > limit.most) return null;
      return Number(add.run(spending).lastInsertRowid);
    }),
    settle: writing(db, (id, characters) => void settle.run(characters, id)),
    spent: reading(db, (since) =>
      Object.fromEntries(sums.all(since).map(({ provider, characters }) => [provider, characters])),
    ),
  };
}
