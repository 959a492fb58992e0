// Step 3's last resort, only where a person asks for it: drafts put together of parts that the memory knows.
import type { Article, Provenance, Reason, Segment } from '../model.ts';
import type { Assembled } from '../text/fragments.ts';
import { around } from './around.ts';
import { type Choice, decideAll } from './decide-segment.ts';
import type { Desk } from './desk.ts';
import { fragmentsOf } from './fragments.ts';
import { gapsOf } from './gaps.ts';
import type { Progress } from './jobs.ts';

/** A draft of which less is translated is more work than an empty segment. */
const LEAST_COVERED = 0.5;

/**
 * Suggests an assembled draft for every empty segment without codes, where the memory knows at least half of its words, and
 * keeps each as it comes. A draft has no score, so that any match gets the better of it. Throws NotFound.
 */
export async function* assembleGaps(
  desk: Desk,
  article: number,
  options: { by: string; signal: AbortSignal },
): AsyncGenerator<Progress, void> {
  const all = await around(desk, article);
  const gaps = gapsOf(all.segments);
  for (const [done, { gap }] of gaps.entries()) {
    yield { done, total: gaps.length };
    if (options.signal.aborted) return;
    const draft = await draftFor(desk, all.article, gap);
    if (draft) await suggest(desk, article, gap.id, draft, options.by);
  }
}

/** The draft for a segment; null where the memory knows too little of it. */
export async function draftFor(
  desk: Pick<Desk, 'stores'>,
  { from, to }: Article,
  { source, codes }: Segment,
): Promise<Assembled | null> {
  if (codes.length > 0) return null;
  const draft = await fragmentsOf(desk, { text: source, from, to });
  return draft.covered >= LEAST_COVERED && draft.fragments.length > 0 ? draft : null;
}

/** Writes a draft into a segment that is still empty; whoever was faster has the say. */
async function suggest(desk: Desk, article: number, id: number, draft: Assembled, by: string): Promise<void> {
  for (;;) {
    const all = await around(desk, article);
    const segment = all.segments.find((one) => one.id === id);
    if (segment?.state !== 'empty') return;
    if (await decideAll(desk, all, [choiceOf(segment, draft)], by)) return;
  }
}

function choiceOf(segment: Segment, draft: Assembled): Choice {
  const provenance: Provenance = { kind: 'assembled', reasons: reasonsOf(draft) };
  const next = { target: draft.target, state: 'suggested', origin: 'assembled', note: null, touched: false } as const;
  return { segment, next: { ...next, provenance }, learning: 'keep' };
}

/** A reason a fragment: the words that it covers, and what share of the text's words (in hundredths) they are. */
function reasonsOf({ fragments, covered }: Assembled): Reason[] {
  const words = fragments.reduce((sum, one) => sum + one.words, 0);
  return fragments.map((one) => ({
    name: 'covered',
    points: Math.round((100 * covered * one.words) / words),
    words: one.text,
  }));
}
