// Step 3's question: what the memory holds for a text, exact or alike, with the place that it is wanted for.
import { NotYet } from '../errors.ts';
import type { Code, Language, Match } from '../model.ts';
import type { Place } from '../text/context.ts';
import type { Desk } from './desk.ts';

/** The text that is asked for. Without a place nothing is a context match. */
export interface Lookup extends Partial<Place> {
  text: string;
  codes?: readonly Code[];
  from: Language;
  to: Language;
  /** The lowest score, 70 where absent. */
  min?: number;
  /** How many at most, 5 where absent. */
  limit?: number;
  exhaustive?: boolean;
}

/** The best matches, best first. */
export async function lookup(_desk: Pick<Desk, 'stores' | 'index'>, _query: Lookup): Promise<Match[]> {
  throw new NotYet('The memory cannot be asked yet.');
}

/** The matches for a segment in its place. Throws NotFound. */
export async function matchesFor(
  _desk: Desk,
  _segment: number,
  _options: { min?: number; limit?: number } = {},
): Promise<Match[]> {
  throw new NotYet('The memory cannot be asked yet.');
}
