// Reading a part of a DOCX: its paragraphs with their roles, each as one string.
import type { Place, Role, SourceBlock } from '../model.ts';
import { itemsOf } from './docx-items.ts';
import type { DocxItem, DocxLayout } from './docx-runs.ts';
import { type CodePlace, type RunItem, readRun } from './html-inline.ts';
import { rootOf, type XmlTree } from './xml-tree.ts';

/** The blocks of a part. Text boxes and fields' instructions are left alone. Throws a UserError for what is no well-formed XML. */
export function readPart(xml: string, part: string): SourceBlock[] {
  const root = rootOf(xml);
  const blocks: SourceBlock[] = [];
  const walk = (node: XmlTree, within: XmlTree[]) => {
    for (const child of node.children) {
      if (typeof child === 'string') continue;
      if (child.name !== 'w:p') walk(child, [...within, child]);
      else blocks.push(...paragraphBlock(child, within, xml, part, blocks));
    }
  };
  walk(root, [root]);
  return blocks;
}

/** Where an element begins: no attribute may hold a raw `<`. */
export function startOf(node: XmlTree, xml: string): number {
  return xml.lastIndexOf('<', node.openEnd - 1);
}

/** An element as it stands in the file. */
export function rawOf(node: XmlTree, xml: string): string {
  return xml.slice(startOf(node, xml), node.end);
}

/** The first child of that name. */
export function childOf(node: XmlTree | undefined, name: string): XmlTree | undefined {
  return node?.children.find((child): child is XmlTree => typeof child !== 'string' && child.name === name);
}

function paragraphBlock(
  node: XmlTree,
  within: readonly XmlTree[],
  xml: string,
  part: string,
  before: readonly SourceBlock[],
): SourceBlock[] {
  if (node.empty || CODE.test(styleOf(node))) return [];
  const { items, base } = itemsOf(node, xml);
  const { source, runs } = synthetic(items);
  const read = readRun(runs, source, false);
  if (!read) return [];
  const inner = { start: contentStart(node, xml), end: xml.lastIndexOf('</', node.end - 1) };
  const at = (place: Place) => items[runs.findIndex((run) => run.start === place.start && run.end === place.end)];
  const layout: DocxLayout = {
    part,
    whole: { start: startOf(node, xml), end: node.end },
    inner,
    base,
    ...outside(items, runs, read),
    codes: Object.fromEntries(Object.entries(read.places).map(([id, places]) => [id, codeItems(places, at)])),
    cell: standsAlone(node, within.at(-1)),
  };
  const role = roleOf(node, part, before);
  return [{ role, text: read.text, codes: read.codes, layout }];
}

function codeItems({ open, close }: CodePlace, at: (place: Place) => DocxItem | undefined) {
  return { open: at(open) ?? NOTHING, close: close ? (at(close) ?? NOTHING) : null };
}

const NOTHING: DocxItem = { kind: 'text', text: '' };

/** Where a paragraph's content begins: behind its properties. */
function contentStart(node: XmlTree, xml: string): number {
  const properties = childOf(node, 'w:pPr');
  return properties ? properties.end : xml.indexOf('>', startOf(node, xml)) + 1;
}

/** The items as a run of a page, with places in a text that only they have. */
function synthetic(items: readonly DocxItem[]): { source: string; runs: RunItem[] } {
  let source = '';
  const runs = items.map((item, i): RunItem => {
    const start = source.length;
    // Every place must be one item's own, so what has no characters gets a mark.
    source += item.kind === 'text' ? item.text : item.xml || `<${i}>`;
    const place = { start, end: source.length };
    if (item.kind === 'text') return { kind: 'text', name: '', type: '', text: item.text, ...place };
    if (item.kind === 'single') {
      const spoken = /<w:(?:footnote|endnote)Reference\b/.test(item.xml);
      return { kind: 'single', name: 'single', type: typeOfSingle(item.xml), text: '', spoken, ...place };
    }
    return { kind: item.kind, name: item.name, type: typeOfPair(item), text: '', ...place };
  });
  return { source, runs };
}

function typeOfSingle(xml: string): string {
  if (/<w:(?:br|cr)\b/.test(xml)) return 'break';
  if (/<w:(?:footnote|endnote)Reference\b/.test(xml)) return 'note';
  return /<w:(?:drawing|pict|object)\b/.test(xml) ? 'image' : 'other';
}

function typeOfPair({ name, xml }: { name: string; xml: string }): string {
  if (name === 'around') return /^<\/?w:hyperlink\b/.test(xml) ? 'link' : 'other';
  if (/<w:b(?:\s*\/|\s+w:val="(?:1|true|on)")/.test(xml)) return 'bold';
  if (/<w:i(?:\s*\/|\s+w:val="(?:1|true|on)")/.test(xml)) return 'italic';
  if (/<w:u\s/.test(xml)) return 'underline';
  return /<w:vertAlign\s+w:val="sub"/.test(xml) ? 'sub' : /<w:vertAlign/.test(xml) ? 'sup' : 'span';
}

/** What a block's text leaves outside of it: spaces, pictures and marks at the edges of the paragraph. */
function outside(
  items: readonly DocxItem[],
  runs: readonly RunItem[],
  { start, end }: Place,
): Pick<DocxLayout, 'before' | 'after'> {
  const before: DocxItem[] = [];
  const after: DocxItem[] = [];
  items.forEach((item, i) => {
    const run = runs[i];
    if (!run) return;
    if (item.kind === 'text') {
      before.push({ kind: 'text', text: item.text.slice(0, Math.max(0, start - run.start)) });
      after.push({ kind: 'text', text: run.end > end ? item.text.slice(Math.max(0, end - run.start)) : '' });
    } else if (run.end <= start) before.push(item);
    else if (run.start >= end) after.push(item);
  });
  const said = (item: DocxItem) => item.kind !== 'text' || item.text !== '';
  return { before: before.filter(said), after: after.filter(said) };
}

function standsAlone(node: XmlTree, parent: XmlTree | undefined): boolean {
  if (!parent || !['w:tc', 'w:footnote', 'w:endnote', 'w:comment'].includes(parent.name)) return false;
  return parent.children.every((child) => child === node || typeof child === 'string' || child.name !== 'w:p');
}

/** Paragraph styles of what is code, and no text. */
const CODE = /^(?:source ?code|code|preformatted|html-?pr)/i;

/** Paragraph styles by what their ids are called in English and French programs. */
const STYLES: readonly [RegExp, Role][] = [
  [/^(?:sub-?title|sous-?titre|standfirst|chapo|chapeau)/i, 'standfirst'],
  [/^(?:kicker|surtitre)/i, 'kicker'],
  [/^(?:title|titre)$/i, 'title'],
  [/^(?:heading|titre)[ _]?\d/i, 'crosshead'],
  [/^(?:intensequote|quot|citation|blockquote|blocktext)/i, 'quote'],
  [/caption$|^(?:caption|l.?gende)/i, 'caption'],
  [/^list|^paragraphedeliste|^liste/i, 'list'],
];

function styleOf(node: XmlTree): string {
  return childOf(childOf(node, 'w:pPr'), 'w:pStyle')?.attributes['w:val'] ?? '';
}

function roleOf(node: XmlTree, part: string, before: readonly SourceBlock[]): Role {
  const properties = childOf(node, 'w:pPr');
  const style = styleOf(node);
  const named = STYLES.find(([pattern]) => pattern.test(style))?.[1];
  const titled = before.some((block) => block.role === 'title');
  if (named === 'crosshead' && /\D1$/.test(style) && !titled && part === 'word/document.xml') return 'title';
  if (named) return named;
  if (childOf(properties, 'w:numPr')) return 'list';
  return 'body';
}
