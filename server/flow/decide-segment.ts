// How a verb decides on segments: their next versions, the repetitions that follow, and what the memory learns, in one
// transaction. Who was faster is asked again; who saw an older version gets a conflict.
import type { NewUnit, SegmentWrite } from '../../db/stores.ts';
import { Conflict } from '../errors.ts';
import type { Segment } from '../model.ts';
import type { Place } from '../text/context.ts';
import { recode } from '../text/recode.ts';
import { followersOf, type Kin, placeOf, placesOf, withKin } from './around.ts';
import type { Desk } from './desk.ts';
import { type MemoryPlace, unitOf, writableMemory } from './teach.ts';

/** What a decision on one segment changed. */
export interface Changed {
  segment: Segment;
  /** Untouched repetitions that followed it. */
  followed: Segment[];
}

/** A segment's next version, but for what its store counts itself. */
export type Next = Omit<SegmentWrite, 'segment' | 'basedOn'>;

/** What the memory does with a decision. */
export type Learning = 'remember' | 'forget' | 'keep';

/** One segment's next version and what it teaches. */
export interface Choice {
  segment: Segment;
  next: Next;
  learning: Learning;
}

/** A choice with all its consequences. */
interface Consequences {
  writes: SegmentWrite[];
  remember: NewUnit[];
  forget: number[];
}

/**
 * Decides on one segment. `choose` says what becomes of it as it stands now (null: nothing). Throws NotFound, and Conflict
 * with the current segment where `version` is not its current one.
 */
export async function decideSegment(
  desk: Desk,
  id: number,
  how: { by: string; version?: number | undefined },
  choose: (segment: Segment, kin: Kin) => Omit<Choice, 'segment'> | null | Promise<Omit<Choice, 'segment'> | null>,
): Promise<Changed> {
  for (;;) {
    const { segment, kin } = await withKin(desk, id);
    refuseStale(segment, how.version);
    const choice = await choose(segment, kin);
    if (!choice) return { segment, followed: [] };
    const written = await decideAll(desk, kin, [{ segment, ...choice }], how.by);
    if (!written) continue;
    const [changed = segment, ...followed] = written;
    return { segment: changed, followed };
  }
}

/** Writes choices on segments among `all` and what follows them; answers the segments in order of the choices, each before its followers. null: somebody was faster. */
export async function decideAll(
  desk: Desk,
  all: Kin,
  choices: readonly Choice[],
  by: string,
): Promise<Segment[] | null> {
  if (choices.length === 0) return [];
  const at = desk.now();
  const places = await placesToTeach(desk, all, choices);
  const memory = { ...(await writableMemory(desk, all.article.desk)), places, by, at };
  const parts = choices.map((choice) => consequences(choice, all, memory));
  const result = await desk.stores.segments.decide({
    writes: parts.flatMap((part) => part.writes),
    remember: parts.flatMap((part) => part.remember),
    forget: parts.flatMap((part) => part.forget),
    by,
    at,
  });
  return result.kind === 'written' ? result.segments : null;
}

/** Where the segments stand of which the memory learns: neighbours are far to seek, and nothing else asks for them. */
async function placesToTeach(desk: Desk, all: Kin, choices: readonly Choice[]): Promise<MemoryPlace['places']> {
  const taught = choices.filter(({ learning }) => learning === 'remember');
  if (taught.length > 0 && all.whole) return placesOf(all);
  const places: [number, Place][] = [];
  for (const { segment } of taught) places.push([segment.id, await placeOf(desk, segment.id)]);
  return new Map(places);
}

/** Throws Conflict with the segment as it stands where the version that a person saw is not its current one. */
export function refuseStale(segment: Segment, version: number | undefined): void {
  if (version !== undefined && version !== segment.version) throw changedSince(segment);
}

/** What is said of a segment that somebody has changed meanwhile. */
export function changedSince(segment: Segment): Conflict<Segment> {
  return new Conflict(
    `Segment ${segment.n} has changed since: it is at version ${segment.version}. Look at it again.`,
    segment,
  );
}

function consequences(
  { segment, next, learning }: Choice,
  all: Kin,
  memory: MemoryPlace & { by: string; at: string },
): Consequences {
  const followers = followersOf(segment, all);
  const following = followers.flatMap((follower) => follow(follower, segment, next) ?? []);
  const unit = learning === 'remember' ? unitOf(segment, next.target, all.article, memory) : null;
  return {
    writes: [{ ...next, segment: segment.id, basedOn: segment.version }, ...following],
    remember: unit ? [unit] : [],
    // One pair is one unit: what a follower had taught by itself gives way.
    forget: [
      ...(learning === 'forget' ? [segment.id] : []),
      ...(learning === 'keep' ? [] : followers.map((one) => one.id)),
    ],
  };
}

/** The write that lets a repetition follow; null where its own text would be read as a code. */
export function follow(follower: Segment, leader: Segment, next: Next): SegmentWrite | null {
  const recoded = recode(follower, { source: leader.source, target: next.target, codes: leader.codes });
  if (!recoded) return null;
  return {
    ...next,
    segment: follower.id,
    basedOn: follower.version,
    target: recoded.target,
    origin: 'propagated',
    provenance: { ...next.provenance, follows: leader.id },
    touched: false,
  };
}
