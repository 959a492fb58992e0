// A whole archive is aligned, pair by pair. Each pair stays on the alignment desk, so what was done is not done again: the same
// list goes on where it was stopped.
import type { WholeAlignment } from '../../db/stores.ts';
import { UserError } from '../errors.ts';
import type { Language } from '../model.ts';
import type { BeadCounts } from '../model-alignment.ts';
import { countBeads, SURE } from '../text/align-corrections.ts';
import { alignPublished, NotATranslation } from './align-articles.ts';
import { alignmentOf, contentOf, keptPair, rememberAlignment, takePair } from './align-desk.ts';
import type { Desk } from './desk.ts';
import type { Progress } from './jobs.ts';
import { type PublishedFile, type PublishedText, publishedText } from './published.ts';

/** A pair of an archive: the names of both sides, as whoever reads them knows them. */
export interface ListedPair {
  source: string;
  target: string;
  from: Language;
  to: Language;
}

/** How an archive is gone through. */
export interface ListOptions {
  /** Reads one side. Throws a UserError where it cannot. */
  read: (name: string) => Promise<PublishedFile>;
  by: string;
  /** What is remembered at once, from which score on; null where all waits for a person. */
  above: number | null;
  sentences?: boolean;
  signal: AbortSignal;
}

/** A pair that was not aligned, and why. */
export interface RefusedPair {
  source: string;
  target: string;
  why: string;
}

/** A pair to be looked at. */
export interface DoubtfulPair {
  alignment: number;
  source: string;
  target: string;
  trust: number;
  doubtful: number;
  beads: number;
}

/** The lower ends of the bands of confidence, highest first. */
const BANDS = [0.99, 0.9, 0.7, 0.5, 0];

/** What became of an archive. */
export interface ListReport {
  pairs: number;
  /** Aligned now, and found aligned already. */
  aligned: number;
  known: number;
  /** Not each other's translation. */
  refused: RefusedPair[];
  /** Could not be read. */
  failed: RefusedPair[];
  counts: BeadCounts;
  /** How many pairs of sentences lie in each band, by its lower end. */
  confidence: Record<string, number>;
  remembered: number;
  /** The pairs with the largest share of beads that want an eye, first. */
  lookFirst: DoubtfulPair[];
}

/** How many pairs the report names to be looked at first. */
const FIRST = 20;

/** Aligns the pairs one after the other. What cannot be read or is no translation is told and does not stop the others. */
export async function* alignList(
  desk: Desk,
  pairs: readonly ListedPair[],
  options: ListOptions,
): AsyncGenerator<Progress, ListReport> {
  const report = emptyReport(pairs.length);
  for (const [done, pair] of pairs.entries()) {
    yield { done, total: pairs.length, what: pair.source };
    if (options.signal.aborted) break;
    try {
      const { alignment, known } = await oneOf(desk, pair, options);
      report[known ? 'known' : 'aligned']++;
      await addUp(desk, report, pair, alignment, options);
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      const { source, target } = pair;
      report[thrown.code === 'not-a-translation' ? 'refused' : 'failed'].push({ source, target, why: thrown.message });
    }
  }
  report.lookFirst = report.lookFirst.sort(byDoubt).slice(0, FIRST);
  return report;
}

function emptyReport(pairs: number): ListReport {
  return {
    ...{ pairs, aligned: 0, known: 0, refused: [], failed: [], remembered: 0, lookFirst: [] },
    counts: countBeads([]),
    confidence: Object.fromEntries(BANDS.map((low) => [low.toFixed(2), 0])),
  };
}

function byDoubt(one: DoubtfulPair, other: DoubtfulPair): number {
  return other.doubtful / other.beads - one.doubtful / one.beads || one.trust - other.trust;
}

async function oneOf(desk: Desk, pair: ListedPair, options: ListOptions) {
  const { from, to } = pair;
  const source = await publishedText(await options.read(pair.source), from, options.sentences);
  const target = await publishedText(await options.read(pair.target), to, options.sentences);
  const texts = { source: source.sentences, target: target.sentences, from, to };
  const known = await desk.stores.alignments.byContent(contentOf(texts));
  if (known?.state === 'refused') throw new UserError('not-a-translation', known.why ?? '', 422);
  if (known?.state === 'open') return { alignment: known.id, known: true };
  const id = known?.id ?? (await takePair(desk, { source, target, from, to }, options.by));
  return { alignment: await alignedNow(desk, id, source, target, { from, to, ...options }), known: false };
}

async function alignedNow(
  desk: Desk,
  id: number,
  source: PublishedText,
  target: PublishedText,
  { from, to, by, signal }: ListOptions & Pick<ListedPair, 'from' | 'to'>,
): Promise<number> {
  try {
    return (await keptPair(desk, await alignPublished(desk, source, target, { from, to, signal }), by)).id;
  } catch (thrown) {
    if (thrown instanceof NotATranslation) await desk.stores.alignments.refuse(id, thrown.message, thrown.trust);
    throw thrown;
  }
}

async function addUp(
  desk: Desk,
  report: ListReport,
  pair: ListedPair,
  id: number,
  { above, by }: ListOptions,
): Promise<void> {
  const alignment = await alignmentOf(desk, id);
  const counts = countBeads(alignment.beads, above ?? SURE);
  for (const name of Object.keys(counts) as (keyof BeadCounts)[]) report.counts[name] += counts[name];
  addBands(report.confidence, alignment);
  if (counts.doubtful > 0) {
    const { trust } = alignment;
    const { source, target } = pair;
    const { doubtful, beads } = counts;
    report.lookFirst.push({ alignment: id, source, target, trust, doubtful, beads });
  }
  if (above === null) return;
  // What stands in the memory already, as it is now, is not put there again.
  if (alignment.remembered?.version !== alignment.version)
    await rememberAlignment(desk, id, { version: alignment.version, above }, by);
  report.remembered += (await alignmentOf(desk, id)).remembered?.units ?? 0;
}

function addBands(confidence: Record<string, number>, { beads }: Pick<WholeAlignment, 'beads'>): void {
  for (const { source, target, score } of beads) {
    if (source.length === 0 || target.length === 0) continue;
    const band = (BANDS.find((low) => score >= low) ?? 0).toFixed(2);
    confidence[band] = (confidence[band] ?? 0) + 1;
  }
}
