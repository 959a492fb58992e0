// What a person does to an alignment: beads joined, boundaries moved, beads kept or left out. Each deed is one correction,
// a stretch of beads in place of another over the same sentences, so that it can be sent, checked, and taken back.
import type { BeadCounts, JudgedBead } from '../model-alignment.ts';
import { range } from './align-lattice.ts';

/** What a correction puts in: sentences by index, and what the person says of them. */
export type GivenBead = Pick<JudgedBead, 'source' | 'target' | 'decided'>;

/** Beads in place of `removed` ones from the place `at` on. They hold the same sentences, in order. */
export interface Correction {
  at: number;
  removed: number;
  beads: GivenBead[];
}

/** A side of an alignment. */
export type AlignedSide = 'source' | 'target';

/** Whether a correction fits: it stands inside the list, and holds each sentence of what it replaces once, in order. */
export function fits(beads: readonly GivenBead[], { at, removed, beads: given }: Correction): boolean {
  if (at < 0 || removed < 1 || at + removed > beads.length || given.length === 0) return false;
  const before = beads.slice(at, at + removed);
  return (
    given.every((bead) => bead.source.length + bead.target.length > 0) &&
    sentencesOf(before, 'source') === sentencesOf(given, 'source') &&
    sentencesOf(before, 'target') === sentencesOf(given, 'target')
  );
}

function sentencesOf(beads: readonly GivenBead[], side: AlignedSide): string {
  return beads.flatMap((bead) => bead[side]).join();
}

/** A list with a stretch of it replaced. */
export function spliced<T>(list: readonly T[], at: number, removed: number, given: readonly T[]): T[] {
  return [...list.slice(0, at), ...given, ...list.slice(at + removed)];
}

/** The correction that takes another one back, seen from the list before that one. */
export function inverse(before: readonly GivenBead[], { at, removed, beads }: Correction): Correction {
  return { at, removed: beads.length, beads: before.slice(at, at + removed).map(given) };
}

function given({ source, target, decided }: GivenBead): GivenBead {
  return { source, target, decided };
}

/** Makes one bead of a bead and the next; null behind the last. */
export function joined(beads: readonly GivenBead[], at: number): Correction | null {
  const [one, next] = [beads[at], beads[at + 1]];
  if (!one || !next) return null;
  const whole = { source: [...one.source, ...next.source], target: [...one.target, ...next.target] };
  return { at, removed: 2, beads: [{ ...whole, decided: 'made' }] };
}

/**
 * Moves the end of a bead by one sentence on one side: onward, it takes the next bead's first one; back, it hands on its
 * last one. A bead that is left with nothing goes. Null where there is no such sentence, or no other bead to take it.
 */
export function moved(
  beads: readonly GivenBead[],
  at: number,
  side: AlignedSide,
  way: 'onward' | 'back',
): Correction | null {
  const [one, next] = [beads[at], beads[at + 1]];
  if (!one || !next) return null;
  const both = [...one[side], ...next[side]];
  const end = one[side].length + (way === 'onward' ? 1 : -1);
  if (end < 0 || end > both.length) return null;
  const mine: GivenBead = { ...given(one), [side]: both.slice(0, end), decided: 'made' };
  const theirs: GivenBead = { ...given(next), [side]: both.slice(end), decided: null };
  return { at, removed: 2, beads: [mine, theirs].filter((bead) => bead.source.length + bead.target.length > 0) };
}

/** Says of one bead what a person thinks of it; saying it again takes it back. */
export function decidedAs(beads: readonly GivenBead[], at: number, decided: 'kept' | 'out'): Correction | null {
  const bead = beads[at];
  if (!bead) return null;
  return { at, removed: 1, beads: [{ ...given(bead), decided: bead.decided === decided ? null : decided }] };
}

/** The stretch around a bead, from one bead that a person decided on to the next, without these two; null where the bead itself is decided. */
export function openStretch(beads: readonly GivenBead[], at: number): { from: number; to: number } | null {
  if (!beads[at] || beads[at]?.decided !== null) return null;
  let [from, to] = [at, at + 1];
  while (from > 0 && beads[from - 1]?.decided === null) from--;
  while (to < beads.length && beads[to]?.decided === null) to++;
  return { from, to };
}

/** Below this, a person looks at a bead before it is remembered. */
export const SURE = 0.9;

/** Whether a bead may be remembered: a pair that is sure enough and that no check doubts, or that a person has kept. */
export function isOffered(bead: JudgedBead, above: number = SURE): boolean {
  if (bead.source.length === 0 || bead.target.length === 0 || bead.decided === 'out') return false;
  if (bead.decided === 'kept') return true;
  return bead.flags.length === 0 && (bead.decided === 'made' || bead.score >= above);
}

/** Whether a bead wants a person's eye: nobody decided on it and it is not sure, or a check finds something in it. */
export function isDoubtful(bead: JudgedBead, above: number = SURE): boolean {
  if (bead.decided === 'kept' || bead.decided === 'out') return false;
  return bead.flags.length > 0 || (bead.decided === null && bead.score < above);
}

/** The place of the next bead from `at` on that wants an eye, going round the end; null where there is none. */
export function nextDoubtful(beads: readonly JudgedBead[], at: number, way: 1 | -1, above: number): number | null {
  const n = beads.length;
  const found = range(1, n + 1)
    .map((step) => (at + way * step + n * 2) % n)
    .find((place) => isDoubtful(beads[place] as JudgedBead, above));
  return found ?? null;
}

/** Counts beads by how they stand. */
export function countBeads(beads: readonly JudgedBead[], above: number = SURE): BeadCounts {
  const some = (test: (bead: JudgedBead) => boolean) => beads.filter(test).length;
  return {
    beads: beads.length,
    pairs: some((bead) => bead.source.length > 0 && bead.target.length > 0),
    offered: some((bead) => isOffered(bead, above)),
    doubtful: some((bead) => isDoubtful(bead, above)),
    flagged: some((bead) => bead.flags.length > 0 && bead.decided !== 'out'),
    out: some((bead) => bead.decided === 'out'),
  };
}
