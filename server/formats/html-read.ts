// Reading a page: one walk over its tags in the order of the source, so that what is unclosed or crossed still keeps its
// place. Tags of block elements bound runs of text and inline tags; each run that says something is a block.
import { UserError } from '../errors.ts';
import type { Place, SourceBlock, SourceDocument } from '../model.ts';
import { attributeBlocks } from './html-attributes.ts';
import { BLOCKS, closedBy, codeType, endedBy, MEDIA, PROTECTED, SPOKEN, VOIDS } from './html-elements.ts';
import { type CodePlace, type RunItem, readRun } from './html-inline.ts';
import { isFurniture, type PageElement, roleOf } from './html-roles.ts';
import { attribute, type HtmlToken, htmlTokens } from './html-tokens.ts';

/** What the writer needs of a block: the stretch its string stands for, and what goes when it is taken out. */
export interface HtmlLayout extends Place {
  /** `text` between tags, `pre` where white space is kept, `title` without inline codes, or an attribute's value. */
  in: 'text' | 'pre' | 'title' | 'attribute';
  codes: Record<number, CodePlace>;
  /** The elements around it that may be taken out with all their blocks, innermost first. */
  within: Place[];
}

/** The deepest nesting of block elements that is read; browsers stop at 512 elements of any kind. */
const DEEPEST = 256;

/** A block before its role is known: roles need the whole page. */
interface Found {
  block: Omit<SourceBlock, 'role' | 'layout'>;
  role: SourceBlock['role'] | null;
  layout: Omit<HtmlLayout, 'within'>;
  element: PageElement | null;
  /** Inline elements around all of the block. */
  around: HtmlToken[];
  wrap: Place | null;
}

interface Walk {
  source: string;
  tokens: HtmlToken[];
  ends: Map<number, number>;
  open: PageElement[];
  run: RunItem[];
  found: Found[];
}

/** Reads a page or a fragment into its blocks, in the order of the source. */
export function readHtml(source: string): SourceDocument {
  const tokens = htmlTokens(source);
  const walk: Walk = { source, tokens, ends: endTags(tokens), open: [], run: [], found: [] };
  for (let i = 0; i < tokens.length; i++) i = step(walk, i);
  flush(walk);
  close(walk, walk.open.length, source.length);
  const blocks = walk.found.sort((a, b) => a.layout.start - b.layout.start).map(finished);
  const page = tokens.find((token) => token.kind === 'start' && token.name === 'html');
  const title = blocks.find((block) => (block.layout as HtmlLayout).in === 'title')?.text ?? null;
  return { format: 'html', title, language: (page && attribute(page, 'lang')?.trim()) || null, blocks };
}

function finished({ block, role, layout, element, around, wrap }: Found): SourceBlock {
  const within: Place[] = wrap ? [wrap] : [];
  for (let one = element; one; one = one.parent) {
    if (removable(one)) within.push({ start: one.tag.start, end: one.end });
  }
  return {
    ...block,
    role: roleOf(around.reduce(elementOf, element), role),
    layout: { ...layout, within } satisfies HtmlLayout,
  };
}

const FIXED = new Set(['html', 'head', 'body', 'main', 'article', 'title', 'td', 'th']);

/** Cells hold the grid of a table and stay; pictures stay unless they are furniture. */
function removable(element: PageElement): boolean {
  return !FIXED.has(element.tag.name) && (!element.media || isFurniture(element));
}

/** Takes one token, or several at once where they belong together; returns the index of the last one taken. */
function step(walk: Walk, i: number): number {
  const token = walk.tokens[i] as HtmlToken;
  if (token.kind === 'text') addItem(walk, token, 'text');
  else if (token.kind === 'comment') addComment(walk, token);
  else if (token.kind === 'end') endTag(walk, token);
  else return startTag(walk, i, token);
  return i;
}

/** Page builders strew empty comments between words; only one that says something to a server may matter. */
function addComment(walk: Walk, token: HtmlToken): void {
  if (token.text.trim() !== '') addItem(walk, token, 'single');
}

function endTag(walk: Walk, token: HtmlToken): void {
  if (!BLOCKS.has(token.name)) addItem(walk, token, token.name === 'br' ? 'single' : 'close');
  else {
    flush(walk);
    const count = endedBy(token.name, names(walk));
    close(walk, count - 1, token.start);
    close(walk, count > 0 ? 1 : 0, token.end);
  }
}

const names = (walk: Walk) => walk.open.map((element) => element.tag.name);

/** Closes the innermost `count` elements. */
function close(walk: Walk, count: number, end: number): void {
  for (let i = 0; i < count; i++) {
    const element = walk.open.pop();
    if (element) element.end = end;
  }
}

function startTag(walk: Walk, i: number, token: HtmlToken): number {
  const block = BLOCKS.has(token.name);
  if (block) flush(walk);
  if (block) close(walk, closedBy(token.name, names(walk)), token.start);
  const element: PageElement | null = walk.open.at(-1) ?? null;
  if (isProtected(token)) return protect(walk, i, token);
  walk.found.push(...attributeBlocks(token).map((one) => ({ ...one, element, around: [], wrap: null })));
  if (MEDIA.has(token.name)) noteMedia(walk);
  if (!block) addInline(walk, token);
  else if (!VOIDS.has(token.name)) openElement(walk, token);
  return i;
}

function noteMedia(walk: Walk): void {
  for (const element of walk.open) element.media = true;
}

function openElement(walk: Walk, tag: HtmlToken): void {
  if (tag.name === 'h1' || tag.name === 'main') for (const element of walk.open) element.holdsHeading = true;
  if (walk.open.length >= DEEPEST) {
    throw new UserError(
      'too-deep',
      `The page nests more than ${DEEPEST} elements; no article does. Save the article alone.`,
    );
  }
  walk.open.push(elementOf(walk.open.at(-1) ?? null, tag));
}

function elementOf(parent: PageElement | null, tag: HtmlToken): PageElement {
  return { tag, parent, end: tag.end, holdsHeading: false, media: false };
}

function addInline(walk: Walk, token: HtmlToken): void {
  const closed = VOIDS.has(token.name) || walk.source.slice(token.start, token.end).endsWith('/>');
  // Two line breaks in a row are how old pages part paragraphs.
  if (
    token.name === 'br' &&
    walk.run.findLast((item) => item.text.trim() !== '' || item.kind !== 'text')?.name === 'br'
  )
    flush(walk);
  addItem(walk, token, closed ? 'single' : 'open');
}

function addItem(walk: Walk, token: HtmlToken, kind: RunItem['kind'], end = token.end): void {
  const type = kind === 'text' ? '' : token.kind === 'comment' ? 'comment' : codeType(token.name);
  walk.run.push({ kind, name: token.name, type, text: kind === 'text' ? token.text : '', start: token.start, end });
  const item = walk.run.at(-1);
  if (item && kind === 'open') item.tag = token;
}

function isProtected(token: HtmlToken): boolean {
  const translate = attribute(token, 'translate')?.trim().toLowerCase();
  const named = /(^|\s)notranslate(\s|$)/.test(attribute(token, 'class') ?? '') && translate !== 'yes';
  return PROTECTED.has(token.name) || ((translate === 'no' || named) && !['html', 'body'].includes(token.name));
}

/** What is not translated stands as one single code in its run; as a block of its own it only bounds the runs around. */
function protect(walk: Walk, i: number, token: HtmlToken): number {
  const last = VOIDS.has(token.name) ? i : (walk.ends.get(i) ?? unclosedEnd(walk.tokens, i));
  if (MEDIA.has(token.name)) noteMedia(walk);
  if (BLOCKS.has(token.name)) return last;
  addItem(walk, token, 'single', walk.tokens[last]?.end);
  const item = walk.run.at(-1);
  if (item) item.spoken = SPOKEN.has(token.name) || !PROTECTED.has(token.name);
  return last;
}

/**
 * The end tag of each start tag, by index. What stands within a sentence ends with the block around it, so that an
 * unclosed one does not swallow the page.
 */
function endTags(tokens: readonly HtmlToken[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open = new Map<string, number[]>();
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'start' && token.kind !== 'end') continue;
    if (BLOCKS.has(token.name)) for (const name of SPOKEN) open.delete(name);
    const waiting = open.get(token.name) ?? [];
    if (token.kind === 'start') open.set(token.name, waiting).get(token.name)?.push(i);
    else {
      const start = waiting.pop();
      if (start !== undefined) ends.set(start, i);
    }
  }
  return ends;
}

/** Where a protected element without an end tag ends: with its tag, or, for a block, before the next block's tag. */
function unclosedEnd(tokens: readonly HtmlToken[], from: number): number {
  if (!BLOCKS.has(tokens[from]?.name ?? '')) return from;
  const next = tokens.findIndex((token, i) => i > from && BLOCKS.has(token.name));
  return next < 0 ? tokens.length - 1 : next - 1;
}

function flush(walk: Walk): void {
  const items = walk.run;
  walk.run = [];
  const element = walk.open.at(-1) ?? null;
  const pre = walk.open.some((one) => one.tag.name === 'pre');
  const read = readRun(items, walk.source, pre);
  if (!read) return;
  const { text, codes, places, start, end, around, wrap } = read;
  const where = element?.tag.name === 'title' ? 'title' : pre ? 'pre' : 'text';
  const layout = { in: where, codes: places, start, end } as const;
  walk.found.push({ block: { text, codes }, role: null, layout, element, around, wrap });
}
