// An outside translator's file comes back: what they changed and we did not is taken over, what both changed is shown.
import type { SegmentWrite } from '../../db/stores.ts';
import { UserError } from '../errors.ts';
import { type OutsideFile, type OutsideRow, readOutside } from '../formats/outside.ts';
import { withoutIllegal } from '../formats/xml-write.ts';
import type { Code, Language, Segment, Version } from '../model.ts';
import { grouped } from '../text/grouping.ts';
import { withoutCodes } from '../text/inline.ts';
import { recode } from '../text/recode.ts';
import { type Around, around, followersOf } from './around.ts';
import { follow, type Next } from './decide-segment.ts';
import type { Desk } from './desk.ts';
import { type OwnersRows, ownersRows, rowName, spaced, withoutForms } from './owners-rows.ts';

/** Both sides have changed a segment since the file left. Nothing is overwritten; a person chooses. */
export interface MergeConflict {
  n: number;
  segment: number;
  /** The version that stands here, for a write that settles it. */
  version: number;
  source: string;
  /** What it was when the file left; null where the file does not say when that was. */
  before: string | null;
  ours: string;
  theirs: string;
}

/** Segments by what became of them. `unknown` counts units of the file that no segment answers to. */
export interface Merged {
  updated: number;
  unchanged: number;
  conflicts: MergeConflict[];
  unknown: number;
  unknownUnits: { name: string; source: string }[];
  /** Remarks of the translator that entered the history. */
  comments: number;
}

/**
 * Merges a file into an article, whole or not at all. Nothing enters above `translated`, whatever the file says; remarks
 * enter the history under the names that the file gives them. The same file again changes nothing. Throws NotFound, and a
 * UserError for a file that cannot be read or that belongs to another article.
 */
export async function mergeFile(
  desk: Desk,
  article: number,
  file: { bytes: Uint8Array; fileName: string | null },
  by: string,
): Promise<Merged> {
  const outside = readOutside(file.bytes, file.fileName);
  for (;;) {
    const all = await around(desk, article);
    // A file that says when we wrote it has our ids, and what stood in it then.
    const owners = outside.exportedAt === null ? await ownersRows(desk, all) : NO_ROWS;
    const plan = await planned(desk, all, { ...outside, owners }, { file: file.fileName, by });
    if (plan.merged.unknown === segmentRows(outside, all.article).length)
      throw new UserError(
        'wrong-article',
        `Nothing in the file is of article ${article}. Merge it into its own article.`,
      );
    if (plan.writes.length === 0) return plan.merged;
    const at = desk.now();
    const result = await desk.stores.segments.decide({ writes: plan.writes, remember: [], forget: [], by, at });
    if (result.kind === 'written') return plan.merged;
  }
}

const NO_ROWS: OwnersRows = new Map();

/** A file with what the article's own source says in the same places. */
type Returned = OutsideFile & { owners: OwnersRows };

/** Which file is merged, and who merges it. */
interface Told {
  file: string | null;
  by: string;
}

interface Plan {
  writes: SegmentWrite[];
  merged: Merged;
}

/** A row of the file with the segment that it speaks of and what that has been. */
interface Meeting {
  row: OutsideRow;
  segment: Segment;
  versions: Version[];
  /** Their text under the segment's codes; null where it would be read as something else. */
  theirs: string | null;
  /** What the article's own source says of it, under the segment's codes; null where that holds one language. */
  owners: { text: string | null; locked: boolean } | null;
}

async function planned(desk: Desk, all: Around, outside: Returned, told: Told): Promise<Plan> {
  const merged: Merged = { updated: 0, unchanged: 0, conflicts: [], unknown: 0, unknownUnits: [], comments: 0 };
  const writes = new Map<number, SegmentWrite[]>();
  const met = meet(all, segmentRows(outside, all.article), outside.owners, merged);
  for (const [segment, row] of met) {
    const versions = await desk.stores.segments.versions(segment.id);
    const owners = ownersOf(segment, all, outside.owners);
    const meeting = { row, segment, versions, theirs: theirText(segment, row), owners };
    const change = changeOf(meeting, outside, merged, told);
    const own = [...(change ? [change] : []), ...remarksOf(meeting, change, merged, told)];
    if (own.length > 0) {
      const numbered = own.map((write, i) => ({ ...write, basedOn: segment.version + i }));
      writes.set(segment.id, numbered);
    }
  }
  return { writes: [...[...writes.values()].flat(), ...followingWrites(all, met, writes)], merged };
}

/** A repetition of which the source says nothing has had what it says of the first since it came in. */
function ownersOf(segment: Segment, all: Around, rows: OwnersRows): Meeting['owners'] {
  const row = rows.get(segment);
  if (!row) return null;
  const text = theirText(segment, row);
  const locked = row.locked === true;
  const asks = text === '' && segment.repeats !== null;
  const leader = asks && all.segments.find(({ id }) => id === segment.repeats);
  const first = leader && rows.get(leader);
  if (!leader || !first) return { text, locked };
  const { source, codes } = leader;
  const followed = recode(segment, { source, codes, target: theirText(leader, first) ?? '' })?.target.trim();
  return { text: followed ?? text, locked };
}

/** The rows of a file without the one that names the languages: some programs give it the name of the row behind it. */
function segmentRows({ rows }: OutsideFile, { from, to }: { from: Language; to: Language }): OutsideRow[] {
  return rows.filter(({ codes, source, target }) => codes !== null || source !== from || target !== to);
}

/** Rows by segment: by id where the source agrees, else by the source. The ids are an owner's where the article has come with them. */
function meet(all: Around, rows: readonly OutsideRow[], owners: OwnersRows, merged: Merged): Map<Segment, OutsideRow> {
  const byId = new Map(all.segments.map((segment) => [segment.id, segment]));
  const byName = grouped(owners.keys(), (segment) => rowName(owners.get(segment) as OutsideRow));
  const namedBy = (row: OutsideRow) => {
    if (owners.size > 0) return byName.get(rowName(row))?.shift();
    return row.id === null ? undefined : byId.get(row.id);
  };
  const met = new Map<Segment, OutsideRow>();
  const waiting: OutsideRow[] = [];
  for (const row of rows) {
    const named = namedBy(row);
    if (named && !met.has(named) && sourceOf(row, named) === bare(named.source, named)) met.set(named, row);
    else waiting.push(row);
  }
  meetBySource(all, waiting, met, merged);
  merged.unknown = merged.unknownUnits.length;
  return met;
}

/** Free segments that have the row's source; where as many rows as segments share one, they meet in order. */
function meetBySource(
  all: Around,
  waiting: readonly OutsideRow[],
  met: Map<Segment, OutsideRow>,
  merged: Merged,
): void {
  const free = all.segments.filter((segment) => !met.has(segment));
  const segments = grouped(free, ({ source }) => withoutForms(source));
  for (const [source, rows] of grouped(waiting, (row) => withoutForms(row.source))) {
    const found = segments.get(source) ?? [];
    for (const [i, row] of rows.entries()) {
      const segment = found.length === rows.length ? found[i] : undefined;
      if (segment && sourceOf(row, segment) === bare(segment.source, segment)) met.set(segment, row);
      else merged.unknownUnits.push({ name: row.name, source: row.source });
    }
  }
}

function sourceOf(row: OutsideRow, segment: Segment): string {
  return bare(row.source, row.codes === null ? segment : { codes: row.codes });
}

function bare(text: string, { codes }: Pick<Segment, 'codes'>): string {
  return spaced(withoutCodes(text, codes));
}

function theirText(segment: Segment, row: OutsideRow): string | null {
  if (row.codes === null || hasOurCodes(row.codes, segment)) return row.target.trim();
  return recode(segment, { source: row.source, target: row.target, codes: row.codes })?.target.trim() ?? null;
}

/** Whether all codes of a row are the segment's own under their own numbers, also those that stand in the translation alone. */
function hasOurCodes(codes: readonly Code[], segment: Segment): boolean {
  const ours = new Map(segment.codes.map(({ id, kind, native }) => [id, JSON.stringify([kind, native])]));
  return codes.every(({ id, kind, native }) => ours.get(id) === JSON.stringify([kind, native]));
}

/** A write without its place in the segment's history. */
type Write = Omit<SegmentWrite, 'basedOn'>;

function changeOf(meeting: Meeting, { exportedAt, echoes }: Returned, merged: Merged, { file }: Told): Write | null {
  const { segment, theirs, row } = meeting;
  // Some files bring back what others cannot hold.
  const said = theirs === null ? null : asWritten(theirs);
  const before = textBefore(meeting, said, exportedAt);
  const verdict =
    said === null ? 'conflict' : isEcho(segment, said, echoes) ? 'unchanged' : toldApart(meeting, said, before);
  if (verdict === 'unchanged') merged.unchanged++;
  if (verdict === 'conflict') {
    const { n, id, version, source, target } = segment;
    merged.conflicts.push({ n, segment: id, version, source, before, ours: target, theirs: theirs ?? row.target });
  }
  if (verdict !== 'update' || theirs === null) return null;
  merged.updated++;
  const provenance = file === null ? {} : { file };
  const state = row.begun ? 'draft' : 'translated';
  return { segment: segment.id, target: theirs, state, origin: 'imported', provenance, note: null, touched: true };
}

/**
 * What the file held when it left: a suggestion left as none. Where it does not say when that was, theirs if a version of ours is, or
 * else what the article's own source says; null where that says nothing.
 */
function textBefore({ versions, owners }: Meeting, theirs: string | null, exportedAt: string | null): string | null {
  if (exportedAt !== null) {
    const then = versions.findLast((version) => Date.parse(version.at) <= Date.parse(exportedAt));
    return then && then.state !== 'suggested' ? asWritten(then.target) : '';
  }
  if (versions.some((version) => asWritten(version.target) === theirs && version.state !== 'suggested')) return theirs;
  return typeof owners?.text === 'string' ? asWritten(owners.text) : null;
}

/** Whether nobody has said anything: what we showed in the place of a translation came back as it left. */
function isEcho({ state, source, target }: Segment, theirs: string, echoes: OutsideFile['echoes']): boolean {
  if (state === 'suggested' && echoes !== 'nothing' && theirs === target) return true;
  return (state === 'empty' || state === 'suggested') && echoes === 'sources' && theirs === source.trim();
}

function toldApart(
  { segment, row, owners }: Meeting,
  theirs: string,
  before: string | null,
): 'update' | 'unchanged' | 'conflict' {
  const unread = segment.state === 'empty' || segment.state === 'suggested';
  const standing = asWritten(segment.target);
  if (theirs !== '' && theirs === standing && segment.state === 'draft' && row.begun === false) return 'update';
  if (theirs === '' || theirs === before) return 'unchanged';
  if (theirs === standing) return (unread || segment.state === 'draft') && !row.begun ? 'update' : 'unchanged';
  if (owners?.locked) return 'conflict';
  if (unread) return 'update';
  return before !== null && standing === before ? 'update' : 'conflict';
}

/** A target as a file can bring it back. */
function asWritten(target: string): string {
  return withoutIllegal(target).trim();
}

/** The translator's remarks that the history does not hold yet, each a version of its own under its author's name. */
function remarksOf(
  { segment, row, versions }: Meeting,
  change: Write | null,
  merged: Merged,
  { by: merging }: Told,
): Write[] {
  const known = new Set(versions.map(({ author, note }) => `${author}\n${note}`));
  const { target, state, origin, provenance, touched } = change ?? segment;
  const remarks = row.notes.flatMap(({ text, by }): Write[] => {
    const author = by?.trim() || merging;
    if (text.trim() === '' || known.has(`${author}\n${text}`)) return [];
    return [{ segment: segment.id, target, state, origin, provenance, touched, note: text, by: author }];
  });
  merged.comments += remarks.length;
  return remarks;
}

/** Repetitions of which the file says nothing follow what it says of their first occurrence. */
function followingWrites(
  all: Around,
  met: ReadonlyMap<Segment, OutsideRow>,
  writes: ReadonlyMap<number, SegmentWrite[]>,
): SegmentWrite[] {
  return [...met.keys()].flatMap((segment) => {
    const write = writes.get(segment.id)?.find((one) => one.origin === 'imported' && one.target !== segment.target);
    if (!write) return [];
    const next: Next = write;
    return followersOf(segment, all)
      .filter((follower) => !met.has(follower))
      .flatMap((follower) => follow(follower, segment, next) ?? []);
  });
}
