import { describe, expect, it } from 'vitest';
import type { Job } from '../../client/api/shapes.ts';
import { canResume, withJob } from '../../client/state/jobs.ts';

const job = (state: Job['state'], done = 0): Job => ({
  ...{ id: 7, kind: 'fill', state, done, total: 10, request: null, result: null, error: null },
  ...{ startedBy: 'Maud', startedAt: '2026-01-02T03:04:05Z', endedAt: null },
});

describe('withJob', () => {
  it('follows a job to its end', () => {
    expect(withJob(withJob({}, job('running')), job('running', 4))).toEqual({ 7: job('running', 4) });
    expect(withJob({ 7: job('running') }, job('interrupted'))).toEqual({ 7: job('interrupted') });
  });
  it('never takes back an end that was heard of before the beginning was answered', () => {
    expect(withJob({ 7: job('done', 10) }, job('queued'))).toEqual({ 7: job('done', 10) });
    expect(withJob({ 7: job('running', 4) }, job('running'))).toEqual({ 7: job('running', 4) });
  });
});

describe('canResume', () => {
  const ended = (stoppedBy: { code: string } | null, empty: number) =>
    canResume({ state: 'done', result: { stoppedBy, empty } });
  it('offers what was cut off, and a fill that a service ended with something left', () => {
    expect(canResume(job('interrupted'))).toBe(true);
    expect(canResume(job('running'))).toBe(false);
    expect(ended({ code: 'provider-quota' }, 3)).toBe(true);
    expect(ended({ code: 'budget' }, 3)).toBe(true);
  });
  it('offers nothing where nothing is left, or nothing may be sent', () => {
    expect(canResume(job('done'))).toBe(false);
    expect(ended(null, 3)).toBe(false);
    expect(ended({ code: 'provider-network' }, 0)).toBe(false);
    expect(ended({ code: 'confidential' }, 3)).toBe(false);
  });
});
