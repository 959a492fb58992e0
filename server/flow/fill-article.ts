// Steps 3 and 4 together: the memory answers first, a provider fills what it left empty, and drafts of parts come last.
import type { Match, Segment } from '../model.ts';
import type { Provider } from '../providers/provider.ts';
import { type Around, around, followersOf } from './around.ts';
import { CANCELLED, type Stop } from './ask-provider.ts';
import { assembleGaps, draftFor } from './assemble-gaps.ts';
import { chooseProviders } from './choose-provider.ts';
import type { Desk } from './desk.ts';
import { fillGaps, type GapsFilled } from './fill-gaps.ts';
import { gapsOf } from './gaps.ts';
import type { Progress } from './jobs.ts';
import { leverage, openIn, suggestionsFor } from './leverage.ts';
import { type FillingDesk, planGaps } from './plan-gaps.ts';
import { openPurse } from './purse.ts';

/** How an article is filled. */
export interface FillOptions {
  by: string;
  /** A provider's name; the one in use where absent, `none` for the memory alone. */
  provider?: string;
  /** The lowest score that is filled in; where absent 85 with a provider, 75 without. */
  min?: number;
  /** Puts drafts together, of parts that the memory knows, for what neither the memory nor the provider has filled. */
  assemble?: boolean;
  /** The most characters that this fill may send to services outside this machine, instead of the desk's own budget for a run. */
  budget?: number;
  /** Writes nothing and sends nothing: the counts say what would be. */
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
  /** Characters that went to a provider, counted as code points without inline codes. */
  sentCharacters: number;
  /** Characters that a service bills; 0 for services that count none. */
  billedCharacters: number;
}

/** What came of a fill. */
export interface Filled extends FillCounts {
  /** The provider that filled; `none` for the memory alone. */
  provider: string;
  /** Why the provider ended before its last gap, or null. */
  stoppedBy: Stop | null;
  /** What a person should know of it. */
  notices: Stop[];
  /** The service's account before and after; null where nothing was sent or the service keeps none. */
  usage: GapsFilled['usage'];
  /** Of a dry run: how many calls would be made, and what must be said of the service before its first use (a code). */
  plan?: { calls: number; warning: Provider['warning'] };
}

const WITH_PROVIDER = 85;
const MEMORY_ALONE = 75;

/**
 * Fills an article, keeping each finished segment; no person's text is ever written over. The counts are of the suggestions
 * that stand when it ends, so that filling again tells the same. A confidential article goes to no service outside this
 * machine. Throws NotFound, and a UserError for a provider that is unknown or may not be asked.
 */
export async function* fillArticle(
  desk: Desk,
  article: number,
  options: FillOptions,
): AsyncGenerator<Progress, Filled> {
  const { provider, second, notices } = await chooseProviders(desk, article, options.provider);
  const min = options.min ?? (provider.limits.texts > 0 ? WITH_PROVIDER : MEMORY_ALONE);
  const signal = options.signal ?? new AbortController().signal;
  const purse = openPurse({ ...desk, budget: budgetOf(desk, options) });
  const filling: FillingDesk = { ...desk, provider, purse };
  if (options.dryRun) {
    const planned = await plan(desk, article, { min, assemble: options.assemble === true }, filling);
    return { ...planned, notices };
  }
  yield* leverage(desk, article, { by: options.by, min, signal });
  const gaps = yield* fillWith(filling, second, article, { by: options.by, signal });
  if (options.assemble) yield* assembleGaps(desk, article, { by: options.by, signal });
  const counts = countsOf((await around(desk, article)).segments);
  return {
    ...counts,
    sentCharacters: purse.sent(),
    billedCharacters: gaps?.billedCharacters ?? 0,
    provider: provider.id,
    stoppedBy: gaps?.stoppedBy ?? (signal.aborted ? CANCELLED : null),
    notices: [...notices, ...(gaps?.notices ?? [])],
    usage: gaps?.usage ?? null,
  };
}

function budgetOf({ budget }: Desk, options: FillOptions): Parameters<typeof openPurse>[0]['budget'] {
  return { run: options.budget ?? budget?.run ?? null, month: budget?.month ?? null };
}

/** The provider's fill; where it fails and another one stands by, that one's for the rest. */
async function* fillWith(
  filling: FillingDesk,
  second: Provider | null,
  article: number,
  how: { by: string; signal: AbortSignal },
): AsyncGenerator<Progress, GapsFilled | null> {
  if (filling.provider.limits.texts === 0) return null;
  const first = yield* fillGaps(filling, article, how);
  const { stoppedBy } = first;
  if (!second || !stoppedBy?.code.startsWith('provider-')) return first;
  const rest = yield* fillGaps({ ...filling, provider: second }, article, how);
  const message = `${second.id} took over from ${filling.provider.id}: ${stoppedBy.message}`;
  return {
    ...rest,
    usage: first.usage,
    billedCharacters: first.billedCharacters + rest.billedCharacters,
    notices: [...first.notices, { code: 'second-provider', message }, ...rest.notices],
  };
}

type Kinds = Omit<FillCounts, 'billedCharacters' | 'sentCharacters'>;

function countsOf(segments: readonly Segment[]): Kinds {
  const counts: Kinds = {
    context: 0,
    exact: 0,
    repaired: 0,
    fuzzy: 0,
    assembled: 0,
    machine: 0,
    propagated: 0,
    empty: 0,
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
  filling: FillingDesk,
): Promise<Omit<Filled, 'notices'>> {
  const { provider } = filling;
  await desk.index.ready();
  const all = await around(desk, article);
  const found = await suggestionsFor(desk, all, openIn(all), min);
  const segments = onPaper(all, new Map(found.map(({ segment, match }): [number, Paper] => [segment.id, match])));
  const still = { provider: provider.id, stoppedBy: null, usage: null };
  if (provider.limits.texts === 0) {
    const drafted = assemble ? await draftsOnPaper(desk, { ...all, segments }) : segments;
    return { ...countsOf(drafted), sentCharacters: 0, billedCharacters: 0, ...still };
  }
  const stores = { ...filling.stores, segments: reading(desk, segments) };
  const { before, batches, characters } = await planGaps({ ...filling, stores }, article);
  const answered = new Set([...before, ...batches.flatMap(({ gaps }) => gaps)].map(({ id }) => id));
  const counts = countsOf(segments);
  for (const { gap, followers } of gapsOf(segments)) {
    if (!answered.has(gap.id)) continue;
    counts.machine += 1;
    counts.propagated += followers.length;
    counts.empty -= 1 + followers.length;
  }
  const sums = { sentCharacters: characters, billedCharacters: provider.bills ? characters : 0 };
  return { ...counts, ...sums, ...still, plan: { calls: batches.length, warning: provider.warning } };
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
