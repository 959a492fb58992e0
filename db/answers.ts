// Answers of translation services, each by the digest of its question.
import type Database from 'better-sqlite3';
import type { AnswerStore, KeptAnswer } from './stores.ts';
import { reading, writing } from './verbs.ts';

interface Row {
  question: string;
  provider: string;
  model: string | null;
  answer: string;
  billed: number;
  at: string;
}

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
  return {
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
  return { ...row, ...(JSON.parse(answer) as Pick<KeptAnswer, 'source' | 'codes' | 'target' | 'dropped'>) };
}
