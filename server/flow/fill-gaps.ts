// Step 4: a provider fills what the memory left empty. Each answered call is stored at once, so that an outage, a used-up
// account or a cut keeps what was filled, and doing it again sends only what is still empty.
import type { SegmentWrite, Stores } from '../../db/stores.ts';
import { NotFound, ProviderFailed } from '../errors.ts';
import type { Segment } from '../model.ts';
import type { Provider, Translated } from '../providers/provider.ts';
import { withoutCodes } from '../text/inline.ts';
import { type Batch, batchesOf } from './batches.ts';
import type { Progress } from './jobs.ts';
import { carried, questionsOf, recalled, toKeep } from './paid-once.ts';

/** What filling works with. */
export interface FillingDesk {
  stores: Pick<Stores, 'articles' | 'segments' | 'answers'>;
  provider: Provider;
  now: () => string;
}

/** Why a fill ended before its last gap: a provider's failure, or `cancelled`. */
export interface Stop {
  code: string;
  message: string;
}

/** What the provider filled, and what it left. */
export interface GapsFilled {
  /** Segments that got a suggestion of the provider's. */
  machine: number;
  /** Untouched repetitions that followed them. */
  propagated: number;
  billedCharacters: number;
  /** Gaps still empty. */
  remaining: number;
  stoppedBy: Stop | null;
}

/** What a fill would send, without what was answered before: texts, their characters (code points, without codes) and calls. */
export interface GapsPlan {
  texts: number;
  characters: number;
  calls: number;
}

const DROPPED = 'The service broke the inline codes; they were left out.';

/**
 * The gaps of an article in order of place, each with its untouched repetitions, which follow it and are never sent.
 * Only `empty` segments are gaps: no suggestion and no person's text is ever written over.
 */
export function gapsOf(segments: readonly Segment[]): { gap: Segment; followers: Segment[] }[] {
  const groups = new Map<number, { gap: Segment; followers: Segment[] }>();
  for (const segment of segments) {
    if (segment.state !== 'empty' || withoutCodes(segment.source, segment.codes).trim() === '') continue;
    const root = segment.touched ? segment.id : (segment.repeats ?? segment.id);
    const group = groups.get(root);
    if (group) group.followers.push(segment);
    else groups.set(root, { gap: segment, followers: [] });
  }
  return [...groups.values()];
}

/** What {@link fillGaps} would send now. */
export async function planGaps(desk: FillingDesk, articleId: number): Promise<GapsPlan> {
  const { open, batches } = await prepare(desk, articleId);
  const characters = open.reduce((sum, gap) => sum + [...withoutCodes(gap.source, gap.codes)].length, 0);
  return { texts: open.length, characters, calls: batches.length };
}

/**
 * Asks the provider for the article's gaps and stores each answered call as suggestions by `by`; what it answered before is
 * taken from there and not sent. A provider's failure or an
 * abort ends it early as a value: `stoppedBy` says why, `remaining` what is left.
 */
export async function* fillGaps(
  desk: FillingDesk,
  articleId: number,
  options: { by: string; signal: AbortSignal },
): AsyncGenerator<Progress, GapsFilled> {
  const { gaps, batches, tooLarge, questions, before } = await prepare(desk, articleId);
  const filled: GapsFilled = {
    machine: 0,
    propagated: 0,
    billedCharacters: 0,
    remaining: gaps.length,
    stoppedBy: null,
  };
  let done = before.length;
  add(filled, await store(desk, articleId, before, options.by));
  yield { done, total: gaps.length };
  for await (const answer of answersTo(batches, desk.provider, options.signal)) {
    if ('stop' in answer) {
      filled.stoppedBy ??= answer.stop;
      continue;
    }
    await keep(desk, gaps, answer.answers, questions);
    filled.billedCharacters += answer.answers.reduce((sum, one) => sum + one.billedCharacters, 0);
    add(filled, await store(desk, articleId, answer.answers, options.by));
    done += answer.answers.length;
    yield { done, total: gaps.length };
  }
  if (tooLarge.length > 0) filled.stoppedBy ??= tooLargeFor(desk.provider, tooLarge);
  filled.remaining = gapsOf(await desk.stores.segments.of(articleId)).length;
  return filled;
}

async function prepare(desk: FillingDesk, articleId: number) {
  const article = await desk.stores.articles.get(articleId);
  if (!article) throw new NotFound(`There is no article ${articleId}.`);
  const segments = await desk.stores.segments.of(articleId);
  const gaps = desk.provider.limits.texts === 0 ? [] : gapsOf(segments).map(({ gap }) => gap);
  const questions = questionsOf(gaps, segments, article, desk.provider);
  const known = await desk.stores.answers.known([...questions.values()]);
  const before = gaps.flatMap((gap) => {
    const kept = known.get(questions.get(gap.id) ?? '');
    return kept ? [recalled(kept, gap)] : [];
  });
  const answered = new Set(before.map(({ id }) => id));
  const open = gaps.filter(({ id }) => !answered.has(id));
  const languages = { from: article.from, to: article.to };
  return { gaps, open, questions, before, ...batchesOf(open, segments, languages, desk.provider) };
}

function add(filled: GapsFilled, written: Pick<GapsFilled, 'machine' | 'propagated'>): void {
  filled.machine += written.machine;
  filled.propagated += written.propagated;
}

/** Keeps paid answers before anything else is done with them, so that a cut costs none. */
async function keep(
  { stores, provider, now }: FillingDesk,
  gaps: readonly Segment[],
  answers: readonly Translated[],
  questions: ReadonlyMap<number, string>,
): Promise<void> {
  const at = now();
  const kept = answers.flatMap((answer) => {
    const gap = gaps.find(({ id }) => id === answer.id);
    const question = questions.get(answer.id);
    return gap && question ? [toKeep(gap, answer, { question, provider: provider.id, at })] : [];
  });
  await stores.answers.keep(kept);
}

function tooLargeFor(provider: Provider, segments: readonly Segment[]): Stop {
  const places = segments.map((segment) => segment.n).join(', ');
  return { code: 'provider-too-large', message: `Too long for ${provider.id}: segment ${places}.` };
}

type Answer = { answers: Translated[] } | { stop: Stop };

/** Sends the calls, a few at once, and yields each as it is answered. After the first failure no new call is begun. */
async function* answersTo(batches: readonly Batch[], provider: Provider, signal: AbortSignal): AsyncGenerator<Answer> {
  const waiting = [...batches];
  const under = new Map<Batch, Promise<{ batch: Batch; answer: Answer }>>();
  let stopped = false;
  while (under.size > 0 || (waiting.length > 0 && !stopped)) {
    while (!stopped && under.size < provider.limits.calls) {
      const batch = waiting.shift();
      if (!batch) break;
      under.set(batch, ask(batch, provider, signal));
    }
    const { batch, answer } = await Promise.race(under.values());
    under.delete(batch);
    stopped ||= 'stop' in answer;
    yield answer;
  }
}

async function ask(batch: Batch, provider: Provider, signal: AbortSignal): Promise<{ batch: Batch; answer: Answer }> {
  try {
    signal.throwIfAborted();
    const asked = new Set(batch.gaps.map((gap) => gap.id));
    const answers = await provider.translate(batch.request, signal);
    // An answer for a text that nobody asked for, or an empty one, fills nothing.
    return { batch, answer: { answers: answers.filter((one) => asked.delete(one.id) && one.text.trim() !== '') } };
  } catch (thrown) {
    if (signal.aborted) return { batch, answer: { stop: { code: 'cancelled', message: 'It was stopped.' } } };
    if (thrown instanceof ProviderFailed)
      return { batch, answer: { stop: { code: thrown.code, message: thrown.message } } };
    throw thrown;
  }
}

/** Writes answers as suggestions. Where a person was faster, their segment is left alone and the rest is written. */
async function store(desk: FillingDesk, articleId: number, answers: readonly Translated[], by: string) {
  for (;;) {
    const groups = gapsOf(await desk.stores.segments.of(articleId));
    const taken = groups.flatMap(({ gap, followers }) => {
      const answer = answers.find((one) => one.id === gap.id);
      return answer ? [{ gap, followers, answer }] : [];
    });
    const writes = taken.flatMap(({ gap, followers, answer }) => [
      suggestion(gap, answer, desk.provider),
      ...followers.map((follower) => following(follower, gap, answer, desk.provider)),
    ]);
    const counts = { machine: taken.length, propagated: writes.length - taken.length };
    if (writes.length === 0) return counts;
    const result = await desk.stores.segments.decide({ writes, remember: [], forget: [], by, at: desk.now() });
    if (result.kind === 'written') return counts;
  }
}

function suggestion(gap: Segment, answer: Translated, provider: Provider): SegmentWrite {
  return {
    segment: gap.id,
    basedOn: gap.version,
    target: answer.text,
    state: 'suggested',
    origin: 'machine',
    provenance: { provider: provider.id, ...(answer.model === null ? {} : { model: answer.model }) },
    note: answer.codes === 'dropped' ? DROPPED : null,
    touched: false,
  };
}

/** A repetition has codes of its own numbers; its text is the first one's, renumbered in order of appearance. */
function following(follower: Segment, gap: Segment, answer: Translated, provider: Provider): SegmentWrite {
  const write = suggestion(follower, answer, provider);
  return {
    ...write,
    target: carried(answer.text, gap, follower),
    origin: 'propagated',
    provenance: { ...write.provenance, follows: gap.id },
  };
}
