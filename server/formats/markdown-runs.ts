// The inline side of Markdown: text, and marks that become codes.
import type { Place, SourceBlock } from '../model.ts';
import type { RunItem } from './html-inline.ts';
import { type MarkdownLayout, type MarkdownNode, placeOf } from './markdown-read.ts';
import { templatesApart } from './markdown-templates.ts';

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['strong', 'bold'],
  ['emphasis', 'italic'],
  ['delete', 'strike'],
  ['link', 'link'],
  ['linkReference', 'link'],
]);

const SINGLES: ReadonlyMap<string, string> = new Map([
  ['inlineCode', 'code'],
  ['image', 'image'],
  ['imageReference', 'image'],
  ['break', 'break'],
  ['footnoteReference', 'note'],
  ['html', 'html'],
]);

/** What stands in the sentence even at its edge: words in code, the number of a note. */
const SPOKEN: ReadonlySet<string> = new Set(['inlineCode', 'footnoteReference']);

/** The run of a paragraph, heading or cell. */
export function itemsOf(node: MarkdownNode, source: string): RunItem[] {
  const children = node.children ?? [];
  return children.flatMap((child, i): RunItem[] => {
    const place = placeOf(child);
    const next = children[i + 1];
    // The next line may begin with the marks of a quotation.
    if (child.type === 'break' && next) place.end = placeOf(next).start;
    const single = SINGLES.get(child.type);
    if (child.type === 'text')
      return templatesApart({ kind: 'text', name: '', type: '', text: child.value ?? '', ...place }, source);
    if (single !== undefined) {
      const spoken = SPOKEN.has(child.type);
      return [{ kind: 'single', name: child.type, type: single, text: '', spoken, ...place }];
    }
    return pairOf(child, itemsOf(child, source), place);
  });
}

/** The marks before and behind what a node holds. An address that is its own text has none, and is text. */
function pairOf(node: MarkdownNode, inner: RunItem[], place: Place): RunItem[] {
  const type = PAIRS.get(node.type);
  const first = inner[0];
  const last = inner.at(-1);
  if (!type || !first || !last) return inner;
  const open = { start: place.start, end: first.start };
  const close = { start: last.end, end: place.end };
  if (open.start === open.end && close.start === close.end) return inner;
  const tag = { name: node.type, type, text: '' };
  return [{ kind: 'open', ...tag, ...open }, ...inner, { kind: 'close', ...tag, ...close }];
}

/** The alt texts of the pictures in a run, each a block of its own. */
export function altBlocks(node: MarkdownNode, source: string, whole: Place): SourceBlock[] {
  return (node.children ?? []).flatMap((child): SourceBlock[] => {
    if (child.type !== 'image') return altBlocks(child, source, whole);
    const { start, end } = placeOf(child);
    const alt = child.alt ?? '';
    const raw = source.slice(start, end);
    const inner = closingBracket(raw);
    if (!/[\p{L}\p{N}]/u.test(alt) || inner < 0) return [];
    const layout: MarkdownLayout = { in: 'alt', codes: {}, start: start + 2, end: start + inner, whole };
    return [{ role: 'alt', text: alt, codes: [], layout }];
  });
}

/** Where the bracket closes that a picture's alt text stands in; -1 where none does. */
function closingBracket(raw: string): number {
  let depth = 0;
  for (let at = 1; at < raw.length; at++) {
    if (raw[at] === '\\') at++;
    else if (raw[at] === '[') depth++;
    else if (raw[at] === ']' && --depth === 0) return at;
  }
  return -1;
}
