// The index on disk, beside the database: typed arrays as they are, so that a million units are back in a moment.
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { FuzzyIndex, roomOf, type Shelved } from './fuzzy-index.ts';
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
type ShelfField = keyof typeof SHELF_FIELDS;
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
    ...shelves.flatMap((texts) => arraysOf<ShelfField>(texts, SHELF_FIELDS)),
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
  return { newest: texts.newest, gone: [...gone], lengths: lengthsOf<ShelfField>(texts, SHELF_FIELDS) };
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

/** Reads an index without holding up other events; null where there is none, or one that is not whole or of another layout. */
export async function loadIndex(file: string): Promise<Kept | null> {
  const from = await open(file, 'r').catch(() => null);
  if (!from) return null;
  try {
    return await read(from, (await from.stat()).size);
  } catch {
    return null;
  } finally {
    await from.close();
  }
}

async function read(from: FileHandle, size: number): Promise<Kept | null> {
  const parts = new Parts();
  const beginning = parts.array('u32', 1);
  await parts.read(from, [beginning]);
  const [length = 0] = beginning;
  if (length > size) return null;
  const text = parts.array('u8', length);
  await parts.read(from, [text]);
  const head = JSON.parse(Buffer.from(text).toString()) as Head;
  if (head.layout !== LAYOUT || size !== 4 + length + head.body) return null;
  const words = parts.arrays(LEXICON_FIELDS, head.lexicon) as LexiconArrays;
  const shelves = head.rooms.map((room) => room.map((shelf) => shelfOf(parts, shelf)));
  // While the words get their table back, the shelves are still being read.
  const [lexicon] = await Promise.all([
    parts.read(from, Object.values(words)).then(() => new Lexicon(words)),
    parts.read(
      from,
      shelves.flat().flatMap(({ texts }) => arraysOf<ShelfField>(texts, SHELF_FIELDS)),
    ),
  ]);
  return {
    index: new FuzzyIndex({ lexicon, languages: head.languages, rooms: shelves.map(roomOf) }),
    reached: head.reached,
  };
}

function shelfOf(parts: Parts, { newest, gone, lengths }: Head['rooms'][number][number]): Shelved {
  const arrays = parts.arrays(SHELF_FIELDS, lengths);
  return { texts: { ...arrays, newest, size: lengths.unit } as Shelf, gone: new Set(gone) };
}

/**
 * How many pieces are read at once: most of the time goes into memory that is touched for the first time, and a second
 * processor does as much. The two other threads that Node reads files with are left to whoever else waits for one.
 */
const LANES = 2;
/** Bytes of a piece: some ten milliseconds, for which other readers of files wait at most. */
const PIECE = 2 ** 24;

/** The arrays of a file, one behind the other: first they get their room, then what stands there. */
class Parts {
  #end = 0;
  readonly #places = new Map<Stored, number>();

  /** The next array, of zeros until it is read. */
  array<K extends keyof typeof KINDS>(kind: K, length: number): InstanceType<(typeof KINDS)[K]> {
    const array = new KINDS[kind](length) as InstanceType<(typeof KINDS)[K]>;
    this.#places.set(array, this.#end);
    this.#end += array.byteLength;
    return array;
  }

  /** The next arrays, one for each field. */
  arrays<F extends string>(kinds: Record<F, keyof typeof KINDS>, lengths: Record<F, number>): Record<F, Stored> {
    const entries = (Object.keys(kinds) as F[]).map((field) => [field, this.array(kinds[field], lengths[field])]);
    return Object.fromEntries(entries) as Record<F, Stored>;
  }

  /** Reads what stands in arrays. Throws where the file ends too early. */
  async read(from: FileHandle, arrays: readonly Stored[]): Promise<void> {
    const pieces = arrays.flatMap((array) => this.#piecesOf(array)).values();
    const lane = async () => {
      for (const { bytes, at } of pieces) await fill(from, bytes, at);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  #piecesOf(array: Stored): { bytes: Uint8Array; at: number }[] {
    const [bytes, at] = [bytesOf(array), this.#places.get(array) ?? 0];
    return Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, i) => ({
      bytes: bytes.subarray(i * PIECE, (i + 1) * PIECE),
      at: at + i * PIECE,
    }));
  }
}

async function fill(from: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesRead } = await from.read(bytes, done, bytes.length - done, at + done);
    if (bytesRead === 0) throw new Error('the file ends too early');
    done += bytesRead;
  }
}
