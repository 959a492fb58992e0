// Aligns two lists of sentences with all that the memory knows of their languages: the heavy part, which a server runs in a
// thread of its own.
import { UserError } from '../errors.ts';
import type { Language } from '../model.ts';
import type { Bead } from '../model-alignment.ts';
import { align } from '../text/align.ts';
import { trust } from '../text/align-trust.ts';
import { sideOf } from '../text/align-words.ts';
import { lexiconText, narrowedLexicon } from '../text/lexicon-text.ts';
import { type LexiconSources, lexiconFor } from './align-lexicon.ts';

/** Two texts as their sentences. */
export interface TextsToAlign {
  source: string[];
  target: string[];
  from: Language;
  to: Language;
}

/** What aligning found. */
export interface AlignedTexts {
  beads: Bead[];
  /** The share of sentences that surely have a partner, and whether that makes one text the other's translation. */
  trust: number;
  translation: boolean;
  /** What the memory's lexicon says of these texts' words, as text; null where there is no lexicon. */
  words: string | null;
}

/** Aligns texts somewhere: here, or in a thread. Rejects with the signal's reason once that is aborted. */
export type Aligner = (texts: TextsToAlign, signal?: AbortSignal) => Promise<AlignedTexts>;

/** The longest text that is aligned, in sentences: a report of 5,000 takes less than a minute. */
const LONGEST = 50_000;

/** Aligns in this thread. Without `sources` (no memory at hand) the texts alone decide. */
export async function alignTexts(sources: LexiconSources | null, texts: TextsToAlign): Promise<AlignedTexts> {
  const { source, target, from, to } = texts;
  if (source.length > LONGEST || target.length > LONGEST)
    throw new UserError('too-long', `A text of more than ${LONGEST} sentences is not aligned at once: cut it up.`, 413);
  const whole = sources === null ? undefined : await lexiconFor(sources, from, to);
  const lexicon = whole && narrowedLexicon(whole, sideOf(source), sideOf(target));
  const beads = align(source, target, lexicon ? { lexicon } : {});
  const { share, translation } = trust(source, target, beads);
  return { beads, trust: share, translation, words: lexicon ? lexiconText(lexicon) : null };
}
