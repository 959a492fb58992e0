// Findings that somebody has waved through, each for one segment and one text of it.
import type Database from 'better-sqlite3';
import { personByName } from './people.ts';
import type { Dismissal, DismissalStore } from './stores.ts';
import { reading, writing } from './verbs.ts';

/** The dismissals of a database. */
export function dismissalStore(db: Database.Database): DismissalStore {
  const person = personByName(db);
  const add = db.prepare(
    `INSERT INTO dismissals (segment, finding, words, target, why, by, at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET why = excluded.why, by = excluded.by, at = excluded.at`,
  );
  const drop = db.prepare('DELETE FROM dismissals WHERE segment = ? AND finding = ? AND words = ? AND target = ?');
  const of = db.prepare<[number], Dismissal>(
    `SELECT d.segment, d.finding, d.words, d.target, d.why, p.name AS "by", d.at FROM dismissals d
     JOIN segments s ON s.id = d.segment JOIN people p ON p.id = d.by WHERE s.article = ? ORDER BY d.at, d.segment`,
  );
  return {
    dismiss: writing(
      db,
      ({ segment, finding, words, target, why, by, at }) =>
        void add.run(segment, finding, words, target, why, person(by), at),
    ),
    recall: writing(db, ({ segment, finding, words, target }) => drop.run(segment, finding, words, target).changes > 0),
    of: reading(db, (article) => of.all(article)),
  };
}
