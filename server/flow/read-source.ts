// From a file to blocks and segments: what import and a later version of the source share.
import type { NewArticle, NewSegment, StoredBlock } from '../../db/stores.ts';
import { readDocument } from '../formats/format.ts';
import type { Format, Language, Role, SourceBlock, SourceDocument } from '../model.ts';
import type { GivenSegment } from '../model-given.ts';
import { countSigns, countWords } from '../text/count.ts';
import { isFurniture, saysTranslated } from '../text/furniture.ts';
import { type Cut, cutBlock, plain, withoutCodes } from '../text/inline.ts';
import { canHead, lineRoles } from '../text/line-roles.ts';
import { matchKey } from '../text/normalize.ts';
import { type SegmentOptions, segment } from '../text/segment.ts';
import { strayCopies } from '../text/stray-copies.ts';
import { givenVersion } from './given-version.ts';
import { keepRoles } from './settled-roles.ts';

/** An article's source as the stores take it. */
export interface ReadSource {
  document: SourceDocument;
  blocks: NewArticle['blocks'];
  segments: NewSegment[];
  translationOf: string | null;
}

/** A file to be read as an article's source. */
export interface SourceFile {
  bytes: Uint8Array;
  fileName: string | null;
  format?: Format | undefined;
}

/** Reads a file, tells furniture and stray copies apart, and cuts every block by the rules of its language. */
export function readSource(file: SourceFile, from: (document: SourceDocument) => Language): ReadSource {
  const document = readDocument(file.bytes, { fileName: file.fileName, format: file.format });
  return cutSource(document, from(document));
}

/**
 * {@link readSource} of a document that is already read; `rules` are what a desk has settled beside those of the language,
 * `stored` the blocks of the source that it follows.
 */
export function cutSource(
  document: SourceDocument,
  language: Language,
  rules: SegmentOptions = {},
  stored: readonly StoredBlock[] = [],
): ReadSource {
  const told = keepRoles(tellApart(document), stored);
  const cuts = told.map((block) => cutInto(block, language, rules));
  const blocks = told.map((block, i) => ({ ...block, tail: cuts[i]?.tail ?? '' }));
  const segments = segmentsOf(
    blocks,
    cuts.map((cut) => cut.cuts),
  );
  const translated = told.some(
    (block) => block.role === 'furniture' && saysTranslated(withoutCodes(block.text, block.codes)),
  );
  return { document, blocks, segments, translationOf: translated ? 'unknown' : null };
}

/** The segments of a block, cut where its sentences end. */
export function cutInto(
  block: Pick<SourceBlock, 'text' | 'codes' | 'given'>,
  language: Language,
  rules: SegmentOptions = {},
): { cuts: Cut[]; tail: string } {
  if (block.given) return { cuts: block.given.segments, tail: block.given.tail };
  // A row of stars or a lone bullet reads the same in every language.
  if (!/[\p{L}\p{N}]/u.test(withoutCodes(block.text, block.codes))) return { cuts: [], tail: block.text };
  return cutBlock(block.text, block.codes, segment(plain(block.text, block.codes).text, language, rules));
}

/** A headline is never furniture by its words, and what a format already knows as furniture stays so. */
const NEVER_FURNITURE: ReadonlySet<Role> = new Set(['title', 'standfirst', 'quote', 'pull-quote']);

type ToldBlock = SourceBlock & { copyOf: number | null };

/** What somebody else has cut for translation is all meant for it. */
function tellApart(document: SourceDocument): ToldBlock[] {
  if (document.format === 'xliff') return document.blocks.map((block) => ({ ...block, copyOf: null }));
  const texts = document.blocks.map((block) => withoutCodes(block.text, block.codes));
  const furnished = document.blocks.map((block, i): SourceBlock => {
    const furniture = !NEVER_FURNITURE.has(block.role) && isFurniture(texts[i] ?? '');
    return furniture ? { ...block, role: 'furniture' } : block;
  });
  const copies = copiesAmong(furnished, texts);
  return document.format === 'text' ? withLineRoles(furnished, texts, copies) : withCopies(furnished, copies);
}

/** Attributes and headings of a page repeat for reasons of their own; only its running text can be a stray copy. */
function copiesAmong(blocks: readonly SourceBlock[], texts: readonly string[]): (number | null)[] {
  const running = blocks.flatMap((block, i) => (block.role === 'furniture' || block.role === 'alt' ? [] : [i]));
  const found = strayCopies(
    running.map((i) => {
      const text = texts[i] ?? '';
      const block = blocks[i] as SourceBlock;
      return {
        key: matchKey(text),
        weight: text.length,
        heading: block.role === 'title' || (block.role === 'body' && canHead(text)),
      };
    }),
  );
  const copies = blocks.map((): number | null => null);
  running.forEach((block, at) => {
    const of = found[at];
    if (of !== null && of !== undefined) copies[block] = running[of] ?? null;
  });
  return copies;
}

/** A copy plays the role of what it repeats, so that it can follow it. */
function withCopies(blocks: readonly SourceBlock[], copies: readonly (number | null)[]): ToldBlock[] {
  return blocks.map((block, i) => {
    const copyOf = copies[i] ?? null;
    return { ...block, copyOf, role: (copyOf === null ? block : blocks[copyOf])?.role ?? block.role };
  });
}

function withLineRoles(
  blocks: readonly SourceBlock[],
  texts: readonly string[],
  copies: readonly (number | null)[],
): ToldBlock[] {
  const own = blocks.flatMap((block, i) => (block.role === 'furniture' || copies[i] !== null ? [] : [i]));
  const roles = lineRoles(own.map((i) => texts[i] ?? ''));
  const roleAt = new Map(own.map((i, at) => [i, roles[at]]));
  const named = blocks.map((block, i) => ({ ...block, role: roleAt.get(i) ?? block.role }));
  return withCopies(named, copies);
}

function segmentsOf(blocks: NewArticle['blocks'], cuts: readonly Cut[][]): NewSegment[] {
  const first = new Map<string, number>();
  const segments: NewSegment[] = [];
  blocks.forEach((block, at) => {
    for (const [place, cut] of (cuts[at] ?? []).entries()) {
      const key = matchKey(cut.text, cut.codes);
      const seen = block.role === 'furniture' ? undefined : first.get(`${block.role} ${key}`);
      if (seen === undefined && block.role !== 'furniture') first.set(`${block.role} ${key}`, segments.length);
      segments.push(newSegment(at, cut, key, seen ?? null, block.given?.segments[place]));
    }
  });
  return segments;
}

function newSegment(block: number, cut: Cut, key: string, repeats: number | null, given?: GivenSegment): NewSegment {
  return {
    block,
    source: cut.text,
    codes: cut.codes,
    gap: cut.gap,
    key,
    words: countWords(cut.text, cut.codes),
    signs: countSigns(cut.text, cut.codes),
    repeats,
    ...(given && (given.state !== 'empty' || given.note !== null) ? { given: givenVersion(given) } : {}),
  };
}
