// The shell around a command: standard streams, files, and the signal that stops it.

import { once } from 'node:events';
import { createReadStream, existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { LARGEST_FILE, LARGEST_TEXT, tooMuchText } from '../formats/decode.ts';
import { gathered, tooLarge } from '../formats/gather.ts';
import { isZip } from '../formats/zip.ts';

/** What a command may touch of the world outside. */
export interface Shell {
  /** Writes to standard output, and waits where the reader is slow. */
  write(text: string | Uint8Array): Promise<void>;
  /** Writes a line to standard error. */
  say(line: string): void;
  /** Shows how far long work is, on a terminal only; '' wipes it. */
  progress(line: string): void;
  /** Whether standard error is a terminal. */
  isTerminal: boolean;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** A file argument as an absolute path: seen from where npm was called, where it was. */
  path(name: string): string;
  /** Whether a file or folder of that name stands. */
  isThere(name: string): boolean;
  /** The files in a folder and its folders, in order of name, named from where the folder was; null where it is no folder. */
  filesIn(name: string): string[] | null;
  /** All bytes of a file, or of standard input for `-`. Throws a UserError where it cannot be read or is over 100 MB. */
  read(name: string): Promise<Uint8Array>;
  /** The bytes in pieces, for files of any size. */
  stream(name: string): AsyncIterable<Uint8Array>;
  /** The size of a file in bytes; null for standard input. Throws a UserError where there is no such file. */
  size(name: string): number | null;
  /** Writes a whole file, or none. */
  save(name: string, pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>): Promise<void>;
}

/** The streams and the folder that a shell stands on. */
export interface ShellParts {
  stdin: NodeJS.ReadableStream & AsyncIterable<Uint8Array | string>;
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
  folder: string;
  signal: AbortSignal;
}

/** Makes the shell. */
export function createShell({ stdin, stdout, stderr, folder, signal }: ShellParts): Shell {
  const path = (name: string) => resolve(folder, name);
  const stream = (name: string) => (name === '-' ? bytesOf(stdin) : fileBytes(path(name), name));
  let shown = false;
  const progress = (line: string) => {
    if (!stderr.isTTY || (line === '' && !shown)) return;
    stderr.write(`\r\u001b[K${line}`);
    shown = line !== '';
  };
  return {
    write: async (text) => {
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    say: (line) => {
      progress('');
      stderr.write(`${line}\n`);
    },
    progress,
    isTerminal: stderr.isTTY === true,
    signal,
    path,
    stream,
    isThere: (name) => existsSync(path(name)),
    filesIn: (name) => filesIn(path(name), name),
    size: (name) => (name === '-' ? null : sizeOf(path(name), name)),
    read: async (name) => {
      if (name === '-') return gathered(bytesOf(stdin), 'standard input');
      const size = sizeOf(path(name), name);
      if (size > LARGEST_FILE) throw tooLarge(name);
      if (size > LARGEST_TEXT && !isZip(await beginning(path(name)))) throw tooMuchText(basename(name));
      return readFile(path(name)).catch((error) => Promise.reject(unreadable(error, name)));
    },
    save: (name, pieces) => save(path(name), name, pieces),
  };
}

function filesIn(path: string, name: string): string[] | null {
  if (!existsSync(path) || !statSync(path).isDirectory()) return null;
  const entries = readdirSync(path, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const named = entries.map((entry) => join(name, relative(path, join(entry.parentPath, entry.name))));
  return named.filter((file) => !basename(file).startsWith('.')).sort();
}

async function* bytesOf(stdin: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const piece of stdin) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
}

async function* fileBytes(path: string, name: string): AsyncGenerator<Uint8Array> {
  sizeOf(path, name);
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) yield piece as Uint8Array;
  } catch (error) {
    throw unreadable(error, name);
  }
}

function sizeOf(path: string, name: string): number {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new UserError('not-a-file', `${name} is a folder; name a file`);
    return stat.size;
  } catch (error) {
    throw unreadable(error, name);
  }
}

function unreadable(error: unknown, name: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new UserError('no-such-file', `there is no file ${name}; check its name`, 404);
  if (code === 'EACCES' || code === 'EPERM')
    return new UserError('file-unreadable', `${name} may not be read; check its rights`, 403);
  return error;
}

/** Enough of a file to know it by: the rest of what cannot be read anyway is not even loaded. */
async function beginning(path: string): Promise<Uint8Array> {
  for await (const piece of createReadStream(path, { end: 15 })) return piece as Uint8Array;
  return new Uint8Array();
}

async function save(
  path: string,
  name: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  if (existsSync(path) && !statSync(path).isFile()) return into(path, pieces);
  // Beside its place first: a failure half way leaves what stood there before.
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    writeFileSync(beside, '');
    await into(beside, pieces);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw unwritable(error, name);
  }
}

async function into(
  path: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  for await (const piece of pieces) writeFileSync(path, piece, { flag: 'a' });
}

function unwritable(error: unknown, name: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new UserError('no-such-folder', `${name} cannot be written: its folder does not exist; make it first`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new UserError('file-unwritable', `${name} may not be written; check the rights of its folder`);
  if (code === 'ENOSPC') return new UserError('disk-full', `the disk is full: make room and write ${name} again`);
  return error;
}
