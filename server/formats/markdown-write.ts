// Writing new texts of blocks into the Markdown they came from, with marks escaped that the text means as signs.
import type { Code, Place } from '../model.ts';
import { type Piece, pieces } from '../text/inline.ts';
import { type Edit, inOrder, splice } from './edits.ts';
import type { BlockText, LaidBlock } from './format.ts';
import { htmlEdits } from './markdown-html.ts';
import { scalarFor, stringFor } from './markdown-matter.ts';
import type { MarkdownLayout } from './markdown-read.ts';

/** Splices new texts into a file. An alt text inside a paragraph that changes too is written within that paragraph. */
export function writeMarkdown(source: string, blocks: readonly LaidBlock[], texts: readonly BlockText[]): string {
  const wanted = blocks.flatMap((block, i) => {
    const text = texts[i];
    const layout = block.layout as MarkdownLayout;
    return typeof text === 'string' && text !== block.text && layout.in !== 'html' ? [{ block, layout, text }] : [];
  });
  const small = wanted.filter(({ layout }) => SMALL.has(layout.in));
  const inner = inOrder(
    small.map(({ layout, text }) => ({ ...placeOf(layout), text: smallText(source, layout, text) })),
  );
  const runs = wanted
    .filter(({ layout }) => !SMALL.has(layout.in))
    .map(({ block, layout, text }) => ({ ...placeOf(layout), text: runText({ source, inner }, block, layout, text) }));
  return splice(
    source,
    inOrder([...runs, ...inner, ...htmlEdits(source, blocks, texts), ...removals(source, blocks, texts)]),
  );
}

/** Texts without codes that stand by themselves. */
const SMALL: ReadonlySet<MarkdownLayout['in']> = new Set(['alt', 'matter', 'toml']);

const placeOf = ({ start, end }: Place): Place => ({ start, end });

function smallText(source: string, layout: MarkdownLayout, text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ');
  const before = source.slice(layout.start, layout.end);
  if (layout.in === 'matter') return scalarFor(line, before);
  if (layout.in === 'toml') return stringFor(line, before);
  return line.replace(/[\\[\]]/g, '\\$&');
}

interface File {
  source: string;
  /** New alt texts, in order. */
  inner: Edit[];
}

function runText(file: File, block: LaidBlock, layout: MarkdownLayout, text: string): string {
  let atStart = true;
  const parts = pieces(text, block.codes).map((piece) => {
    if (piece.kind !== 'text') {
      const mark = native(file, layout, piece, block.codes);
      atStart = /\n[ \t>]*$/.test(mark);
      return mark;
    }
    const part = escaped(piece.text.replace(/\s*[\r\n]+\s*/g, ' '), layout.in, atStart);
    atStart = false;
    return part;
  });
  return parts.join('');
}

/** A code's own characters, from where it stands in the file. */
function native({ source, inner }: File, layout: MarkdownLayout, piece: Piece, codes: readonly Code[]): string {
  const places = layout.codes[rootOf(piece.id, codes)];
  const place = piece.kind === 'close' ? places?.close : places?.open;
  if (place) return splice(source, inner, place.start, place.end);
  const code = codes.find((one) => one.id === piece.id);
  if (!code) throw new Error(`the code ${piece.id} is not of its block: this is a bug`);
  return piece.kind === 'close' ? code.native.close : code.native.open;
}

function rootOf(id: number, codes: readonly Code[]): number {
  const before = codes.find((code) => code.id === id)?.continues;
  return before === undefined ? id : rootOf(before, codes);
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Escapes what Markdown would read as marks. Addresses keep their characters, for a link is made of them as they stand. */
function escaped(text: string, where: MarkdownLayout['in'], atStart: boolean): string {
  let out = '';
  let at = 0;
  for (const found of text.matchAll(ADDRESS)) {
    out += marksEscaped(text.slice(at, found.index)) + found[0];
    at = found.index + found[0].length;
  }
  out += marksEscaped(text.slice(at));
  if (where === 'cell') out = out.replaceAll('|', '\\|');
  return atStart && where === 'text' ? startEscaped(out) : out;
}

function marksEscaped(text: string): string {
  return text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** A paragraph must not begin like a heading, a list, a quotation or a line. */
function startEscaped(text: string): string {
  if (/^(?:#{1,6}(?:\s|$)|[-+>](?:\s|$)|>|={3,}|-{3,})/.test(text)) return `\\${text}`;
  return text.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** What goes with the blocks that are taken out: their lines, and the blank one that would stand doubled. */
function removals(source: string, blocks: readonly LaidBlock[], texts: readonly BlockText[]): Edit[] {
  const key = ({ start, end }: Place) => `${start}-${end}`;
  const left = new Set(
    blocks.filter((_, i) => texts[i] !== null).map((block) => key((block.layout as MarkdownLayout).whole)),
  );
  const gone = new Map<string, Edit>();
  blocks.forEach((block, i) => {
    const { whole, ...layout } = block.layout as MarkdownLayout;
    if (texts[i] !== null || layout.in === 'html') return;
    const matter = layout.in === 'matter' || layout.in === 'toml';
    const place = left.has(key(whole)) || matter ? placeOf(layout) : withLines(source, whole);
    gone.set(key(place), { ...place, text: matter ? '""' : '' });
  });
  return [...gone.values()];
}

function withLines(source: string, { start, end }: Place): Place {
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const apart = /(?:^|\n)[ \t]*\r?\n$/.test(source.slice(Math.max(0, from - 100), from)) || from === 0;
  const behind = (apart ? /^[ \t]*(?:\r?\n)?(?:[ \t]*\r?\n)?/ : /^[ \t]*(?:\r?\n)?/).exec(source.slice(end));
  return { start: from, end: end + (behind?.[0].length ?? 0) };
}
