// Step 7: the article leaves, as the clean article, for an outside translator, or as units of a memory.
import { Blocked, NotFound } from '../errors.ts';
import { isInMargin } from '../formats/docx.ts';
import { writeDocxTable } from '../formats/docx-table.ts';
import {
  type BlockText,
  type LaidBlock,
  loadFormat,
  type WrittenFile,
  writeBilingual,
  writeDocument,
} from '../formats/format.ts';
import { writeTable } from '../formats/table.ts';
import { writeTmx } from '../formats/tmx-write.ts';
import { writeXliff } from '../formats/xliff-write.ts';
import { writeXliff2 } from '../formats/xliff2-write.ts';
import type { Segment, State } from '../model.ts';
import { grouped } from '../text/grouping.ts';
import { joinCuts } from '../text/inline.ts';
import { type TypesetProfile, type TypesetSpaces, typesetAll } from '../text/typeset.ts';
import { type Around, around } from './around.ts';
import { bilingualArticle, reasonsFor, tmxUnits } from './bilingual.ts';
import type { Desk } from './desk.ts';
import { fileNameOf } from './file-names.ts';

/** What an article can leave as; `xliff` is 1.2, `xliff2` 2.0 and `xliff21` 2.1. */
export const EXPORTS = ['article', 'tmx', 'xliff', 'xliff2', 'xliff21', 'table', 'table-docx'] as const;

/** One of {@link EXPORTS}. */
export type ExportKind = (typeof EXPORTS)[number];

/** As what an article leaves, and what becomes of segments that are not finished. */
export interface ExportOptions {
  as: ExportKind;
  /** Gives the page back with everything in place: furniture and stray copies too. */
  whole?: boolean;
  /** Lets open segments keep their source; they are listed. */
  allowIncomplete?: boolean;
  /** Copies the source into empty targets of a bilingual file. */
  fillEmpty?: boolean;
  /** Sets the translation of a clean article by the typography of its language: by a house's manner, or its default. */
  typeset?: TypesetProfile | 'default' | undefined;
  /** The no-break spaces that typesetting writes: both characters (the default), U+00A0 alone, or entities of HTML and Markdown. */
  spaces?: TypesetSpaces | undefined;
  by?: string;
}

/** A segment that is neither approved nor omitted. */
export interface OpenSegment {
  n: number;
  state: State;
  source: string;
}

/** A file to be handed out, and what whoever asked for it must know. */
export interface ExportedFile {
  bytes: Uint8Array;
  /** Such as `puce.en.html`. */
  fileName: string;
  mediaType: string;
  /** What is neither approved nor omitted. */
  open: OpenSegment[];
  /** Sentences that the person should read. */
  notices: string[];
}

/**
 * Writes the article. `tmx` holds what is approved (with `allowIncomplete` also what is translated); an `article` is the
 * clean one unless the whole page is asked for. Throws NotFound, and Blocked (with the open segments) for an `article` that
 * is not finished, unless incomplete ones are allowed.
 */
export async function exportArticle(desk: Desk, id: number, options: ExportOptions): Promise<ExportedFile> {
  const all = await around(desk, id);
  const leaving = options.whole ? all.segments : all.segments.filter((segment) => !all.copies.has(segment.block));
  const open = leaving.filter(isOpen).map(({ n, state, source }): OpenSegment => ({ n, state, source }));
  if (options.as === 'article' && open.length > 0 && !options.allowIncomplete) throw incomplete(open);
  const source = await desk.stores.articles.source(id);
  if (!source) throw new NotFound(`Article ${id} has lost its source.`);
  const fileName = fileNameOf(source.fileName ?? all.article.title, options.as, all.article);
  const written =
    options.as === 'article'
      ? await articleFile(desk, all, source.bytes, options)
      : await bilingual(desk, all, options);
  return { ...written, fileName, open };
}

type Written = Pick<ExportedFile, 'bytes' | 'mediaType' | 'notices'>;

const MEDIA_TYPES: Record<string, string> = {
  text: 'text/plain',
  html: 'text/html',
  markdown: 'text/markdown',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  xliff: 'application/x-xliff+xml',
};

function isOpen({ state }: Segment): boolean {
  return state !== 'approved' && state !== 'omitted';
}

function incomplete(open: readonly OpenSegment[]): Blocked<OpenSegment[]> {
  const listed = open.map(({ n, state }) => `${n} (${state})`).join(', ');
  const what = open.length === 1 ? 'One segment is' : `${open.length} segments are`;
  return new Blocked(
    `${what} neither approved nor omitted: ${listed}. Approve or omit them, or allow an incomplete article.`,
    [...open],
  );
}

/** The article in its source's format: with both its sides where the source has them, else the clean article. */
async function articleFile(desk: Desk, all: Around, source: Uint8Array, options: ExportOptions): Promise<Written> {
  const reasons = await reasonsFor(desk, all.segments);
  await loadFormat(all.article);
  return bothSides(all, source, reasons) ?? cleanArticle(all, source, options);
}

function cleanArticle(all: Around, source: Uint8Array, { whole, typeset, spaces }: ExportOptions): Written {
  const segments = typeset === undefined ? all.segments : typesetTargets(all, typeset, spaces);
  const sentences = grouped(segments, (segment) => segment.block);
  const texts = all.blocks.map((block): BlockText => {
    if (block.role === 'furniture') return whole || isInMargin(block.layout) ? undefined : null;
    if (block.copyOf !== null && !whole) return null;
    return textOf(sentences.get(block.id) ?? [], block.tail);
  });
  const laid = all.blocks.map((block): LaidBlock => {
    const codes = (sentences.get(block.id) ?? []).flatMap((segment) => segment.codes);
    const own = new Set(block.codes.map((code) => code.id));
    return { ...block, codes: [...block.codes, ...codes.filter((code) => !own.has(code.id))] };
  });
  // An article of which nothing is translated is still in the language that it came in.
  const way = segments.some(({ state }) => state === 'approved') ? all.article : undefined;
  const entities = typeset !== undefined && spaces === 'entities';
  return asWritten(all, writeDocument(source, all.article.format, laid, texts, way, entities));
}

/** Approved translations in the typography of their language, quotations paired over the article; all else as it stands. */
function typesetTargets(
  { article, blocks, segments, copies }: Around,
  profile: TypesetProfile | 'default',
  spaces: TypesetSpaces = 'characters',
): Segment[] {
  const options = {
    language: article.to,
    profile: profile === 'default' ? undefined : profile,
    // The file's format spells entities, which are no part of a text.
    spaces: spaces === 'entities' ? 'characters' : spaces,
  } as const;
  const roles = new Map(blocks.map(({ id, role }) => [id, role]));
  const leaving = (copied: boolean) =>
    segments.filter(({ state, block }) => state === 'approved' && copies.has(block) === copied);
  const set = new Map<number, string>();
  for (const group of [leaving(false), leaving(true)]) {
    const texts = typesetAll(
      group.map(({ target, codes, block }) => ({ text: target, codes, role: roles.get(block) })),
      options,
    );
    for (const [i, { id }] of group.entries()) set.set(id, texts[i] ?? '');
  }
  return segments.map((segment) => ({ ...segment, target: set.get(segment.id) ?? segment.target }));
}

/** A file that came with both languages goes back with its targets and states, whatever they are; null for others. */
function bothSides(all: Around, source: Uint8Array, reasons: ReadonlyMap<number, string | null>): Written | null {
  const sentences = grouped(all.segments, (segment) => segment.block);
  const segments = all.blocks.map((block) =>
    (sentences.get(block.id) ?? []).map((segment) => {
      const follows = segment.origin === 'propagated' && !segment.touched;
      return { ...segment, follows, reason: reasons.get(segment.id) ?? null };
    }),
  );
  const written = writeBilingual(source, all.article.format, all.blocks, segments, all.article.to);
  return written && asWritten(all, written);
}

function asWritten(all: Around, { bytes, notice }: WrittenFile): Written {
  const mediaType = MEDIA_TYPES[all.article.format] ?? 'application/octet-stream';
  return { bytes, mediaType, notices: notice === null ? [] : [notice] };
}

/** A block's new text: open sentences keep their source, omitted ones go; a block without a sentence left goes whole. */
function textOf(sentences: readonly Segment[], tail: string): BlockText {
  if (sentences.length === 0) return undefined;
  const kept = sentences.filter((segment) => segment.state !== 'omitted');
  if (kept.length === 0) return null;
  const cuts = kept.map(({ source, target, codes, gap, state }, i) => ({
    text: state === 'approved' ? target : source,
    codes,
    // What stood before the first sentence stands before whichever is first now.
    gap: i === 0 ? (sentences[0]?.gap ?? '') : gap,
  }));
  return joinCuts(cuts, tail);
}

async function bilingual(desk: Desk, all: Around, options: ExportOptions): Promise<Written> {
  const { as, fillEmpty = false, by = null } = options;
  const head = { tool: desk.tool.name, toolVersion: desk.tool.version, at: desk.now(), by };
  if (as === 'tmx') {
    const text = await joined(writeTmx(await tmxUnits(desk, all, options), { head, from: all.article.from }));
    return writtenAs('application/x-tmx+xml', text);
  }
  const article = await bilingualArticle(desk, all, options);
  if (as === 'table-docx') {
    const bytes = writeDocxTable(article, { head, fillEmpty });
    return { bytes, mediaType: MEDIA_TYPES['docx'] ?? '', notices: [] };
  }
  if (as === 'table') return writtenAs('text/html', writeTable(article, { head, fillEmpty }));
  if (as === 'xliff') return writtenAs('application/x-xliff+xml', writeXliff(article, { head, fillEmpty }));
  const version = as === 'xliff21' ? '2.1' : '2.0';
  return writtenAs('application/xliff+xml', writeXliff2(article, { head, fillEmpty, version }));
}

function writtenAs(mediaType: string, text: string): Written {
  return { bytes: new TextEncoder().encode(text), mediaType, notices: [] };
}

async function joined(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}
