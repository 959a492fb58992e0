// What a file is, without reading it.
import { UserError } from '../errors.ts';
import type { Format } from '../model.ts';
import { localName, rootName } from './xml.ts';

/** Which format the ending of a file's name tells, in small letters and without the dot. */
export const ENDINGS: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  docx: 'docx',
  odt: 'odt',
  xlf: 'xliff',
  xliff: 'xliff',
  sdlxliff: 'xliff',
  mqxliff: 'xliff',
  mxliff: 'xliff',
};

/**
 * The format of a file by the ending of its name, else by how its text begins; `text` where nothing speaks. Where a format is
 * `usual`, only XLIFF speaks against it.
 */
export function sniffFormat(text: string, fileName: string | null, usual?: Format): Format {
  if (usual) return isXliff(text) ? 'xliff' : usual;
  const named = formatByName(fileName);
  if (named) return named;
  if (isXliff(text)) return 'xliff';
  const head = text.slice(0, 2000).replace(/^(\s|<!--[\s\S]*?-->|<\?xml[^>]*>)+/, '');
  return /^<(!doctype\s+html|html|head|body|article|main|section|div|h[1-6]|p|ul|ol|table|figure)[\s>]/i.test(head)
    ? 'html'
    : 'text';
}

/** The format that the ending of a name says; undefined where it says none. */
export function formatByName(fileName: string | null): Format | undefined {
  const ending = /\.([a-z]+)$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
}

function isXliff(text: string): boolean {
  return localName(rootName(text) ?? '') === 'xliff';
}

/** Files of the trade that hold no article, by their first element, and where they belong. */
const OTHERS: Record<string, string> = {
  tmx: 'a memory (TMX), not an article: import it into the memory',
  martif: 'a list of terms (TBX), not an article: import it as terms',
  tbx: 'a list of terms (TBX), not an article: import it as terms',
};

/** Refuses a memory and a list of terms where an article, or what was made of one, is wanted. */
export function refuseOthers(text: string, name: string): void {
  const root = localName(rootName(text) ?? '').toLowerCase();
  const what = Object.hasOwn(OTHERS, root) ? OTHERS[root] : undefined;
  if (what) throw new UserError('unknown-format', `${name} is ${what}.`, 415);
}
