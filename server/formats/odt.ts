// ODT: the content of an OpenDocument text is read as XML and edited in place; every other part of the archive stays as it is.
import { UserError } from '../errors.ts';
import type { SourceDocument } from '../model.ts';
import { withoutCodes } from '../text/inline.ts';
import { decode } from './decode.ts';
import type { BlockText, LaidBlock } from './format.ts';
import { CONTENT, readContent } from './odt-read.ts';
import { odtStyles } from './odt-styles.ts';
import type { WriteText } from './office-items.ts';
import { writeParts } from './office-write.ts';
import { escapeText } from './xml-write.ts';
import { unpack } from './zip.ts';

const MACROS = /^(?:Basic|Scripts)\/./;

/** Whether an archive is that of an OpenDocument text. */
export function isOdt(files: ReadonlyMap<string, Uint8Array>): boolean {
  const type = new TextDecoder().decode(files.get('mimetype')?.slice(0, 100) ?? new Uint8Array());
  return /^application\/vnd\.oasis\.opendocument\.text\s*$/.test(type) && files.has(CONTENT);
}

/** Reads the paragraphs, headings, list items, cells, frames, notes and descriptions of pictures. Throws a UserError for what is no such file. */
export function readOdt(bytes: Uint8Array, name: string): SourceDocument {
  const files = partsOf(bytes, name);
  const texts = ['styles.xml', CONTENT].flatMap((part) => {
    const file = files.get(part);
    return file ? [decode(file, `${name}, ${part}`).text] : [];
  });
  const blocks = readContent(texts.at(-1) ?? '', odtStyles(texts));
  const title = blocks.find((block) => block.role === 'title');
  return { format: 'odt', title: title ? withoutCodes(title.text, title.codes) : null, language: null, blocks };
}

function partsOf(bytes: Uint8Array, name: string): Map<string, Uint8Array> {
  const files = unpack(bytes, name);
  if (!isOdt(files)) throw new UserError('unknown-format', `${name} is no ODT: it is no OpenDocument text.`);
  if ([...files.keys()].some((path) => MACROS.test(path))) {
    throw new UserError('refused-file', `${name} holds macros; save it as ODT without them.`);
  }
  return files;
}

/** Writes new texts of blocks into the document. Where nothing is new, the very same bytes come back. */
export function writeOdt(bytes: Uint8Array, blocks: readonly LaidBlock[], texts: readonly BlockText[]): Uint8Array {
  return writeParts(bytes, partsOf(bytes, 'the document'), blocks, texts, { writeText: odtText });
}

/** More than one space in a row, line breaks and tabs are elements (ODF 1.3 §6.1). */
const odtText: WriteText = (text) =>
  text
    .split(/(\n|\t| {2,})/)
    .map((part) => {
      if (part === '\n') return '<text:line-break/>';
      if (part === '\t') return '<text:tab/>';
      return / {2}/.test(part) ? ` <text:s text:c="${part.length - 1}"/>` : escapeText(part);
    })
    .join('');
