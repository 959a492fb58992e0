// A file that comes in pieces, held whole for as long as it may be a document.
import { UserError } from '../errors.ts';
import { LARGEST_FILE, LARGEST_TEXT, tooMuchText } from './decode.ts';
import { isZip } from './zip.ts';

/** Bytes by which an archive is known. */
const HEAD = 4;

/**
 * All bytes of a file. Throws a UserError (`too-large`) at the first piece too many: 100 MB of an archive, such as a DOCX is, 20 MB
 * of anything else.
 */
export async function gathered(pieces: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  let size = 0;
  let archive: boolean | null = null;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (archive === null && size >= HEAD) archive = isZip(joined(held, size));
    if (size > LARGEST_FILE) throw tooLarge(name);
    if (size > LARGEST_TEXT && !archive) throw tooMuchText(name);
  }
  return joined(held, size);
}

/** Refuses a file of more than {@link LARGEST_FILE}. */
export function tooLarge(name: string): UserError {
  return new UserError('too-large', `${name} is larger than 100 MB. Cut it into smaller files.`, 413);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
