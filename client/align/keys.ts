// The keys of the alignment desk, as one table: what is printed and what acts are the same rows. They act while a bead is
// focused, so that no letter is taken from anything one types in.
import { isPress, type Press, type Pressed } from '../keys/keymap.ts';
import type { Words } from '../words/words.tsx';
import type { AlignDeeds } from './deeds.ts';
import type { OpenAlignment } from './state.ts';

export type AlignDeed = keyof Words['align']['keys'];

/** A key of the alignment desk. */
export interface AlignKey {
  deed: AlignDeed;
  press: Press;
}

export const ALIGN_KEYS: readonly AlignKey[] = [
  { deed: 'next', press: { code: 'ArrowDown' } },
  { deed: 'previous', press: { code: 'ArrowUp' } },
  { deed: 'left', press: { code: 'ArrowLeft' } },
  { deed: 'right', press: { code: 'ArrowRight' } },
  { deed: 'doubtful', press: { letter: 'n' } },
  { deed: 'doubtfulBefore', press: { letter: 'p' } },
  { deed: 'keep', press: { code: 'Enter' } },
  { deed: 'join', press: { letter: 'j' } },
  { deed: 'split', press: { letter: 's' } },
  { deed: 'onward', press: { alt: true, code: 'ArrowDown' } },
  { deed: 'back', press: { alt: true, code: 'ArrowUp' } },
  { deed: 'out', press: { letter: 'x' } },
  { deed: 'realign', press: { letter: 'r' } },
  { deed: 'undo', press: { letter: 'z' } },
  { deed: 'undo', press: { ctrl: true, letter: 'z' } },
];

/** What a key means on the alignment desk; null where nothing. */
export function alignDeedOf(event: Pressed): AlignDeed | null {
  return ALIGN_KEYS.find(({ press }) => isPress(event, press))?.deed ?? null;
}

/** The places of the beads that are shown, in order. */
export type ShownPlaces = readonly number[];

/** Does what a key means. */
export function actOn(deed: AlignDeed, { at, side }: OpenAlignment, shown: ShownPlaces, deeds: AlignDeeds): void {
  const step = (way: 1 | -1) => {
    const next = way === 1 ? shown.find((place) => place > at) : shown.findLast((place) => place < at);
    if (next !== undefined) deeds.selectBead(next, side);
  };
  const acts: Record<AlignDeed, () => unknown> = {
    next: () => step(1),
    previous: () => step(-1),
    left: () => deeds.selectBead(at, 'source'),
    right: () => deeds.selectBead(at, 'target'),
    doubtful: () => deeds.toDoubtful(1),
    doubtfulBefore: () => deeds.toDoubtful(-1),
    keep: () => deeds.decideBead('kept'),
    join: () => deeds.joinBead(),
    split: () => deeds.splitBead(),
    onward: () => deeds.moveBoundary('onward'),
    back: () => deeds.moveBoundary('back'),
    out: () => deeds.decideBead('out'),
    realign: () => deeds.realignHere(),
    undo: () => deeds.undoBead(),
  };
  acts[deed]();
}
