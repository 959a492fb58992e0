// Writing new texts of blocks into the page they came from.
import type { Code, Place } from '../model.ts';
import { pieces } from '../text/inline.ts';
import { NBSP } from '../text/typography.ts';
import { type Edit, inOrder, splice } from './edits.ts';
import type { BlockText, LaidBlock } from './format.ts';
import type { HtmlLayout } from './html-read.ts';

/** The page and what is known of it as a whole. */
interface Page {
  source: string;
  nbsp: string;
  /** New alt and title texts, in order. */
  attributes: Edit[];
}

interface Wanted {
  block: LaidBlock;
  layout: HtmlLayout;
  text: string;
}

/** Splices new texts into a page. Alt and title texts within a paragraph are written inside its codes. */
export function writeHtml(source: string, blocks: readonly LaidBlock[], texts: readonly BlockText[]): string {
  const wanted = blocks.flatMap((block, i): Wanted[] => {
    const text = texts[i];
    return typeof text === 'string' && text !== block.text ? [{ block, layout: block.layout as HtmlLayout, text }] : [];
  });
  const page: Page = { source, nbsp: NO_BREAK_SPACE.exec(source)?.[0] ?? NBSP, attributes: [] };
  const attributes = wanted.filter((one) => one.layout.in === 'attribute').map((one) => attributeEdit(page, one));
  page.attributes = inOrder(attributes);
  const runs = wanted
    .filter((one) => one.layout.in !== 'attribute')
    .map((one) => ({ start: one.layout.start, end: one.layout.end, text: written(page, one) }));
  return splice(source, inOrder([...runs, ...attributes, ...removals(page, blocks, texts)]));
}

function written(page: Page, { block, layout, text }: Wanted): string {
  const nbsp = noBreakSpace(page, layout);
  const lineEnd = layout.in === 'pre' && page.source.includes('\r\n') ? '\r\n' : '\n';
  if (layout.in === 'title') return escaped(text, nbsp);
  return pieces(text, block.codes)
    .map((piece) => {
      if (piece.kind === 'text') return escaped(piece.text, nbsp).replace(/\n/g, lineEnd);
      return native(page, layout, piece, block.codes);
    })
    .join('');
}

/** A code's own markup, from the page where it stands there, with the new alt and title texts in it. */
function native(page: Page, layout: HtmlLayout, piece: { kind: string; id: number }, codes: readonly Code[]): string {
  const places = layout.codes[rootOf(piece.id, codes)];
  const place = piece.kind === 'close' ? places?.close : places?.open;
  if (place) return splice(page.source, page.attributes, place.start, place.end);
  const code = codes.find((one) => one.id === piece.id);
  if (!code) throw new Error(`the code ${piece.id} is not of its block: this is a bug`);
  return piece.kind === 'close' ? code.native.close : code.native.open;
}

/** The code that a chain of continuations began with. */
function rootOf(id: number, codes: readonly Code[]): number {
  const before = codes.find((code) => code.id === id)?.continues;
  return before === undefined ? id : rootOf(before, codes);
}

function attributeEdit(page: Page, { layout, text }: Wanted): Edit {
  const raw = page.source.slice(layout.start, layout.end);
  const [before = '', quote = ''] = /^[^=]*=[ \t\n\r\f]*(?=(["']?))/.exec(raw) ?? [];
  const mark = quote || '"';
  const value = escaped(text, noBreakSpace(page, layout)).replaceAll(mark, mark === '"' ? '&quot;' : '&#39;');
  return { start: layout.start + before.length, end: layout.end, text: mark + value + mark };
}

const NO_BREAK_SPACE = /&nbsp;|&#160;|&#[xX]0*[aA]0;|\u00a0/;

/** How the page writes a no-break space: as this stretch of it does, else as its first one. */
function noBreakSpace(page: Page, place: Place): string {
  return NO_BREAK_SPACE.exec(page.source.slice(place.start, place.end))?.[0] ?? page.nbsp;
}

function escaped(text: string, nbsp: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return nbsp === NBSP ? safe : safe.replaceAll(NBSP, nbsp);
}

/** What goes with the blocks that are taken out: their text, and each element around that loses all its blocks. */
function removals(page: Page, blocks: readonly LaidBlock[], texts: readonly BlockText[]): Edit[] {
  const left = new Set<string>();
  const key = (place: Place) => `${place.start}-${place.end}`;
  for (const [i, block] of blocks.entries()) {
    if (texts[i] !== null) for (const place of (block.layout as HtmlLayout).within) left.add(key(place));
  }
  const gone = new Map<string, Edit>();
  for (const [i, block] of blocks.entries()) {
    if (texts[i] !== null) continue;
    const layout = block.layout as HtmlLayout;
    const outermost = layout.within.findLast((place) => !left.has(key(place)));
    const edit = outermost ? { ...withLine(page.source, outermost), text: '' } : emptied(page, layout);
    gone.set(key(edit), edit);
  }
  return [...gone.values()];
}

function emptied(page: Page, layout: HtmlLayout): Edit {
  if (layout.in !== 'attribute') return { start: layout.start, end: layout.end, text: '' };
  return attributeEdit(page, { block: { text: '', codes: [], layout }, layout, text: '' });
}

/** An element that stands on lines of its own goes with the line break and the indentation before it. */
function withLine(source: string, place: Place): Place {
  const before = /\r?\n[ \t]*$/.exec(source.slice(Math.max(0, place.start - 200), place.start));
  return { start: place.start - (before?.[0].length ?? 0), end: place.end };
}
