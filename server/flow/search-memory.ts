// Concordance: the units that hold some words, and where in them.
import type { Language, Unit } from '../model.ts';
import { foundSpans, type Span } from '../text/found-spans.ts';
import type { Desk } from './desk.ts';

/** A unit in which the words were found. `spans` stand in the source, `targetSpans` in the target, both in UTF-16 units. */
export interface FoundUnit extends Pick<Unit, 'id' | 'from' | 'to' | 'source' | 'target' | 'author' | 'changedAt'> {
  spans: Span[];
  targetSpans: Span[];
}

/** The newest units that hold the words of `text`; with `from` on that language's side, which is then their source. */
export async function searchMemory(
  { stores }: Pick<Desk, 'stores'>,
  { text, ...options }: { text: string; from?: Language; limit: number; offset?: number },
): Promise<FoundUnit[]> {
  const units = await stores.memory.search(text, options);
  return units.map(({ id, from, to, source, target, codes, author, changedAt }) => ({
    ...{ id, from, to, source, target, author, changedAt },
    spans: foundSpans(source, codes, text),
    targetSpans: options.from === undefined ? foundSpans(target, codes, text) : [],
  }));
}
