// The alignment desk: a published pair is taken in, aligned, corrected by a person as often as wanted, and remembered. Nothing
// of it is in the memory before.
import { createHash } from 'node:crypto';
import type { WholeAlignment } from '../../db/stores.ts';
import { Conflict, NotFound, UserError } from '../errors.ts';
import type { Language } from '../model.ts';
import type { Alignment, JudgedBead } from '../model-alignment.ts';
import { alignedAgain, type BeadRange, type Judged, scoredAgain } from '../text/align-again.ts';
import { type Correction, countBeads, fits, type GivenBead, SURE, spliced } from '../text/align-corrections.ts';
import { sameLanguage } from '../text/language.ts';
import { lexiconFrom } from '../text/lexicon-text.ts';
import { type AligningDesk, alignPublished, NotATranslation, type TrustedPair } from './align-articles.ts';
import type { TextsToAlign } from './align-texts.ts';
import { flagged } from './check-beads.ts';
import type { Desk } from './desk.ts';
import type { Work } from './jobs.ts';
import type { PublishedText } from './published.ts';
import { type RememberedPair, rememberBeads } from './remember-beads.ts';

/** Both sides of a published pair, read. */
export interface PublishedPair {
  source: PublishedText;
  target: PublishedText;
  from: Language;
  to: Language;
}

type Keeping = Pick<Desk, 'stores' | 'now'>;

/** A digest of a pair's texts and languages: equal for the same pair, whatever its files are called. */
export function contentOf({ source, target, from, to }: TextsToAlign): string {
  return createHash('sha256')
    .update(JSON.stringify([from, to, source, target]))
    .digest('hex');
}

/** Notes a pair down, to be aligned. Throws a UserError where there is nothing to align. */
export async function takePair(desk: Keeping, pair: PublishedPair, by: string): Promise<number> {
  const { source, target, from, to } = pair;
  if (sameLanguage(from, to))
    throw new UserError('same-language', `Both texts would be in ${from}: choose two languages.`);
  for (const { sentences, document } of [source, target])
    if (!sentences.some((sentence) => sentence.trim() !== ''))
      throw new UserError('nothing-to-align', `No sentence was found in ${document.name}.`, 422);
  return desk.stores.alignments.add({
    ...{
      desk: 1,
      from,
      to,
      by,
      at: desk.now(),
      content: contentOf({ source: source.sentences, target: target.sentences, from, to }),
    },
    documents: [source.document, target.document],
    source: source.sentences,
    target: target.sentences,
  });
}

/** Aligns a pair that was noted down. Texts that do not translate each other are noted as refused, and thrown (422). */
export async function* alignTaken(desk: AligningDesk & Keeping, id: number, signal: AbortSignal): Work {
  yield { done: 0, total: null };
  const { source, target, documents, from, to } = await alignmentOf(desk, id);
  const one = { document: documents[0], sentences: source };
  const other = { document: documents[1], sentences: target };
  try {
    await keepFound(desk, id, await alignPublished(desk, one, other, { from, to, signal }));
  } catch (thrown) {
    if (thrown instanceof NotATranslation) await desk.stores.alignments.refuse(id, thrown.message, thrown.trust);
    throw thrown;
  }
  return { alignment: id };
}

/** Puts what was found in place. */
async function keepFound(desk: Keeping, id: number, { beads, trust, words }: TrustedPair): Promise<void> {
  await desk.stores.alignments.open(id, { beads, counts: countBeads(beads), trust, words }, desk.now());
}

/** The alignment that holds an aligned pair: the one that stands with its texts, as people have corrected it, or a new one. */
export async function keptPair(desk: Keeping, pair: TrustedPair, by: string): Promise<Alignment> {
  const known = await desk.stores.alignments.byContent(contentOf(pair));
  if (known?.state === 'open') return known;
  const { source, target, documents, from, to } = pair;
  const one = { document: documents[0], sentences: source };
  const other = { document: documents[1], sentences: target };
  const id = known?.id ?? (await takePair(desk, { source: one, target: other, from, to }, by));
  await keepFound(desk, id, pair);
  return alignmentOf(desk, id);
}

/** An alignment with its sentences and beads. Throws {@link NotFound}. */
export async function alignmentOf(desk: Pick<Desk, 'stores'>, id: number): Promise<WholeAlignment> {
  const alignment = await desk.stores.alignments.get(id);
  if (!alignment) throw new NotFound(`There is no alignment ${id}.`);
  return alignment;
}

/** What a correction changed: `beads` stand in place of `removed` ones from `at` on, those around with their new scores. */
export interface Corrected {
  version: number;
  at: number;
  removed: number;
  beads: JudgedBead[];
}

/**
 * Puts a correction in place over the version that was seen, scores the beads around it again and checks its pairs. Throws a
 * Conflict where another version stands, and a UserError where the correction does not fit.
 */
export async function correctAlignment(
  desk: Keeping,
  id: number,
  { version, ...correction }: Correction & { version: number },
  by: string,
): Promise<Corrected> {
  const alignment = await openAlignment(desk, id, version);
  if (!fits(alignment.beads, correction))
    throw new UserError('does-not-fit', 'A correction holds each sentence of the beads that it replaces, in order.');
  const { at, removed, beads } = correction;
  return put(desk, alignment, at, removed, beads, by);
}

/** Aligns a stretch of beads anew, as the beads around it teach; `apart` finds the best way without making it one bead. */
export async function realign(
  desk: Keeping,
  id: number,
  { version, apart = false, ...stretch }: BeadRange & { version: number; apart?: boolean },
  by: string,
): Promise<Corrected> {
  const alignment = await openAlignment(desk, id, version);
  const { from, to } = stretch;
  if (!(from >= 0 && from < to && to <= alignment.beads.length))
    throw new UserError('does-not-fit', 'Name beads that stand: from, and before to.');
  const found = alignedAgain(judgedOf(alignment), stretch, apart);
  const beads = found.map(({ source, target }): GivenBead => ({ source, target, decided: apart ? 'made' : null }));
  return put(desk, alignment, from, to - from, beads, by);
}

async function openAlignment(desk: Pick<Desk, 'stores'>, id: number, version: number): Promise<WholeAlignment> {
  const alignment = await alignmentOf(desk, id);
  if (alignment.state !== 'open') throw new UserError('not-aligned', 'This pair is not aligned yet.', 409);
  if (alignment.version !== version) throw stale(alignment);
  return alignment;
}

function stale({ changedBy, version }: Alignment): Conflict<{ version: number }> {
  return new Conflict(`${changedBy} has changed this alignment meanwhile: load it afresh.`, { version });
}

async function put(
  desk: Keeping,
  alignment: WholeAlignment,
  at: number,
  removed: number,
  given: readonly GivenBead[],
  by: string,
): Promise<Corrected> {
  const fresh = flagged(
    alignment,
    given.map((bead) => ({ ...bead, score: 0 })),
  );
  const whole = spliced(alignment.beads, at, removed, fresh);
  const { from, scores } = scoredAgain(judgedOf({ ...alignment, beads: whole }), { from: at, to: at + given.length });
  const around = scores.map((score, k): JudgedBead => ({ ...(whole[from + k] as JudgedBead), score }));
  const beads = spliced(whole, from, around.length, around);
  const change = { beads, counts: countBeads(beads), basedOn: alignment.version, by, at: desk.now() };
  const version = await desk.stores.alignments.correct(alignment.id, change);
  if (version === null) throw stale(await alignmentOf(desk, alignment.id));
  return { version, at: from, removed: around.length - given.length + removed, beads: around };
}

function judgedOf({ words, ...texts }: WholeAlignment): Judged {
  return { ...texts, lexicon: words === null ? undefined : (lexiconFrom(words) ?? undefined) };
}

/** Remembers what is offered of the version that was seen, in place of what was remembered of it before. */
export async function rememberAlignment(
  desk: Keeping,
  id: number,
  { version, above = SURE }: { version: number; above?: number },
  by: string,
): Promise<RememberedPair> {
  const alignment = await openAlignment(desk, id, version);
  const done = await rememberBeads(desk, alignment, { above, by });
  const units = done.added + done.unchanged;
  await desk.stores.alignments.remembered(id, { import: done.import, version, units }, by, desk.now());
  if (alignment.remembered) await desk.stores.memory.undoImport(alignment.remembered.import);
  return done;
}

/** Takes what was remembered of an alignment back out of the memory. */
export async function forgetAlignment(desk: Keeping, id: number, by: string): Promise<void> {
  const { remembered } = await alignmentOf(desk, id);
  if (!remembered) throw new UserError('not-remembered', 'Nothing of this alignment is in the memory.', 409);
  await desk.stores.memory.undoImport(remembered.import);
  await desk.stores.alignments.remembered(id, null, by, desk.now());
}
