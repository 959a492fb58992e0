// What the editor knows of alignments.
import type { Alignment, JudgedBead } from '../../server/model-alignment.ts';
import { type AlignedSide, type Correction, SURE } from '../../server/text/align-corrections.ts';

/** A step that can be taken back: by which correction, and where one was. */
export interface UndoStep {
  correction: Correction;
  at: number;
}

/** The alignment that is open. */
export interface OpenAlignment {
  id: number;
  /** null until it came. */
  about: Alignment | null;
  missing: boolean;
  source: readonly string[];
  target: readonly string[];
  beads: readonly JudgedBead[];
  /** The place of the bead one works at, and the side. */
  at: number;
  side: AlignedSide;
  /** What counts as sure, 0 to 1. */
  above: number;
  /** Whether only what wants an eye is shown, with its neighbours. */
  onlyDoubtful: boolean;
  /** How to take each step of this visit back, the newest last. */
  undo: readonly UndoStep[];
  /** The job that aligns it, as far as this browser knows. */
  job: number | null;
}

export interface Alignments {
  /** null until it was loaded. */
  list: readonly Alignment[] | null;
  open: OpenAlignment | null;
}

/** Before anything was loaded. */
export const NO_ALIGNMENTS: Alignments = { list: null, open: null };

/** An alignment that is being opened. */
export function openingAlignment(id: number): OpenAlignment {
  return {
    ...{ id, about: null, missing: false, source: [], target: [], beads: [], at: 0, side: 'source', above: SURE },
    ...{ onlyDoubtful: false, undo: [], job: null },
  };
}
