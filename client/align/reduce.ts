// How each action changes what is known of alignments.
import type { Alignment } from '../../server/model-alignment.ts';
import { type AlignedSide, countBeads, spliced } from '../../server/text/align-corrections.ts';
import type { Corrected, WholeAlignment } from './routes.ts';
import type { Alignments, OpenAlignment } from './state.ts';

/** What may happen to alignments. */
export type AlignAction =
  | { type: 'alignments'; list: Alignment[] }
  | { type: 'alignment'; whole: WholeAlignment }
  | { type: 'alignment-missing'; id: number }
  | { type: 'alignment-job'; id: number; job: number }
  /** `undoes` takes the newest step back instead of adding one. */
  | { type: 'alignment-corrected'; id: number; changed: Corrected; undoes: boolean }
  | { type: 'alignment-at'; at: number; side?: AlignedSide }
  | { type: 'alignment-view'; above?: number; onlyDoubtful?: boolean };

/** The alignments after an action; null where the action is about something else. */
export function reduceAlignments(state: Alignments, action: AlignAction): Alignments | null {
  if (action.type === 'alignments') return { ...state, list: action.list };
  const { open } = state;
  if (!action.type.startsWith('alignment')) return null;
  if (!open || ('id' in action && action.id !== open.id)) return state;
  return { ...state, open: reduceOpen(open, action) };
}

function reduceOpen(open: OpenAlignment, action: Exclude<AlignAction, { type: 'alignments' }>): OpenAlignment {
  switch (action.type) {
    case 'alignment':
      return action.whole.id === open.id ? loaded(open, action.whole) : open;
    case 'alignment-missing':
      return { ...open, missing: true };
    case 'alignment-job':
      return { ...open, job: action.job };
    case 'alignment-corrected':
      return corrected(open, action.changed, action.undoes);
    case 'alignment-at': {
      const at = Math.max(0, Math.min(open.beads.length - 1, action.at));
      return { ...open, at, side: action.side ?? open.side };
    }
    case 'alignment-view':
      return { ...open, above: action.above ?? open.above, onlyDoubtful: action.onlyDoubtful ?? open.onlyDoubtful };
  }
}

/** Steps over another version can no longer be taken back: somebody else has made one since. */
function loaded(open: OpenAlignment, { source, target, beads, ...about }: WholeAlignment): OpenAlignment {
  const undo = open.about?.version === about.version ? open.undo : [];
  return { ...open, about, source, target, beads, undo, at: Math.max(0, Math.min(open.at, beads.length - 1)) };
}

function corrected(
  open: OpenAlignment,
  { version, at, removed, beads: given }: Corrected,
  undoes: boolean,
): OpenAlignment {
  if (!open.about) return open;
  const beads = spliced(open.beads, at, removed, given);
  const before = open.beads.slice(at, at + removed);
  const correction = {
    at,
    removed: given.length,
    beads: before.map(({ source, target, decided }) => ({ source, target, decided })),
  };
  const here = undoes ? (open.undo.at(-1)?.at ?? open.at) : open.at;
  return {
    ...open,
    about: { ...open.about, version, counts: countBeads(beads) },
    beads,
    at: Math.min(here, beads.length - 1),
    undo: undoes ? open.undo.slice(0, -1) : [...open.undo, { correction, at: open.at }],
  };
}
