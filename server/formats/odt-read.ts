// Reading the content of an OpenDocument text (ODF 1.3): its paragraphs with their roles, each as one string.
import type { Role, SourceBlock } from '../model.ts';
import { namesOf, type OdtStyles, spanType } from './odt-styles.ts';
import { type CodeTypes, isFileName, officeBlock } from './office-block.ts';
import type { OfficeItem } from './office-items.ts';
import { isCodeStyle, roleOfStyle } from './office-styles.ts';
import { below, closeOf, rawOf, startOf } from './office-tree.ts';
import { rootOf, textOf as textIn, type XmlTree } from './xml-tree.ts';

/** The part that holds the text. */
export const CONTENT = 'content.xml';

interface Reading {
  xml: string;
  styles: OdtStyles;
  blocks: SourceBlock[];
}

/** The blocks of a content, in order. Deleted text, comments and lists of contents, which programs make, are left alone. */
export function readContent(xml: string, styles: OdtStyles): SourceBlock[] {
  const root = rootOf(xml);
  const reading: Reading = { xml, styles, blocks: [] };
  walk(reading, root, false);
  return reading.blocks;
}

const SKIPPED =
  /^(?:text:(?:tracked-changes|table-of-content|(?:alphabetical|illustration|table|object|user)-index|bibliography)|office:(?:annotation|automatic-styles|font-face-decls|scripts|forms))$/;
const INSIDE: ReadonlySet<string> = new Set(['draw:text-box', 'text:note-body']);
/** What holds paragraphs of its own within a paragraph. */
const CLOSED: ReadonlySet<string> = new Set([...INSIDE, 'office:annotation']);

function walk(reading: Reading, node: XmlTree, inList: boolean): void {
  for (const child of node.children) {
    if (typeof child === 'string' || SKIPPED.test(child.name)) continue;
    const paragraph = child.name === 'text:p' || child.name === 'text:h';
    if (!paragraph) walk(reading, child, inList || child.name === 'text:list');
    else {
      reading.blocks.push(...paragraphBlock(reading, child, node, inList), ...altBlocks(reading, child));
      for (const inner of below(child, ({ name }) => INSIDE.has(name), CLOSED)) walk(reading, inner, false);
    }
  }
}

function paragraphBlock(reading: Reading, node: XmlTree, parent: XmlTree, inList: boolean): SourceBlock[] {
  const { xml, styles } = reading;
  const names = namesOf(node.attributes['text:style-name'], styles);
  if (node.empty || isCodeStyle(names)) return [];
  return officeBlock(
    {
      items: itemsOf(reading, node),
      whole: { start: startOf(node, xml), end: node.end },
      inner: { start: node.openEnd, end: closeOf(node, xml) },
      part: CONTENT,
      twin: null,
      base: '',
      cell: standsAlone(node, parent),
      role: roleOf(reading, node, names, inList),
    },
    typesOf(styles),
  );
}

const HOLDERS = /^(?:table:table-cell|text:note-body|draw:text-box|text:list-item)$/;

function standsAlone(node: XmlTree, parent: XmlTree): boolean {
  return HOLDERS.test(parent.name) && parent.children.every((child) => child === node || typeof child === 'string');
}

function roleOf({ blocks }: Reading, node: XmlTree, names: readonly string[], inList: boolean): Role {
  const titled = blocks.some((block) => block.role === 'title');
  if (node.name === 'text:h') return node.attributes['text:outline-level'] === '1' && !titled ? 'title' : 'crosshead';
  const told = roleOfStyle(names);
  if (told && told.role !== 'crosshead') return told.role;
  return inList ? 'list' : 'body';
}

/** Elements whose text is text of the paragraph. */
const AROUND: ReadonlySet<string> = new Set(['text:a', 'text:span', 'text:meta', 'text:meta-field']);
const DROPPED: ReadonlySet<string> = new Set(['text:soft-page-break', 'text:toc-mark', 'text:alphabetical-index-mark']);
const HOLDS = /<(?:text:note-body|draw:text-box|svg:desc|svg:title)\b/;

function itemsOf(reading: Reading, node: XmlTree): OfficeItem[] {
  const { xml, styles } = reading;
  return node.children.flatMap((child): OfficeItem[] => {
    const text = textOf(child);
    if (text !== null) return [{ kind: 'text', text }];
    if (typeof child === 'string' || DROPPED.has(child.name)) return [];
    if (!AROUND.has(child.name) || child.empty) return [single(child, xml)];
    const inner = itemsOf(reading, child);
    if (child.name === 'text:span' && spanType(child.attributes['text:style-name'], styles) === null) return inner;
    const open = {
      kind: 'open',
      name: 'around',
      xml: xml.slice(startOf(child, xml), child.openEnd),
      format: '',
    } as const;
    return [open, ...inner, { kind: 'close', name: 'around', xml: `</${child.name}>`, format: '' }];
  });
}

/** The characters that a child stands for; null for one that is no text. White space of the file is one space (ODF 1.3 §6.1.2). */
function textOf(child: XmlTree | string): string | null {
  if (typeof child === 'string') return child.replace(/[ \t\n\r]+/g, ' ');
  if (child.name === 'text:s') return ' '.repeat(Math.min(100, Number(child.attributes['text:c'] ?? 1) || 1));
  return child.name === 'text:tab' ? '\t' : null;
}

function single(node: XmlTree, xml: string): OfficeItem {
  const raw = rawOf(node, xml);
  const holds = HOLDS.test(raw) ? { holds: { start: startOf(node, xml), end: node.end, lead: 0 } } : {};
  return { kind: 'single', xml: raw, ...holds };
}

function typesOf(styles: OdtStyles): CodeTypes {
  return {
    single: (xml) => {
      if (xml.startsWith('<text:line-break')) return 'break';
      if (/^<text:note\b/.test(xml)) return 'note';
      return xml.startsWith('<draw:') ? 'image' : 'other';
    },
    around: (xml) => {
      if (/^<\/?text:a\b/.test(xml)) return 'link';
      return spanType(/\stext:style-name="([^"]*)"/.exec(xml)?.[1], styles) ?? 'span';
    },
    format: () => 'span',
  };
}

/** The descriptions of pictures and frames. */
function altBlocks({ xml }: Reading, node: XmlTree): SourceBlock[] {
  return below(node, ({ name }) => name === 'svg:desc' || name === 'svg:title', CLOSED).flatMap((alt) => {
    const text = textIn(alt).replace(/\s+/g, ' ').trim();
    if (alt.empty || !/\p{L}/u.test(text) || isFileName(text)) return [];
    const places = [{ start: alt.openEnd, end: closeOf(alt, xml) }];
    return [{ role: 'alt', text, codes: [], layout: { in: 'element', part: CONTENT, places } }];
  });
}
