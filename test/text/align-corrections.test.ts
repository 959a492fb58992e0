// What a person does to an alignment, and how what lies around it is judged anew.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JudgedBead } from '../../server/model-alignment.ts';
import { align } from '../../server/text/align.ts';
import { alignedAgain, scoredAgain } from '../../server/text/align-again.ts';
import {
  type Correction,
  countBeads,
  decidedAs,
  fits,
  inverse,
  isDoubtful,
  isOffered,
  joined,
  moved,
  nextDoubtful,
  openStretch,
  spliced,
} from '../../server/text/align-corrections.ts';
import { ENGLISH, FRENCH } from './rocket.ts';
import { SHORT_ARTICLES } from './short-articles.ts';

const bead = (source: number[], target: number[], more: Partial<JudgedBead> = {}): JudgedBead => ({
  ...{ source, target, score: 0.95, decided: null, flags: [] },
  ...more,
});
const shown = (beads: readonly Pick<JudgedBead, 'source' | 'target'>[]) =>
  beads.map(({ source, target }) => `${source.join('+')}:${target.join('+')}`);
const THREE = [bead([0], [0]), bead([1], [1, 2]), bead([2], [3])];
const corrected = (beads: readonly JudgedBead[], correction: Correction | null) => {
  if (!correction) return null;
  expect(fits(beads, correction)).toBe(true);
  return shown(
    spliced<Pick<JudgedBead, 'source' | 'target'>>(beads, correction.at, correction.removed, correction.beads),
  );
};

describe('a correction', () => {
  it('joins a bead with the next, not the last with nothing', () => {
    expect(corrected(THREE, joined(THREE, 1))).toEqual(['0:0', '1+2:1+2+3']);
    expect(joined(THREE, 2)).toBeNull();
  });

  it('moves a boundary by a sentence on one side, either way', () => {
    expect(corrected(THREE, moved(THREE, 1, 'target', 'back'))).toEqual(['0:0', '1:1', '2:2+3']);
    expect(corrected(THREE, moved(THREE, 0, 'target', 'onward'))).toEqual(['0:0+1', '1:2', '2:3']);
    expect(corrected(THREE, moved(THREE, 1, 'source', 'onward'))).toEqual(['0:0', '1+2:1+2', ':3']);
  });

  it('lets a bead go that is left with nothing', () => {
    const alone = [bead([0], [0]), bead([1], [])];
    expect(corrected(alone, moved(alone, 0, 'source', 'onward'))).toEqual(['0+1:0']);
    const first = [bead([0], []), bead([1], [0])];
    expect(corrected(first, moved(first, 0, 'source', 'back'))).toEqual(['0+1:0']);
  });

  it('moves nothing where there is nothing to move', () => {
    expect(moved(THREE, 2, 'source', 'onward')).toBeNull();
    const alone = [bead([0], []), bead([], [0])];
    expect(moved(alone, 0, 'target', 'back')).toBeNull();
    expect(moved(alone, 0, 'source', 'onward')).toBeNull();
  });

  it('says what a person thinks, and takes it back', () => {
    expect(decidedAs(THREE, 1, 'out')?.beads[0]?.decided).toBe('out');
    expect(decidedAs([bead([0], [0], { decided: 'out' })], 0, 'out')?.beads[0]?.decided).toBeNull();
  });

  it('is refused where a sentence would be lost, doubled or moved', () => {
    const put = (source: number[], target: number[]): Correction => ({
      ...{ at: 1, removed: 1 },
      beads: [{ source, target, decided: null }],
    });
    expect(fits(THREE, put([1], [1, 2]))).toBe(true);
    expect(fits(THREE, put([1], [2]))).toBe(false);
    expect(fits(THREE, put([1], [2, 1]))).toBe(false);
    expect(fits(THREE, put([1, 1], [1, 2]))).toBe(false);
    expect(fits(THREE, { at: 2, removed: 2, beads: [{ source: [2], target: [3], decided: null }] })).toBe(false);
    expect(fits(THREE, { ...put([1], [1, 2]), beads: [] })).toBe(false);
  });

  it('can always be taken back, whatever it was', () => {
    const deeds = fc.array(
      fc.record({ at: fc.nat(8), deed: fc.constantFrom('join', 'onward', 'back', 'out'), left: fc.boolean() }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(deeds, (steps) => {
        let beads = Array.from({ length: 8 }, (_, i) => bead([i], [i]));
        const undone: { before: string[]; undo: Correction }[] = [];
        for (const { at, deed, left } of steps) {
          const side = left ? 'source' : 'target';
          const correction =
            deed === 'join'
              ? joined(beads, at)
              : deed === 'out'
                ? decidedAs(beads, at, 'out')
                : moved(beads, at, side, deed as 'back');
          if (!correction) continue;
          expect(fits(beads, correction)).toBe(true);
          undone.push({ before: shown(beads), undo: inverse(beads, correction) });
          beads = spliced(
            beads,
            correction.at,
            correction.removed,
            correction.beads.map((one) => bead(one.source, one.target)),
          );
        }
        for (const { before, undo } of undone.reverse()) {
          expect(fits(beads, undo)).toBe(true);
          beads = spliced(
            beads,
            undo.at,
            undo.removed,
            undo.beads.map((one) => bead(one.source, one.target)),
          );
          expect(shown(beads)).toEqual(before);
        }
      }),
    );
  });
});

describe('what is offered', () => {
  it('is what is sure, made or kept, and what no check doubts', () => {
    expect(isOffered(bead([0], [0]))).toBe(true);
    expect(isOffered(bead([0], [0], { score: 0.5 }))).toBe(false);
    expect(isOffered(bead([0], [0], { score: 0.5 }), 0.4)).toBe(true);
    expect(isOffered(bead([0], [0], { flags: ['number'] }))).toBe(false);
    expect(isOffered(bead([0], [0], { flags: ['number'], decided: 'made' }))).toBe(false);
    expect(isOffered(bead([0], [0], { flags: ['number'], decided: 'kept' }))).toBe(true);
    expect(isOffered(bead([0], [0], { score: 0, decided: 'made' }))).toBe(true);
    expect(isOffered(bead([0], [0], { decided: 'out' }))).toBe(false);
    expect(isOffered(bead([0], [], { decided: 'kept' }))).toBe(false);
  });

  it('and what wants an eye are counted, and found one after the other', () => {
    const beads = [
      bead([0], [0]),
      bead([1], [], { score: 0.4 }),
      bead([2], [1], { flags: ['length'] }),
      bead([3], [2], { score: 0.2, decided: 'out' }),
    ];
    expect(beads.map((one) => isDoubtful(one))).toEqual([false, true, true, false]);
    expect(countBeads(beads)).toEqual({ beads: 4, pairs: 3, offered: 1, doubtful: 2, flagged: 1, out: 1 });
    expect(nextDoubtful(beads, 0, 1, 0.9)).toBe(1);
    expect(nextDoubtful(beads, 2, 1, 0.9)).toBe(1);
    expect(nextDoubtful(beads, 0, -1, 0.9)).toBe(2);
    expect(nextDoubtful([bead([0], [0])], 0, 1, 0.9)).toBeNull();
  });

  it('lies between what a person has decided', () => {
    const beads = [
      bead([0], [0], { decided: 'kept' }),
      bead([1], [1]),
      bead([2], [2]),
      bead([3], [3], { decided: 'out' }),
    ];
    expect(openStretch(beads, 2)).toEqual({ from: 1, to: 3 });
    expect(openStretch(beads, 0)).toBeNull();
  });
});

describe('judged again', () => {
  it.each(Object.entries(SHORT_ARTICLES))('keeps the scores of what stands as it was found: %s', (_about, gold) => {
    const [source = [], target = []] = [0, 1].map((side) => gold.flatMap((pair) => pair[side] ?? []));
    const beads = align(source, target).map((found): JudgedBead => ({ ...found, decided: null, flags: [] }));
    for (const at of beads.keys()) {
      const { from, scores } = scoredAgain({ source, target, beads }, { from: at, to: at + 1 });
      for (const [k, score] of scores.entries())
        expect(Math.abs(score - (beads[from + k]?.score ?? 0))).toBeLessThan(0.05);
    }
  });

  const right = align(FRENCH, ENGLISH).map((one): JudgedBead => ({ ...one, decided: null, flags: [] }));
  const judged = (beads: readonly JudgedBead[]) => ({ source: FRENCH, target: ENGLISH, beads });
  /** The second and third sentence, with the boundary a sentence too far on the right. */
  const damaged = spliced(right, 1, 2, [bead([1], []), bead([2], [1, 2])]);

  it('a damaged stretch scores low, and what stands around it stays sure', () => {
    const { from, scores } = scoredAgain(judged(damaged), { from: 1, to: 3 });
    expect(from).toBe(0);
    expect(scores).toHaveLength(damaged.length);
    expect(Math.max(scores[1] ?? 1, scores[2] ?? 1)).toBeLessThan(0.2);
    expect(Math.min(...scores.slice(3))).toBeGreaterThan(0.9);
  });

  it('once mended it is as sure as it was', () => {
    const { scores } = scoredAgain(judged(right), { from: 1, to: 3 });
    for (const [at, score] of scores.entries()) expect(score).toBeCloseTo(right[at]?.score ?? 0, 1);
  });

  it('what a person made is right, and its neighbours are judged by it', () => {
    const made = spliced(damaged, 1, 1, [bead([1], [], { decided: 'made' })]);
    const { scores } = scoredAgain(judged(made), { from: 1, to: 2 });
    expect(scores[1]).toBe(1);
    const { scores: without } = scoredAgain(judged(damaged), { from: 1, to: 2 });
    expect(scores[2]).toBeGreaterThan(without[2] ?? 1);
  });

  it('a damaged stretch is aligned anew, and a bead taken apart', () => {
    expect(shown(alignedAgain(judged(damaged), { from: 1, to: 3 }))).toEqual(['1:1', '2:2']);
    const whole = spliced(right, 2, 3, [bead([2, 3, 4], [2, 3, 4])]);
    expect(shown(alignedAgain(judged(whole), { from: 2, to: 3 }, true))).toEqual(['2:2', '3:3', '4:4']);
    expect(shown(alignedAgain(judged(right), { from: 2, to: 3 }, true)).sort()).toEqual(['2:', ':2']);
  });
});
