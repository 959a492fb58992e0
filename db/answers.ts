// Answers of translation services, each by the digest of its question.
import type Database from 'better-sqlite3';
import type { AnswerStore, KeptAnswer, ReviewedSuggestion } from './stores.ts';
import { reading, writing } from './verbs.ts';

interface Row {
  question: string;
  provider: string;
  model: string | null;
  answer: string;
  billed: number;
  at: string;
}

const REVIEWED = `
  SELECT a.segment, m.provenance ->> 'provider' AS provider, m.provenance ->> 'model' AS model,
    d.name AS desk, substr(a.at, 1, 7) AS month, a.codes, m.target AS suggestion, a.target AS approved
  FROM versions a JOIN segments s ON s.id = a.segment JOIN articles r ON r.id = s.article JOIN desks d ON d.id = r.desk
  JOIN versions m ON m.segment = a.segment AND m.number = (
    SELECT MAX(x.number) FROM versions x WHERE x.segment = a.segment AND x.number < a.number
      AND x.origin = 'machine' AND x.state = 'suggested' AND x.source_version = a.source_version)
  WHERE a.segment > ? AND a.state = 'approved' AND a.number = (
    SELECT MAX(y.number) FROM versions y WHERE y.segment = a.segment AND y.state = 'approved')
  ORDER BY a.segment LIMIT ?`;

/** The kept answers of a database. */
export function answerStore(db: Database.Database): AnswerStore {
  const find = db.prepare<[string], Row>(
    `SELECT question, provider, model, answer, billed, at FROM answers
     WHERE question IN (SELECT value FROM json_each(?))`,
  );
  const add = db.prepare(
    `INSERT INTO answers (question, provider, model, answer, billed, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const reviewed = db.prepare<[number, number], Omit<ReviewedSuggestion, 'codes'> & { codes: string }>(REVIEWED);
  return {
    reviewed: reading(db, (after, limit) =>
      reviewed.all(after, limit).map((row) => ({ ...row, codes: JSON.parse(row.codes) })),
    ),
    known: reading(
      db,
      (questions) => new Map(find.all(JSON.stringify(questions)).map((row) => [row.question, answerOf(row)])),
    ),
    keep: writing(db, (answers) => {
      for (const { question, provider, model, billed, at, ...answer } of answers)
        add.run(question, provider, model, JSON.stringify(answer), billed, at);
    }),
  };
}

function answerOf({ answer, ...row }: Row): KeptAnswer {
  return { ...row, ...(JSON.parse(answer) as Pick<KeptAnswer, 'source' | 'codes' | 'target' | 'dropped' | 'spoilt'>) };
}
