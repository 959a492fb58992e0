// The numbers that people see beside segments.
import type Database from 'better-sqlite3';

/** Gives an article's translatable segments the numbers 1, 2, … in order of place, and 0 to the others. */
export function numberSegments(db: Database.Database): (article: number) => void {
  const statement = db.prepare(
    `UPDATE segments SET n = coalesce(counted.n, 0)
     FROM segments AS s LEFT JOIN (
       SELECT t.id, row_number() OVER (ORDER BY t.place) AS n FROM segments t JOIN blocks b ON b.id = t.block
       WHERE t.article = @article AND b.role <> 'furniture' AND t.left_with IS NULL
     ) AS counted ON counted.id = s.id
     WHERE s.id = segments.id AND s.article = @article AND segments.n <> coalesce(counted.n, 0)`,
  );
  return (article) => void statement.run({ article });
}
