// Filling an article: what would be sent is asked first, and where anything would, a person says yes.
import * as routes from '../api/routes.ts';
import { isOver } from './jobs.ts';
import type { Tools } from './tools.ts';

export interface FillDeeds {
  /** Fills from the memory at once; where texts would go to a service, asks before. */
  fill(): Promise<void>;
  /** Fills without asking; with `none` from the memory alone. */
  fillNow(provider?: 'none'): Promise<void>;
  /** Fills from the memory alone, and puts drafts together from known pieces where it holds nothing whole. */
  assemble(): Promise<void>;
  /** Keeps the open article on this machine, or lets it go again. */
  keepInside(confidential: boolean): Promise<void>;
}

/** The deeds of filling; `reload` loads the open article afresh. */
export function fillDeeds({ store, words, note, say, got }: Tools, reload: () => Promise<void>): FillDeeds {
  const close = () => store.dispatch({ type: 'dialog', dialog: null });
  const fillNow = async (provider?: 'none', assemble = false) => {
    const { review, dialog } = store.get();
    if (dialog?.kind === 'fill') close();
    const started = review && got(await routes.fill(review.id, provider, assemble));
    if (!started) return;
    say(words().review.filling);
    store.dispatch({ type: 'job', job: started.job });
    store.dispatch({ type: 'fill-job', article: review.id, job: started.job.id });
    // A quick job has ended before its beginning is answered, and nobody was told whose it was.
    const now = store.get().jobs[started.job.id];
    if (now && isOver(now)) await reload();
  };
  return {
    fillNow,
    assemble: () => fillNow('none', true),
    fill: async () => {
      const { review, health } = store.get();
      if (!review) return;
      if ((health?.provider ?? 'none') === 'none') return fillNow();
      const plan = got(await routes.planFill(review.id));
      if (!plan) return;
      if (plan.sentCharacters === 0) await fillNow();
      else if (store.get().review?.id === review.id) store.dispatch({ type: 'dialog', dialog: { kind: 'fill', plan } });
    },
    keepInside: async (confidential) => {
      const { review } = store.get();
      if (!review || got(await routes.keepInside(review.id, confidential)) === null) return;
      const { nowConfidential, noLongerConfidential } = words().providers;
      note(confidential ? nowConfidential : noLongerConfidential);
      await reload();
    },
  };
}
