// Aligns for a server: each pair in a thread of its own, one pair at a time, so that nobody at the editor waits for it.
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Stores } from '../db/stores.ts';
import type { AlignStart, AlignTold } from './align-worker.ts';
import { UserError } from './errors.ts';
import { type AlignedTexts, type Aligner, alignTexts, type TextsToAlign } from './flow/align-texts.ts';

/**
 * The aligner of a database file. A thread needs built JavaScript, and a file that it can open itself: without either it
 * aligns in the caller's thread.
 */
export function alignerInThread(stores: Pick<Stores, 'memory' | 'lexicons'>, database: string): Aligner {
  const script = workerScript();
  if (script === null || database === ':memory:') return (texts) => alignTexts(stores, texts);
  let last: Promise<unknown> = Promise.resolve();
  return (texts, signal) => {
    const mine = last.then(() => inThread({ script, database, stores }, texts, signal));
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** The built worker: beside this file once compiled, in dist while running from source. */
function workerScript(): URL | null {
  const places = ['./align-worker.js', '../dist/server/align-worker.js'].map(
    (place) => new URL(place, import.meta.url),
  );
  return places.find((place) => existsSync(place)) ?? null;
}

interface Thread {
  script: URL;
  database: string;
  stores: Pick<Stores, 'lexicons'>;
}

async function inThread(
  { script, database, stores }: Thread,
  texts: TextsToAlign,
  signal?: AbortSignal,
): Promise<AlignedTexts> {
  signal?.throwIfAborted();
  const worker = new Worker(script, { workerData: { database, texts } satisfies AlignStart });
  const kept: Promise<void>[] = [];
  const found = new Promise<AlignedTexts>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.on('message', (told: AlignTold) => {
      if ('found' in told) resolve(told.found);
      else if ('refused' in told) reject(new UserError(told.refused.code, told.refused.message, told.refused.status));
      else kept.push(stores.lexicons.keep(told.keep.one, told.keep.other, told.keep.lexicon));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the thread that aligns has ended without an answer')));
  });
  try {
    return await found;
  } finally {
    await Promise.all(kept);
    await worker.terminate();
  }
}
