// The thread that owns the index of a server: it answers questions, follows the database by itself and keeps the file.
import { parentPort, workerData } from 'node:worker_threads';
import { openFeed } from '../../db/open.ts';
import { followedIndex } from './followed-index.ts';
import type { NearQuery, NearUnit } from './memory-index.ts';

/** What the thread is started with. */
export interface WorkerStart {
  database: string;
  file: string;
}

/** What it is asked, and what it answers under the same id. */
export type WorkerQuestion = { id: number; ask: 'near'; query: NearQuery } | { id: number; ask: 'ready' | 'close' };
export type WorkerAnswer = { id: number; units?: NearUnit[]; error?: string };

/** How often (ms) it looks by itself for what was imported or approved, and how long nobody must have asked before it writes. */
const LOOKS = 500;
const QUIET = 2000;

const { database, file } = workerData as WorkerStart;
const feed = openFeed(database);
const index = followedIndex(feed.memory, file);
let asked = 0;

const looking = setInterval(() => {
  index.ready().then(() => {
    if (Date.now() - asked > QUIET) index.keep();
  }, report);
}, LOOKS);

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
