// The index on disk, beside the database: typed arrays as they are, so that a million units are back in a moment.
import { closeSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { FuzzyIndex, type Room, roomOf, type Shelved } from './fuzzy-index.ts';
import { LEXICON_FIELDS, Lexicon, type LexiconArrays } from './lexicon.ts';
import type { Shelf } from './texts.ts';

/** How far an index had followed the changes of its database: their number, and what the last of them was about. */
export interface Reached {
  seq: number;
  mark: string;
}

/** Changes with every change of the layout or of what a score is made of: another one's file is not read. */
const LAYOUT = 'bitexte index 6';
const KINDS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const;
type Kinds = Record<string, keyof typeof KINDS>;
const SHELF_FIELDS = {
  unit: 'u32',
  at: 'f64',
  facing: 'u8',
  cards: 'u32',
  start: 'u32',
  forms: 'u16',
  lightest: 'u32',
  nearStart: 'u32',
  near: 'u32',
  farStart: 'u32',
  far: 'u32',
} as const satisfies Partial<Record<keyof Shelf, keyof typeof KINDS>>;
type Lengths<K extends Kinds> = Record<keyof K, number>;
type Stored = Uint8Array | Uint16Array | Uint32Array | Float64Array;

interface Head {
  layout: string;
  reached: Reached;
  languages: string[];
  /** How long each array is: those of the lexicon, which come first, and those of each shelf. */
  lexicon: Lengths<typeof LEXICON_FIELDS>;
  rooms: { newest: number; gone: number[]; lengths: Lengths<typeof SHELF_FIELDS> }[][];
  /** Bytes of everything behind the head. */
  body: number;
}

/** Writes an index in one piece: another process sees the old file or the new one, never half of one. */
export function saveIndex(file: string, index: FuzzyIndex, reached: Reached): void {
  index.settle(0);
  const lexicon = index.lexicon.arrays();
  const shelves = index.rooms.flatMap((room) => room.shelves.map(({ texts }) => texts));
  const arrays = [
    ...arraysOf(lexicon, LEXICON_FIELDS),
    ...shelves.flatMap((texts) => arraysOf<keyof typeof SHELF_FIELDS>(texts, SHELF_FIELDS)),
  ];
  const head: Head = {
    layout: LAYOUT,
    reached,
    languages: index.languages,
    lexicon: lengthsOf(lexicon, LEXICON_FIELDS),
    rooms: index.rooms.map(({ shelves }) => shelves.map(headOf)),
    body: arrays.reduce((sum, array) => sum + array.byteLength, 0),
  };
  const draft = `${file}.${process.pid}`;
  const to = openSync(draft, 'w');
  try {
    const text = Buffer.from(JSON.stringify(head));
    writeAll(to, Buffer.from(Uint32Array.of(text.length).buffer));
    for (const part of [text, ...arrays]) writeAll(to, bytesOf(part));
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(to);
  }
  renameSync(draft, file);
}

function headOf({ texts, gone }: Shelved): Head['rooms'][number][number] {
  return { newest: texts.newest, gone: [...gone], lengths: lengthsOf<keyof typeof SHELF_FIELDS>(texts, SHELF_FIELDS) };
}

function arraysOf<F extends string>(arrays: Record<F, Stored>, kinds: Record<F, string>): Stored[] {
  return (Object.keys(kinds) as F[]).map((field) => arrays[field]);
}

function lengthsOf<F extends string>(arrays: Record<F, Stored>, kinds: Record<F, string>): Record<F, number> {
  const entries = (Object.keys(kinds) as F[]).map((field) => [field, arrays[field].length]);
  return Object.fromEntries(entries) as Record<F, number>;
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** One system call takes less than 2 GB. */
const AT_ONCE = 2 ** 30;

function writeAll(to: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(to, bytes, at, Math.min(AT_ONCE, bytes.length - at));
}

/** An index as it was kept, and how far it had followed. */
export interface Kept {
  index: FuzzyIndex;
  reached: Reached;
}

/** Reads an index; null where there is none, or one that is not whole or of another layout. */
export function loadIndex(file: string): Kept | null {
  const steps = loadingIndex(file);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** {@link loadIndex} in steps of some milliseconds. */
export function* loadingIndex(file: string): Generator<void, Kept | null> {
  let from: number;
  try {
    from = openSync(file, 'r');
  } catch {
    return null;
  }
  try {
    return yield* read(from, statSync(file).size);
  } catch {
    return null;
  } finally {
    closeSync(from);
  }
}

type Reading<T> = Generator<void, T>;

function* read(from: number, size: number): Reading<Kept | null> {
  const length = (yield* readArray(from, Uint32Array, 1))[0] ?? 0;
  if (length > size) return null;
  const head = JSON.parse(Buffer.from(yield* readArray(from, Uint8Array, length)).toString()) as Head;
  if (head.layout !== LAYOUT || size !== 4 + length + head.body) return null;
  const lexicon = new Lexicon((yield* readArrays(from, LEXICON_FIELDS, head.lexicon)) as LexiconArrays);
  const rooms: Room[] = [];
  for (const shelves of head.rooms) {
    const room: Shelved[] = [];
    for (const shelf of shelves) room.push(yield* readShelf(from, shelf));
    rooms.push(roomOf(room));
  }
  return { index: new FuzzyIndex({ lexicon, languages: head.languages, rooms }), reached: head.reached };
}

function* readShelf(from: number, { newest, gone, lengths }: Head['rooms'][number][number]): Reading<Shelved> {
  const arrays = yield* readArrays(from, SHELF_FIELDS, lengths);
  return { texts: { ...arrays, newest, size: lengths.unit } as Shelf, gone: new Set(gone) };
}

function* readArrays<F extends string>(
  from: number,
  kinds: Record<F, keyof typeof KINDS>,
  lengths: Record<F, number>,
): Reading<Record<F, Stored>> {
  const arrays: Partial<Record<F, Stored>> = {};
  for (const field of Object.keys(kinds) as F[])
    arrays[field] = yield* readArray(from, KINDS[kinds[field]], lengths[field]);
  return arrays as Record<F, Stored>;
}

/** Bytes that are read between two pauses. */
const STEP = 2 ** 21;

function* readArray<K extends (typeof KINDS)[keyof typeof KINDS]>(
  from: number,
  kind: K,
  length: number,
): Reading<InstanceType<K>> {
  const array = new kind(length) as InstanceType<K>;
  const bytes = bytesOf(array);
  for (let at = 0; at < bytes.length; ) {
    const count = readSync(from, bytes, at, Math.min(STEP, bytes.length - at), null);
    if (count === 0) throw new Error('the file ends too early');
    at += count;
    yield;
  }
  return array;
}
