// The fuzzy index as it follows a database: it begins with its file, catches up before each answer, and keeps the file fresh.
import type { MemoryFeed } from '../../db/stores.ts';
import { FuzzyIndex } from './fuzzy-index.ts';
import { loadIndex, saveIndex } from './index-file.ts';
import type { MemoryIndex } from './memory-index.ts';

/** Changes read at once: some milliseconds of work, so that a question or the end does not wait long for its turn. */
const AT_ONCE = 500;
/** So many changes make the file worth writing anew, at least; and this share of all texts. */
const WORTH_SAVING = 1000;
const SHARE_WORTH_SAVING = 0.05;

/** A {@link MemoryIndex} in this thread, with its file (null for none). `keep` writes the file where that is worth it. */
export interface FollowedIndex extends MemoryIndex {
  keep(): void;
}

/** Stores answer without leaving the thread, and an index works in steps; between two this lets other events in. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Follows a memory. What was not read from `file` is read from the feed on the first question. */
export function followedIndex(memory: MemoryFeed, file: string | null): FollowedIndex {
  let index: FuzzyIndex | null = null;
  let seq = 0;
  let mark = '';
  let unsaved = 0;
  let closed = false;
  let catching: Promise<void> | null = null;

  const begin = async (): Promise<FuzzyIndex> => {
    const kept = file === null ? null : loadIndex(file);
    const follows = kept !== null && (await memory.changeMark(kept.reached.seq)) === kept.reached.mark;
    if (follows) seq = kept.reached.seq;
    return follows ? kept.index : new FuzzyIndex();
  };
  const catchUp = async (): Promise<void> => {
    index ??= await begin();
    while (!closed && seq < (await memory.changes())) {
      const changes = await memory.since(seq, AT_ONCE);
      index.drop(changes.gone);
      index.see(changes.seen);
      seq = changes.seq;
      unsaved += changes.seen.length + changes.gone.length;
      await pause();
    }
    for (const _ of index.settling()) await pause();
    mark = await memory.changeMark(seq);
  };
  const ready = async (): Promise<void> => {
    // A catching up that had begun before the question may have missed the latest change: then there is another one.
    while (catching) await catching;
    catching = catchUp().finally(() => {
      catching = null;
    });
    await catching;
  };
  const keep = (): void => {
    if (file === null || index === null || catching) return;
    if (unsaved < Math.max(WORTH_SAVING, SHARE_WORTH_SAVING * index.size)) return;
    saveIndex(file, index, { seq, mark });
    unsaved = 0;
  };
  return {
    ready,
    keep,
    async near(query) {
      if (!index || catching || seq !== (await memory.changes())) await ready();
      return index ? index.near(query) : [];
    },
    async close() {
      keep();
      closed = true;
      await catching;
    },
  };
}
