// Which source texts go to a provider together: as few calls as its limits allow, each with the sentences around its texts.
import type { Language, Segment } from '../model.ts';
import type { Provider, TranslationRequest } from '../providers/provider.ts';
import { withoutCodes } from '../text/inline.ts';

/** One call's worth of gaps, in order of place. */
export interface Batch {
  gaps: Segment[];
  request: TranslationRequest;
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
  languages: { from: Language; to: Language },
  provider: Pick<Provider, 'limits' | 'size'>,
): Batches {
  const places = new Map(article.map((segment, place) => [segment.id, place]));
  const request = (chosen: readonly Segment[]): TranslationRequest => ({
    ...languages,
    texts: chosen.map((segment) => ({ id: segment.id, text: segment.source, codes: segment.codes })),
    context: contextOf(chosen, article, places),
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
