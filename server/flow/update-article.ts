// Step 2: a later version of the source comes in. What did not change keeps its translation and its approval.
import type { ArticleUpdate, LaterSegment, NewSegment } from '../../db/stores.ts';
import { UserError } from '../errors.ts';
import { formatOf, loadFormat, readDocument } from '../formats/format.ts';
import type { Format, Role, Segment } from '../model.ts';
import { carryOver } from '../text/carry-over.ts';
import { canonical } from '../text/inline.ts';
import { recode } from '../text/recode.ts';
import { matchSentences, type SameSentence } from '../text/source-match.ts';
import { type Around, around } from './around.ts';
import type { Next } from './decide-segment.ts';
import type { Desk } from './desk.ts';
import { fromFile } from './given-version.ts';
import { heardOf, remarkOf, type Said, saidSoFar } from './owners-news.ts';
import { cutSource, type ReadSource } from './read-source.ts';
import { rememberedRules } from './settled-rules.ts';

/** Segments by what became of them. `moved` ones did not change otherwise; `changed` ones need a person. */
export interface Updated {
  version: number;
  unchanged: number;
  changed: number;
  moved: number;
  added: number;
  removed: number;
  /** Translations that the file itself brings along and the one before did not: those that were taken over. */
  taken: number;
  /** Those against which the text of a person here was kept. */
  kept: number;
}

/**
 * Puts the new source in place of the old, whole or not at all. A changed segment is `suggested` (origin `repaired`) where
 * the change could be carried into its translation, else `draft`. What a bilingual file newly says of a translation is taken over where
 * no person here has written. Throws NotFound, and a UserError for an unreadable file and for one of another format.
 */
export async function updateArticle(
  desk: Desk,
  article: number,
  file: { bytes: Uint8Array; fileName: string | null; format?: Format },
  by: string,
): Promise<Updated> {
  for (;;) {
    const all = await around(desk, article);
    const told = { ...file, usual: all.article.format };
    refuseOtherFormat(formatOf(file.bytes, told), all);
    await loadFormat(told);
    const document = readDocument(file.bytes, told);
    const source = cutSource(document, all.article.from, await rememberedRules(desk, article), all.blocks);
    const said = await saidSoFar(desk, all);
    const { update, counts } = plan(all, source, { ...file, said, by, at: desk.now() });
    if (await desk.stores.articles.update(update)) return { version: update.basedOn + 1, ...counts };
    const now = await desk.stores.articles.get(article);
    if (now && now.version !== all.article.version)
      throw new UserError(
        'conflict',
        'Somebody has just brought in another version of this source: look at it first.',
        409,
      );
  }
}

/** The article leaves in the format in which it came. */
function refuseOtherFormat(format: Format, { article }: Around): void {
  if (format === article.format) return;
  const came = `article ${article.id} came in as ${article.format}`;
  throw new UserError('other-format', `The file is ${format}, and ${came}: bring its source as that.`, 415);
}

type Counts = Omit<Updated, 'version'>;

interface LaterFile {
  bytes: Uint8Array;
  fileName: string | null;
  /** What the source so far says of the segments' translations. */
  said: ReadonlyMap<number, Said>;
  by: string;
  at: string;
}

function plan(all: Around, source: ReadSource, file: LaterFile): { update: ArticleUpdate; counts: Counts } {
  const { id: article, version: basedOn, translationOf } = all.article;
  const roles = source.segments.map((segment) => source.blocks[segment.block]?.role ?? 'body');
  const pairs = pairsOf(all, source, roles);
  const heard = { taken: 0, kept: 0 };
  const segments = laterSegments(all, source, roles, pairs, { ...file, heard });
  const kept = new Set([...pairs.values()].map((pair) => pair.old));
  const gone = all.segments.filter((_, i) => !kept.has(i)).map(({ id, version }) => ({ id, basedOn: version }));
  const { bytes, fileName, by, at } = file;
  const { blocks } = source;
  return {
    update: {
      ...{ article, basedOn, bytes, fileName, by, at, blocks, segments, gone, layout: null },
      translationOf: source.translationOf ?? translationOf,
    },
    counts: { ...countsOf(pairs, roles, gone.length), ...heard },
  };
}

/** For each segment of the new source, the stored one that it is. Furniture is nobody's. */
function pairsOf(all: Around, source: ReadSource, roles: readonly Role[]): Map<number, SameSentence> {
  const translatable = [...source.segments.keys()].filter((i) => roles[i] !== 'furniture');
  const now = translatable.map((i) => ({ text: textOf(source.segments[i]), role: roles[i] ?? 'body' }));
  const old = all.segments.map((segment) => ({ text: textOf(segment), role: segment.role }));
  const pairs = matchSentences(old, now);
  return new Map(pairs.map((pair) => [translatable[pair.now] ?? -1, pair]));
}

function textOf(segment: Pick<Segment, 'source' | 'codes'> | undefined): string {
  return segment ? canonical(segment.source, '', segment.codes).source : '';
}

function countsOf(
  pairs: ReadonlyMap<number, SameSentence>,
  roles: readonly Role[],
  removed: number,
): Omit<Counts, 'taken' | 'kept'> {
  const counts = { unchanged: 0, changed: 0, moved: 0 };
  for (const { kind } of pairs.values()) counts[kind]++;
  const translatable = roles.filter((role) => role !== 'furniture').length;
  return { ...counts, added: translatable - pairs.size, removed };
}

/** A segment as it will stand, for those that follow it. */
type Standing = Pick<Segment, 'source' | 'codes'> & { id: number | null; next: Next | null };

function laterSegments(
  all: Around,
  source: ReadSource,
  roles: readonly Role[],
  pairs: ReadonlyMap<number, SameSentence>,
  file: Heard,
): LaterSegment[] {
  const standing: Standing[] = [];
  return source.segments.map((segment, i) => {
    const pair = pairs.get(i);
    const old = pair && all.segments[pair.old];
    const leader = segment.repeats === null ? undefined : standing[segment.repeats];
    const own = old
      ? toldNext(old, segment, nextOf(old, segment, pair.kind, roles[i] ?? old.role, all.article), file)
      : broughtAlong(segment, file);
    const open = !old || (old.state === 'empty' && !old.touched);
    const next = own ?? (open && leader ? followed(segment, leader) : null);
    standing.push({ ...segment, id: old?.id ?? null, next: next ?? (old ? standingOf(old) : null) });
    return { ...segment, id: old?.id ?? null, basedOn: old?.version ?? 0, next };
  });
}

/** A file whose own translations are heard, and counted. */
type Heard = Pick<LaterFile, 'fileName' | 'said'> & { heard: Pick<Counts, 'taken' | 'kept'> };

/** What a file says of the translation of a sentence that is new. */
function broughtAlong({ given }: NewSegment, { fileName, heard }: Heard): Next | null {
  if (!given || (given.state === 'empty' && given.note === null)) return null;
  if (given.state !== 'empty') heard.taken++;
  return fromFile(given, fileName);
}

/** What becomes of a stored segment, with what a later file of its owner newly says of its translation. */
function toldNext(old: Segment, now: NewSegment, next: Next | null, { fileName, said, heard }: Heard): Next | null {
  const news = { now: now.given, before: said.get(old.id) };
  const { taken, kept } = heardOf(old, news, fileName);
  if (taken) heard.taken++;
  if (kept) heard.kept++;
  const becomes = taken ?? next;
  const note = remarkOf(news);
  return note === null ? becomes : { ...(becomes ?? standingOf(old)), note };
}

function standingOf({ target, state, origin, provenance, touched }: Segment): Next {
  return { target, state, origin, provenance, note: null, touched };
}

/** What becomes of a stored segment under its later source; null where nothing of it changes. */
function nextOf(
  old: Segment,
  now: NewSegment,
  kind: SameSentence['kind'],
  role: Role,
  { from, to }: Languages,
): Next | null {
  const same = old.source === now.source && JSON.stringify(old.codes) === JSON.stringify(now.codes);
  if (same && (role === old.role || old.state === 'empty')) return null;
  if (same) return { ...standingOf(old), origin: 'source' };
  if (kind !== 'changed' || old.target === '') return recodedFor(old, now);
  const carried = carryOver({ ...old, from, to }, now);
  const { score: _, kind: __, reasons: ___, insisted: ____, ...provenance } = old.provenance;
  const standing = { ...standingOf(old), provenance };
  if (carried === null) return { ...standing, target: recodedTarget(old, now), state: 'draft', origin: 'source' };
  const raw = { ...provenance, raw: old.target };
  return { ...standing, target: carried, state: 'suggested', origin: 'repaired', provenance: raw, touched: false };
}

type Languages = Pick<Around['article'], 'from' | 'to'>;

/** Only its typography changed, or its codes' numbers: text and state stay. */
function recodedFor(old: Segment, now: NewSegment): Next {
  return { ...standingOf(old), target: recodedTarget(old, now), origin: 'source' };
}

function recodedTarget(old: Segment, now: NewSegment): string {
  return recode(now, old)?.target ?? old.target;
}

/** A new sentence that repeats an earlier one has its text and state from the start. */
function followed(segment: NewSegment, leader: Standing): Next | null {
  if (!leader.next || leader.next.state === 'empty' || leader.id === null) return null;
  const recoded = recode(segment, { source: leader.source, target: leader.next.target, codes: leader.codes });
  if (!recoded) return null;
  const provenance = { ...leader.next.provenance, follows: leader.id };
  return { ...leader.next, target: recoded.target, origin: 'propagated', provenance, note: null, touched: false };
}
