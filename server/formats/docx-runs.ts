// A paragraph of WordprocessingML (ECMA-376) as one string, and back: runs of one format are a pair of codes, what is no text is a single one.
import type { Code, Place } from '../model.ts';
import { pieces } from '../text/inline.ts';
import { escapeText } from './xml-write.ts';

/** A part of a paragraph. */
export type DocxItem =
  /** Characters, decoded. */
  | { kind: 'text'; text: string }
  /** A format of its own begins, ends: `xml` is the run's properties. */
  | { kind: 'open' | 'close'; name: 'format'; xml: string }
  /** An element around runs (a link, say) begins, ends: `xml` is its tag, `format` what most of its text has. */
  | { kind: 'open' | 'close'; name: 'around'; xml: string; format: string }
  /** Anything else, whole. */
  | { kind: 'single'; xml: string };

/** Where a block stands in its part, and all that is needed to write it anew. */
export interface DocxLayout {
  part: string;
  /** The whole paragraph, and what it holds behind its properties. */
  whole: Place;
  inner: Place;
  /** The properties of most of its runs, '' for none. */
  base: string;
  /** What stands before and behind the block's text in the paragraph. */
  before: DocxItem[];
  after: DocxItem[];
  codes: Record<number, { open: DocxItem; close: DocxItem | null }>;
  /** Whether it is the only paragraph of a table's cell or of a note. */
  cell: boolean;
}

/** The content of a paragraph with a new text. */
export function paragraphXml(layout: DocxLayout, text: string, codes: readonly Code[]): string {
  const middle = pieces(text, codes).map((piece): DocxItem => {
    if (piece.kind === 'text') return { kind: 'text', text: piece.text };
    const place = layout.codes[rootOf(piece.id, codes)];
    const item = piece.kind === 'close' ? place?.close : place?.open;
    if (!item) throw new Error(`the code ${piece.id} is not of its block: this is a bug`);
    return item;
  });
  return runsXml([...layout.before, ...middle, ...layout.after], layout.base);
}

function rootOf(id: number, codes: readonly Code[]): number {
  const before = codes.find((code) => code.id === id)?.continues;
  return before === undefined ? id : rootOf(before, codes);
}

/** Items as runs: each stretch of text in the format that is open around it. */
function runsXml(items: readonly DocxItem[], base: string): string {
  const formats = [base];
  return items
    .map((item) => {
      if (item.kind === 'text') return runXml(item.text, formats.at(-1) ?? '');
      if (item.kind === 'open') formats.push(item.name === 'around' ? item.format : item.xml);
      if (item.kind === 'close' && formats.length > 1) formats.pop();
      return item.kind === 'single' || item.name === 'around' ? item.xml : '';
    })
    .join('');
}

function runXml(text: string, format: string): string {
  if (text === '') return '';
  const inner = text
    .split(/(\n|\t)/)
    .filter((part) => part !== '')
    .map((part) => (part === '\n' ? '<w:br/>' : part === '\t' ? '<w:tab/>' : characters(part)));
  return `<w:r>${format}${inner.join('')}</w:r>`;
}

const characters = (text: string) => `<w:t xml:space="preserve">${escapeText(text)}</w:t>`;
