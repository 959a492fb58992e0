import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../server/errors.ts';
import { createJobs, type Jobs, type Task, type Work } from '../../server/flow/jobs.ts';
import type { Job } from '../../server/model.ts';
import { freshStores } from '../fresh-stores.ts';

const stores = freshStores();
const now = () => new Date().toISOString();
let log: string[];
let jobs: Jobs;
let told: Job[];

beforeEach(() => {
  log = [];
  told = [];
  jobs = createJobs({
    store: stores.jobs,
    now,
    kinds: { count: (request, by) => counting(Number(request), by) },
    log: (line) => log.push(line),
  });
  jobs.listen((job) => told.push(job));
});
afterEach(() => jobs.close());

/** Work that waits at each step until it is let go on. */
function gates() {
  const waiting: (() => void)[] = [];
  return { step: () => new Promise<void>((go) => waiting.push(go)), open: () => waiting.shift()?.(), waiting };
}

function task(work: (signal: AbortSignal) => Work, more: Partial<Task> = {}): Task {
  return { kind: 'test', lane: `lane-${Math.random()}`, request: null, by: 'Ada', work, ...more };
}

function counting(to: number, by = 'Ada'): Task {
  return task(
    async function* () {
      for (let done = 1; done <= to; done++) yield { done, total: to };
      return { counted: to };
    },
    { kind: 'count', request: to, by },
  );
}

async function until(id: number, state: Job['state']): Promise<Job> {
  for (;;) {
    const job = await jobs.get(id);
    if (job?.state === state) return job;
    await new Promise((go) => setTimeout(go, 5));
  }
}

describe('a job', () => {
  test('tells how far it is also while its next step keeps it waiting', async () => {
    const { step, open } = gates();
    const { id } = await jobs.start(
      task(async function* () {
        yield { done: 0, total: 2 };
        yield { done: 1, total: 2 };
        await step();
        return null;
      }),
    );
    await expect.poll(() => told.some((job) => job.id === id && job.done === 1)).toBe(true);
    expect(await stores.jobs.get(id)).toMatchObject({ done: 1, state: 'running' });
    open();
    await until(id, 'done');
  });

  test('tells its progress, ends with its result, and both are stored', async () => {
    const { id } = await jobs.start(counting(3));
    const ended = await until(id, 'done');
    expect(ended).toMatchObject({ done: 3, total: 3, result: { counted: 3 }, error: null, startedBy: 'Ada' });
    expect(await stores.jobs.get(id)).toEqual(ended);
    expect(told.at(-1)).toEqual(ended);
    expect(told.some((job) => job.state === 'running')).toBe(true);
  });

  test('fails in the words of a user’s mistake, and keeps a bug’s details to the log', async () => {
    const fail = (thrown: Error) =>
      // biome-ignore lint/correctness/useYield: it fails before its first step
      task(async function* () {
        throw thrown;
      });
    const mistake = await jobs.start(fail(new UserError('bad-file', 'Send another file.')));
    expect((await until(mistake.id, 'failed')).error).toEqual({ code: 'bad-file', message: 'Send another file.' });
    const bug = await jobs.start(fail(new Error('secret detail')));
    expect((await until(bug.id, 'failed')).error?.code).toBe('internal');
    expect(JSON.stringify(await stores.jobs.get(bug.id))).not.toContain('secret detail');
    expect(log.join()).toContain('secret detail');
  });

  test('asked for twice runs once', async () => {
    const gate = gates();
    const once = () =>
      task(
        async function* () {
          yield { done: 0, total: 1 };
          await gate.step();
          return 1;
        },
        { lane: 'same' },
      );
    const [first, second] = await Promise.all([jobs.start(once()), jobs.start(once())]);
    expect(second.id).toBe(first.id);
    while (gate.waiting.length === 0) await new Promise((go) => setTimeout(go, 1));
    gate.open();
    await until(first.id, 'done');
    expect((await jobs.start(once())).id).not.toBe(first.id);
    while (gate.waiting.length === 0) await new Promise((go) => setTimeout(go, 1));
    gate.open();
  });
});

describe('stopping', () => {
  test('work that heeds its signal ends as cancelled, with what it says of itself', async () => {
    const { id } = await jobs.start(
      task(async function* (signal) {
        for (let done = 0; !signal.aborted; done++) {
          yield { done, total: null };
          await new Promise((go) => setTimeout(go, 1));
        }
        return { kept: true };
      }),
    );
    await until(id, 'running');
    expect(await jobs.cancel(id)).toMatchObject({ state: 'cancelled', result: { kept: true } });
  });

  test('work that does not is left at its next step, and may tidy up', async () => {
    let tidy = false;
    const { id } = await jobs.start(
      task(async function* () {
        try {
          for (let done = 0; ; done++) {
            yield { done, total: null };
            await new Promise((go) => setTimeout(go, 1));
          }
        } finally {
          tidy = true;
        }
      }),
    );
    await until(id, 'running');
    expect((await jobs.cancel(id)).state).toBe('cancelled');
    expect(tidy).toBe(true);
  });

  test('an ended job stays as it ended', async () => {
    const { id } = await jobs.start(counting(1));
    const ended = await until(id, 'done');
    expect(await jobs.cancel(id)).toEqual(ended);
    await expect(jobs.cancel(999_999)).rejects.toMatchObject({ status: 404 });
  });
});

describe('the end of the process', () => {
  test('an orderly one leaves jobs interrupted, and they can be resumed', async () => {
    const { id } = await jobs.start(
      task(
        async function* () {
          for (let done = 0; ; done++) {
            yield { done, total: 2 };
            await new Promise((go) => setTimeout(go, 1));
          }
        },
        { kind: 'count', request: 2 },
      ),
    );
    await until(id, 'running');
    await jobs.close();
    expect((await stores.jobs.get(id))?.state).toBe('interrupted');
    const again = await jobs.resume(id, 'Grace');
    expect(await until(again.id, 'done')).toMatchObject({ kind: 'count', startedBy: 'Grace', result: { counted: 2 } });
  });

  test('what a killed process left running is found interrupted', async () => {
    const left = await stores.jobs.start({ kind: 'count', request: 1, by: 'Ada', at: now() });
    await stores.jobs.progress(left.id, 1, 4);
    expect((await jobs.wake()).map((job) => job.id)).toEqual([left.id]);
    expect(await jobs.get(left.id)).toMatchObject({ state: 'interrupted', done: 1, total: 4 });
  });

  test('a job whose file is gone says what to do instead', async () => {
    const left = await stores.jobs.start({ kind: 'memory-import', request: 1, by: 'Ada', at: now() });
    await jobs.wake();
    await expect(jobs.resume(left.id, 'Ada')).rejects.toMatchObject({ code: 'send-again', status: 409 });
  });
});
