// What one does with the memory.

import * as routes from '../api/routes.ts';
import type { ImportView } from '../api/shapes.ts';
import type { FrameDeeds } from './frame-deeds.ts';
import { isOver } from './jobs.ts';
import type { Tools } from './tools.ts';

export interface MemoryDeeds {
  loadMemory(): Promise<void>;
  /** Looks for words; an empty text shows nothing. */
  search(q: string, limit?: number): Promise<void>;
  importMemory(file: File, told: routes.MemoryFileTold): Promise<boolean>;
  undoImport(imported: ImportView): Promise<void>;
  cancelJob(id: number): Promise<void>;
  /** Begins the work of an ended job again; the new job's id, or null once a failure was shown. */
  resumeJob(id: number): Promise<number | null>;
  putJobAway(): void;
}

const PAGE = 30;

/** The deeds of the memory page. */
export function memoryDeeds({ store, words, note, got }: Tools, frame: FrameDeeds): MemoryDeeds {
  const loadMemory = async () => {
    const [stats, imports] = await Promise.all([routes.stats(), routes.imports()]);
    if (stats.ok) store.dispatch({ type: 'memory-stats', stats: stats.value });
    if (imports.ok) store.dispatch({ type: 'memory-imports', imports: imports.value });
    await find();
  };
  /** What the memory holds now of the words that are looked for. */
  const find = async () => {
    const { q, limit } = store.get().memory;
    if (q.trim() === '') return;
    const found = got(await routes.search(q, limit));
    if (found) store.dispatch({ type: 'memory-found', q, found });
  };
  return {
    loadMemory,
    search: async (q, limit = PAGE) => {
      store.dispatch({ type: 'memory-query', q, limit });
      frame.address({ page: 'memory', q });
      await find();
    },
    importMemory: async (file, told) => {
      const started = got(await routes.bringMemory(file, told));
      if (!started) return false;
      store.dispatch({ type: 'job', job: started.job });
      store.dispatch({ type: 'memory-job', job: started.job.id });
      const now = store.get().jobs[started.job.id];
      if (now && isOver(now)) await loadMemory();
      return true;
    },
    undoImport: async ({ id, file }) => {
      const outcome = await routes.undoImport(id);
      if (!outcome.ok) return void got(outcome);
      note(words().memory.undoneNote(file));
      await loadMemory();
    },
    cancelJob: async (id) => {
      const job = got(await routes.cancelJob(id));
      if (job) store.dispatch({ type: 'job', job });
    },
    resumeJob: async (id) => {
      const started = got(await routes.resumeJob(id));
      if (!started) return null;
      store.dispatch({ type: 'job', job: started.job });
      const { review, memory } = store.get();
      if (review?.job === id) store.dispatch({ type: 'fill-job', article: review.id, job: started.job.id });
      if (memory.job === id) store.dispatch({ type: 'memory-job', job: started.job.id });
      return started.job.id;
    },
    putJobAway: () => {
      const { review } = store.get();
      if (review) store.dispatch({ type: 'fill-job', article: review.id, job: null });
      store.dispatch({ type: 'memory-job', job: null });
    },
  };
}
