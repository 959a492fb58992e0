// The index on disk, beside the database: typed arrays as they are, so that a million units are back in a moment.
import { closeSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { FuzzyIndex, roomOf, type Shelved } from './fuzzy-index.ts';
import { Lexicon } from './lexicon.ts';
import type { Shelf } from './texts.ts';

/** How far an index had followed the changes of its database: their number, and what the last of them was about. */
export interface Reached {
  seq: number;
  mark: string;
}

/** Changes with every change of the layout or of what a score is made of: another one's file is not read. */
const LAYOUT = 'bitexte index 4';
const KINDS = { u8: Uint8Array, u32: Uint32Array, f64: Float64Array } as const;
const FIELDS = {
  unit: 'u32',
  at: 'f64',
  facing: 'u8',
  cards: 'u32',
  start: 'u32',
  forms: 'u32',
  lightest: 'u32',
  nearStart: 'u32',
  near: 'u32',
  farStart: 'u32',
  far: 'u32',
} as const satisfies Partial<Record<keyof Shelf, keyof typeof KINDS>>;
type Field = keyof typeof FIELDS;

interface Head {
  layout: string;
  reached: Reached;
  languages: string[];
  /** Bytes of the forms, UTF-16, which come first. */
  forms: number;
  rooms: { newest: number; gone: number[]; lengths: Record<Field, number> }[][];
  /** Bytes of everything behind the head. */
  body: number;
}

/** Writes an index in one piece: another process sees the old file or the new one, never half of one. */
export function saveIndex(file: string, index: FuzzyIndex, reached: Reached): void {
  index.settle(0);
  const forms = Buffer.from(index.lexicon.store(), 'utf16le');
  const arrays = index.rooms.flatMap(({ shelves }) => shelves.flatMap(({ texts }) => arraysOf(texts)));
  const head: Head = {
    layout: LAYOUT,
    reached,
    languages: index.languages,
    forms: forms.length,
    rooms: index.rooms.map(({ shelves }) => shelves.map(headOf)),
    body: arrays.reduce((sum, array) => sum + array.byteLength, forms.length),
  };
  const draft = `${file}.${process.pid}`;
  const to = openSync(draft, 'w');
  try {
    const text = Buffer.from(JSON.stringify(head));
    writeAll(to, Buffer.from(Uint32Array.of(text.length).buffer));
    for (const part of [text, forms, ...arrays]) writeAll(to, bytesOf(part));
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(to);
  }
  renameSync(draft, file);
}

function headOf({ texts, gone }: Shelved): Head['rooms'][number][number] {
  const lengths = Object.fromEntries(fields().map((field) => [field, texts[field].length]));
  return { newest: texts.newest, gone: [...gone], lengths: lengths as Record<Field, number> };
}

function fields(): Field[] {
  return Object.keys(FIELDS) as Field[];
}

function arraysOf(texts: Shelf): (Uint8Array | Uint32Array | Float64Array)[] {
  return fields().map((field) => texts[field]);
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** One system call takes less than 2 GB. */
const AT_ONCE = 2 ** 30;

function writeAll(to: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(to, bytes, at, Math.min(AT_ONCE, bytes.length - at));
}

/** Reads an index; null where there is none, or one that is not whole or of another layout. */
export function loadIndex(file: string): { index: FuzzyIndex; reached: Reached } | null {
  let from: number;
  try {
    from = openSync(file, 'r');
  } catch {
    return null;
  }
  try {
    return read(from, statSync(file).size);
  } catch {
    return null;
  } finally {
    closeSync(from);
  }
}

function read(from: number, size: number): { index: FuzzyIndex; reached: Reached } | null {
  const length = readArray(from, Uint32Array, 1)[0] ?? 0;
  if (length > size) return null;
  const head = JSON.parse(Buffer.from(readArray(from, Uint8Array, length)).toString()) as Head;
  if (head.layout !== LAYOUT || size !== 4 + length + head.body) return null;
  const forms = Buffer.from(readArray(from, Uint8Array, head.forms).buffer).toString('utf16le');
  const rooms = head.rooms.map((shelves) => roomOf(shelves.map((shelf) => readShelf(from, shelf))));
  const index = new FuzzyIndex({ lexicon: Lexicon.restore(forms), languages: head.languages, rooms });
  return { index, reached: head.reached };
}

function readShelf(from: number, { newest, gone, lengths }: Head['rooms'][number][number]): Shelved {
  const arrays = fields().map((field) => [field, readArray(from, KINDS[FIELDS[field]], lengths[field])]);
  const texts = { ...Object.fromEntries(arrays), newest, size: lengths.unit } as Shelf;
  return { texts, gone: new Set(gone) };
}

function readArray<K extends (typeof KINDS)[keyof typeof KINDS]>(
  from: number,
  kind: K,
  length: number,
): InstanceType<K> {
  const array = new kind(length) as InstanceType<K>;
  const bytes = bytesOf(array);
  for (let at = 0; at < bytes.length; ) {
    const count = readSync(from, bytes, at, Math.min(AT_ONCE, bytes.length - at), null);
    if (count === 0) throw new Error('the file ends too early');
    at += count;
  }
  return array;
}
