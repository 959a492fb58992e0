// A file that an outside translator or reader sends back.
import * as routes from '../api/routes.ts';
import type { MergeConflict, Merged } from '../api/shapes.ts';
import type { Tools } from './tools.ts';

export interface TakeBackDeeds {
  /** Merges a file into an article; null once a failure was shown. */
  takeBack(article: number, file: File): Promise<Merged | null>;
  /** Puts the outside text over what stands here. False where that was changed once more, or could not be saved. */
  takeTheirs(conflict: MergeConflict): Promise<boolean>;
}

/** The deeds of a file that comes back; `reload` shows the article as it then stands. */
export function takeBackDeeds({ got, say, words }: Tools, reload: () => Promise<void>): TakeBackDeeds {
  return {
    takeBack: async (article, file) => {
      const merged = got(await routes.mergeFile(article, file));
      if (!merged) return null;
      say(words().takeBack.updated(merged.updated));
      await reload();
      return merged;
    },
    takeTheirs: async ({ segment, version, theirs }) => {
      const saved = got(await routes.save(segment, theirs, 'translated', version));
      if (saved) await reload();
      return saved !== null;
    },
  };
}
