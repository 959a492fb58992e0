// Reading Markdown: the parser tells where each paragraph, heading and cell stands in the file; what stands between is left alone.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { Place, Role, SourceBlock, SourceDocument } from '../model.ts';
import { withoutCodes } from '../text/inline.ts';
import { type CodePlace, readRun } from './html-inline.ts';
import { htmlBlocks } from './markdown-html.ts';
import { refuseKnots } from './markdown-limits.ts';
import { matterBlocks } from './markdown-matter.ts';
import { altBlocks, itemsOf } from './markdown-runs.ts';

/** Where a block stands in the file, and how its text is to be written there. */
export interface MarkdownLayout extends Place {
  in: 'text' | 'cell' | 'heading' | 'alt' | 'matter' | 'toml' | 'html';
  /** The places of its codes' own characters. */
  codes: Record<number, CodePlace>;
  /** What goes with the block when it is taken out: its lines, its list item… */
  whole: Place;
  /** Of a block in HTML: where it stands there. */
  html?: unknown;
}

/** A node of the parsed tree, as far as reading needs it. */
export interface MarkdownNode {
  type: string;
  value?: string;
  alt?: string | null;
  depth?: number;
  children?: MarkdownNode[];
  position?: { start: { offset?: number }; end: { offset?: number } } | undefined;
}

/** Reads a file. Code, addresses and definitions are no text; alt texts are, and what HTML shows. Throws a UserError for knots that no article has, else never fails. */
export function readMarkdown(source: string): SourceDocument {
  refuseKnots(source);
  const tree = parsed(source);
  const blocks: SourceBlock[] = [];
  let title: string | null = null;
  const walk = (node: MarkdownNode, role: Role, whole: Place) => {
    for (const child of node.children ?? []) {
      const place = placeOf(child);
      if (child.type === 'yaml' || child.type === 'toml') {
        const matter = matterBlocks(source, place, child.type);
        title ??= matter.title;
        blocks.push(...matter.blocks);
      } else if (child.type === 'html') blocks.push(...htmlBlocks(source, place));
      else if (RUNS.has(child.type))
        blocks.push(...runBlocks(child, source, roleOf(child, role, blocks), whole ?? place));
      else if (CONTAINERS.has(child.type)) walk(child, CONTAINERS.get(child.type) ?? role, wholeOf(child, whole));
    }
  };
  walk(tree, 'body', { start: 0, end: 0 });
  const heading = blocks.find((block) => block.role === 'title');
  title ??= heading ? withoutCodes(heading.text, heading.codes) : null;
  return { format: 'markdown', title, language: null, blocks };
}

const MATTERS: ('yaml' | 'toml')[] = ['yaml', 'toml'];

/** The file's tree. */
function parsed(source: string): MarkdownNode {
  return fromMarkdown(source, {
    extensions: [gfm(), frontmatter(MATTERS)],
    // Their transforms find addresses in text anew, and forget where that text stands.
    mdastExtensions: [
      gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
      frontmatterFromMarkdown(MATTERS),
    ],
  }) as MarkdownNode;
}

/** Where a node stands in the file. */
export function placeOf(node: MarkdownNode): Place {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

const RUNS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

/** What holds blocks, and the role that these play; '' keeps the role that is around. */
const CONTAINERS: ReadonlyMap<string, Role | undefined> = new Map([
  ['list', 'list'],
  ['listItem', undefined],
  ['blockquote', 'quote'],
  ['table', undefined],
  ['tableRow', undefined],
  ['footnoteDefinition', undefined],
]);

function roleOf(node: MarkdownNode, around: Role, before: readonly SourceBlock[]): Role {
  if (node.type !== 'heading') return around;
  const titled = before.some((block) => block.role === 'title' && (block.layout as MarkdownLayout).in === 'heading');
  return node.depth === 1 && !titled ? 'title' : 'crosshead';
}

/** A list item, a row of a table or a footnote goes whole when all of its text goes; a quotation goes with its marks. */
function wholeOf(node: MarkdownNode, around: Place): Place {
  return ['listItem', 'tableRow', 'footnoteDefinition'].includes(node.type) ? placeOf(node) : around;
}

function runBlocks(node: MarkdownNode, source: string, role: Role, around: Place): SourceBlock[] {
  const place = placeOf(node);
  const whole = around.end > around.start ? around : place;
  const alts = altBlocks(node, source, whole);
  const read = readRun(itemsOf(node, source), source, false);
  if (!read) return alts;
  const where = node.type === 'tableCell' ? 'cell' : node.type === 'heading' ? 'heading' : 'text';
  // A pair around all of the text stays outside of it; its own characters then stand before and behind.
  const layout: MarkdownLayout = { in: where, codes: read.places, start: read.start, end: read.end, whole };
  return [{ role, text: read.text, codes: read.codes, layout }, ...alts];
}
