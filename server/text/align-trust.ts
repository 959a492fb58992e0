// Whether two texts are each other's translation at all.
import type { Bead } from '../model-alignment.ts';
import { stemsOf } from './align-words.ts';

/** Below this share of sentences that surely have a partner, two texts are not each other's translation. */
const LEAST_SURE = 0.2;

/** Among fewer sentences than this, an order can look like a translation by chance: shared words have to speak for it too. */
const FEW_SENTENCES = 60;
/** The least share of long stems that stand on both sides of their bead, and from how many stems on it says anything. */
const LEAST_SHARED = 0.05;
const STEMS_THAT_TELL = 15;

/**
 * How much of two texts is surely each other's translation, 0 to 1 by sentences, and whether that is enough to be one at
 * all. Real translations, even where a third was cut or added, have 0.6 and more; texts that have nothing to do with each
 * other 0.05 at most.
 */
export function trust(
  source: readonly string[],
  target: readonly string[],
  beads: readonly Bead[],
): { share: number; translation: boolean } {
  const size = (bead: Bead) => bead.source.length + bead.target.length;
  const paired = beads.filter((bead) => bead.source.length > 0 && bead.target.length > 0);
  const all = source.length + target.length;
  const share = all === 0 ? 0 : paired.reduce((sum, bead) => sum + bead.score * size(bead), 0) / all;
  const few = all < FEW_SENTENCES && !sharesWords(source, target, paired);
  return { share, translation: share >= LEAST_SURE && !few };
}

/** Whether names, numbers and cognates stand on both sides of the beads, or too few words stand there to tell. */
function sharesWords(source: readonly string[], target: readonly string[], beads: readonly Bead[]): boolean {
  const long = (sentences: readonly string[], at: readonly number[]) =>
    new Set(at.flatMap((i) => stemsOf(sentences[i] ?? '')).filter((stem) => stem.length >= 4 || /\d/.test(stem)));
  let stems = 0;
  let shared = 0;
  for (const bead of beads) {
    const theirs = long(target, bead.target);
    for (const stem of long(source, bead.source)) {
      stems++;
      if (theirs.has(stem)) shared++;
    }
  }
  return stems < STEMS_THAT_TELL || shared >= stems * LEAST_SHARED;
}
