// Reading a part of a DOCX: its paragraphs with their roles, each as one string; text boxes and descriptions of pictures among them.
import type { Role, SourceBlock } from '../model.ts';
import { boxesIn, itemsOf } from './docx-items.ts';
import { type CodeTypes, isFileName, officeBlock } from './office-block.ts';
import type { AltLayout, ParagraphPlace } from './office-items.ts';
import { isCodeStyle, roleOfStyle } from './office-styles.ts';
import { below, childNamed, closeOf, startOf, valuePlace } from './office-tree.ts';
import { rootOf, textOf, type XmlTree } from './xml-tree.ts';

/** A part that is being read. */
interface Part {
  xml: string;
  part: string;
  known: Known;
  blocks: SourceBlock[];
}

/** What is known of a part: what people see as the name of a style, by its id, and whether it is the document itself. */
export interface Known {
  styles: ReadonlyMap<string, string>;
  main: boolean;
}

/** The blocks of a part, in order. Fields' instructions, comments and what was deleted are left alone. Throws a UserError for what is no well-formed XML. */
export function readPart(xml: string, part: string, known: Known): SourceBlock[] {
  const root = rootOf(xml);
  const reading: Part = { xml, part, known, blocks: [] };
  walk(reading, root, new Map());
  return reading.blocks;
}

/** The names of styles by their ids, from the part that defines them. */
export function styleNames(xml: string): Map<string, string> {
  const root = rootOf(xml);
  const styles = below(root, ({ name }) => name === 'w:style');
  return new Map(
    styles.map((style) => [
      style.attributes['w:styleId'] ?? '',
      childNamed(style, 'w:name')?.attributes['w:val'] ?? '',
    ]),
  );
}

function walk(reading: Part, node: XmlTree, twins: ReadonlyMap<XmlTree, XmlTree>): void {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    if (child.name !== 'w:p') walk(reading, child, twins);
    else {
      reading.blocks.push(...paragraphBlock(reading, child, node, twins.get(child)));
      reading.blocks.push(...altBlocks(reading, child));
      for (const box of boxesIn(child)) walk(reading, box, twinsIn(child));
    }
  }
}

function paragraphBlock(reading: Part, node: XmlTree, parent: XmlTree, twin: XmlTree | undefined): SourceBlock[] {
  const { xml, part } = reading;
  const names = stylesOf(node, reading);
  if (node.empty || isCodeStyle(names)) return [];
  return officeBlock(
    {
      ...itemsOf(node, xml),
      ...placeOf(node, xml),
      part,
      twin: twin ? placeOf(twin, xml) : null,
      cell: standsAlone(node, parent),
      role: roleOf(node, names, reading),
    },
    TYPES,
  );
}

/** A paragraph's content begins behind its properties. */
function placeOf(node: XmlTree, xml: string): ParagraphPlace {
  const properties = childNamed(node, 'w:pPr');
  return {
    whole: { start: startOf(node, xml), end: node.end },
    inner: { start: properties ? properties.end : node.openEnd, end: closeOf(node, xml) },
  };
}

/** For each paragraph of a text box, the one that says the same to older programs. */
function twinsIn(node: XmlTree): Map<XmlTree, XmlTree> {
  const twins = new Map<XmlTree, XmlTree>();
  const paragraph = ({ name }: XmlTree) => name === 'w:p';
  for (const either of below(node, ({ name }) => name === 'mc:AlternateContent')) {
    const [choice, fallback] = [childNamed(either, 'mc:Choice'), childNamed(either, 'mc:Fallback')];
    if (!choice || !fallback) continue;
    const [one, other] = [below(choice, paragraph), below(fallback, paragraph)];
    one.forEach((own, i) => {
      const twin = other[i];
      if (twin && textOf(twin) === textOf(own)) twins.set(own, twin);
    });
  }
  return twins;
}

const ALTS: ReadonlySet<string> = new Set(['wp:docPr', 'pic:cNvPr']);
const ELSEWHERE: ReadonlySet<string> = new Set(['w:txbxContent', 'mc:Fallback']);

/** Descriptions of pictures; the same one at a picture and at its frame is one. */
function altBlocks({ xml, part }: Part, node: XmlTree): SourceBlock[] {
  const found = new Map<string, AltLayout>();
  for (const picture of below(node, ({ name }) => ALTS.has(name), ELSEWHERE)) {
    const text = picture.attributes['descr']?.trim() ?? '';
    const place = valuePlace(picture, 'descr', xml);
    if (!place || !/\p{L}/u.test(text) || isFileName(text)) continue;
    const layout = found.get(text) ?? { in: 'attribute', part, places: [] };
    layout.places.push(place);
    found.set(text, layout);
  }
  return [...found].map(([text, layout]) => ({ role: 'alt', text, codes: [], layout }));
}

const TYPES: CodeTypes = {
  single: (xml) => {
    if (/<w:(?:br|cr)\b/.test(xml)) return 'break';
    if (/<w:(?:footnote|endnote)Reference\b/.test(xml)) return 'note';
    return /<w:(?:drawing|pict|object)\b/.test(xml) ? 'image' : 'other';
  },
  around: (xml) => (/^<\/?w:hyperlink\b|<w:instrText[^>]*>\s*HYPERLINK\b/.test(xml) ? 'link' : 'other'),
  format: (xml) => {
    if (/<w:rStyle\s+w:val="[^"]*(?:code|verbatim)/i.test(xml)) return 'code';
    if (/<w:b(?:\s*\/|\s+w:val="(?:1|true|on)")/.test(xml)) return 'bold';
    if (/<w:i(?:\s*\/|\s+w:val="(?:1|true|on)")/.test(xml)) return 'italic';
    if (/<w:u\s/.test(xml)) return 'underline';
    return /<w:vertAlign\s+w:val="sub"/.test(xml) ? 'sub' : /<w:vertAlign/.test(xml) ? 'sup' : 'span';
  },
};

const HOLDERS: ReadonlySet<string> = new Set(['w:tc', 'w:footnote', 'w:endnote', 'w:comment', 'w:txbxContent']);

function standsAlone(node: XmlTree, parent: XmlTree): boolean {
  if (!HOLDERS.has(parent.name)) return false;
  return parent.children.every((child) => child === node || typeof child === 'string' || child.name !== 'w:p');
}

function stylesOf(node: XmlTree, { known }: Part): string[] {
  const id = childNamed(childNamed(node, 'w:pPr'), 'w:pStyle')?.attributes['w:val'] ?? '';
  return [id, known.styles.get(id) ?? ''].filter((name) => name !== '');
}

function roleOf(node: XmlTree, names: readonly string[], { known, blocks }: Part): Role {
  const properties = childNamed(node, 'w:pPr');
  const level = Number(childNamed(properties, 'w:outlineLvl')?.attributes['w:val'] ?? Number.NaN);
  const told = roleOfStyle(names) ?? (level < 9 ? { role: 'crosshead' as const, first: level === 0 } : null);
  if (told?.first && known.main && !blocks.some((block) => block.role === 'title')) return 'title';
  if (told) return told.role;
  const list = childNamed(childNamed(properties, 'w:numPr'), 'w:numId')?.attributes['w:val'];
  return list !== undefined && list !== '0' ? 'list' : 'body';
}
