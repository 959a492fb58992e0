// Step 4: a provider fills what the memory left empty. Each answered call is stored at once, so that an outage, a used-up
// account or a cut keeps what was filled, and doing it again sends only what is still empty.
import { ProviderFailed } from '../errors.ts';
import type { Segment } from '../model.ts';
import type { Provider, Translated, Usage } from '../providers/provider.ts';
import { answersTo, SPENT, type Stop } from './ask-provider.ts';
import type { Batch } from './batches.ts';
import { gapsOf } from './gaps.ts';
import { forgetGlossary, syncedGlossary } from './glossary.ts';
import type { Progress } from './jobs.ts';
import { toKeep } from './paid-once.ts';
import { type FillingDesk, type GapsPlan, planGaps } from './plan-gaps.ts';
import { type Suggested, suggestAnswers } from './suggest-answers.ts';

/** What the provider filled, and what it left. */
export interface GapsFilled extends Suggested {
  billedCharacters: number;
  /** Gaps still empty. */
  remaining: number;
  stoppedBy: Stop | null;
  /** What a person should know of it, such as that the terms could not be given along. */
  notices: Stop[];
  /** The account before and after; null where nothing was sent or the service keeps none. */
  usage: { before: Usage | null; after: Usage | null } | null;
}

/** How a fill is done. */
export interface FillGapsOptions {
  by: string;
  signal: AbortSignal;
}

/**
 * Asks the provider for the article's gaps and stores each answered call as suggestions by `by`; what it answered before is
 * taken from there and not sent. A provider's failure, a budget or an abort ends it early as a value: `stoppedBy` says why,
 * `remaining` what is left.
 */
export async function* fillGaps(
  desk: FillingDesk,
  articleId: number,
  options: FillGapsOptions,
): AsyncGenerator<Progress, GapsFilled> {
  const filled = yield* fillOnce(desk, articleId, options);
  if (filled.stoppedBy?.code !== 'provider-no-glossary') return filled;
  const article = await desk.stores.articles.get(articleId);
  if (!article) return filled;
  // Somebody dropped it at the service: made anew, the rest goes on.
  await forgetGlossary(desk, glossaryOf(article));
  const again = yield* fillOnce(desk, articleId, options);
  return {
    ...again,
    machine: filled.machine + again.machine,
    propagated: filled.propagated + again.propagated,
    billedCharacters: filled.billedCharacters + again.billedCharacters,
  };
}

async function* fillOnce(
  desk: FillingDesk,
  articleId: number,
  { by, signal }: FillGapsOptions,
): AsyncGenerator<Progress, GapsFilled> {
  const plan = await planGaps(desk, articleId);
  const filled: GapsFilled = {
    machine: 0,
    propagated: 0,
    billedCharacters: 0,
    remaining: 0,
    stoppedBy: null,
    notices: [],
    usage: null,
  };
  const total = plan.gaps.length;
  let done = plan.before.length;
  add(filled, await suggestAnswers(desk, articleId, plan.before, by));
  yield { done, total };
  const before = await usageOf(desk.provider, plan, signal);
  const batches = await withGlossary(desk, plan, filled, signal);
  const { provider, purse } = desk;
  const allowed = async () => !provider.leaves || !(await desk.stores.articles.get(articleId))?.confidential;
  for await (const answer of answersTo(batches, { provider, purse, signal, allowed })) {
    if ('stop' in answer) {
      filled.stoppedBy ??= answer.stop;
      continue;
    }
    await keep(desk, plan, answer.answers);
    filled.billedCharacters += answer.answers.reduce((sum, one) => sum + one.billedCharacters, 0);
    add(filled, await suggestAnswers(desk, articleId, answer.answers, by));
    done += answer.answers.length;
    yield { done, total };
  }
  filled.usage = before && { before, after: await usageOf(desk.provider, plan, signal) };
  filled.stoppedBy ??= leftOver(desk.provider, plan);
  filled.remaining = gapsOf(await desk.stores.segments.of(articleId)).length;
  return filled;
}

function add(filled: GapsFilled, written: Suggested): void {
  filled.machine += written.machine;
  filled.propagated += written.propagated;
}

/** The account, asked where something is billed; a service that does not say is no reason to stop. */
async function usageOf(provider: Provider, { batches }: GapsPlan, signal: AbortSignal): Promise<Usage | null> {
  if (!provider.bills || batches.length === 0 || signal.aborted) return null;
  try {
    return await provider.usage(signal);
  } catch (thrown) {
    if (thrown instanceof ProviderFailed || signal.aborted) return null;
    throw thrown;
  }
}

/** The calls with the glossary's id; without one where the service does not take it, which is then said. */
async function withGlossary(
  desk: FillingDesk,
  plan: GapsPlan,
  filled: GapsFilled,
  signal: AbortSignal,
): Promise<Batch[]> {
  if (plan.batches.length === 0 || signal.aborted) return plan.batches;
  try {
    const glossary = await syncedGlossary(desk, glossaryOf(plan.article), signal);
    if (glossary === null) return plan.batches;
    return plan.batches.map(({ gaps, request }) => ({ gaps, request: { ...request, glossary } }));
  } catch (thrown) {
    if (signal.aborted) return plan.batches;
    if (!(thrown instanceof ProviderFailed)) throw thrown;
    const message = `The desk’s terms could not be given along: ${thrown.message}`;
    filled.notices.push({ code: 'glossary-failed', message });
    return plan.batches;
  }
}

function glossaryOf({ desk, from, to }: GapsPlan['article']) {
  return { desk, from, to };
}

/** Keeps paid answers before anything else is done with them, so that a cut costs none. */
async function keep(
  { stores, provider, now }: FillingDesk,
  { gaps, questions }: GapsPlan,
  answers: readonly Translated[],
): Promise<void> {
  const at = now();
  const kept = answers.flatMap((answer) => {
    const gap = gaps.find(({ id }) => id === answer.id);
    const question = questions.get(answer.id);
    return gap && question ? [toKeep(gap, answer, { question, provider: provider.id, at })] : [];
  });
  await stores.answers.keep(kept);
}

/** Why gaps were never sent, if some were not. */
function leftOver({ id }: Provider, { tooLarge, unaffordable }: GapsPlan): Stop | null {
  if (unaffordable.length > 0) return SPENT;
  if (tooLarge.length === 0) return null;
  const places = tooLarge.map((segment: Segment) => segment.n).join(', ');
  return { code: 'provider-too-large', message: `Too long for ${id}: segment ${places}.` };
}
