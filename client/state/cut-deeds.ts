// A segment is cut in two, or joined with the next one. The list is loaded afresh; both histories stay reachable.
import * as routes from '../api/routes.ts';
import { activeOf, refused } from './review-deeds.ts';
import type { Tools } from './tools.ts';
import type { TypingDeeds } from './typing-deeds.ts';

export interface CutDeeds {
  /** Cuts a segment at a UTF-16 offset of its source. */
  split(segment: number, offset: number): Promise<void>;
  /** Joins the active segment with the next one of its block. */
  join(): Promise<void>;
}

/** The deeds of cutting and joining. What is typed becomes a version first. */
export function cutDeeds(tools: Tools, typing: TypingDeeds, reload: () => Promise<void>): CutDeeds {
  const { store, words, say } = tools;
  const settled = async (id: number) => {
    const find = () => store.get().review?.segments.find((one) => one.id === id);
    if (store.get().review?.typed[id]) await typing.commit(id, 'draft');
    return store.get().review?.typed[id] ? null : (find() ?? null);
  };
  return {
    split: async (id, offset) => {
      store.dispatch({ type: 'dialog', dialog: null });
      const segment = await settled(id);
      const done = segment && (await routes.split(id, segment.version, offset));
      if (!done) return;
      if (!done.ok) return void refused(tools, done.failure);
      await reload();
      say(words().cut.splitDone(segment.n));
    },
    join: async () => {
      const active = activeOf(store.get().review);
      const segment = active && (await settled(active.id));
      const done = segment && (await routes.join(segment.id, segment.version));
      if (!done) return;
      if (!done.ok) return void refused(tools, done.failure);
      await reload();
      say(words().cut.joined(segment.n));
    },
  };
}
