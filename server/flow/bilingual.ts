// An article with both of its sides, as the bilingual formats take it.
import type { BilingualArticle, BilingualSegment, TmxUnit } from '../formats/bilingual.ts';
import type { Segment, Version } from '../model.ts';
import { grouped } from '../text/grouping.ts';
import { canonical } from '../text/inline.ts';
import { type Around, leaderOf } from './around.ts';
import type { Desk } from './desk.ts';

/** The article for an outside translator, without furniture and, unless the whole is asked for, without stray copies. */
export async function bilingualArticle(
  desk: Pick<Desk, 'stores'>,
  all: Around,
  options: { whole?: boolean },
): Promise<BilingualArticle> {
  const { id, title, format, from, to } = all.article;
  const source = await desk.stores.articles.source(id);
  const sentences = grouped(all.segments, (segment) => segment.block);
  const blocks: BilingualArticle['blocks'] = [];
  for (const block of all.blocks) {
    const own = sentences.get(block.id);
    if (!own || (all.copies.has(block.id) && !options.whole)) continue;
    const segments = await Promise.all(own.map((segment) => bilingualSegment(desk, segment)));
    blocks.push({ id: block.id, role: block.role, segments, tail: block.tail });
  }
  const terms = await desk.stores.terms.list(all.article.desk, { from, to });
  return { id, title, fileName: source?.fileName ?? null, format, from, to, blocks, terms };
}

async function bilingualSegment(desk: Pick<Desk, 'stores'>, segment: Segment): Promise<BilingualSegment> {
  const { id, source, target, codes, state, gap } = segment;
  const versions = await desk.stores.segments.versions(id);
  const suggestion = suggestionOf(segment);
  return {
    id,
    source,
    target,
    codes,
    state,
    gap,
    suggestion,
    reason: reasonOf(segment, versions),
    notes: notesOf(segment, versions),
  };
}

/** Why segments are rejected or omitted, by their ids; the others are absent. */
export async function reasonsFor(
  desk: Pick<Desk, 'stores'>,
  segments: readonly Segment[],
): Promise<Map<number, string | null>> {
  const reasons = new Map<number, string | null>();
  for (const segment of segments.filter(({ state }) => isExplained(state)))
    reasons.set(segment.id, reasonOf(segment, await desk.stores.segments.versions(segment.id)));
  return reasons;
}

function reasonOf({ state }: Segment, versions: readonly Version[]): string | null {
  return isExplained(state) ? (versions.at(-1)?.note ?? null) : null;
}

/** What was remarked along the way, oldest first; a reason in force is no remark, and what is said twice is said once. */
function notesOf({ state }: Segment, versions: readonly Version[]): BilingualSegment['notes'] {
  const remarks = isExplained(state) ? versions.slice(0, -1) : versions;
  const notes = new Map<string, BilingualSegment['notes'][number]>();
  for (const { note, author } of remarks)
    if (note !== null && note.trim() !== '') notes.set(JSON.stringify([author, note]), { text: note, by: author });
  return [...notes.values()];
}

function isExplained(state: Segment['state']): boolean {
  return state === 'rejected' || state === 'omitted';
}

async function lastVersion(desk: Pick<Desk, 'stores'>, segment: number): Promise<Version | undefined> {
  return (await desk.stores.segments.versions(segment)).at(-1);
}

function suggestionOf({ state, provenance }: Segment): BilingualSegment['suggestion'] {
  if (state !== 'suggested') return null;
  const { score = null, kind = null, provider } = provenance;
  if (provider !== undefined) return { from: 'machine', score: null, kind: null, name: provider };
  return { from: 'memory', score, kind, name: 'memory' };
}

/** The approved pairs in order, each once (with `allowIncomplete` the translated ones too), with the sources beside them. */
export async function tmxUnits(
  desk: Pick<Desk, 'stores'>,
  all: Around,
  options: { allowIncomplete?: boolean },
): Promise<TmxUnit[]> {
  const clean = all.segments.filter((segment) => !all.copies.has(segment.block));
  const inClean = new Set(clean.map((segment) => segment.id));
  const units: TmxUnit[] = [];
  for (const [i, segment] of clean.entries()) {
    const leader = leaderOf(segment, all).id;
    const ready = segment.state === 'approved' || (options.allowIncomplete === true && segment.state === 'translated');
    if (!ready || (leader !== segment.id && inClean.has(leader))) continue;
    const version = await lastVersion(desk, segment.id);
    units.push(unitOf(all, segment, version, [clean[i - 1], clean[i + 1]]));
  }
  return units;
}

function unitOf(
  { article }: Around,
  segment: Segment,
  version: Version | undefined,
  [previous, next]: [Segment | undefined, Segment | undefined],
): TmxUnit {
  const { from, to } = article;
  const [author, at] = [version?.author ?? null, version?.at ?? null];
  return {
    ...canonical(segment.source, segment.target, segment.codes),
    ...{ id: String(segment.id), from, to, author, createdAt: at, changedBy: author, changedAt: at, note: null },
    previous: neighbourText(previous),
    next: neighbourText(next),
    properties: {},
    group: null,
  };
}

/** A neighbour as the memory compares it, codes under canonical numbers; '' at the article's edge. */
function neighbourText(segment: Segment | undefined): string {
  return segment ? canonical(segment.source, '', segment.codes).source : '';
}
