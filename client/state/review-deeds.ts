// What one does at an open article: open it, go from segment to segment, confirm, decide.

import * as routes from '../api/routes.ts';
import type { ChangedSegment, Failure, Outcome, SegmentView } from '../api/shapes.ts';
import { findingsNow } from './findings.ts';
import type { FrameDeeds } from './frame-deeds.ts';
import { canResume, isOver } from './jobs.ts';
import { isOpen, isUnsettled, neighbour, nextWanting, shown, withActive } from './order.ts';
import { atRest, stir } from './rest.ts';
import type { Filter, Review } from './state.ts';
import type { Tools } from './tools.ts';
import type { TypingDeeds } from './typing-deeds.ts';

export interface ReviewDeeds {
  /** Asks for an article that is about to be opened, so that it is on its way before anything was drawn. */
  askAhead(id: number): void;
  /** Loads an article and goes to the segment that the address names, or the first that wants work. */
  openArticle(id: number): Promise<void>;
  /** Goes to the segment in a place, where there is one. */
  activatePlace(n: number): void;
  reloadArticle(): Promise<void>;
  /** Asks anew what the checks say of the open article, when nobody types. */
  reloadFindings(): void;
  activate(segment: number | null): void;
  step(by: 1 | -1): void;
  nextOpen(): void;
  filter(filter: Filter): void;
  confirm(): Promise<void>;
  /** Approves; a second time on a segment whose findings blocked it insists. */
  approve(): Promise<void>;
  /** Whether it was done. */
  reject(segment: number, reason: string): Promise<boolean>;
  omit(segment: number, reason: string): Promise<boolean>;
  withdraw(): Promise<void>;
  restore(segment: number, to: number): Promise<void>;
  approveAll(): Promise<void>;
  /** Ends a clash: with a text of this person's over what stands, or (null) by taking what stands. */
  resolve(text: string | null): Promise<void>;
}

/** The segment one works at. */
export const activeOf = (review: Review | null): SegmentView | null =>
  review?.segments.find((segment) => segment.id === review.active) ?? null;

/** The deeds of the review page. */
export function reviewDeeds(tools: Tools, frame: FrameDeeds, typing: TypingDeeds): ReviewDeeds {
  const walk = walking(tools, frame, typing);
  const opened = opening(tools, frame);
  return {
    ...opened,
    ...walk,
    ...deciding(tools, typing, walk),
    ...whole(tools),
    ...clashing(tools, typing),
  };
}

type Walk = Pick<ReviewDeeds, 'activate' | 'activatePlace' | 'step' | 'nextOpen' | 'filter'> & {
  /** On to the next segment that still wants something. */
  onward(wants: (segment: SegmentView) => boolean): void;
};

function walking({ store, words, sayAtRest }: Tools, frame: FrameDeeds, typing: TypingDeeds): Walk {
  const visible = ({ segments, filter, active }: Review) => withActive(shown(segments, filter), segments, active);
  const countShown = () => {
    const { review } = store.get();
    const count = review ? shown(review.segments, review.filter).length : 0;
    return count === 0 ? words().review.noneShown : words().review.shown(count);
  };
  const activate = (segment: number | null) => {
    const { review } = store.get();
    if (!review || review.active === segment) return;
    const left = review.active;
    store.dispatch({ type: 'active', segment });
    const n = activeOf(store.get().review)?.n ?? null;
    frame.address({ page: 'article', id: review.id, n });
    void typing.leave(left);
  };
  const onward = (wants: (segment: SegmentView) => boolean) => {
    const { review } = store.get();
    if (!review) return;
    const list = visible(review);
    const next = nextWanting(list, review.active, wants) ?? neighbour(list, review.active, 1);
    if (next) activate(next.id);
  };
  return {
    activate,
    activatePlace: (n) => {
      const there = store.get().review?.segments.find((segment) => segment.n === n);
      if (there) activate(there.id);
    },
    onward,
    step: (by) => {
      const { review } = store.get();
      const next = review && neighbour(visible(review), review.active, by);
      if (next) activate(next.id);
    },
    nextOpen: () => onward(isOpen),
    filter: (filter) => {
      const left = store.get().review?.active ?? null;
      store.dispatch({ type: 'filter', filter });
      if (store.get().review?.active !== left) void typing.leave(left);
      sayAtRest(countShown);
    },
  };
}

function opening(
  { store, got, say }: Tools,
  frame: FrameDeeds,
): Pick<ReviewDeeds, 'askAhead' | 'openArticle' | 'reloadArticle' | 'reloadFindings'> {
  const ahead = new Map<number, ReturnType<typeof routes.article>>();
  const ask = (id: number) => {
    const asked = ahead.get(id) ?? routes.article(id);
    ahead.delete(id);
    return asked;
  };
  let asked = 0;
  let answered = 0;
  const load = async (id: number, begin?: (segments: readonly SegmentView[]) => SegmentView | undefined) => {
    asked += 1;
    const mine = asked;
    const outcome = await ask(id);
    // What was asked for later has come already.
    if (mine < answered) return;
    answered = mine;
    if (!outcome.ok && outcome.failure.status === 404) store.dispatch({ type: 'article-missing', id });
    else if (got(outcome) && outcome.ok) {
      const article = outcome.value;
      store.dispatch({ type: 'article', article, begin: begin?.(article.segments)?.id ?? null });
    }
  };
  /** Where one begins: at the place that the address names, or at the first segment that wants work. */
  const begin = (segments: readonly SegmentView[]) => {
    const { place } = store.get();
    const n = place.page === 'article' ? place.n : null;
    return segments.find((one) => one.n === n) ?? segments.find(isOpen) ?? segments[0];
  };
  /** A long article's findings take longer than its text, and come when they disturb nobody. */
  const loadFindings = async (id: number) => {
    const { review } = store.get();
    if (review?.id !== id || review.missing) return;
    const before = review.segments;
    const found = await routes.findings(id);
    if (found.ok) atRest(() => store.dispatch({ type: 'findings', article: id, found: found.value, asked: before }));
  };
  const findJob = async (id: number) => {
    const jobs = await routes.jobs();
    if (!jobs.ok) return;
    const mine = jobs.value.find((job) => job.kind === 'fill' && articleOf(job.request) === id);
    // One that ended before its time is shown as long as something is left to be filled.
    const left = store.get().review?.segments.some(({ state }) => state === 'empty') ?? false;
    if (!mine || (isOver(mine) && !(left && canResume(mine)))) return;
    store.dispatch({ type: 'job', job: mine });
    store.dispatch({ type: 'fill-job', article: id, job: mine.id });
  };
  return {
    askAhead: (id) => void ahead.set(id, routes.article(id)),
    openArticle: async (id) => {
      await load(id, begin);
      stir();
      const { review } = store.get();
      const n = activeOf(review)?.n;
      if (review?.id === id && review.article) say(review.article.title);
      if (review?.id === id && n !== undefined) frame.address({ page: 'article', id, n });
      atRest(() => loadFindings(id));
      await findJob(id);
    },
    reloadFindings: () => {
      const { review } = store.get();
      if (review) atRest(() => loadFindings(review.id));
    },
    reloadArticle: async () => {
      const { review, place } = store.get();
      const opened = place.page === 'article' ? place.id : undefined;
      const id = review?.id ?? opened;
      if (id === undefined) return;
      // One that is on its way still is asked for again: its answer may be older than the news.
      await load(id, (segments) => (store.get().review ? undefined : begin(segments)));
      await loadFindings(id);
    },
  };
}

function articleOf(request: unknown): number | undefined {
  return (request as { article?: number } | null)?.article;
}

type Deciding = Pick<ReviewDeeds, 'confirm' | 'approve' | 'reject' | 'omit' | 'withdraw' | 'restore'>;

function deciding(tools: Tools, typing: TypingDeeds, walk: Walk): Deciding {
  const { store, words, say, note } = tools;
  const said = () => words().review.said;
  const active = () => activeOf(store.get().review);
  const hold = (segment: number) => {
    store.dispatch({ type: 'blocked', segment });
    say(words().review.blocked);
    return null;
  };
  const decide = async (id: number, ask: (segment: SegmentView) => Promise<Outcome<ChangedSegment>>) => {
    const typed = store.get().review?.typed[id];
    if (typed && !(await typing.commit(id, 'translated'))) return null;
    return typing.inTurn(id, async () => {
      const segment = store.get().review?.segments.find((one) => one.id === id);
      if (!segment) return null;
      const outcome = await ask(segment);
      if (outcome.ok) return typing.takeIn(id, outcome, segment.target);
      return outcome.failure.code === 'blocked' ? hold(id) : refused(tools, outcome.failure);
    });
  };
  return {
    confirm: async () => {
      const segment = active();
      if (!segment) return;
      const saving = typing.commit(segment.id, 'translated');
      walk.onward(isOpen);
      const saved = await saving;
      if (!saved) walk.activate(segment.id);
      // Nothing was written, and nothing was confirmed.
      else if (saved.state === 'empty') say(words().review.nothingToApprove(saved.n));
      else say(said().confirmed(saved.n));
    },
    approve: async () => {
      const segment = active();
      if (!segment) return;
      const { blocked, typed } = store.get().review ?? {};
      const text = typed?.[segment.id]?.text ?? segment.target;
      if (text === '' && segment.state !== 'omitted') return note(words().review.nothingToApprove(segment.n));
      const insist = blocked === segment.id;
      // The same checks run here: what the server would refuse is not asked of it.
      const findings = insist ? [] : await findingsNow(store.get(), segment);
      if (findings.some(({ severity }) => severity === 'error')) return void hold(segment.id);
      const approved = await decide(segment.id, ({ id, version }) => routes.approve(id, version, insist));
      if (!approved) return;
      say(said().approved(segment.n));
      if (store.get().review?.active === segment.id) walk.onward(isUnsettled);
    },
    reject: async (id, reason) => {
      const done = await decide(id, ({ version }) => routes.reject(id, version, reason));
      if (done) say(said().rejected(done.n));
      return done !== null;
    },
    omit: async (id, reason) => {
      const done = await decide(id, ({ version }) => routes.omit(id, version, reason));
      if (done) say(said().omitted(done.n));
      return done !== null;
    },
    withdraw: async () => {
      const segment = active();
      const done = segment && (await decide(segment.id, ({ id, version }) => routes.withdraw(id, version)));
      if (done) say(said().withdrawn(done.n));
    },
    restore: async (id, to) => {
      const done = await decide(id, ({ version }) => routes.restore(id, version, to));
      if (done) say(said().restored(done.n, to));
    },
  };
}

/** Says why a decision was refused, and shows what stands there now. No text of one's own is at stake. */
export function refused({ store, fail }: Tools, failure: Failure): null {
  if (failure.code === 'conflict' && failure.current) store.dispatch({ type: 'segments', segments: [failure.current] });
  fail(failure);
  return null;
}

function whole({ store, words, note, got }: Tools): Pick<ReviewDeeds, 'approveAll'> {
  return {
    approveAll: async () => {
      const { review } = store.get();
      const done = review && got(await routes.approveAll(review.id));
      if (!done) return;
      const { approvedAll, blockedAll } = words().review;
      const rest = done.blocked.length > 0 ? ` ${blockedAll(done.blocked.length)}` : '';
      note(`${approvedAll(done.approved)}${rest}`);
    },
  };
}

function clashing({ store, words, say }: Tools, typing: TypingDeeds): Pick<ReviewDeeds, 'resolve'> {
  return {
    resolve: async (text) => {
      const clash = store.get().review?.clash;
      if (!clash) return;
      store.dispatch({ type: 'clash', clash: null });
      store.dispatch({ type: 'dialog', dialog: null });
      if (text === null) return typing.discard(clash.segment);
      // Typed anew, it is based on what stands now.
      store.dispatch({ type: 'untyped', segment: clash.segment });
      store.dispatch({ type: 'typed', segment: clash.segment, text });
      if (await typing.commit(clash.segment, 'translated')) say(words().review.said.saved(clash.theirs.n));
    },
  };
}
