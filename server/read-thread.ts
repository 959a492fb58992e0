// Reads files of pairs in a thread of its own: while one batch is written, the next ones are made ready.
import { on } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { UserError } from './errors.ts';
import { unpacked } from './flow/packed-units.ts';
import { type MemoryFile, type ReadyUnits, readyUnits, type UnitReader } from './flow/ready-units.ts';
import type { ReadStart, ReadTold } from './read-worker.ts';

/** A smaller file (bytes) is read before a thread has started. */
const WORTH_A_THREAD = 2 ** 20;

/**
 * The reader for a desk. A thread needs built JavaScript, and a file that it can open itself: without either, and for a
 * file of less than `least` bytes, it reads in the caller's thread.
 */
export function readerInThread(least = WORTH_A_THREAD): UnitReader {
  const places = ['./read-worker.js', '../dist/server/read-worker.js'].map((place) => new URL(place, import.meta.url));
  const script = places.find((place) => existsSync(place));
  return (file, reading) => {
    const { name, path } = file;
    if (!script || path === undefined || sizeOf(path) < least) return readyUnits(file, reading);
    return inThread(script, { name, path, ...reading });
  };
}

/** What is not there is read, and refused, as any file is. */
function sizeOf(path: NonNullable<MemoryFile['path']>): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

async function* inThread(script: URL, start: ReadStart): AsyncGenerator<ReadyUnits> {
  const worker = new Worker(script, { workerData: start });
  try {
    for await (const [told] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[ReadTold]>) {
      if ('ended' in told) return;
      if ('refused' in told) throw refusedBy(told.refused);
      worker.postMessage('taken');
      yield unpacked(told.ready);
    }
    throw new Error('the thread that reads has ended before its file');
  } finally {
    await worker.terminate();
  }
}

function refusedBy({ code, message, status, values }: Extract<ReadTold, { refused: unknown }>['refused']): UserError {
  return new UserError(code, message, status, values);
}
