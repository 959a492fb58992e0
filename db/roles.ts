// A block's role as a person sets it, and what hangs on it: places, and who repeats whom.
import type Database from 'better-sqlite3';
import { numberSegments } from './numbering.ts';
import { personByName } from './people.ts';
import type { ArticleStore } from './stores.ts';
import { writing } from './verbs.ts';

/** The verb that sets a role. */
export function roleSetter(db: Database.Database): ArticleStore['setRole'] {
  const person = personByName(db);
  const present = db.prepare<[number], { article: number; block: number }>(
    `SELECT b.article, coalesce(b.copy_of, b.id) AS block FROM blocks b JOIN articles a ON a.id = b.article AND a.version = b.source_version
     WHERE b.id = ? AND a.deleted_at IS NULL`,
  );
  const set = db.prepare('UPDATE blocks SET role = @role, role_by = @by WHERE id = @block OR copy_of = @block');
  const renumber = numberSegments(db);
  const regroup = repetitionFinder(db);
  return writing(db, (block, role, by) => {
    const row = present.get(block);
    if (!row) return null;
    set.run({ block: row.block, role, by: person(by) });
    renumber(row.article);
    regroup(row.article);
    return row.article;
  });
}

/** Lets each translatable segment repeat the first one of its article that has its text and its role. */
function repetitionFinder(db: Database.Database): (article: number) => void {
  const all = db.prepare<[number], { id: number; key: string; role: string; repeats: number | null }>(
    `SELECT s.id, s.key, b.role, s.repeats FROM segments s JOIN blocks b ON b.id = s.block
     WHERE s.article = ? AND s.n > 0 ORDER BY s.n`,
  );
  const set = db.prepare('UPDATE segments SET repeats = ? WHERE id = ?');
  return (article) => {
    const first = new Map<string, number>();
    for (const { id, key, role, repeats } of all.all(article)) {
      const leader = first.get(`${role} ${key}`) ?? null;
      if (leader === null) first.set(`${role} ${key}`, id);
      if (leader !== repeats) set.run(leader, id);
    }
  };
}
