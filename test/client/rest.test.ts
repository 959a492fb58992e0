// Work that waits for the person: never while keys come, one piece at a time, and none of them lost.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atRest, stir } from '../../client/state/rest.ts';

/** Longer than a rest with an idle moment behind it, shorter than the patience with a piece that does not end. */
const A_REST = 500;
const VERY_LONG = 5000;

describe('work at rest', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    stir();
  });
  afterEach(async () => {
    await vi.advanceTimersByTimeAsync(VERY_LONG);
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('waits for as long as keys follow each other', async () => {
    const done: string[] = [];
    atRest(() => done.push('drawn'));
    for (let key = 0; key < 20; key++) {
      await vi.advanceTimersByTimeAsync(120);
      stir();
    }
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(A_REST);
    expect(done).toEqual(['drawn']);
  });

  it('is put off again by a key that comes between two pieces', async () => {
    const done: string[] = [];
    atRest(() => {
      done.push('first');
      stir();
    });
    atRest(() => done.push('second'));
    await vi.advanceTimersByTimeAsync(A_REST);
    expect(done).toEqual(['first']);
    await vi.advanceTimersByTimeAsync(A_REST);
    expect(done).toEqual(['first', 'second']);
  });

  it('begins a piece when the one before it has its answer', async () => {
    const done: string[] = [];
    let answer = () => {};
    atRest(() => new Promise<void>((resolve) => (answer = resolve)));
    atRest(() => done.push('second'));
    await vi.advanceTimersByTimeAsync(A_REST);
    expect(done).toEqual([]);
    answer();
    await vi.advanceTimersByTimeAsync(A_REST);
    expect(done).toEqual(['second']);
  });

  it('goes on without an answer that does not come', async () => {
    const done: string[] = [];
    atRest(() => new Promise(() => {}));
    atRest(() => done.push('second'));
    await vi.advanceTimersByTimeAsync(VERY_LONG);
    expect(done).toEqual(['second']);
  });

  it('leaves out what was called off, and goes on behind a piece that failed', async () => {
    const faults: unknown[] = [];
    vi.stubGlobal('reportError', (fault: unknown) => faults.push(fault));
    const done: string[] = [];
    const callOff = atRest(() => done.push('called off'));
    atRest(() => {
      throw new Error('broken');
    });
    atRest(() => done.push('last'));
    callOff();
    await vi.advanceTimersByTimeAsync(VERY_LONG);
    expect(done).toEqual(['last']);
    expect(faults).toEqual([new Error('broken')]);
  });
});
