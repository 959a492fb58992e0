// What a paragraph of WordprocessingML (ECMA-376) holds, in order: text, changes of format, elements around runs, and everything else.
import { NB_HYPHEN } from '../text/typography.ts';
import type { OfficeItem } from './office-items.ts';
import { below, childNamed, closeOf, rawOf, startOf } from './office-tree.ts';
import type { XmlTree } from './xml-tree.ts';

/** Elements whose runs are text of the paragraph. */
const AROUND: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:ins',
  'w:smartTag',
  'w:fldSimple',
  'w:moveTo',
  'w:customXml',
  'w:dir',
  'w:bdo',
]);
/** What a program left behind while checking or laying out, and nobody misses in a new text. */
const DROPPED: ReadonlySet<string> = new Set([
  'w:proofErr',
  'w:lastRenderedPageBreak',
  'w:pPr',
  'w:softHyphen',
  'w:noProof',
]);
/** What may hold blocks of its own: text boxes, and descriptions of pictures. */
const HOLDS = /<(?:w:txbxContent|wp:docPr)\b/;

/** A piece of a run with the format it stands in. */
interface Piece {
  item: OfficeItem;
  /** The run's properties as they count for what a reader sees; null outside of runs. */
  format: string | null;
  /** What the piece is to a field that runs over several runs. */
  field?: 'begin' | 'separate' | 'end' | 'instruction';
}

/** The items of a paragraph, and the format of most of its text. */
export function itemsOf(paragraph: XmlTree, xml: string): { items: OfficeItem[]; base: string } {
  const pieces = piecesOf(paragraph, xml);
  const base = mostUsed(pieces);
  return { items: inFormats(pieces, base), base };
}

function piecesOf(node: XmlTree, xml: string): Piece[] {
  const pieces = node.children.flatMap((child): Piece[] => {
    if (typeof child === 'string' || DROPPED.has(child.name)) return [];
    if (child.name === 'w:r') return runPieces(child, xml);
    const content =
      child.name === 'w:sdt' ? childNamed(child, 'w:sdtContent') : AROUND.has(child.name) ? child : undefined;
    if (!content || content.empty) return [{ item: single(child, xml), format: null }];
    const tags = {
      open: xml.slice(startOf(child, xml), content.openEnd),
      close: xml.slice(closeOf(content, xml), child.end),
    };
    return around(tags, piecesOf(content, xml));
  });
  return withFields(pieces);
}

/** An element around runs, inside of which its own usual format counts: a link is not underlined by a code of its own. */
function around({ open, close }: { open: string; close: string }, inner: readonly Piece[]): Piece[] {
  const format = mostUsed(inner);
  const items: OfficeItem[] = [
    { kind: 'open', name: 'around', xml: open, format },
    ...inFormats(inner, format),
    { kind: 'close', name: 'around', xml: close, format },
  ];
  return items.map((item) => ({ item, format: null }));
}

/** A field that begins and ends in the paragraph stands around its result. One within another stays as it is. */
function withFields(pieces: readonly Piece[]): Piece[] {
  const begin = pieces.findIndex(({ field }) => field === 'begin');
  const rest = pieces.slice(begin + 1);
  const next = rest.findIndex(({ field }) => field === 'begin' || field === 'separate' || field === 'end');
  if (begin < 0 || rest[next]?.field !== 'separate') return [...pieces];
  const end = rest.findIndex(({ field }, i) => i > next && (field === 'begin' || field === 'end'));
  const instruction = rest.slice(0, next);
  if (rest[end]?.field !== 'end' || instruction.some(({ item }) => item.kind !== 'single')) return [...pieces];
  const written = (list: readonly Piece[]) => list.map(({ item }) => (item.kind === 'single' ? item.xml : '')).join('');
  const tags = { open: written(pieces.slice(begin, begin + next + 2)), close: written(rest.slice(end, end + 1)) };
  const field = around(tags, rest.slice(next + 1, end));
  return [...pieces.slice(0, begin), ...field, ...withFields(rest.slice(end + 1))];
}

function runPieces(run: XmlTree, xml: string): Piece[] {
  const properties = childNamed(run, 'w:rPr');
  const format = properties ? seen(rawOf(properties, xml)) : '';
  return run.children.flatMap((child): Piece[] => {
    if (typeof child === 'string' || child === properties || DROPPED.has(child.name)) return [];
    const text = textOf(child);
    if (text !== null) return text === '' ? [] : [{ item: { kind: 'text', text }, format }];
    const field = fieldOf(child);
    return [{ item: single(child, xml, format), format: null, ...(field ? { field } : {}) }];
  });
}

function fieldOf(node: XmlTree): Piece['field'] {
  if (node.name === 'w:instrText') return 'instruction';
  const type = node.name === 'w:fldChar' ? node.attributes['w:fldCharType'] : undefined;
  return type === 'begin' || type === 'separate' || type === 'end' ? type : undefined;
}

/** An element that is no text, in a run of its own where `format` tells the run's properties. */
function single(node: XmlTree, xml: string, format: string | null = null): OfficeItem {
  const raw = rawOf(node, xml);
  const [lead, tail] = format === null ? ['', ''] : [`<w:r>${format}`, '</w:r>'];
  const holds = HOLDS.test(raw) ? { holds: { start: startOf(node, xml), end: node.end, lead: lead.length } } : {};
  return { kind: 'single', xml: lead + raw + tail, ...holds };
}

/** The characters that an element stands for; null for one that is no text. */
function textOf(node: XmlTree): string | null {
  if (node.name === 'w:t') return node.children.filter((child) => typeof child === 'string').join('');
  if (node.name === 'w:noBreakHyphen') return NB_HYPHEN;
  return node.name === 'w:tab' ? '\t' : null;
}

/** Properties without what no reader sees: the language of the checker, and identifiers of editing sessions. */
function seen(properties: string): string {
  const short = properties.replace(/<w:(?:lang|noProof)\b[^>]*\/>/g, '').replace(/\sw:rsid\w*="[^"]*"/g, '');
  return /^<w:rPr[^>]*>\s*<\/w:rPr>$|^<w:rPr[^>]*\/>$/.test(short) ? '' : short;
}

const EMPHASIS = /<w:(?:b|i|u|strike|em|vertAlign|highlight|rStyle)\b(?!\s+w:val="(?:0|false|none|off)")/;

/** The format of most of the text; what stands out is never the usual where something else is there. */
function mostUsed(pieces: readonly Piece[]): string {
  const signs = new Map<string, number>();
  for (const { item, format } of pieces) {
    if (item.kind === 'text' && format !== null && item.text.trim() !== '')
      signs.set(format, (signs.get(format) ?? 0) + item.text.length);
  }
  const sorted = [...signs].sort((a, b) => b[1] - a[1]).map(([format]) => format);
  return sorted.find((format) => !EMPHASIS.test(format)) ?? sorted[0] ?? '';
}

/** Marks where text leaves the base format and comes back. Neighbouring runs of one format are one. */
function inFormats(pieces: readonly Piece[], base: string): OfficeItem[] {
  const items: OfficeItem[] = [];
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

/** The text boxes below an element, each once: what stands there for older programs is the same again. */
export function boxesIn(node: XmlTree): XmlTree[] {
  return below(node, ({ name }) => name === 'w:txbxContent', new Set(['w:txbxContent', 'mc:Fallback']));
}
