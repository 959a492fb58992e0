// A file of aligned pairs comes into the memory: read in pieces, stored in many short transactions, seen at once when all of it
// is there. Asking again after an interruption goes on with the same import; a file that stands already changes nothing.

import { createHash } from 'node:crypto';
import type { MemoryStore, NewUnit } from '../../db/stores.ts';
import { NotFound, UserError } from '../errors.ts';
import type { Read, TmxUnit } from '../formats/bilingual.ts';
import { because, refusal, type Why } from '../formats/refusal.ts';
import type { Language, Neighbour } from '../model.ts';
import type { Refusal } from '../model-refusal.ts';
import { canonical, withoutCodes } from '../text/inline.ts';
import { matchKey } from '../text/normalize.ts';
import type { Desk } from './desk.ts';
import type { Progress } from './jobs.ts';
import { readUnits } from './read-units.ts';

/** A file that can be opened more than once, for it is hashed before it is read. */
export interface MemoryFile {
  name: string;
  open(): AsyncIterable<Uint8Array>;
}

export interface MemoryImportOptions {
  by: string;
  /** The languages of a table without a row that names them; a file's own languages win. */
  from?: Language;
  to?: Language;
  /** The memory that learns; the first writable one where absent. */
  memory?: number;
  /** Units a transaction, from 1: 200 where absent, some ten milliseconds. More is quicker where nobody else has to wait. */
  batch?: number;
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
/** What is longer (UTF-16 units) is no segment. */
const LONGEST = 100_000;

/**
 * Imports a file. Throws a UserError, with nothing learnt, where it cannot be read to its end. An abort leaves what was
 * read to be taken up again, unless its reason is a UserError (a person cancelled): then it is taken back.
 */
export async function* importMemory(
  desk: Pick<Desk, 'stores' | 'now'>,
  file: MemoryFile,
  options: MemoryImportOptions,
): AsyncGenerator<Progress, MemoryImported> {
  const reading = batches(readUnits(file, options), options.batch ?? BATCH);
  try {
    // Before the whole file is read for its hash: most files that are refused are refused at their beginning.
    const first = await reading.next();
    return yield* learn(desk, file, options, goingOn(first, reading));
  } finally {
    await reading.return(undefined);
  }
}

type Batch = readonly Read<TmxUnit>[];

async function* goingOn(first: IteratorResult<Batch>, rest: AsyncGenerator<Batch>): AsyncGenerator<Batch> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function* learn(
  desk: Pick<Desk, 'stores' | 'now'>,
  file: MemoryFile,
  options: MemoryImportOptions,
  read: AsyncIterable<Batch>,
): AsyncGenerator<Progress, MemoryImported> {
  const { memory } = desk.stores;
  const into = await writableMemory(memory, options.memory);
  const hash = await hashOf(file, { into, from: options.from, to: options.to });
  const at = desk.now();
  const { id } = await memory.beginImport({ file: file.name, hash, by: options.by, at });
  const sum: MemoryImported = { read: 0, added: 0, updated: 0, unchanged: 0, refused: 0, refusals: [], imports: [id] };
  let ended = false;
  try {
    for await (const batch of read) {
      await store(memory, id, batch, { memory: into, by: options.by, at }, sum);
      yield { done: sum.read, total: null };
      if (options.signal?.aborted) return sum;
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
    if (!ended && options.signal?.reason instanceof UserError) await memory.undoImport(id);
  }
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

/** Pieces put together, or cut, into batches of one size; the last one may be smaller. */
async function* batches<T>(pieces: AsyncIterable<readonly T[]>, size: number): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  for await (const piece of pieces) {
    for (const item of piece) {
      batch.push(item);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

interface Learning {
  memory: number;
  by: string;
  at: string;
}

async function store(
  memory: MemoryStore,
  id: number,
  batch: Batch,
  learning: Learning,
  sum: MemoryImported,
): Promise<void> {
  const units: NewUnit[] = [];
  for (const [i, item] of batch.entries()) {
    const refused = item.kind === 'refused' ? item : refusalOf(item.unit, sum.read + i + 1);
    if (refused) {
      sum.refused++;
      const { at, why, code, values, place } = refused;
      if (sum.refusals.length < REFUSALS_KEPT) sum.refusals.push({ at, why, code, values, place });
    } else if (item.kind === 'unit') units.push(unitOf(item.unit, learning));
  }
  sum.read += batch.length;
  for (const answer of await memory.addUnits(id, units)) sum[answer]++;
}

/** Why a unit that could be read cannot be remembered, or null. */
function refusalOf(unit: TmxUnit, number: number): Refusal | null {
  const why = whyNot(unit);
  return why && refusal({ unit: number, ...(unit.id === null ? {} : { name: unit.id }) }, why);
}

function whyNot({ source, target, codes, from, to }: TmxUnit): Why | null {
  if (withoutCodes(source, codes).trim() === '') return because('source-empty');
  if (withoutCodes(target, codes).trim() === '') return because('target-empty');
  if (source.length > LONGEST || target.length > LONGEST) return because('too-long', { most: LONGEST });
  return from === to ? because('one-language', { language: from }) : null;
}

/** A unit of a file as the memory keeps it; what the file does not say of author and time is said of this import. */
export function unitOf(unit: TmxUnit, { memory, by, at }: Learning): NewUnit {
  const { source, target, codes } = canonical(unit.source, unit.target, unit.codes);
  return {
    memory,
    from: unit.from,
    to: unit.to,
    source,
    target,
    codes,
    sourceKey: matchKey(source, codes),
    targetKey: matchKey(target, codes),
    previous: neighbour(unit.previous),
    next: neighbour(unit.next),
    segment: null,
    taught: 'import',
    group: unit.group,
    author: unit.changedBy ?? unit.author ?? by,
    createdAt: unit.createdAt ?? unit.changedAt ?? at,
    changedAt: unit.changedAt ?? unit.createdAt ?? at,
    note: unit.note,
    properties: unit.properties,
  };
}

function neighbour(text: string | null): Neighbour {
  if (text === null) return { kind: 'unknown' };
  return text === '' ? { kind: 'edge' } : { kind: 'text', key: matchKey(text) };
}
