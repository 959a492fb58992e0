// A server that is killed in the middle of an import loses nothing that it acknowledged and doubles nothing afterwards; a
// cancelled import leaves no trace.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStores } from '../../db/open.ts';
import type { Job } from '../../server/model.ts';
import { build, start } from './bitexte.ts';

const UNITS = 12_000;

beforeAll(build, 120_000);

let folder: string;
const running: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitexte-import-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(killed));
  rmSync(folder, { recursive: true });
});

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}

/** Starts a server and answers how it is spoken to. */
async function served() {
  const child = start(folder, ['serve', '--port', '0']);
  running.push(child);
  let said = '';
  for await (const piece of child.stdout ?? []) {
    said += String(piece);
    if (said.includes('\n')) break;
  }
  const url = /http:\S+/.exec(said)?.[0] ?? '';
  const call = async (path: string, options: RequestInit = {}) => {
    const answer = await fetch(`${url}/api/${path}`, options);
    expect(answer.ok, await answer.clone().text()).toBe(true);
    return (await answer.json()) as Job & { job: Job };
  };
  const send = async (name: string, from = 0) => {
    const body = new FormData();
    const rows = Array.from({ length: UNITS }, (_, i) => `La phrase numéro ${from + i}.\tSentence number ${from + i}.`);
    body.set('file', new Blob([`fr\ten\n${rows.join('\n')}\n`]), name);
    return (await call('memory/import', { method: 'POST', body })).job;
  };
  const until = async (id: number, fits: (job: Job) => boolean): Promise<Job> => {
    for (;;) {
      const job = await call(`jobs/${id}`);
      if (fits(job)) return job;
      await pause(15);
    }
  };
  return { child, call, send, until };
}

const over = ({ state }: Job) => state !== 'running' && state !== 'queued';

async function standing() {
  const stores = openStores(join(folder, 'test.db'));
  try {
    const { problems } = await stores.upkeep.verify();
    return { problems, units: (await stores.memory.stats()).units, imports: await stores.memory.imports() };
  } finally {
    stores.close();
  }
}

test('what a kill cut off is resumed, and the same file again changes nothing', async () => {
  const first = await served();
  const whole = await first.send('first.tsv');
  expect((await first.until(whole.id, over)).state).toBe('done');
  const cut = await first.send('second.tsv', UNITS);
  await first.until(cut.id, ({ done }) => done > 0);
  await killed(first.child);
  // What was acknowledged stands, what was not is not seen.
  expect(await standing()).toMatchObject({ problems: [], units: UNITS });
  const second = await served();
  expect((await second.until(cut.id, over)).state).toBe('interrupted');
  const { job } = await second.call(`jobs/${cut.id}/resume`, { method: 'POST' });
  expect(await second.until(job.id, over)).toMatchObject({ state: 'done', result: { read: UNITS, refused: 0 } });
  const again = await second.send('second.tsv', UNITS);
  const repeated = await second.until(again.id, over);
  expect(repeated).toMatchObject({ state: 'done', result: { added: 0, updated: 0, unchanged: UNITS } });
  expect(await standing()).toMatchObject({ problems: [], units: 2 * UNITS });
}, 180_000);

test('a cancelled import is taken back whole', async () => {
  const { send, until, call } = await served();
  const job = await send('unwanted.tsv');
  await until(job.id, ({ done }) => done > 0);
  await call(`jobs/${job.id}`, { method: 'DELETE' });
  expect((await until(job.id, over)).state).toBe('cancelled');
  const { units, imports } = await standing();
  expect({ units, states: imports.map(({ state }) => state) }).toEqual({ units: 0, states: ['undone'] });
}, 120_000);
