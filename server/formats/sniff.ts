// What a file is, without reading it.
import type { Format } from '../model.ts';
import { localName, rootName } from './xml.ts';

const ENDINGS: Record<string, Format> = {
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
};

/** The format of a file by the ending of its name, else by how its text begins; `text` where nothing speaks. */
export function sniffFormat(text: string, fileName: string | null): Format {
  const ending = /\.([a-z]+)$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
  const named = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  if (named) return named;
  if (localName(rootName(text) ?? '') === 'xliff') return 'xliff';
  const head = text.slice(0, 2000).replace(/^(\s|<!--[\s\S]*?-->|<\?xml[^>]*>)+/, '');
  return /^<(!doctype\s+html|html|head|body|article|main|section|div|h[1-6]|p|ul|ol|table|figure)[\s>]/i.test(head)
    ? 'html'
    : 'text';
}
