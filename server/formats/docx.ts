// DOCX: the parts of the archive that hold text are read as XML and edited in place; every other part stays as it is.
import { UserError } from '../errors.ts';
import type { SourceDocument } from '../model.ts';
import { withoutCodes } from '../text/inline.ts';
import { decode } from './decode.ts';
import { readPart, styleNames } from './docx-read.ts';
import { docxText } from './docx-text.ts';
import type { BlockText, LaidBlock } from './format.ts';
import { writeParts } from './office-write.ts';
import { elementsOf, rootOf } from './xml-tree.ts';
import { unpack } from './zip.ts';

/** Where text stands beside the document itself, in reading order. */
const NOTES = ['footnotes.xml', 'endnotes.xml'] as const;
const USUAL = 'word/document.xml';
/** What a program fetches, or runs, when it opens the document; links and pictures stay. */
const LOADED =
  /<Relationship\b(?=[^>]*TargetMode\s*=\s*["']External)(?=[^>]*Target\s*=\s*["'](?:https?:|ftp:|\\\\))(?=[^>]*\/(?:attachedTemplate|frame|subDocument)["'])/i;
const MACROS = /(^|\/)vbaProject\.bin$/i;

/** Reads the paragraphs, headings, list items, cells, text boxes, notes and descriptions of pictures. Throws a UserError for what is no such file. */
export function readDocx(bytes: Uint8Array, name: string): SourceDocument {
  const files = partsOf(bytes, name);
  const main = mainPart(files);
  const beside = (part: string) => main.replace(/[^/]*$/, part);
  const named = files.get(beside('styles.xml'));
  const styles = named ? styleNames(decode(named, `${name}, ${beside('styles.xml')}`).text) : new Map<string, string>();
  const blocks = [main, ...NOTES.map(beside)].flatMap((part) => {
    const file = files.get(part);
    return file ? readPart(decode(file, `${name}, ${part}`).text, part, { styles, main: part === main }) : [];
  });
  const title = blocks.find((block) => block.role === 'title');
  return { format: 'docx', title: title ? withoutCodes(title.text, title.codes) : null, language: null, blocks };
}

/** The part that the package names as its document (ECMA-376 part 2, §9.3); some programs call it otherwise. */
function mainPart(files: ReadonlyMap<string, Uint8Array>): string {
  const named = files.get('_rels/.rels');
  if (files.has(USUAL) || !named) return USUAL;
  const relations = elementsOf(rootOf(decode(named).text), 'Relationship');
  const target = relations.find(({ attributes }) => attributes['Type']?.endsWith('/officeDocument'))?.attributes[
    'Target'
  ];
  return target?.replace(/^\//, '') ?? USUAL;
}

function partsOf(bytes: Uint8Array, name: string): Map<string, Uint8Array> {
  const files = unpack(bytes, name);
  if (!files.has(mainPart(files))) throw new UserError('unknown-format', `${name} is no DOCX: it has no ${USUAL}.`);
  if ([...files.keys()].some((path) => MACROS.test(path))) {
    throw new UserError('refused-file', `${name} holds macros; save it as DOCX without them.`);
  }
  if ([...files].some(([path, file]) => path.endsWith('.rels') && LOADED.test(decode(file).text)))
    throw new UserError(
      'refused-file',
      `${name} loads a template or a part of itself from elsewhere; save it as DOCX without it.`,
    );
  return files;
}

/** Writes new texts of blocks into the document. Where nothing is new, the very same bytes come back. */
export function writeDocx(bytes: Uint8Array, blocks: readonly LaidBlock[], texts: readonly BlockText[]): Uint8Array {
  return writeParts(bytes, partsOf(bytes, 'the document'), blocks, texts, docxText);
}
