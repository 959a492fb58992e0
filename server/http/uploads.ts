// Files in multipart bodies, through multer. They are held in memory: no upload ever lies on the disk under a name of its
// sender's. What long work reads is kept under a name of our own until the work is done, so that it can be taken up again.
import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import multer from 'multer';
import { UserError } from '../errors.ts';

/** Reads one file named `file` of at most `bytes` bytes, with its text fields; a JSON body passes untouched. */
export function oneFile(bytes: number): RequestHandler {
  return multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: { fileSize: bytes, files: 1, fields: 10, fieldSize: 1024 * 1024, fieldNameSize: 50, parts: 11 },
  }).single('file');
}

/** Files kept for long work. */
export interface Uploads {
  /** Keeps bytes, and answers the name under which they are kept. */
  keep(bytes: Uint8Array): Promise<string>;
  /** Reads them again. Throws a UserError where they are not kept any more. */
  open(name: string): AsyncIterable<Uint8Array>;
  drop(name: string): void;
  /** Drops all but the named ones. */
  dropOthers(names: ReadonlySet<string>): void;
}

const OURS = /^[0-9a-f-]{36}$/;

/** Keeps files in a folder, which is made on first use. */
export function uploadsIn(folder: string): Uploads {
  const path = (name: string) => {
    if (!OURS.test(name)) throw new Error(`not the name of an upload: ${name}`);
    return join(folder, name);
  };
  return {
    keep: async (bytes) => {
      const name = randomUUID();
      mkdirSync(folder, { recursive: true });
      await writeFile(path(name), bytes);
      return name;
    },
    open: (name) => {
      if (!existsSync(path(name)))
        throw new UserError('send-again', 'The file is not kept any more: send it again.', 409);
      return createReadStream(path(name), { highWaterMark: 256 * 1024 });
    },
    drop: (name) => rmSync(path(name), { force: true }),
    dropOthers: (names) => {
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder))
        if (OURS.test(name) && !names.has(name)) rmSync(path(name), { force: true });
    },
  };
}
