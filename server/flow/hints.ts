// What helps a language model with a sentence: the desk's words in it, and approved translations of sentences like it. Nothing
// that a confidential article taught is among them.
import { occurrences } from '../checks/inflection.ts';
import { Side } from '../checks/side.ts';
import type { Segment, Term } from '../model.ts';
import type { KnownPair } from '../providers/provider.ts';
import { withoutCodes } from '../text/inline.ts';
import type { GlossaryOf } from './glossary.ts';
import { type Lookup, lookup } from './lookup.ts';

/** Matches below it teach a model more of another sentence than of this one. */
const LEAST = 50;
const MOST = 3;

/** The desk's terms that stand in each segment, by segment id, each with its first target. */
export function termsIn(
  segments: readonly Segment[],
  terms: readonly Term[],
  { from }: GlossaryOf,
): Map<number, KnownPair[]> {
  const named = terms.flatMap(({ source, targets: [target] }) => (target === undefined ? [] : [{ source, target }]));
  return new Map(
    segments.map((segment) => {
      const side = new Side(segment.source, segment.codes, from);
      return [segment.id, named.filter(({ source }) => occurrences(source, side).length > 0)];
    }),
  );
}

/** The best like pairs of the memory for a segment, without inline codes, best first. */
export async function examplesFor(
  desk: Parameters<typeof lookup>[0],
  { source: text, codes }: Segment,
  { from, to }: Pick<Lookup, 'from' | 'to'>,
): Promise<KnownPair[]> {
  const matches = await lookup(desk, { text, codes, from, to, min: LEAST, limit: MOST * 2 });
  const hidden = await desk.stores.memory.confidential(matches.map(({ unit }) => unit));
  return matches
    .filter(({ unit }) => !hidden.has(unit))
    .slice(0, MOST)
    .map(({ source, target, raw }) => ({
      source: withoutCodes(source, codes),
      target: withoutCodes(raw ?? target, codes),
    }));
}
