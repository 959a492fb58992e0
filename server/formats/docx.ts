// DOCX: the parts of the archive that hold text are read as XML and edited in place; every other part stays as it is.
import { UserError } from '../errors.ts';
import type { SourceDocument } from '../model.ts';
import { withoutCodes } from '../text/inline.ts';
import { decode } from './decode.ts';
import { readPart, styleNames } from './docx-read.ts';
import { docxText } from './docx-text.ts';
import type { BlockText, LaidBlock } from './format.ts';
import { writeParts } from './office-write.ts';
import { unpack } from './zip.ts';

/** Where text stands, in reading order; a document without its first part is none. */
const PARTS = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'] as const;
const MACROS = /(^|\/)vbaProject\.bin$/i;

/** Reads the paragraphs, headings, list items, cells, text boxes, notes and descriptions of pictures. Throws a UserError for what is no such file. */
export function readDocx(bytes: Uint8Array, name: string): SourceDocument {
  const files = partsOf(bytes, name);
  const named = files.get('word/styles.xml');
  const styles = named ? styleNames(decode(named, `${name}, word/styles.xml`).text) : new Map<string, string>();
  const blocks = PARTS.flatMap((part) => {
    const file = files.get(part);
    return file ? readPart(decode(file, `${name}, ${part}`).text, part, styles) : [];
  });
  const title = blocks.find((block) => block.role === 'title');
  return { format: 'docx', title: title ? withoutCodes(title.text, title.codes) : null, language: null, blocks };
}

function partsOf(bytes: Uint8Array, name: string): Map<string, Uint8Array> {
  const files = unpack(bytes, name);
  if (!files.has(PARTS[0])) throw new UserError('unknown-format', `${name} is no DOCX: it has no word/document.xml.`);
  if ([...files.keys()].some((path) => MACROS.test(path))) {
    throw new UserError('refused-file', `${name} holds macros; save it as DOCX without them.`);
  }
  return files;
}

/** Writes new texts of blocks into the document. Where nothing is new, the very same bytes come back. */
export function writeDocx(bytes: Uint8Array, blocks: readonly LaidBlock[], texts: readonly BlockText[]): Uint8Array {
  return writeParts(bytes, partsOf(bytes, 'the document'), blocks, texts, docxText);
}
