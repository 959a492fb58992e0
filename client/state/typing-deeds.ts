// How typed text becomes a draft, and a draft a version. Requests about one segment go one after the other, so that a draft
// never overtakes the confirmation that ends it.
import * as routes from '../api/routes.ts';
import type { ChangedSegment, Outcome, SegmentView } from '../api/shapes.ts';
import type { Review } from './state.ts';
import type { Tools } from './tools.ts';

/** How long (ms) typing rests before the draft is sent. */
const DRAFT_PAUSE = 500;
/** After this long (ms) without a key, a draft becomes a version of its own. */
const IDLE = 5 * 60_000;

export interface TypingDeeds {
  type(segment: number, text: string): void;
  /** Writes what was typed as a version; the segment as it then stands, or null where that failed. */
  commit(segment: number, state: 'draft' | 'translated'): Promise<SegmentView | null>;
  /** Keeps what was typed when one goes elsewhere. */
  leave(segment: number | null): Promise<void>;
  discard(segment: number): void;
  /** Sends all unsent drafts; `leaving` lets the requests outlive the page. */
  flush(leaving?: boolean): void;
  /** Runs work on a segment after all earlier work on it. */
  inTurn<T>(segment: number, work: () => Promise<T>): Promise<T>;
  /** Takes in a changed segment with what followed it; a stale save opens the comparison. */
  takeIn(segment: number, outcome: Outcome<ChangedSegment>, mine: string): SegmentView | null;
}

/** The deeds of typing. */
export function typingDeeds(tools: Tools): TypingDeeds {
  const { store } = tools;
  const inTurn = queues();
  const timers = createTimers();
  const takeIn = takingIn(tools);
  const sendDraft = draftSender(tools);
  const write = (segment: number, state: 'draft' | 'translated', typedOnly: boolean) => {
    timers.hush(segment);
    return inTurn(segment, async () => {
      const { review } = store.get();
      const standing = find(review, segment);
      const typed = review?.typed[segment];
      // Who confirms and goes on leaves the segment too: by now the confirmation may have taken what was typed.
      if (!standing || (typedOnly && !typed)) return null;
      const text = typed?.text ?? standing.target;
      return takeIn(segment, await routes.save(segment, text, state, typed?.basedOn ?? standing.version), text);
    });
  };
  const commit: TypingDeeds['commit'] = (segment, state) => write(segment, state, false);
  const discard = (segment: number) => {
    timers.hush(segment);
    store.dispatch({ type: 'untyped', segment });
    void inTurn(segment, () => routes.dropDraft(segment));
  };
  return {
    inTurn,
    takeIn,
    commit,
    discard,
    type: (segment, text) => {
      store.dispatch({ type: 'typed', segment, text });
      timers.begin(
        segment,
        () => void inTurn(segment, () => sendDraft(segment)),
        () => void write(segment, 'draft', true),
      );
    },
    leave: async (segment) => {
      const { review } = store.get();
      const typed = segment === null ? undefined : review?.typed[segment];
      if (segment === null || !typed) return;
      if (typed.text === find(review, segment)?.target) discard(segment);
      else await write(segment, 'draft', true);
    },
    flush: (leaving = false) => {
      for (const id of Object.keys(store.get().review?.typed ?? {}).map(Number)) {
        // A page that goes cannot wait; one that stays must not bring back a draft that a save is just ending.
        if (leaving) void sendDraft(id, true);
        else void inTurn(id, () => sendDraft(id));
      }
    },
  };
}

/** Work by segment, each piece after the one before it, whether that went well or not. */
function queues(): TypingDeeds['inTurn'] {
  const last = new Map<number, Promise<unknown>>();
  return (segment, work) => {
    const next = (last.get(segment) ?? Promise.resolve()).then(work, work);
    last.set(segment, next);
    return next;
  };
}

function createTimers() {
  const running = new Map<number, ReturnType<typeof setTimeout>[]>();
  const hush = (segment: number) => {
    for (const timer of running.get(segment) ?? []) clearTimeout(timer);
    running.delete(segment);
  };
  return {
    hush,
    begin: (segment: number, onPause: () => void, onIdle: () => void) => {
      hush(segment);
      running.set(segment, [setTimeout(onPause, DRAFT_PAUSE), setTimeout(onIdle, IDLE)]);
    },
  };
}

function draftSender({ store, fail }: Tools) {
  return async (segment: number, leaving = false): Promise<void> => {
    const typed = store.get().review?.typed[segment];
    if (!typed || typed.kept === 'yes') return;
    const { text, basedOn } = typed;
    store.dispatch({ type: 'kept', segment, text, kept: 'saving' });
    const outcome = await routes.saveDraft(segment, text, basedOn, leaving);
    store.dispatch({ type: 'kept', segment, text, kept: outcome.ok ? 'yes' : 'no' });
    if (!outcome.ok) fail(outcome.failure);
  };
}

function takingIn(tools: Tools): TypingDeeds['takeIn'] {
  const { store, words, note, fail } = tools;
  return (segment, outcome, mine) => {
    if (!outcome.ok) {
      const { code, current } = outcome.failure;
      if (code !== 'conflict' || !current) fail(outcome.failure);
      else clash(tools, segment, mine, current);
      return null;
    }
    const { followed = [], ...changed } = outcome.value;
    store.dispatch({ type: 'segments', segments: [changed, ...followed] });
    const rest = store.get().review?.typed[segment]?.text;
    store.dispatch({ type: 'untyped', segment });
    // What was typed while the request was on its way is based on the new version from here on.
    if (rest !== undefined && rest !== mine) store.dispatch({ type: 'typed', segment, text: rest });
    if (followed.length > 0) {
      note(words().review.followed(followed.length), { kind: 'propagation', segment });
    }
    return changed;
  };
}

function find(review: Review | null, segment: number): SegmentView | undefined {
  return review?.segments.find((one) => one.id === segment);
}

function clash({ store }: Tools, segment: number, mine: string, theirs: SegmentView): void {
  const by = store.get().review?.overtaken[segment] ?? null;
  store.dispatch({ type: 'segments', segments: [theirs] });
  store.dispatch({ type: 'clash', clash: { segment, mine, theirs, by } });
  store.dispatch({ type: 'dialog', dialog: { kind: 'clash' } });
}
