// A segment's surroundings: its article, the segments beside it, and who follows whom.
import type { ArticleRow, StoredBlock } from '../../db/stores.ts';
import { NotFound } from '../errors.ts';
import type { Neighbour, Segment } from '../model.ts';
import type { Place } from '../text/context.ts';
import { grouped } from '../text/grouping.ts';
import { matchKey } from '../text/normalize.ts';
import type { Desk } from './desk.ts';

/** What decisions on segments look at: they, whatever has the same source, and the head of their article. */
export interface Kin {
  article: ArticleRow;
  /** Translatable ones, in order of place. */
  segments: Segment[];
  /** For each of their blocks that is a stray copy, the block that it repeats. */
  copies: ReadonlyMap<number, number>;
  /** Whether `segments` are all of the article's. */
  whole: boolean;
}

/** A whole article. */
export interface Around extends Kin {
  blocks: StoredBlock[];
}

/** Reads an article whole. Throws NotFound. */
export async function around(desk: Pick<Desk, 'stores'>, id: number): Promise<Around> {
  const article = await desk.stores.articles.get(id);
  if (!article) throw new NotFound(`There is no article ${id}.`);
  const blocks = await desk.stores.articles.blocks(id);
  const segments = await desk.stores.segments.of(id);
  const copies = new Map(blocks.flatMap((block) => (block.copyOf === null ? [] : [[block.id, block.copyOf]])));
  return { article, blocks, segments, copies, whole: true };
}

/** Reads one segment and the head of its article. Throws NotFound, also for a segment that has left the source or is furniture. */
export async function segmentOf(
  desk: Pick<Desk, 'stores'>,
  id: number,
): Promise<{ segment: Segment; article: ArticleRow }> {
  const segment = await desk.stores.segments.get(id);
  const article = segment && segment.n > 0 && (await desk.stores.articles.get(segment.article));
  if (!segment || !article) throw new NotFound(`There is no segment ${id}.`);
  return { segment, article };
}

/** Reads one segment with its kin. Throws as {@link segmentOf} does. */
export async function withKin(desk: Pick<Desk, 'stores'>, id: number): Promise<{ segment: Segment; kin: Kin }> {
  const kin = await kinOf(desk, [id]);
  const segment = kin?.segments.find((one) => one.id === id);
  if (!segment || !kin) throw new NotFound(`There is no segment ${id}.`);
  return { segment, kin };
}

/** Reads segments of one article with their kin, however long the article is; null where none of them is there. */
export async function kinOf(desk: Pick<Desk, 'stores'>, ids: readonly number[]): Promise<Kin | null> {
  const { segments, copies } = await desk.stores.segments.sameSource(ids);
  const article = segments[0] && (await desk.stores.articles.get(segments[0].article));
  return article ? { article, segments, copies, whole: false } : null;
}

/**
 * The place of each segment of a whole article by its id: the clean article's order counts, and a sentence of a stray copy stands where the
 * one that it repeats stands.
 */
export function placesOf(all: Kin): Map<number, Place> {
  const clean = all.segments.filter((segment) => !all.copies.has(segment.block));
  const places = new Map(clean.map((segment, i) => [segment.id, place(segment, clean[i - 1], clean[i + 1])]));
  const sentences = grouped(all.segments, (segment) => segment.block);
  for (const [copy, original] of all.copies) {
    sentences.get(copy)?.forEach((segment, i) => {
      const same = places.get(sentences.get(original)?.[i]?.id ?? 0);
      places.set(segment.id, { ...(same ?? place(segment, undefined, undefined)), segment: segment.id });
    });
  }
  return places;
}

/** The place of one segment as {@link placesOf} has it, without a look at the rest of the article. Throws NotFound. */
export async function placeOf(desk: Pick<Desk, 'stores'>, id: number): Promise<Place> {
  const beside = await desk.stores.segments.beside(id);
  if (!beside) throw new NotFound(`There is no segment ${id}.`);
  return { ...place(beside.stands, beside.previous, beside.next), segment: id };
}

type Beside = Segment | null | undefined;

function place(segment: Segment, before: Beside, behind: Beside): Place {
  return { previous: neighbour(before), next: neighbour(behind), segment: segment.id, role: segment.role };
}

function neighbour(segment: Beside): Neighbour {
  return segment ? { kind: 'text', key: matchKey(segment.source, segment.codes) } : { kind: 'edge' };
}

/**
 * Whose text a segment has: its own, its first occurrence's where no person has written it, or, for a first occurrence in
 * a stray copy, that of the sentence in the body which it follows.
 */
export function leaderOf(segment: Segment, all: Kin): Segment {
  if (segment.touched) return segment;
  const root = all.segments.find((one) => one.id === segment.repeats) ?? segment;
  if (root.touched || !all.copies.has(root.block) || root.origin !== 'propagated') return root;
  return all.segments.find((one) => one.id === root.provenance.follows && one.touched) ?? root;
}

/** The untouched repetitions that follow what is decided on a segment. */
export function followersOf(segment: Segment, all: Kin): Segment[] {
  const root = segment.repeats ?? segment.id;
  const untouched = all.segments.filter(
    (one) => one.id !== segment.id && !one.touched && (one.id === root || one.repeats === root),
  );
  if (root === segment.id) return untouched;
  const first = untouched.find((one) => one.id === root);
  const leads = first && all.copies.has(first.block) && !all.copies.has(segment.block);
  return leads ? untouched : [];
}
