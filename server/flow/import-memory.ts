// A file of aligned pairs comes into the memory: read in pieces, stored in many short transactions, seen at once when all of it
// is there. Asking again after an interruption goes on with the same import; a file that stands already changes nothing.

import { createHash } from 'node:crypto';
import type { MemoryStore } from '../../db/stores.ts';
import { NotFound, UserError } from '../errors.ts';
import type { Language } from '../model.ts';
import type { Refusal } from '../model-refusal.ts';
import type { Desk } from './desk.ts';
import type { Progress } from './jobs.ts';
import { type Learning, type MemoryFile, type ReadyUnits, readyUnits } from './ready-units.ts';

/** How a file of pairs comes in. */
export interface MemoryImportOptions {
  by: string;
  /** The languages of a table without a row that names them; a file's own languages win. */
  from?: Language;
  to?: Language;
  /** The memory that learns; the first writable one where absent. */
  memory?: number;
  /** Units a transaction, from 1: 200 where absent, some ten milliseconds. More is quicker where nobody else has to wait. */
  batch?: number;
  /** How long (ms) the database is left to others between two transactions, which are short while others write; not at all where absent. */
  pause?: number;
  signal?: AbortSignal;
}

/** What became of the units of a file. `refusals` keeps the first thousand; `refused` counts them all. */
export interface MemoryImported {
  read: number;
  added: number;
  updated: number;
  unchanged: number;
  refused: number;
  refusals: Refusal[];
  /** The numbers by which the import can be taken back. */
  imports: number[];
}

const BATCH = 200;
const REFUSALS_KEPT = 1000;
/** So many transactions are short after another process has written. */
const COMPANY = 200;

/**
 * Imports a file. Throws a UserError, with nothing learnt, where it cannot be read to its end. An abort leaves what was
 * read to be taken up again, unless its reason is a UserError (a person cancelled): then it is taken back.
 */
export async function* importMemory(
  desk: Pick<Desk, 'stores' | 'now' | 'reader'>,
  file: MemoryFile,
  options: MemoryImportOptions,
): AsyncGenerator<Progress, MemoryImported> {
  const { by, from, to, batch = BATCH } = options;
  const learning = { memory: await writableMemory(desk.stores.memory, options.memory), by, at: desk.now() };
  const languages = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const reading = (desk.reader ?? readyUnits)(file, { languages, learning, size: batch });
  try {
    // Before the whole file is read for its hash: most files that are refused are refused at their beginning.
    const first = await reading.next();
    return yield* learn(desk.stores.memory, file, { ...options, learning }, goingOn(first, reading));
  } finally {
    await reading.return(undefined);
  }
}

async function* goingOn(
  first: IteratorResult<ReadyUnits>,
  rest: AsyncGenerator<ReadyUnits>,
): AsyncGenerator<ReadyUnits> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function* learn(
  memory: MemoryStore,
  file: MemoryFile,
  { learning, from, to, signal, pause }: MemoryImportOptions & { learning: Learning },
  read: AsyncIterable<ReadyUnits>,
): AsyncGenerator<Progress, MemoryImported> {
  const { memory: into, by, at } = learning;
  const hash = await hashOf(file, { into, from, to });
  const { id } = await memory.beginImport({ file: file.name, hash, by, at });
  const sum: MemoryImported = { read: 0, added: 0, updated: 0, unchanged: 0, refused: 0, refusals: [], imports: [id] };
  const addAll: Add = async (units) => {
    for (const answer of await memory.addUnits(id, units)) sum[answer]++;
  };
  const add = pause === undefined ? addAll : politely(memory, addAll, pause);
  let ended = false;
  try {
    for await (const ready of read) {
      await store(ready, sum, add);
      yield { done: sum.read, total: null };
      if (signal?.aborted) return sum;
    }
    if (sum.read === 0) throw new UserError('empty-file', `${file.name} holds no units. Choose another file.`);
    await memory.finishImport(id);
    ended = true;
    return sum;
  } catch (thrown) {
    await memory.undoImport(id);
    ended = true;
    throw thrown;
  } finally {
    if (!ended && signal?.reason instanceof UserError) await memory.undoImport(id);
  }
}

type Add = (units: ReadyUnits['units']) => Promise<void>;

async function store({ read, units, refusals }: ReadyUnits, sum: MemoryImported, add: Add): Promise<void> {
  sum.read += read;
  sum.refused += refusals.length;
  sum.refusals.push(...refusals.slice(0, REFUSALS_KEPT - sum.refusals.length));
  await add(units);
}

/** Leaves the database to others for some ms after each transaction; for long after they have written transactions are short. */
function politely(memory: MemoryStore, add: Add, pause: number): Add {
  let seen: number | null = null;
  let company = 0;
  return async (units) => {
    for (let at = 0; at < units.length; ) {
      const size = company > 0 ? BATCH : units.length;
      await add(units.slice(at, at + size));
      at += size;
      await new Promise((resolve) => setTimeout(resolve, pause));
      const now = await memory.elsewhere();
      company = seen !== null && now !== seen ? COMPANY : company - 1;
      seen = now;
    }
  };
}

async function writableMemory(memory: MemoryStore, wanted?: number): Promise<number> {
  const all = await memory.memories();
  const named = all.find(({ id }) => id === wanted);
  if (wanted !== undefined && !named) throw new NotFound(`There is no memory ${wanted}.`);
  if (named && !named.writable)
    throw new UserError('read-only', `“${named.name}” may not be written to. Choose another memory.`, 409);
  const found = named ?? all.find(({ writable }) => writable);
  if (!found) throw new UserError('no-memory', 'No memory may be written to. Make one writable first.', 409);
  return found.id;
}

async function hashOf(file: MemoryFile, told: object): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(told));
  for await (const bytes of file.open()) hash.update(bytes);
  return hash.digest('hex');
}
