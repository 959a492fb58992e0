// What a paragraph of WordprocessingML holds, in order: text, changes of format, elements around runs, and everything else.
import { childOf, rawOf, startOf } from './docx-read.ts';
import type { DocxItem } from './docx-runs.ts';
import type { XmlTree } from './xml-tree.ts';

/** Elements whose runs are text of the paragraph. */
const AROUND: ReadonlySet<string> = new Set(['w:hyperlink', 'w:ins', 'w:smartTag', 'w:fldSimple', 'w:moveTo']);
/** What a program left behind while checking, and nobody misses in a new text. */
const DROPPED: ReadonlySet<string> = new Set(['w:proofErr', 'w:lastRenderedPageBreak', 'w:pPr']);

/** A piece of a run with the format it stands in. */
interface Piece {
  item: DocxItem;
  /** The run's properties as they count for what a reader sees; null outside of runs. */
  format: string | null;
}

/** The items of a paragraph, and the format of most of its text. */
export function itemsOf(paragraph: XmlTree, xml: string): { items: DocxItem[]; base: string } {
  const pieces = piecesOf(paragraph, xml);
  const base = mostUsed(pieces);
  return { items: inFormats(pieces, base), base };
}

function piecesOf(node: XmlTree, xml: string): Piece[] {
  return node.children.flatMap((child): Piece[] => {
    if (typeof child === 'string' || DROPPED.has(child.name)) return [];
    if (child.name === 'w:r') return runPieces(child, xml);
    if (!AROUND.has(child.name) || child.empty)
      return [{ item: { kind: 'single', xml: rawOf(child, xml) }, format: null }];
    return aroundPieces(child, xml);
  });
}

/** An element around runs, inside of which its own usual format counts: a link is not underlined by a code of its own. */
function aroundPieces(node: XmlTree, xml: string): Piece[] {
  const inner = piecesOf(node, xml);
  const format = mostUsed(inner);
  const items: DocxItem[] = [
    { kind: 'open', name: 'around', xml: xml.slice(startOf(node, xml), node.openEnd), format },
    ...inFormats(inner, format),
    { kind: 'close', name: 'around', xml: `</${node.name}>`, format },
  ];
  return items.map((item) => ({ item, format: null }));
}

function runPieces(run: XmlTree, xml: string): Piece[] {
  const properties = childOf(run, 'w:rPr');
  const format = properties ? seen(rawOf(properties, xml)) : '';
  return run.children.flatMap((child): Piece[] => {
    if (typeof child === 'string' || child === properties || DROPPED.has(child.name)) return [];
    const text = textOf(child);
    if (text !== null) return text === '' ? [] : [{ item: { kind: 'text', text }, format }];
    return [{ item: { kind: 'single', xml: `<w:r>${format}${rawOf(child, xml)}</w:r>` }, format: null }];
  });
}

/** The characters that an element stands for; null for one that is no text. */
function textOf(node: XmlTree): string | null {
  if (node.name === 'w:t') return node.children.filter((child) => typeof child === 'string').join('');
  if (node.name === 'w:noBreakHyphen') return '\u2011';
  return node.name === 'w:tab' ? '\t' : null;
}

/** Properties without what no reader sees: the language of the checker, and identifiers of editing sessions. */
function seen(properties: string): string {
  const short = properties.replace(/<w:(?:lang|noProof)\b[^>]*\/>/g, '').replace(/\sw:rsid\w*="[^"]*"/g, '');
  return /^<w:rPr[^>]*>\s*<\/w:rPr>$|^<w:rPr[^>]*\/>$/.test(short) ? '' : short;
}

function mostUsed(pieces: readonly Piece[]): string {
  const signs = new Map<string, number>();
  for (const { item, format } of pieces) {
    if (item.kind === 'text' && format !== null) signs.set(format, (signs.get(format) ?? 0) + item.text.length);
  }
  return [...signs].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Marks where text leaves the base format and comes back. Neighbouring runs of one format are one. */
function inFormats(pieces: readonly Piece[], base: string): DocxItem[] {
  const items: DocxItem[] = [];
  let open: string | null = null;
  const close = () => {
    if (open !== null) items.push({ kind: 'close', name: 'format', xml: open });
    open = null;
  };
  for (const { item, format } of pieces) {
    // A tag around runs must not stand inside a format that it does not hold whole.
    if (item.kind === 'open' || item.kind === 'close') close();
    else if (format !== null && format !== (open ?? base)) {
      close();
      if (format !== base) {
        open = format;
        items.push({ kind: 'open', name: 'format', xml: format });
      }
    }
    const last = items.at(-1);
    if (item.kind === 'text' && last?.kind === 'text')
      items[items.length - 1] = { kind: 'text', text: last.text + item.text };
    else items.push(item);
  }
  close();
  return items;
}
