// Bytes to text: what a file is encoded in, from its byte order mark, its own declaration, or UTF-8.
import { UserError } from '../errors.ts';
import { ZWNBSP } from '../text/typography.ts';
import { decoderOf } from './charset.ts';

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 100 * 1024 * 1024;

/** The largest text in bytes, some forty novels: what is longer is no article, and would take minutes and gigabytes to find out. */
export const LARGEST_TEXT = 20 * 1024 * 1024;

/** A file's text, without its byte order mark, and what it takes to write the text as it came. */
export interface Decoded {
  text: string;
  /** A name that TextDecoder knows, in lower case: `utf-8`, `utf-16le`, `windows-1252`… */
  encoding: string;
  bom: boolean;
}

/**
 * Decodes a file: byte order mark first, then the charset that an XML declaration or an HTML meta element names, else
 * UTF-8. Throws a UserError (`empty-file`, `too-large`, `binary-file`, `wrong-encoding`) that says what to do.
 */
export function decode(bytes: Uint8Array, name = 'the file'): Decoded {
  if (bytes.length === 0) throw new UserError('empty-file', `${name} is empty. Choose a file that holds text.`);
  if (bytes.length > LARGEST_TEXT) throw tooMuchText(name);
  refuseKnownBinary(bytes, name);
  const marked = bomOf(bytes);
  const encoding = marked ?? encodingOf(bytes);
  const text = strictly(bytes, encoding, name);
  refuseControls(text, name);
  if (text.trim() === '')
    throw new UserError('empty-file', `${name} holds nothing but spaces. Choose a file that holds text.`);
  return { text, encoding, bom: marked !== null };
}

/** Refuses a text of more than {@link LARGEST_TEXT}. */
export function tooMuchText(name: string): UserError {
  return new UserError('too-large', `${name} holds more than 20 MB of text. Cut it into smaller files.`, 413);
}

/** What can never be text, by its first bytes (Latin-1). */
const MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF file: export it as text or HTML first'],
  ['PK\u0003\u0004', 'a ZIP archive (or a Word or OpenOffice file): save it as text or HTML first'],
  ['\u0089PNG', 'a PNG picture'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['RIFF', 'a sound, film or WebP file'],
  ['\u001f\u008b', 'a gzip archive: unpack it first'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word or Excel file: save it as text or HTML first'],
  ['SQLite format 3\u0000', 'a SQLite database'],
  ['\u007fELF', 'a program'],
  ['MZ\u0090\u0000', 'a program'],
  ['{\\rtf', 'an RTF file: save it as text or HTML first'],
];

function refuseKnownBinary(bytes: Uint8Array, name: string): void {
  const head = latin1(bytes.subarray(0, 16));
  const known = MAGIC.find(([magic]) => head.startsWith(magic));
  if (known) throw new UserError('binary-file', `${name} is ${known[1]}.`, 415);
}

function latin1(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += String.fromCharCode(byte);
  return out;
}

/** The encoding that the byte order mark names, or null. */
export function bomOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** The encoding of bytes without a byte order mark: UTF-16 markup by its first sign, a declared charset, else UTF-8. */
export function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const declared = declaredCharset(latin1(bytes.subarray(0, 4096)));
  // What can be read as ASCII so far is no UTF-16, whatever it says (XML 1.0, appendix F; HTML, "prescan").
  if (!declared || /^utf-?16/i.test(declared)) return 'utf-8';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    throw new UserError(
      'wrong-encoding',
      `The file says that it is encoded in ${declared}, which is not known. Save it as UTF-8.`,
    );
  }
}

function declaredCharset(head: string): string | undefined {
  const xml = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head);
  if (xml) return xml[1];
  const meta = head.replace(/<!--[\s\S]*?-->/g, '');
  return /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(meta)?.[1];
}

function strictly(bytes: Uint8Array, encoding: string, name: string): string {
  try {
    return decoderOf(encoding)(bytes);
  } catch {
    throw new UserError(
      'wrong-encoding',
      `${name} is not ${encoding.toUpperCase()}: ${firstFault(bytes, encoding)}. Save it as UTF-8.`,
    );
  }
}

/** Where the first byte stands that does not fit, in words. */
function firstFault(bytes: Uint8Array, encoding: string): string {
  const decode = decoderOf(encoding);
  let line = 1;
  for (let at = 0; at < bytes.length; at++) {
    try {
      decode(bytes.subarray(at, at + 1), true);
    } catch {
      return `line ${line} does not fit, near byte ${at}`;
    }
    if (bytes[at] === 10) line++;
    if (at > 4_000_000) break;
  }
  return 'a byte further down does not fit';
}

/** Refuses NUL, and text of which more than one sign in a hundred is a control character. */
function refuseControls(text: string, name: string): void {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0) throw new UserError('binary-file', `${name} is not text: it holds a NUL character.`, 415);
    if (unit < 32 && (unit < 9 || unit > 13) && unit !== 27) controls++;
  }
  if (controls * 100 > text.length)
    throw new UserError('binary-file', `${name} is not text: it is full of control characters.`, 415);
}

/** Bytes of a text, and a sentence where they are not in the encoding that was asked for. */
export interface Encoded {
  bytes: Uint8Array;
  notice: string | null;
}

/**
 * Encodes a text as a file came. A character that the encoding lacks is written as `substitute` says; without it, or
 * where the encoding cannot be written here, the file becomes UTF-8 with a byte order mark and `notice` says so.
 */
export function encode(
  text: string,
  like: Pick<Decoded, 'encoding' | 'bom'>,
  substitute?: (character: string) => string,
): Encoded {
  if (like.encoding === 'utf-8') return { bytes: utf8(text, like.bom), notice: null };
  if (like.encoding === 'utf-16le' || like.encoding === 'utf-16be') {
    return { bytes: utf16(like.bom ? ZWNBSP + text : text, like.encoding === 'utf-16be'), notice: null };
  }
  const bytes = singleBytes(text, like.encoding, substitute);
  if (bytes) return { bytes, notice: null };
  const notice = `The text cannot be written in ${like.encoding}; the file is UTF-8 with a byte order mark instead.`;
  return { bytes: utf8(text, true), notice };
}

function utf8(text: string, bom: boolean): Uint8Array {
  return new TextEncoder().encode(bom ? ZWNBSP + text : text);
}

function utf16(text: string, big: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !big);
  return new Uint8Array(view.buffer);
}

/** null where the encoding takes more than one byte a character, or a character is missing and nothing escapes it. */
function singleBytes(text: string, encoding: string, substitute?: (character: string) => string): Uint8Array | null {
  const table = singleByteTable(encoding);
  if (!table) return null;
  const out: number[] = [];
  for (const character of text) {
    const byte = table.get(character);
    if (byte !== undefined) out.push(byte);
    else if (substitute) for (const sign of substitute(character)) out.push(sign.charCodeAt(0));
    else return null;
  }
  return Uint8Array.from(out);
}

function singleByteTable(encoding: string): Map<string, number> | null {
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) setByte(table, encoding, byte);
  return table.size > 200 ? table : null;
}

/** Bytes that stand for nothing, or only begin a character, are left out. */
function setByte(table: Map<string, number>, encoding: string, byte: number): void {
  try {
    table.set(decoderOf(encoding)(Uint8Array.of(byte)), byte);
  } catch {
    return;
  }
}
