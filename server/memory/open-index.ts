// Opens the fuzzy index of a database file: in a thread of its own for a server, in this one for a single command.
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { MemoryFeed } from '../../db/stores.ts';
import { FollowedIndex } from './followed-index.ts';
import type { MemoryIndex, Standing } from './memory-index.ts';
import type { WorkerAnswer, WorkerQuestion, WorkerStart } from './worker.ts';

/** Where the index of a database is kept. It can be deleted at any time: it is made anew. */
export function indexFileOf(database: string): string | null {
  return database === ':memory:' ? null : `${database}.index`;
}

/** The index in this thread, over stores that are open already. Its first answer waits until it has caught up. */
export function indexHere(memory: MemoryFeed, database: string): MemoryIndex {
  return new FollowedIndex(memory, indexFileOf(database));
}

/**
 * The index in a thread of its own, which opens the file itself (only to read) and never holds up the caller's events.
 * Without built JavaScript, which a thread needs, or without a file it is in this thread.
 */
export function indexInThread(memory: MemoryFeed, database: string): MemoryIndex {
  const file = indexFileOf(database);
  const script = workerScript();
  return file === null || script === null ? indexHere(memory, database) : threadIndex(script, { database, file });
}

/** The built worker: beside this file once compiled, in dist while running from source. */
function workerScript(): URL | null {
  const places = ['./worker.js', '../../dist/server/memory/worker.js'].map((place) => new URL(place, import.meta.url));
  return places.find((place) => existsSync(place)) ?? null;
}

type Waiting = { resolve: (answer: WorkerAnswer) => void; reject: (error: Error) => void };

function threadIndex(script: URL, start: WorkerStart): MemoryIndex {
  const worker = new Worker(script, { workerData: start });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let standing: Standing = { ready: false, reached: 0, of: 0 };
  let dead: Error | null = null;
  const fail = (error: Error) => {
    dead ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (answer: WorkerAnswer) => {
    if (answer.standing) standing = answer.standing;
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    // An idle index is no reason to keep the program running.
    if (waiting.size === 0) worker.unref();
    if (answer.error === undefined) asker?.resolve(answer);
    else asker?.reject(new Error(answer.error));
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread of the memory index has ended')));
  worker.unref();
  const ask = (question: AskedOf<WorkerQuestion>) =>
    new Promise<WorkerAnswer>((resolve, reject) => {
      if (dead) return reject(dead);
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ ...question, id });
    });
  return {
    standing: () => standing,
    near: async (query) => (await ask({ ask: 'near', query })).units ?? [],
    ready: async () => void (await ask({ ask: 'ready' })),
    close: async () => {
      if (!dead) await ask({ ask: 'close' });
      await worker.terminate();
    },
  };
}

type AskedOf<Q> = Q extends unknown ? Omit<Q, 'id'> : never;
