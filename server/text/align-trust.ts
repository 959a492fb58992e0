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

/** With so many shared stems, a pair of which much was cut is one although few of its beads are sure. */
const MANY_SHARED = 0.25;
const LEAST_SURE_THEN = 0.08;

/** In so many sentences of a translation of which less than half is sure, at least one pair of them is surely right. */
const SENTENCES_WITH_A_SURE_PAIR = 20;
const SURE_PAIR = 0.9;

/**
 * How much of two texts is surely each other's translation, 0 to 1 by sentences, and whether that is enough to be one at
 * all. Whole translations, even where a third was cut or added, have 0.5 and more, and short stretches of them seldom under
 * 0.2; texts that have nothing to do with each other 0.05 at most when they are long, and seldom over 0.2 when they are short.
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
  if (share < 0.5 && all >= SENTENCES_WITH_A_SURE_PAIR && !paired.some((bead) => bead.score >= SURE_PAIR))
    return { share, translation: false };
  const shared = sharedWords(source, target, paired);
  if (shared === null) return { share, translation: share >= LEAST_SURE };
  const least = shared >= MANY_SHARED ? LEAST_SURE_THEN : LEAST_SURE;
  return { share, translation: share >= least && (all >= FEW_SENTENCES || shared >= LEAST_SHARED) };
}

/** The share of long stems (names, numbers, cognates) that stand on both sides of their bead; null where too few tell. */
function sharedWords(source: readonly string[], target: readonly string[], beads: readonly Bead[]): number | null {
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
  return stems < STEMS_THAT_TELL ? null : shared / stems;
}
