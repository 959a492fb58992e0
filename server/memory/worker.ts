// The thread that owns the index of a server: it answers questions, follows the database by itself and keeps the file.
import { parentPort, workerData } from 'node:worker_threads';
import { openFeed } from '../../db/open.ts';
import { FollowedIndex } from './followed-index.ts';
import type { NearQuery, NearUnit, Standing } from './memory-index.ts';

/** What the thread is started with. */
export interface WorkerStart {
  database: string;
  file: string;
}

/** What it is asked, and what it answers under the same id. By itself, under no question's id (0), it tells how it stands. */
export type WorkerQuestion = { id: number; ask: 'near'; query: NearQuery } | { id: number; ask: 'ready' | 'close' };
export type WorkerAnswer = { id: number; units?: NearUnit[]; standing?: Standing; error?: string };

/** How often (ms) it looks by itself for what was imported or approved, and how long nobody must have asked before it writes. */
const LOOKS = 500;
const QUIET = 2000;
/** How long (ms) the index may catch up before questions are answered with full-text search as well. */
const PATIENCE = 600;

const { database, file } = workerData as WorkerStart;
const feed = openFeed(database);
const index = new FollowedIndex(feed.memory, file, { patience: PATIENCE });
let asked = 0;
let busy = false;
let told = '';

function look(): void {
  tell();
  // One catching up at a time: a long one is not followed by one for every look that it took.
  if (busy) return;
  busy = true;
  const done = index.ready().finally(() => {
    busy = false;
    tell();
  });
  done.then(() => {
    if (Date.now() - asked > QUIET) index.keep();
  }, report);
}

const looking = setInterval(look, LOOKS);
look();

function tell(): void {
  const standing = index.standing();
  if (told === JSON.stringify(standing)) return;
  told = JSON.stringify(standing);
  parentPort?.postMessage({ id: 0, standing } satisfies WorkerAnswer);
}

function report(error: unknown): void {
  process.stderr.write(`bitexte: the memory's index: ${String(error)}\n`);
}

async function answer(question: WorkerQuestion): Promise<WorkerAnswer> {
  const { id } = question;
  asked = Date.now();
  try {
    if (question.ask === 'near') return { id, units: await index.near(question.query) };
    if (question.ask === 'ready') await index.ready();
    else await end();
    return { id };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function end(): Promise<void> {
  clearInterval(looking);
  await index.close();
  feed.close();
}

parentPort?.on('message', (question: WorkerQuestion) => {
  answer(question).then((told) => {
    parentPort?.postMessage(told);
    if (question.ask === 'close') parentPort?.close();
  }, report);
});
