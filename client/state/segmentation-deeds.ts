// What one can settle about where sentences end.
import * as routes from '../api/routes.ts';
import type { SegmentationTaken, SegmentationView } from '../api/shapes.ts';
import type { Tools } from './tools.ts';

export interface SegmentationDeeds {
  /** What stands for a language; null once a failure was shown, here as in all others. */
  loadRules(language: string): Promise<SegmentationView | null>;
  saveRules(language: string, exceptions: SegmentationView['exceptions']): Promise<SegmentationView | null>;
  /** Takes a file of exceptions or of SRX rules over. */
  takeRules(language: string, file: File): Promise<SegmentationTaken | null>;
  dropSrx(language: string): Promise<SegmentationView | null>;
}

/** The deeds of segmentation. */
export function segmentationDeeds({ got, note, words }: Tools): SegmentationDeeds {
  const saved = <T extends SegmentationView>(settled: T | null): T | null => {
    if (settled) note(words().segmentation.saved(settled.exceptions.length));
    return settled;
  };
  return {
    loadRules: async (language) => got(await routes.segmentation(language)),
    saveRules: async (language, exceptions) => saved(got(await routes.saveSegmentation(language, exceptions))),
    takeRules: async (language, file) => saved(got(await routes.takeSegmentation(language, file))),
    dropSrx: async (language) => {
      const settled = got(await routes.dropSrx(language));
      if (settled) note(words().segmentation.dropped);
      return settled;
    },
  };
}
