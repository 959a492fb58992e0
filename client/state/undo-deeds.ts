// Steps back.
import type { AlignDeeds } from '../align/deeds.ts';
import * as alignRoutes from '../align/routes.ts';
import * as routes from '../api/routes.ts';
import type { DeskDeeds } from './desk-deeds.ts';
import type { Notice, Undo } from './state.ts';
import type { TendingDeeds } from './tending-deeds.ts';
import type { Tools } from './tools.ts';

export interface UndoDeeds {
  undo(notice: Notice): Promise<void>;
  /** Takes back the newest step that can be. */
  undoLast(): Promise<void>;
}

/** The deeds of taking back. */
export function undoDeeds(tools: Tools, desk: DeskDeeds, align: AlignDeeds, tending: TendingDeeds): UndoDeeds {
  const { store } = tools;
  const undo = async ({ id, undo: step }: Notice) => {
    store.dispatch({ type: 'notice-gone', id });
    if (!step) return;
    if (step.kind === 'memory-deed') return void (await tending.undoMemoryDeed(step.deed));
    if (step.kind === 'alignment' || step.kind === 'remembered') return takeAlignmentBack(tools, align, step);
    await takeBack(tools, step);
    if (step.kind !== 'propagation' && store.get().place.page === 'desk') await desk.loadArticles();
  };
  return {
    undo,
    undoLast: async () => {
      const last = store.get().notices.findLast((notice) => notice.undo !== null);
      if (last) await undo(last);
      else tools.say(tools.words().frame.nothingToUndo);
    },
  };
}

type AlignStep = Extract<Undo, { kind: 'alignment' | 'remembered' }>;

async function takeAlignmentBack(tools: Tools, align: AlignDeeds, { kind, alignment }: AlignStep): Promise<void> {
  const done = await (kind === 'alignment' ? alignRoutes.undelete(alignment) : alignRoutes.forget(alignment));
  if (done.ok) tools.say(tools.words().frame.undone);
  else tools.got(done);
  await Promise.all([align.loadAlignments(), align.loadAlignment()]);
}

type DeskStep = Exclude<Undo, AlignStep | { kind: 'memory-deed' }>;

async function takeBack({ store, words, note, say, got }: Tools, step: DeskStep): Promise<void> {
  if (step.kind !== 'propagation') {
    const { article } = step;
    const done = step.kind === 'archive' ? routes.archive(article, step.archived) : routes.undelete(article);
    if ((await done).ok) say(words().frame.undone);
    else got(await done);
    return;
  }
  const restored = got(await routes.undoPropagation(step.segment));
  if (!restored) return;
  store.dispatch({ type: 'segments', segments: restored });
  note(words().review.unfollowed);
}
