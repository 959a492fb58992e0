// Steps 3 and 4 together: the memory answers first, a provider fills what it left empty.
import { NotYet } from '../errors.ts';
import type { Desk } from './desk.ts';
import type { Stop } from './fill-gaps.ts';
import type { Progress } from './jobs.ts';

export interface FillOptions {
  by: string;
  /** A provider's name; the one in use where absent, `none` for the memory alone. */
  provider?: string;
  /** The lowest score that is filled in; where absent 85 with a provider, 75 without. */
  min?: number;
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

/** Fills an article, keeping each finished segment. No person's text is ever written over. Throws NotFound. */
// biome-ignore lint/correctness/useYield: the signature stands before the work does
export async function* fillArticle(
  _desk: Desk,
  _article: number,
  _options: FillOptions,
): AsyncGenerator<Progress, Filled> {
  throw new NotYet('Articles cannot be filled yet.');
}
