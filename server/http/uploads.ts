// Files in multipart bodies, through multer, held in memory: no upload ever lies on the disk under a name of its sender's.
import type { RequestHandler } from 'express';
import multer from 'multer';

/** Reads one file named `file` of at most `bytes` bytes, with its text fields; a JSON body passes untouched. */
export function oneFile(bytes: number): RequestHandler {
  return multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: { fileSize: bytes, files: 1, fields: 10, fieldSize: 1024 * 1024, fieldNameSize: 50, parts: 11 },
  }).single('file');
}
