// Steps 3 and 4 together: the memory answers first, a provider fills what it left empty, and drafts of parts come last.
import type { Match, Segment } from '../model.ts';
import { type Around, around, followersOf } from './around.ts';
import { assembleGaps, draftFor } from './assemble-gaps.ts';
import type { Desk } from './desk.ts';
import { fillGaps, gapsOf, planGaps, type Stop } from './fill-gaps.ts';
import type { Progress } from './jobs.ts';
import { leverage, openIn, suggestionsFor } from './leverage.ts';

export interface FillOptions {
  by: string;
  /** A provider's name; the one in use where absent, `none` for the memory alone. */
  provider?: string;
  /** The lowest score that is filled in; where absent 85 with a provider, 75 without. */
  min?: number;
  /** Puts drafts together, of parts that the memory knows, for what neither the memory nor the provider has filled. */
  assemble?: boolean;
  /** Writes nothing and sends nothing: the counts say what would be, `billedCharacters` what would be sent. */
  dryRun?: boolean;
  signal?: AbortSignal;
}

/** Translatable segments by where their suggestion comes from, and what is still empty. */
export interface FillCounts {
  context: number;
  exact: number;
  repaired: number;
  fuzzy: number;
  assembled: number;
  machine: number;
  propagated: number;
  empty: number;
  billedCharacters: number;
}

export interface Filled extends FillCounts {
  /** Why the provider ended before its last gap, or null. */
  stoppedBy: Stop | null;
}

const WITH_PROVIDER = 85;
const MEMORY_ALONE = 75;

/**
 * Fills an article, keeping each finished segment; no person's text is ever written over. The counts are of the suggestions
 * that stand when it ends, so that filling again tells the same. Throws NotFound, and a UserError for an unknown provider.
 */
export async function* fillArticle(
  desk: Desk,
  article: number,
  options: FillOptions,
): AsyncGenerator<Progress, Filled> {
  const provider = desk.provider(options.provider);
  const min = options.min ?? (provider.limits.texts > 0 ? WITH_PROVIDER : MEMORY_ALONE);
  const signal = options.signal ?? new AbortController().signal;
  const filling = { stores: desk.stores, provider, now: desk.now };
  if (options.dryRun) return plan(desk, article, { min, assemble: options.assemble === true }, filling);
  yield* leverage(desk, article, { by: options.by, min, signal });
  const gaps = provider.limits.texts > 0 ? yield* fillGaps(filling, article, { by: options.by, signal }) : null;
  if (options.assemble) yield* assembleGaps(desk, article, { by: options.by, signal });
  const counts = countsOf((await around(desk, article)).segments);
  return { ...counts, billedCharacters: gaps?.billedCharacters ?? 0, stoppedBy: gaps?.stoppedBy ?? stopOf(signal) };
}

function stopOf(signal: AbortSignal): Stop | null {
  return signal.aborted ? { code: 'cancelled', message: 'It was stopped.' } : null;
}

type Kinds = Omit<FillCounts, 'billedCharacters'>;

function countsOf(segments: readonly Segment[]): Kinds {
  const counts: Kinds = {
    ...{ context: 0, exact: 0, repaired: 0, fuzzy: 0, assembled: 0, machine: 0, propagated: 0, empty: 0 },
  };
  for (const segment of segments) {
    if (segment.state === 'empty') counts.empty++;
    if (segment.state === 'suggested') counts[cameBy(segment)]++;
  }
  return counts;
}

function cameBy({ origin, provenance }: Segment): Exclude<keyof Kinds, 'empty'> {
  if (origin === 'propagated' || origin === 'machine') return origin;
  if (origin === 'repaired' || origin === 'assembled') return origin;
  return provenance.kind ?? 'fuzzy';
}

/** What a fill would do, on paper: the same questions to the memory, and none to the provider. */
async function plan(
  desk: Desk,
  article: number,
  { min, assemble }: { min: number; assemble: boolean },
  filling: Parameters<typeof planGaps>[0],
): Promise<Filled> {
  const all = await around(desk, article);
  const found = await suggestionsFor(desk, all, openIn(all), min);
  const segments = onPaper(all, new Map(found.map(({ segment, match }): [number, Paper] => [segment.id, match])));
  if (filling.provider.limits.texts === 0) {
    const drafted = assemble ? await draftsOnPaper(desk, { ...all, segments }) : segments;
    return { ...countsOf(drafted), billedCharacters: 0, stoppedBy: null };
  }
  const counts = countsOf(segments);
  const gaps = gapsOf(segments);
  const { characters } = await planGaps(
    { ...filling, stores: { ...filling.stores, segments: reading(desk, segments) } },
    article,
  );
  const machine = counts.machine + gaps.length;
  const propagated = counts.propagated + gaps.reduce((sum, { followers }) => sum + followers.length, 0);
  const empty = counts.empty - gaps.reduce((sum, { followers }) => sum + followers.length + 1, 0);
  return { ...counts, machine, propagated, empty, billedCharacters: characters, stoppedBy: null };
}

function reading(desk: Desk, segments: Segment[]): Desk['stores']['segments'] {
  return { ...desk.stores.segments, of: async () => segments };
}

/** What stands on paper of a suggestion. */
type Paper = Pick<Match, 'target' | 'kind'> & { score?: number };

/** With a provider nothing is left for drafts, so far as paper can say. */
async function draftsOnPaper(desk: Desk, all: Around): Promise<Segment[]> {
  const drafts = new Map<number, Paper>();
  for (const { gap } of gapsOf(all.segments)) {
    const draft = await draftFor(desk, all.article, gap);
    if (draft) drafts.set(gap.id, { target: draft.target, kind: 'assembled' });
  }
  return onPaper(all, drafts);
}

function onPaper(all: Around, matches: ReadonlyMap<number, Paper>): Segment[] {
  const next = new Map(all.segments.map((segment) => [segment.id, segment]));
  for (const segment of all.segments) {
    const match = matches.get(segment.id);
    if (!match) continue;
    const { target, ...provenance } = match;
    next.set(segment.id, { ...segment, target, state: 'suggested', origin: 'memory', provenance });
    for (const follower of followersOf(segment, all))
      next.set(follower.id, { ...follower, target, state: 'suggested', origin: 'propagated' });
  }
  return [...next.values()];
}
