// The shape of a format, and the one place that knows which formats stand: bytes in, blocks out; new texts in, bytes out.
import { NotYet, UserError } from '../errors.ts';
import type { Code, Format, Language, SourceBlock, SourceDocument, State } from '../model.ts';
import { decode, encode } from './decode.ts';
import { readDocx, writeDocx } from './docx.ts';
import { standInsFor, WITH_ENTITIES, withEntities, withStandIns } from './entity-spaces.ts';
import { html } from './html.ts';
import { isOdt, readOdt, writeOdt } from './odt.ts';
import type { Way } from './page-language.ts';
import { formatByName, refuseOthers, sniffFormat } from './sniff.ts';
import { plainText } from './text.ts';
import { xliff } from './xliff.ts';
import { isZip, unpack } from './zip.ts';

/** A block as its format read it. `codes` may also hold the continuations that cutting made; they share their native form. */
export type LaidBlock = Pick<SourceBlock, 'text' | 'codes' | 'layout'>;

/**
 * What becomes of a block: its new one-string text, under the numbers of the block's own codes; `undefined` leaves its
 * characters as they are; `null` takes the block out.
 */
export type BlockText = string | undefined | null;

/** A segment as it is to be written into a bilingual file. */
export interface WrittenSegment {
  source: string;
  target: string;
  codes: Code[];
  gap: string;
  state: State;
  /** The reason of a rejection. */
  reason: string | null;
  /** Whether it only has what its first occurrence has. */
  follows?: boolean;
}

/** A file as text, and a sentence where something of it could not be kept. */
export interface WrittenText {
  text: string;
  notice: string | null;
}

/** A format: reads a decoded text into blocks, and writes new texts of blocks back into the original. */
export interface FileFormat {
  read(text: string): SourceDocument;
  /** `texts[i]` answers `blocks[i]`. Where every text is undefined or unchanged, the original comes back as it was. */
  write(text: string, blocks: readonly LaidBlock[], texts: readonly BlockText[]): string;
  /**
   * Writes segments into a file that holds both languages; `segments[i]` are those of `blocks[i]`, in order; `to` is
   * their language. Absent where a
   * format holds one language.
   */
  writeSegments?(
    text: string,
    blocks: readonly LaidBlock[],
    segments: readonly (readonly WrittenSegment[])[],
    to: Language,
  ): WrittenText;
  /** A written file that says its language, with that of its new text; absent where files say none. */
  inLanguage?(text: string, way: Way): string;
  /** How a character is written that the file's encoding lacks; absent where the format has no way. */
  substitute?(character: string): string;
}

const FORMATS: Partial<Record<Format, FileFormat>> = { text: plainText, html, xliff };

/** Loads what a file of that name and format is read and written with, where that is too large to be there from the start: to be awaited before. */
export async function loadFormat({ fileName = null, format, usual }: Told): Promise<void> {
  if ([format, usual, formatByName(fileName)].includes('markdown'))
    FORMATS.markdown ??= (await import('./markdown.ts')).markdown;
}

/** The format of that name. Throws NotYet for one that does not stand. */
function formatNamed(format: Format): FileFormat {
  const found = FORMATS[format];
  if (!found)
    throw new NotYet(`The format ${format} cannot be read yet. Use text, html, markdown, docx, odt or xliff.`);
  return found;
}

/** What is told of a file beside its bytes: `format` is what it must be, `usual` what it is unless it speaks against it. */
export interface Told {
  fileName?: string | null;
  format?: Format | undefined;
  usual?: Format;
}

/** Reads a file into blocks; {@link loadFormat} goes before. Throws a UserError for what is no text, is empty, longer than any article, or of a format that does not stand yet. */
export function readDocument(bytes: Uint8Array, options: Told = {}): SourceDocument {
  const name = options.fileName ?? 'the text';
  const { usual } = options;
  const office = officeFormat(bytes, name, options.format ?? (usual && isOffice(usual) ? usual : undefined));
  if (office) return notEmpty(OFFICE[office].read(bytes, name), name);
  const { text } = decode(bytes, name);
  if (options.format === undefined) refuseOthers(text, name);
  const format = options.format ?? sniffFormat(text, options.fileName ?? null, usual);
  // The markup of a page may be longer than its text.
  if (format !== 'xliff' && format !== 'html') mustFit(text.length, name);
  if (format === 'text' || format === 'markdown') mustHaveFewLines(text, name);
  return notEmpty(formatNamed(format).read(text), name);
}

/** The format that {@link readDocument} would read a file as, without reading it. Throws a UserError for what is no text, or is empty. */
export function formatOf(bytes: Uint8Array, { fileName = null, format, usual }: Told): Format {
  const name = fileName ?? 'the text';
  const office = officeFormat(bytes, name, format ?? (usual && isOffice(usual) ? usual : undefined));
  return office ?? format ?? sniffFormat(decode(bytes, name).text, fileName, usual);
}

/** Signs of an article: five long novels. What agencies send may hold more. */
const LONGEST_ARTICLE = 5_000_000;

/** Formats that are an archive of parts. */
const OFFICE = {
  docx: { read: readDocx, write: writeDocx },
  odt: { read: readOdt, write: writeOdt },
} as const;

function isOffice(format: Format): format is keyof typeof OFFICE {
  return Object.hasOwn(OFFICE, format);
}

/** Which of them a file is: as asked, by what the archive says of itself, or by its name; null for a text. */
function officeFormat(bytes: Uint8Array, name: string, asked: Format | undefined): keyof typeof OFFICE | null {
  if (asked !== undefined) return isOffice(asked) ? asked : null;
  if (isZip(bytes)) return isOdt(unpack(bytes, name)) ? 'odt' : 'docx';
  const ending = /\.(docx|odt)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === 'docx' || ending === 'odt' ? ending : null;
}

function notEmpty(document: SourceDocument, name: string): SourceDocument {
  if (document.blocks.length === 0) throw new UserError('empty-file', `${name} holds no text to translate.`);
  const signs = document.blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (document.format === 'xliff') return document;
  mustFit(signs, name);
  mustHaveAtMost(MOST_BLOCKS, 'paragraphs', document.blocks.length, name);
  return document;
}

function mustFit(signs: number, name: string): void {
  if (signs <= LONGEST_ARTICLE) return;
  const millions = (count: number) => `${Math.ceil(count / 1_000_000)} million`;
  throw new UserError(
    'too-large',
    `${name} holds ${millions(signs)} signs; an article holds at most ${millions(LONGEST_ARTICLE)}. Cut it into parts.`,
    413,
  );
}

/** Lines of a text: a long novel in short ones. */
const MOST_LINES = 100_000;
/** Paragraphs of an article: five long novels of nothing but talk. */
const MOST_BLOCKS = 50_000;

function mustHaveFewLines(text: string, name: string): void {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  mustHaveAtMost(MOST_LINES, 'lines', lines, name);
}

function mustHaveAtMost(most: number, what: string, count: number, name: string): void {
  if (count <= most) return;
  throw new UserError(
    'too-large',
    `${name} holds more than ${most.toLocaleString('en')} ${what}. Cut it into parts.`,
    413,
  );
}

/** A written file, and a sentence where its encoding is not the one it came in or something could not be kept. */
export interface WrittenFile {
  bytes: Uint8Array;
  notice: string | null;
}

/**
 * Writes new texts of blocks into the file they came from, in its own encoding; `way` says their language, `entities` that their no-break
 * spaces are spelled so. Nothing new: the very same bytes. Throws a UserError where the format has no entities.
 */
export function writeDocument(
  bytes: Uint8Array,
  format: Format,
  blocks: readonly LaidBlock[],
  texts: readonly BlockText[],
  way?: Way,
  entities = false,
): WrittenFile {
  if (entities && !WITH_ENTITIES.has(format))
    throw new UserError('no-entities', `A file of the format ${format} has no entities. Ask for characters or nbsp.`);
  if (isOffice(format)) return { bytes: OFFICE[format].write(bytes, blocks, texts), notice: null };
  const decoded = decode(bytes);
  const shape = formatNamed(format);
  const written = entities ? spelledOut(shape, decoded.text, blocks, texts) : shape.write(decoded.text, blocks, texts);
  if (written === decoded.text) return { bytes, notice: null };
  const said = way && shape.inLanguage ? shape.inLanguage(written, way) : written;
  return encode(said, decoded, shape.substitute);
}

/** Signs stand for the no-break spaces of new texts until what the format escapes is escaped. */
function spelledOut(
  shape: FileFormat,
  source: string,
  blocks: readonly LaidBlock[],
  texts: readonly BlockText[],
): string {
  const signs = standInsFor(source);
  const fresh = texts.map((text, i) => (text === blocks[i]?.text ? text : withStandIns(text, signs)));
  return withEntities(shape.write(source, blocks, fresh), signs);
}

/** Writes segments into the bilingual file that they came from, in its own encoding; null where the format holds one language. */
export function writeBilingual(
  bytes: Uint8Array,
  format: Format,
  blocks: readonly LaidBlock[],
  segments: readonly (readonly WrittenSegment[])[],
  to: Language,
): WrittenFile | null {
  if (isOffice(format)) return null;
  const shape = formatNamed(format);
  if (!shape.writeSegments) return null;
  const decoded = decode(bytes);
  const { text, notice } = shape.writeSegments(decoded.text, blocks, segments, to);
  if (text === decoded.text) return { bytes, notice };
  const encoded = encode(text, decoded, shape.substitute);
  return { ...encoded, notice: [notice, encoded.notice].filter(Boolean).join(' ') || null };
}
