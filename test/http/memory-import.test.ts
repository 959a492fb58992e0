// A file comes into the memory over HTTP: it is followed, stopped, taken back, and taken up again after the server was killed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Job } from '../../server/model.ts';
import { type ServerProcess, startServer } from '../browser/server.ts';
import { build } from '../cli/bitexte.ts';
import { type Served, serve } from './serve.ts';

let served: Served;
beforeAll(async () => {
  build();
  served = await serve();
}, 120_000);
afterAll(() => served.close());

const rows = (count: number) =>
  `en\tfr\n${Array.from({ length: count }, (_, i) => `Chip ${i} waits in a drawer of the old bench.\tLa puce ${i} attend dans un tiroir du vieil établi.\n`).join('')}`;

async function upload(url: string, text: string, fields: Record<string, string> = {}): Promise<Job> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new File([text], 'm.tsv'));
  const answer = await fetch(`${url}/api/memory/import`, { method: 'POST', body: form });
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { job: Job }).job;
}

const ask = async <T>(url: string, path: string, method = 'GET') =>
  (await (await fetch(`${url}/api${path}`, { method })).json()) as T;
const jobOf = (url: string, id: number) => ask<Job>(url, `/jobs/${id}`);
const units = async (url: string) => (await ask<{ units: number }>(url, '/memory/stats')).units;

async function ended(url: string, id: number): Promise<Job> {
  await expect.poll(async () => (await jobOf(url, id)).endedAt, { timeout: 60_000, interval: 20 }).not.toBeNull();
  return jobOf(url, id);
}

async function underWay(url: string, id: number): Promise<void> {
  await expect.poll(async () => (await jobOf(url, id)).done, { timeout: 30_000, interval: 10 }).toBeGreaterThan(0);
}

test('a file is counted, what stays out is named with its place, and the whole is taken back', async () => {
  const told: number[] = [];
  const unlisten = served.jobs.listen((job) => told.push(job.done));
  const { id } = await upload(served.url, `${rows(3000)}Only one side.\t\n`);
  const { state, done, result } = await ended(served.url, id);
  unlisten();
  expect([state, done]).toEqual(['done', 3001]);
  expect(result).toMatchObject({ read: 3001, added: 3000, refused: 1 });
  expect((result as { refusals: unknown }).refusals).toEqual([
    {
      ...{ at: 'line 3002', why: 'the row has no text in fr', code: 'empty-cell' },
      ...{ values: { language: 'fr' }, place: { line: 3002 } },
    },
  ]);
  expect(told).toEqual(told.toSorted((one, other) => one - other));
  expect(await units(served.url)).toBe(3000);
  const [record] = await ask<{ id: number; state: string; file: string }[]>(served.url, '/memory/imports');
  expect(record).toMatchObject({ state: 'done', file: 'm.tsv' });
  expect(await ask(served.url, `/memory/imports/${record?.id}`, 'DELETE')).toMatchObject({ state: 'undone' });
  expect(await units(served.url)).toBe(0);
});

test('an import that is stopped leaves nothing in the memory and no file behind', async () => {
  const { id } = await upload(served.url, rows(15_000));
  await underWay(served.url, id);
  expect(await ask(served.url, `/jobs/${id}`, 'DELETE')).toMatchObject({ state: 'cancelled' });
  expect(await units(served.url)).toBe(0);
  const again = await fetch(`${served.url}/api/jobs/${id}/resume`, { method: 'POST' });
  expect(again.status).toBe(202);
  const { job } = (await again.json()) as { job: Job };
  expect(await ended(served.url, job.id)).toMatchObject({ state: 'failed', error: { code: 'send-again' } });
});

test('a file that is none says so in its job, with a code and the line', async () => {
  const form = new FormData();
  form.append('file', new File(['<tmx version="1.4"><header/><body>\n<tu>\n</body></tmx>'], 'broken.tmx'));
  const answer = await fetch(`${served.url}/api/memory/import`, { method: 'POST', body: form });
  const { job } = (await answer.json()) as { job: Job };
  const { state, error } = await ended(served.url, job.id);
  expect([state, error?.code, error?.values]).toEqual(['failed', 'bad-xml', { line: 3 }]);
  expect(await units(served.url)).toBe(0);
});

test('an import whose server is killed is interrupted, and resumes without losing or doubling a unit', async () => {
  const COUNT = 15_000;
  const server: ServerProcess = await startServer();
  try {
    const { id } = await upload(server.url, rows(COUNT));
    await underWay(server.url, id);
    await server.kill();
    await server.start();
    expect(await jobOf(server.url, id)).toMatchObject({ state: 'interrupted', kind: 'memory-import' });
    expect(await units(server.url)).toBe(0);
    const { job } = await ask<{ job: Job }>(server.url, `/jobs/${id}/resume`, 'POST');
    const { state, result } = await ended(server.url, job.id);
    const { added, unchanged } = result as { added: number; unchanged: number };
    expect([state, added + unchanged]).toEqual(['done', COUNT]);
    expect(unchanged).toBeGreaterThan(0);
    expect(await units(server.url)).toBe(COUNT);
  } finally {
    await server.close();
  }
}, 120_000);
