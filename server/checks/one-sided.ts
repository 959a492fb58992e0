// What only one side of a pair says, where nothing on the other side can stand for it: negations, hedges.
import type { Fault, Pair, Said } from './check.ts';
import { isQuotedVerbatim } from './quotations.ts';
import type { Side } from './side.ts';

/** Where a side says it, in so many words. */
export interface Mention {
  start: number;
  end: number;
  text: string;
}

/** How one thing is looked for on a side. */
export interface Sought {
  /** The places that say it outright. */
  mentions(side: Side): Mention[];
  /** Whether a side can mean what the other says outright, in whatever words. */
  answers(side: Side, mention: Mention): boolean;
  lost: Said;
  gained: Said;
}

/** A fault for what the target lost, or gained: at most one, the first mention. Pairs of other languages say nothing. */
export function* oneSided({ source, target }: Pair, sought: Sought): Generator<Fault> {
  const languages = [source.language, target.language].sort().join();
  if (languages !== 'en,fr' || !/\p{L}/u.test(target.prose)) return;
  const ours = sought.mentions(source);
  const theirs = sought.mentions(target);
  if (ours.length > 0 === theirs.length > 0) return;
  const [side, mention, other] = ours[0]
    ? (['source', ours[0], target] as const)
    : (['target', theirs[0] as Mention, source] as const);
  const own = side === 'source' ? source : target;
  if (isQuotedVerbatim(mention.start, mention.end, own.prose, other.prose) || sought.answers(other, mention)) return;
  const message = side === 'source' ? sought.lost : sought.gained;
  yield { side, start: mention.start, end: mention.end, message };
}

/** The matches of a pattern in a prose, as mentions. */
export function mentionsOf(pattern: RegExp, prose: string): Mention[] {
  return [...prose.matchAll(pattern)].map(({ 0: text, index }) => ({ start: index, end: index + text.length, text }));
}
