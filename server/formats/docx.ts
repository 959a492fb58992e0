// DOCX: the parts of the archive that hold text are read as XML and edited in place; every other part stays as it is.
import { UserError } from '../errors.ts';
import type { SourceBlock, SourceDocument } from '../model.ts';
import { withoutCodes } from '../text/inline.ts';
import { decode } from './decode.ts';
import { readPart, styleNames } from './docx-read.ts';
import { docxText } from './docx-text.ts';
import type { BlockText, LaidBlock } from './format.ts';
import { writeParts } from './office-write.ts';
import { ownPrefixes, usualPrefixes } from './usual-prefixes.ts';
import { elementsOf, rootOf } from './xml-tree.ts';
import { unpack } from './zip.ts';

/** Where text stands beside the document itself, in reading order. */
const NOTES = ['footnotes.xml', 'endnotes.xml'] as const;
/** What stands at the head and foot of pages: of the file, not of the article. */
const MARGIN = /(?:^|\/)(?:header|footer)\d*\.xml$/;
const USUAL = 'word/document.xml';
/** What a program fetches, or runs, when it opens the document; links and pictures stay. */
const LOADED =
  /<Relationship\b(?=[^>]*TargetMode\s*=\s*["']External)(?=[^>]*Target\s*=\s*["'](?:https?:|ftp:|\\\\))(?=[^>]*\/(?:attachedTemplate|frame|subDocument)["'])/i;
const MACROS = /(^|\/)vbaProject\.bin$/i;

/** Reads the paragraphs, headings, list items, cells, text boxes, notes and descriptions of pictures; heads and feet of pages as furniture. Throws a UserError for what is no such file. */
export function readDocx(bytes: Uint8Array, name: string): SourceDocument {
  const files = partsOf(bytes, name);
  const main = mainPart(files);
  const beside = (part: string) => main.replace(/[^/]*$/, part);
  const named = files.get(beside('styles.xml'));
  const textOf = (file: Uint8Array, part: string) => usualPrefixes(decode(file, `${name}, ${part}`).text);
  const styles = named ? styleNames(textOf(named, beside('styles.xml'))) : new Map<string, string>();
  const margins = [...files.keys()].filter((part) => MARGIN.test(part)).sort();
  const blocks = [main, ...NOTES.map(beside), ...margins].flatMap((part) => {
    const file = files.get(part);
    const read = file ? readPart(textOf(file, part), part, { styles, main: part === main }) : [];
    return MARGIN.test(part) ? read.flatMap(asFurniture) : read;
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

/** Page numbers say nothing. */
function asFurniture(block: SourceBlock): SourceBlock[] {
  return /\p{L}/u.test(withoutCodes(block.text, block.codes)) ? [{ ...block, role: 'furniture' }] : [];
}

/** True for a block that stands at the head or foot of pages: it stays when the article leaves clean. */
export function isInMargin(layout: unknown): boolean {
  return typeof layout === 'object' && layout !== null && 'part' in layout && MARGIN.test(String(layout.part));
}

/** Writes new texts of blocks into the document. Where nothing is new, the very same bytes come back. */
export function writeDocx(bytes: Uint8Array, blocks: readonly LaidBlock[], texts: readonly BlockText[]): Uint8Array {
  return writeParts(bytes, partsOf(bytes, 'the document'), blocks, texts, {
    writeText: docxText,
    usualPrefixes,
    ownPrefixes,
  });
}
