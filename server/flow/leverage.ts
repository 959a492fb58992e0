// Step 3: the memory answers. What it knows is written as suggestions; a person's text is never written over.
import { NotYet } from '../errors.ts';
import type { Desk } from './desk.ts';
import type { Progress } from './jobs.ts';

export interface Leveraged {
  /** Segments that got a suggestion, their untouched repetitions included. */
  written: number;
}

/** Suggests the best match at or above `min` for every segment without a person's text; keeps each finished batch. */
// biome-ignore lint/correctness/useYield: the signature stands before the work does
export async function* leverage(
  _desk: Desk,
  _article: number,
  _options: { by: string; min: number; signal?: AbortSignal },
): AsyncGenerator<Progress, Leveraged> {
  throw new NotYet('The memory cannot answer yet.');
}
