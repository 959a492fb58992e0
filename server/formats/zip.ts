// The one door to zip archives, such as the one a DOCX is. Nothing is unpacked before its size is known to be bearable.
import { strToU8, unzipSync, type ZippableFile, zipSync } from 'fflate';
import { UserError } from '../errors.ts';

/** Bytes that all files of an archive may have together, and each of them. */
const TOTAL = 256 * 1024 * 1024;
const EACH = 128 * 1024 * 1024;
const FILES = 5000;

/** Whether bytes begin as a zip archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * The files of an archive by path, in its order. Throws a UserError: `damaged-file` where it cannot be unpacked,
 * `refused-file` where it would take too much. A header that lies about a size gets no more than it said.
 */
export function unpack(bytes: Uint8Array, name: string): Map<string, Uint8Array> {
  let total = 0;
  let files = 0;
  const bearable = ({ originalSize }: { originalSize: number }) => {
    total += originalSize;
    if (++files > FILES || originalSize > EACH || total > TOTAL) throw new TooMuch();
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: bearable })));
  } catch (thrown) {
    if (thrown instanceof TooMuch) {
      throw new UserError('refused-file', `${name} would unpack to more than 256 MB; it is refused.`, 413);
    }
    throw new UserError(
      'damaged-file',
      `${name} is no Word or OpenDocument text, or a damaged one: its archive cannot be unpacked. Save it again.`,
    );
  }
}

class TooMuch extends Error {}

/** Packs files in order. The time of each is the same, so that equal files give equal archives. */
export function pack(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  // OpenDocument wants its first file, which tells what the archive is, as it stands (ODF 1.3 part 2, §3.3).
  const entries = [...files].map(([path, file]): [string, ZippableFile] => [
    path,
    path === 'mimetype' ? [file, { level: 0 }] : file,
  ]);
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: '1980-01-01T00:00:00' });
}

/** The bytes of a text in UTF-8. */
export const utf8 = (text: string): Uint8Array => strToU8(text);
