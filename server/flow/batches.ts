// Which source texts go to a provider together: as few calls as its limits allow, each with the sentences around its texts.
import type { Language, Segment } from '../model.ts';
import type { Hints, KnownPair, Provider, SourceText, TranslationRequest } from '../providers/provider.ts';
import { withoutCodes } from '../text/inline.ts';

/** One call's worth of gaps, in order of place. */
export interface Batch {
  gaps: Segment[];
  request: TranslationRequest;
}

/** What goes along with a gap, by the gap's own needs. */
export interface Asked {
  /** Words of its source that stay as they are. */
  keep?: { start: number; end: number }[];
  terms?: KnownPair[];
  examples?: KnownPair[];
}

/** How gaps are asked for. */
export interface Asks {
  languages: { from: Language; to: Language };
  provider: Pick<Provider, 'limits' | 'size' | 'usesHints'>;
  /** By segment id. */
  asked: ReadonlyMap<number, Asked>;
  /** Whether the article's own finished pairs may go along. */
  showFinished?: boolean;
}

/** How the gaps of an article would be sent. */
export interface Batches {
  batches: Batch[];
  /** Gaps that alone exceed what the provider takes at once. */
  tooLarge: Segment[];
}

/**
 * Packs gaps (in order of place) into the fewest calls that keep the provider's limits. The texts of one call are
 * translated apart from each other, so each call's context holds the source sentence before and behind each gap.
 */
export function batchesOf(
  gaps: readonly Segment[],
  article: readonly Segment[],
  { languages, provider, asked, showFinished = false }: Asks,
): Batches {
  const places = new Map(article.map((segment, place) => [segment.id, place]));
  const request = (chosen: readonly Segment[]): TranslationRequest => ({
    from: languages.from,
    to: languages.to,
    texts: chosen.map((segment) => textOf(segment, asked.get(segment.id))),
    context: contextOf(chosen, article, places),
    ...(provider.usesHints
      ? {
          hints: hintsOf(
            chosen,
            asked,
            showFinished ? finishedBefore(places.get(chosen[0]?.id ?? 0) ?? 0, article) : [],
          ),
        }
      : {}),
  });
  const fits = (chosen: readonly Segment[]) =>
    chosen.length <= provider.limits.texts && provider.size(request(chosen)) <= provider.limits.bytes;
  const found: Segment[][] = [];
  const tooLarge: Segment[] = [];
  let open: Segment[] = [];
  for (const gap of gaps) {
    if (fits([...open, gap])) open.push(gap);
    else if (!fits([gap])) tooLarge.push(gap);
    else {
      found.push(open);
      open = [gap];
    }
  }
  if (open.length > 0) found.push(open);
  return { batches: found.map((chosen) => ({ gaps: chosen, request: request(chosen) })), tooLarge };
}

function textOf({ id, source: text, codes }: Segment, asked: Asked | undefined): SourceText {
  return { id, text, codes, ...(asked?.keep ? { keep: asked.keep } : {}) };
}

/** Together with fewer examples each than alone: a model reads the whole of a call at once. */
const MOST_EXAMPLES = 12;

function hintsOf(chosen: readonly Segment[], asked: ReadonlyMap<number, Asked>, preceding: KnownPair[]): Hints {
  const all = chosen.map(({ id }) => asked.get(id) ?? {});
  const terms = once(all.flatMap((one) => one.terms ?? []));
  const ranks = [0, 1, 2].flatMap((rank) => all.flatMap(({ examples = [] }) => examples.slice(rank, rank + 1)));
  return { terms, examples: once(ranks).slice(0, MOST_EXAMPLES), preceding };
}

function once(pairs: readonly KnownPair[]): KnownPair[] {
  return [...new Map(pairs.map((pair) => [JSON.stringify([pair.source, pair.target]), pair])).values()];
}

const MOST_BEFORE = 3;

/** The last sentences before a place that a person has finished. */
export function finishedBefore(place: number, article: readonly Segment[]): KnownPair[] {
  const finished: Segment[] = [];
  for (let at = place - 1; at >= 0 && finished.length < MOST_BEFORE; at -= 1) {
    const segment = article[at];
    if (segment?.state === 'translated' || segment?.state === 'approved') finished.unshift(segment);
  }
  return finished.map(({ source, target, codes }) => ({
    source: withoutCodes(source, codes),
    target: withoutCodes(target, codes),
  }));
}

/** UTF-16 units: what is longer is no sentence, and as context would crowd out the texts themselves. */
const LONGEST_NEIGHBOUR = 1000;

/** The source sentences beside the gaps, each once and in order; a line break stands where some were left out between. */
function contextOf(gaps: readonly Segment[], article: readonly Segment[], places: ReadonlyMap<number, number>): string {
  const wanted = new Set<number>();
  for (const gap of gaps) {
    const place = places.get(gap.id) ?? 0;
    wanted.add(place - 1).add(place + 1);
  }
  let context = '';
  let last = Number.NaN;
  for (const place of [...wanted].sort((a, b) => a - b)) {
    const segment = article[place];
    if (!segment || segment.source.length > LONGEST_NEIGHBOUR) continue;
    const sameBlock = place === last + 1 && segment.block === article[last]?.block;
    context += (context === '' ? '' : sameBlock ? ' ' : '\n') + withoutCodes(segment.source, segment.codes);
    last = place;
  }
  return context;
}
