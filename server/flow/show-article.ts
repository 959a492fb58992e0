// An article as people see it: its segments with what the checks say, and the furniture apart.
import type { ArticleRow } from '../../db/stores.ts';
import { NotFound } from '../errors.ts';
import type { Finding, Segment } from '../model.ts';
import { withoutCodes } from '../text/inline.ts';
import { around, type Kin, kinOf, withKin } from './around.ts';
import type { Desk } from './desk.ts';
import { findingsIn, findingsOfAll } from './findings.ts';

/** A segment with its findings. `copy` is true inside a stray copy, which follows by itself. */
export interface ShownSegment extends Segment {
  findings: Finding[];
  copy: boolean;
}

/** A block of page furniture. `block` is its id, `n` its place among all blocks. */
export interface Boilerplate {
  block: number;
  n: number;
  text: string;
}

/** An article with its segments in order of place, and the furniture of its page. */
export interface ShownArticle extends ArticleRow {
  segments: ShownSegment[];
  boilerplate: Boilerplate[];
}

/** How an article is shown: with its findings worded in a language (English), or `unchecked`, at once and without any. */
export type ShowArticle = 'en' | 'fr' | 'unchecked';

/** The article with its translatable segments in order. Throws NotFound. */
export async function showArticle(desk: Desk, article: number, how: ShowArticle = 'en'): Promise<ShownArticle> {
  const all = await around(desk, article);
  const findings = how === 'unchecked' ? NO_FINDINGS : await findingsOfAll(desk, all, how);
  const boilerplate = all.blocks
    .filter((block) => block.role === 'furniture')
    .map((block) => ({ block: block.id, n: block.n, text: withoutCodes(block.text, block.codes) }));
  const segments = all.segments.map((segment) => shown(segment, findings.get(segment.id) ?? [], all));
  return { ...all.article, segments, boilerplate };
}

const NO_FINDINGS: ReadonlyMap<number, Finding[]> = new Map();

/** One segment as {@link showArticle} has it. Throws NotFound. */
export async function showSegment(desk: Desk, id: number, language?: 'en' | 'fr'): Promise<ShownSegment> {
  const { segment, kin } = await withKin(desk, id);
  const findings = await findingsIn(desk, kin, language);
  return shown(segment, findings(segment), kin);
}

/** Segments of one article, as they are handed in, the way {@link showArticle} has them. */
export async function showSegments(
  desk: Desk,
  segments: readonly Segment[],
  language?: 'en' | 'fr',
): Promise<ShownSegment[]> {
  const kin = await kinOf(
    desk,
    segments.map(({ id }) => id),
  );
  if (!kin) return [];
  const findings = await findingsIn(desk, kin, language);
  return segments.map((segment) => shown(segment, findings(segment), kin));
}

function shown(segment: Segment, findings: Finding[], { copies }: Kin): ShownSegment {
  return { ...segment, findings, copy: copies.has(segment.block) };
}

/** The segment in place `n` of an article. Throws NotFound. */
export async function segmentAt(desk: Desk, article: number, n: number): Promise<Segment> {
  const segment = await desk.stores.segments.at(article, n);
  if (segment) return segment;
  if (!(await desk.stores.articles.get(article))) throw new NotFound(`There is no article ${article}.`);
  throw new NotFound(`Article ${article} has no segment ${n}.`);
}
