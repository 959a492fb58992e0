// Files in multipart bodies, through multer. Small ones are held in memory; what long work reads goes straight to the disk, under
// a name of our own and never its sender's, and is kept until the work is done, so that it can be taken up again.
import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import multer from 'multer';
import { UserError } from '../errors.ts';
import { gathered } from '../formats/gather.ts';

/** Reads one file named `file` of at most `bytes` bytes, with its text fields; a JSON body passes untouched. */
export function oneFile(bytes: number): RequestHandler {
  return single(bytes, HELD);
}

/** Holds a file in memory, no longer than it may be a document. */
const HELD: multer.StorageEngine = {
  _handleFile: (_, { stream, originalname }, done) => {
    gathered(stream, originalname).then(
      (held) => done(null, { buffer: Buffer.from(held.buffer, held.byteOffset, held.length) }),
      done,
    );
  },
  _removeFile: (_request, _file, done) => done(null),
};

/** Reads one as {@link oneFile} does, but keeps it: `request.file.filename` names it. A request that fails leaves nothing behind. */
export function keptFile(bytes: number, uploads: Uploads): RequestHandler {
  const storage: multer.StorageEngine = {
    _handleFile: (request, file, done) => {
      const keep = async () => {
        const name = await uploads.keep(file.stream);
        const { res: response } = request;
        response?.once('finish', () => response.statusCode >= 400 && uploads.drop(name));
        done(null, { filename: name });
      };
      keep().catch(done);
    },
    _removeFile: (_, { filename }, done) => {
      uploads.drop(filename);
      done(null);
    },
  };
  return single(bytes, storage);
}

function single(bytes: number, storage: multer.StorageEngine): RequestHandler {
  const read = multer({
    storage,
    defParamCharset: 'utf8',
    limits: { fileSize: bytes, files: 1, fields: 10, fieldSize: 1024 * 1024, fieldNameSize: 50, parts: 11 },
  }).single('file');
  return (request, response, next) =>
    read(request, response, (thrown?: unknown) => next(isBroken(thrown) ? brokenForm() : thrown));
}

/** What busboy finds wrong in a form it says by a bare Error; everything else that fails here has a class or a code. */
function isBroken(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'Error' && !('code' in thrown);
}

function brokenForm(): UserError {
  return new UserError('broken-form', 'The form did not come whole: send it again.', 400);
}

/** Files kept for long work. */
export interface Uploads {
  /** Keeps what comes, and answers the name under which it is kept. Keeps nothing where it ends in a failure. */
  keep(bytes: AsyncIterable<Uint8Array>): Promise<string>;
  /** Reads them again. Throws a UserError where they are not kept any more. */
  open(name: string): AsyncIterable<Uint8Array>;
  /** Where they stand as a file. */
  path(name: string): string;
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
      try {
        await written(path(name), bytes);
        return name;
      } catch (thrown) {
        rmSync(path(name), { force: true });
        throw thrown;
      }
    },
    open: (name) => {
      if (!existsSync(path(name)))
        throw new UserError('send-again', 'The file is not kept any more: send it again.', 409);
      return createReadStream(path(name), { highWaterMark: 256 * 1024 });
    },
    path,
    drop: (name) => rmSync(path(name), { force: true }),
    dropOthers: (names) => {
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder))
        if (OURS.test(name) && !names.has(name)) rmSync(path(name), { force: true });
    },
  };
}

async function written(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for await (const piece of bytes) await file.writeFile(piece);
  } finally {
    await file.close();
  }
}
