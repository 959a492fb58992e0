// Reads aligned pairs from a file of any kind that holds such: packed or not, TMX, XLIFF or a table.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { UserError } from '../errors.ts';
import type { Read, TmxUnit } from '../formats/bilingual.ts';
import { decodeStream } from '../formats/decode-stream.ts';
import { readTmx } from '../formats/tmx-read.ts';
import { readTable } from '../formats/tsv.ts';
import { readXliffUnits } from '../formats/xliff-read.ts';
import { localName, rootName } from '../formats/xml.ts';
import type { MemoryFile, Reading } from './ready-units.ts';

/** Yields the file's units, and what of it is none, as many at once as a piece of it holds. Throws a UserError for a file that holds something else. */
export async function* readUnits(
  file: MemoryFile,
  languages: Reading['languages'],
): AsyncGenerator<readonly Read<TmxUnit>[]> {
  const unpacked = await peeked(file.open(), 2);
  const packed = unpacked.head[0] === 0x1f && unpacked.head[1] === 0x8b;
  const plain = await peeked(packed ? unzipped(unpacked.all, file.name) : unpacked.all, 16);
  refuseBinary(plain.head, file.name);
  const text = await begun(decodeStream(plain.all, file.name));
  yield* reader(text.head.slice(0, HEAD), file.name.replace(/\.gz$/i, ''))(text.all, languages);
}

/** How many UTF-16 units of a text tell what it is. */
const HEAD = 4096;

type Reader = (
  chunks: AsyncIterable<string>,
  languages: { from?: string; to?: string },
) => AsyncIterable<readonly Read<TmxUnit>[]>;

/** How a file is read, by how its text begins, else by its name. */
function reader(head: string, name: string): Reader {
  const root = localName(rootName(head) ?? '');
  if (root === 'tmx') return readTmx;
  if (root === 'xliff') return readXliffUnits;
  if (/^\s*<[?!\w]/.test(head) && /\.(tmx|xml|xlf|xliff|html?)$/i.test(name)) {
    throw new UserError('unknown-format', `${name} is neither TMX nor XLIFF. Bring TMX, XLIFF, TSV or CSV.`, 415);
  }
  const kind = /\.csv$/i.test(name) ? 'csv' : 'tsv';
  return (chunks, languages) => together(readTable(chunks, { kind, ...languages }));
}

const ROWS = 100;

async function* together<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < ROWS) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

interface Peeked<T> {
  head: T;
  all: AsyncGenerator<T>;
}

/** The first `least` bytes (fewer where there are not as many), and the stream with them still in it. */
async function peeked(bytes: AsyncIterable<Uint8Array>, least: number): Promise<Peeked<Uint8Array>> {
  const rest = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < least) {
    const step = await rest.next();
    if (step.done) break;
    head = head.length === 0 ? step.value : Buffer.concat([head, step.value]);
  }
  return { head, all: after(head, rest) };
}

/** The beginning of a text, enough to know it by, and the stream with it still in it. */
async function begun(pieces: AsyncIterable<string>): Promise<Peeked<string>> {
  const rest = pieces[Symbol.asyncIterator]();
  let head = '';
  while (head.length < HEAD) {
    const step = await rest.next();
    if (step.done) break;
    head += step.value;
  }
  return { head, all: after(head, rest) };
}

async function* after<T extends { length: number }>(head: T, rest: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    if (head.length > 0) yield head;
    for (;;) {
      const step = await rest.next();
      if (step.done) return;
      yield step.value;
    }
  } finally {
    await rest.return?.();
  }
}

async function* unzipped(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const flowing = pipeline(Readable.from(bytes, { objectMode: false }), gunzip);
  flowing.catch(() => undefined);
  try {
    for await (const piece of gunzip) yield piece as Uint8Array;
    await flowing;
  } catch (thrown) {
    if (!/^(Z_|ERR_STREAM_PREMATURE)/.test(String((thrown as NodeJS.ErrnoException).code))) throw thrown;
    throw new UserError('damaged-file', `${name} is a damaged gzip archive. Bring it again.`);
  }
}

/** What cannot be a text, by its first bytes, in words that say what it is. */
function refuseBinary(head: Uint8Array, name: string): void {
  const beginning = Buffer.from(head).toString('latin1');
  const known = [
    ['PK\u0003\u0004', 'a ZIP archive'],
    ['%PDF-', 'a PDF file'],
    ['SQLite format 3', 'a SQLite database'],
    ['\u001f\u008b', 'packed twice'],
    ['\u0089PNG', 'a picture'],
    ['\u007fELF', 'a program'],
  ].find(([magic = '']) => beginning.startsWith(magic));
  if (!known) return;
  throw new UserError(
    'binary-file',
    `${name} is ${known[1]}. Bring TMX, XLIFF, TSV or CSV, packed with gzip at most.`,
    415,
  );
}
