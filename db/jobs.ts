// Jobs: long work, its progress and its end.
import type Database from 'better-sqlite3';
import type { Job, JobState } from '../server/model.ts';
import { personByName } from './people.ts';
import type { JobStore } from './stores.ts';
import { reading, writing } from './verbs.ts';

interface JobRow {
  id: number;
  kind: string;
  state: string;
  done: number;
  total: number | null;
  request: string;
  result: string | null;
  error: string | null;
  started_by: string;
  started_at: string;
  ended_at: string | null;
}

const SELECT = `SELECT j.id, j.kind, j.state, j.done, j.total, j.request, j.result, j.error, p.name AS started_by,
  j.started_at, j.ended_at FROM jobs j JOIN people p ON p.id = j.started_by`;

/** The jobs of a database; another process on the same file sees their progress as it is written. */
export function jobStore(db: Database.Database): JobStore {
  const person = personByName(db);
  const one = db.prepare<[number], JobRow>(`${SELECT} WHERE j.id = ?`);
  const newest = db.prepare<[number], JobRow>(`${SELECT} ORDER BY j.id DESC LIMIT ?`);
  const open = db.prepare<[], JobRow>(`${SELECT} WHERE j.state IN ('queued', 'running') ORDER BY j.id`);
  const add = db.prepare(
    `INSERT INTO jobs (kind, state, request, started_by, started_at) VALUES (?, 'queued', ?, ?, ?)`,
  );
  const advance = db.prepare(
    `UPDATE jobs SET state = 'running', done = ?, total = ? WHERE id = ? AND ended_at IS NULL`,
  );
  const finish = db.prepare('UPDATE jobs SET state = ?, result = ?, error = ?, ended_at = ? WHERE id = ?');
  const get = (id: number): Job => {
    const row = one.get(id);
    if (!row) throw new Error(`job ${id} does not exist`);
    return jobOf(row);
  };
  return {
    start: writing(db, (job) => {
      const id = add.run(job.kind, JSON.stringify(job.request ?? null), person(job.by), job.at).lastInsertRowid;
      return get(Number(id));
    }),
    progress: writing(db, (id, done, total) => void advance.run(done, total, id)),
    end: writing(db, (id, { state, result, error, at }) => {
      finish.run(state, json(result), json(error), at, id);
      return get(id);
    }),
    get: reading(db, (id) => {
      const row = one.get(id);
      return row ? jobOf(row) : null;
    }),
    list: reading(db, (limit) => newest.all(limit).map(jobOf)),
    interrupt: writing(db, (at) => {
      const jobs = open.all();
      for (const job of jobs) finish.run('interrupted', job.result, job.error, at, job.id);
      return jobs.map((job) => get(job.id));
    }),
  };
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function jobOf(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state as JobState,
    done: row.done,
    total: row.total,
    request: JSON.parse(row.request),
    result: row.result === null ? null : JSON.parse(row.result),
    error: row.error === null ? null : JSON.parse(row.error),
    startedBy: row.started_by,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}
