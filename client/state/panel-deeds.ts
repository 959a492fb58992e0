// What one does with the findings of a whole article, and with one finding beyond mending it.

import * as routes from '../api/routes.ts';
import * as settled from '../api/settled.ts';
import type { Finding, SegmentView } from '../api/shapes.ts';
import { activeField, insert, replaceIn } from '../keys/insert.ts';
import { activeOf } from './review-deeds.ts';
import type { Tools } from './tools.ts';

export interface PanelDeeds {
  /** Fetches the house style and what was waved through, which the checks beside the field need. */
  loadChecking(article: number): Promise<void>;
  /** Waves a finding of a segment's saved text through. */
  dismiss(segment: SegmentView, finding: Finding, why: string): Promise<void>;
  /** Takes a dismissal back. */
  recall(dismissal: settled.Dismissal): Promise<void>;
  previewFixes(article: number, checks: readonly string[]): Promise<settled.FixedSegment[] | null>;
  makeFixes(article: number, checks: readonly string[], segments: readonly number[]): Promise<boolean>;
  findUnknown(article: number): Promise<settled.UnknownWord[] | null>;
  /** Takes a word for right in every article. */
  settleWord(article: number, word: string): Promise<boolean>;
  suggestions(word: string, language: string): Promise<string[]>;
  /** Puts a word of the active segment's target in another's place. */
  replaceWord(finding: Finding, word: string): void;
  /** Inserts the first translation of the next term of the sentence that its text has not yet. */
  insertTerm(): void;
}

/** The deeds of the panel of findings. */
export function panelDeeds({ store, got, note, say, words }: Tools): PanelDeeds {
  const loadChecking = async (article: number) => {
    const [style, dismissed] = await Promise.all([settled.style(), settled.dismissals(article)]);
    if (style.ok) store.dispatch({ type: 'style', style: style.value });
    if (dismissed.ok) store.dispatch({ type: 'dismissed', article, dismissed: dismissed.value });
  };
  const refresh = async (segment: number) => {
    const fetched = await routes.segment(segment);
    if (fetched.ok) store.dispatch({ type: 'segments', segments: [fetched.value] });
    const { review } = store.get();
    if (review) await loadChecking(review.id);
  };
  return {
    loadChecking,
    dismiss: async (segment, finding, why) => {
      if (!got(await settled.dismiss(segment.id, finding, why.trim() || null))) return;
      await refresh(segment.id);
      say(words().panel.waved);
    },
    recall: async (dismissal) => {
      const segment = store.get().review?.segments.find(({ id }) => id === dismissal.segment);
      const meant = segment && meantBy(dismissal, segment);
      if (!segment || !meant || !got(await settled.recall(segment.id, meant))) return;
      await refresh(segment.id);
    },
    previewFixes: async (article, checks) => got(await settled.fixes(article, checks)),
    makeFixes: async (article, checks, segments) => {
      const made = got(await settled.makeFixes(article, checks, segments));
      if (!made) return false;
      for (const { segment } of made) {
        const fetched = await routes.segment(segment);
        if (fetched.ok) store.dispatch({ type: 'segments', segments: [fetched.value] });
      }
      note(words().panel.made(made.length));
      return true;
    },
    findUnknown: async (article) => got(await settled.unknown(article)),
    settleWord: async (article, word) => {
      if (!got(await settled.addWord(word, null))) return false;
      note(words().settings.wordKept(word));
      await loadChecking(article);
      return true;
    },
    suggestions: async (word, language) => {
      const found = await settled.spelling(word, language);
      return found.ok ? found.value : [];
    },
    replaceWord: ({ start, end }, word) => {
      const segment = activeOf(store.get().review);
      if (segment) replaceIn(segment.id, word, start, end);
    },
    insertTerm: () => {
      const { review } = store.get();
      const segment = activeOf(review);
      const field = activeField();
      if (!segment || !field) return;
      const has = (word: string) => field.value.toLowerCase().includes(word.toLowerCase());
      const next = review?.sides[segment.id]?.terms?.find(({ targets }) => targets.length > 0 && !targets.some(has));
      const [word] = next?.targets ?? [];
      if (word) insert(field, word);
      else say(words().panel.noTerm);
    },
  };
}

/** The finding that a dismissal means, at the place of its words; null where the text is another one now. */
function meantBy({ finding, words, target }: settled.Dismissal, segment: SegmentView): settled.Meant | null {
  if (segment.target !== target) return null;
  const [check = '', rule] = finding.split('/');
  const at = target.indexOf(words);
  const side = at >= 0 ? 'target' : 'source';
  const start = at >= 0 ? at : segment.source.indexOf(words);
  if (start < 0) return null;
  return { check, ...(rule === undefined ? {} : { rule }), side, start, end: start + words.length };
}
