// A published pair is aligned: two files are read and cut into sentences, their sentences aligned, and every pair checked.
import { UserError } from '../errors.ts';
import type { Language } from '../model.ts';
import type { JudgedBead } from '../model-alignment.ts';
import { type AlignedTexts, alignTexts } from './align-texts.ts';
import { type BeadTexts, flagged } from './check-beads.ts';
import type { Desk } from './desk.ts';
import { type PublishedFile, type PublishedText, publishedText } from './published.ts';
import type { AlignedPair } from './remember-beads.ts';

/** Both sides, sentence by sentence, and which belong together. */
export interface TrustedPair extends AlignedPair, Pick<AlignedTexts, 'trust' | 'words'> {
  source: string[];
  target: string[];
  beads: JudgedBead[];
}

/** How two texts are aligned. */
export interface AlignOptions {
  from: Language;
  to: Language;
  /** Each line is one sentence already, blank lines included. */
  sentences?: boolean;
  signal?: AbortSignal;
}

/** What aligning needs of a desk. */
export type AligningDesk = Pick<Desk, 'stores' | 'aligner'>;

/** Aligns two files. Throws a UserError (`not-a-translation`, 422) where one is not the other's translation. */
export async function alignFiles(
  desk: AligningDesk | null,
  source: PublishedFile,
  target: PublishedFile,
  options: AlignOptions,
): Promise<TrustedPair> {
  const one = await publishedText(source, options.from, options.sentences);
  const other = await publishedText(target, options.to, options.sentences);
  return alignPublished(desk, one, other, options);
}

/** {@link alignFiles} of sides that are already read. */
export async function alignPublished(
  desk: AligningDesk | null,
  one: PublishedText,
  other: PublishedText,
  { from, to, signal }: AlignOptions,
): Promise<TrustedPair> {
  const texts = { source: one.sentences, target: other.sentences, from, to };
  const found = await (desk?.aligner ?? ((asked) => alignTexts(desk?.stores ?? null, asked)))(texts, signal);
  signal?.throwIfAborted();
  if (!found.translation) throw new NotATranslation(one, other, found.trust);
  const documents: AlignedPair['documents'] = [one.document, other.document];
  return { ...texts, documents, trust: found.trust, words: found.words, beads: judged(texts, found.beads) };
}

/** Beads that nobody has seen yet, with what the checks say of them. */
function judged(texts: BeadTexts, beads: AlignedTexts['beads']): JudgedBead[] {
  return flagged(
    texts,
    beads.map((bead) => ({ ...bead, decided: null })),
  );
}

/** One text is not the other's translation (422). */
export class NotATranslation extends UserError {
  readonly trust: number;
  constructor({ document: one }: PublishedText, { document: other }: PublishedText, trust: number) {
    const sure = Math.round(trust * 100);
    super(
      'not-a-translation',
      `${other.name} is not a translation of ${one.name}: ${sure} % of their sentences find a partner; check the texts and their languages`,
      422,
    );
    this.trust = trust;
  }
}
