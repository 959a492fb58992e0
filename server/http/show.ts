// Articles and segments as the browser gets them: with findings, reasons, and what the person was typing.
import type { Draft } from '../../db/stores.ts';
import { Conflict } from '../errors.ts';
import type { Desk } from '../flow/desk.ts';
import type { Changed } from '../flow/review.ts';
import { type ShownSegment, showArticle, showSegment, showSegments } from '../flow/show-article.ts';

type DraftView = Pick<Draft, 'text' | 'basedOn' | 'at'>;

/** A segment with this person's draft, and the reason where it was rejected or left out. */
export interface SegmentAnswer extends ShownSegment {
  draft: DraftView | null;
  note: string | null;
}

/** Who looks, and in which language findings are worded. */
export interface Viewer {
  name: string | null;
  query: { lang?: 'en' | 'fr' | undefined };
}

/** An article with its segments as one person sees them. Throws NotFound. */
export async function wholeArticle(
  desk: Desk,
  id: number,
  { name, query, checked = true }: Viewer & { checked?: boolean },
) {
  const article = await showArticle(desk, id, checked ? query.lang : 'unchecked');
  const drafts = await draftsOf(desk, id, name);
  const segments: SegmentAnswer[] = [];
  for (const segment of article.segments) segments.push(await answered(desk, segment, drafts));
  return { ...article, segments };
}

/** A segment as one person sees it. Throws NotFound. */
export async function oneSegment(desk: Desk, id: number, { name, query }: Viewer): Promise<SegmentAnswer> {
  const segment = await showSegment(desk, id, query.lang);
  return answered(desk, segment, await draftsOf(desk, segment.article, name));
}

async function draftsOf(desk: Desk, article: number, name: string | null): Promise<Map<number, Draft>> {
  const drafts = name === null ? [] : await desk.stores.segments.drafts(article, name);
  return new Map(drafts.map((draft) => [draft.segment, draft]));
}

async function answered(desk: Desk, segment: ShownSegment, drafts: ReadonlyMap<number, Draft>): Promise<SegmentAnswer> {
  const draft = drafts.get(segment.id);
  const reasoned = segment.state === 'rejected' || segment.state === 'omitted';
  const last = reasoned ? (await desk.stores.segments.versions(segment.id)).at(-1) : undefined;
  return {
    ...segment,
    draft: draft ? { text: draft.text, basedOn: draft.basedOn, at: draft.at } : null,
    note: last?.note ?? null,
  };
}

/** Segments of one article after a change. */
export async function changedSegments(desk: Desk, segments: Parameters<typeof showSegments>[1], { query }: Viewer) {
  const nothing = new Map<number, Draft>();
  const shown = await showSegments(desk, segments, query.lang);
  return Promise.all(shown.map((segment) => answered(desk, segment, nothing)));
}

/** What a decision changed: the segment, and in `followed` its repetitions. A conflict shows what stands there now. */
export async function decided(desk: Desk, viewer: Viewer, decision: Promise<Changed>) {
  const { segment, followed } = await decision.catch((thrown) => conflictShown(desk, viewer, thrown));
  const [changed, ...others] = await changedSegments(desk, [segment, ...followed], viewer);
  if (!changed) throw new Error('a decision answered no segment');
  return { ...changed, followed: others };
}

async function conflictShown(desk: Desk, viewer: Viewer, thrown: unknown): Promise<never> {
  if (!(thrown instanceof Conflict)) throw thrown;
  const { id } = thrown.current as { id: number };
  throw new Conflict(thrown.message, await oneSegment(desk, id, viewer));
}
