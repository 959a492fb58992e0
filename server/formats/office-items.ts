// A paragraph of an office document as one string, and back: text, formats and elements around runs, and everything else as it is.
import type { Code, Place } from '../model.ts';
import { pieces } from '../text/inline.ts';
import { type Edit, inOrder, splice } from './edits.ts';

/** A part of a paragraph. */
export type OfficeItem =
  /** Characters, decoded. */
  | { kind: 'text'; text: string }
  /** A format of its own begins, ends: `xml` is the run's properties. */
  | { kind: 'open' | 'close'; name: 'format'; xml: string }
  /** An element around text (a link, say) begins, ends: `xml` is its tag, `format` what most of its text has. */
  | { kind: 'open' | 'close'; name: 'around'; xml: string; format: string }
  /** Anything else, whole; `holds` says where in `xml` a stretch of the part stands that holds blocks of its own. */
  | { kind: 'single'; xml: string; holds?: Place & { lead: number } }
  /** Several that count as one, such as a link around a picture. */
  | { kind: 'group'; items: OfficeItem[] };

/** A paragraph's place: whole, and what it holds behind its properties. */
export interface ParagraphPlace {
  whole: Place;
  inner: Place;
}

/** Where a paragraph's text stands in its part, and all that is needed to write it anew. */
export interface ParagraphLayout extends ParagraphPlace {
  in: 'paragraph';
  part: string;
  /** The same paragraph written a second time, for older programs. */
  twin: ParagraphPlace | null;
  /** The properties of most of its runs, '' for none. */
  base: string;
  /** What stands before and behind the block's text in the paragraph. */
  before: OfficeItem[];
  after: OfficeItem[];
  codes: Record<number, { open: OfficeItem; close: OfficeItem | null }>;
  /** Whether what it stands in (a table's cell, a note, a text box) must keep a paragraph and has no other. */
  cell: boolean;
}

/** Where a picture's description stands: the values of attributes, or the content of an element. */
export interface AltLayout {
  in: 'attribute' | 'element';
  part: string;
  places: Place[];
}

/** Where a block of a DOCX or ODT stands in the file. */
export type OfficeLayout = ParagraphLayout | AltLayout;

/** How a format writes characters, given the format (run properties) around them. */
export type WriteText = (text: string, format: string) => string;

/** The part's text, what is written anew within its paragraphs, and how characters are written. */
export interface OfficeWriting {
  xml: string;
  edits: Edit[];
  writeText: WriteText;
}

/** The content of a paragraph with a new text. */
export function paragraphXml(
  writing: OfficeWriting,
  layout: ParagraphLayout,
  text: string,
  codes: readonly Code[],
): string {
  const middle = pieces(text, codes).map((piece): OfficeItem => {
    if (piece.kind === 'text') return { kind: 'text', text: piece.text };
    const place = layout.codes[rootOf(piece.id, codes)];
    const item = piece.kind === 'close' ? place?.close : place?.open;
    if (!item) throw new Error(`the code ${piece.id} is not of its block: this is a bug`);
    return item;
  });
  return itemsXml(writing, [...layout.before, ...middle, ...layout.after], layout.base);
}

function rootOf(id: number, codes: readonly Code[]): number {
  const before = codes.find((code) => code.id === id)?.continues;
  return before === undefined ? id : rootOf(before, codes);
}

/** Items as they are written: each stretch of text in the format that is open around it. */
function itemsXml(writing: OfficeWriting, items: readonly OfficeItem[], base: string): string {
  const formats = [base];
  let out = '';
  for (const item of items) {
    out += itemXml(writing, item, formats.at(-1) ?? '');
    if (item.kind === 'open') formats.push(item.name === 'around' ? item.format : item.xml);
    if (item.kind === 'close' && formats.length > 1) formats.pop();
  }
  return out;
}

function itemXml(writing: OfficeWriting, item: OfficeItem, format: string): string {
  if (item.kind === 'text') return item.text === '' ? '' : writing.writeText(item.text, format);
  if (item.kind === 'single') return singleXml(writing, item);
  if (item.kind === 'group') return itemsXml(writing, item.items, format);
  return item.name === 'around' ? item.xml : '';
}

/** What holds blocks of its own has them in their new texts. */
function singleXml({ xml, edits }: OfficeWriting, item: Extract<OfficeItem, { kind: 'single' }>): string {
  if (!item.holds) return item.xml;
  const { lead, start, end } = item.holds;
  const within = edits.filter((edit) => edit.start >= start && edit.end <= end);
  return item.xml.slice(0, lead) + splice(xml, inOrder(within), start, end) + item.xml.slice(lead + end - start);
}
