// DOCX: the parts of the archive that hold text are read as XML and edited in place; every other part stays as it is.
import { UserError } from '../errors.ts';
import type { Code, SourceBlock, SourceDocument } from '../model.ts';
import { decode, encode } from './decode.ts';
import { readPart } from './docx-read.ts';
import { type DocxLayout, paragraphXml } from './docx-runs.ts';
import { inOrder, splice } from './edits.ts';
import type { BlockText, LaidBlock } from './format.ts';
import { pack, unpack } from './zip.ts';

/** Where text stands, in reading order; a document without its first part is none. */
const PARTS = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'] as const;
const MACROS = /(^|\/)vbaProject\.bin$/i;

/** Reads the paragraphs, headings, list items, cells and notes of a document. Throws a UserError for what is no such file. */
export function readDocx(bytes: Uint8Array, name: string): SourceDocument {
  const files = partsOf(bytes, name);
  const blocks: SourceBlock[] = [];
  for (const part of PARTS) {
    const file = files.get(part);
    if (file) blocks.push(...readPart(decode(file, `${name}, ${part}`).text, part));
  }
  const title = blocks.find((block) => block.role === 'title')?.text ?? null;
  return { format: 'docx', title, language: null, blocks };
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
  const files = partsOf(bytes, 'the document');
  let changed = false;
  for (const part of PARTS) {
    const file = files.get(part);
    if (!file) continue;
    const decoded = decode(file);
    const written = splice(decoded.text, inOrder(editsOf(part, blocks, texts)));
    if (written === decoded.text) continue;
    files.set(part, encode(written, decoded).bytes);
    changed = true;
  }
  return changed ? pack(files) : bytes;
}

function editsOf(part: string, blocks: readonly LaidBlock[], texts: readonly BlockText[]) {
  return blocks.flatMap((block, i) => {
    const layout = block.layout as DocxLayout;
    const text = texts[i];
    if (layout.part !== part || text === undefined || text === block.text) return [];
    // A cell must hold a paragraph, so one that goes leaves an empty one behind there.
    if (text === null) return [layout.cell ? { ...layout.inner, text: '' } : { ...layout.whole, text: '' }];
    return [{ ...layout.inner, text: paragraphXml(layout, text, block.codes as Code[]) }];
  });
}
