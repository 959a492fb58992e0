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
  const notes = await notesOf(desk, article.segments);
  return { ...article, segments: article.segments.map((segment) => answered(segment, drafts, notes)) };
}

/** A segment as one person sees it. Throws NotFound. */
export async function oneSegment(desk: Desk, id: number, { name, query }: Viewer): Promise<SegmentAnswer> {
  const segment = await showSegment(desk, id, query.lang);
  return answered(segment, await draftsOf(desk, segment.article, name), await notesOf(desk, [segment]));
}

async function draftsOf(desk: Desk, article: number, name: string | null): Promise<Map<number, Draft>> {
  const drafts = name === null ? [] : await desk.stores.segments.drafts(article, name);
  return new Map(drafts.map((draft) => [draft.segment, draft]));
}

/** Why segments were rejected or left out, by their ids. */
async function notesOf(desk: Desk, segments: readonly ShownSegment[]): Promise<Map<number, string | null>> {
  const notes = new Map<number, string | null>();
  for (const { id, state } of segments) {
    if (state !== 'rejected' && state !== 'omitted') continue;
    notes.set(id, (await desk.stores.segments.versions(id)).at(-1)?.note ?? null);
  }
  return notes;
}

function answered(
  segment: ShownSegment,
  drafts: ReadonlyMap<number, Draft>,
  notes: ReadonlyMap<number, string | null>,
): SegmentAnswer {
  const draft = drafts.get(segment.id);
  return {
    ...segment,
    draft: draft ? { text: draft.text, basedOn: draft.basedOn, at: draft.at } : null,
    note: notes.get(segment.id) ?? null,
  };
}

/** Segments of one article after a change. */
export async function changedSegments(desk: Desk, segments: Parameters<typeof showSegments>[1], { query }: Viewer) {
  const shown = await showSegments(desk, segments, query.lang);
  const notes = await notesOf(desk, shown);
  return shown.map((segment) => answered(segment, new Map(), notes));
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
