// A file that comes back over HTTP: what they changed is taken, what both changed is shown, and a hostile one leaves no trace.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Merged } from '../../server/flow/merge-file.ts';
import { type Call, caller } from './calling.ts';
import { type Served, serve } from './serve.ts';

let served: Served;
let call: Call;
let id: number;
beforeAll(async () => {
  served = await serve();
  call = caller(served);
  const article = { from: 'fr', to: 'en', text: 'Une puce\n\nElle chauffe vite. Elle coûte cher.' };
  id = ((await call('post /api/articles', '/api/articles', article)).answer as { id: number }).id;
});
afterAll(() => served.close());

async function back(content: string, name: string, article = id): Promise<{ status: number; answer: unknown }> {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  const response = await fetch(`${served.url}/api/articles/${article}/merge`, { method: 'POST', body: form });
  return { status: response.status, answer: await response.json() };
}

interface Row {
  id: number;
  target: string;
  state: string;
  version: number;
}

const segments = async () =>
  ((await call('get /api/articles/:id', `/api/articles/${id}`)).answer as { segments: Row[] }).segments;

test('what they changed is taken, what both changed is shown with what it takes to settle it', async () => {
  const [first] = await segments();
  await call('put /api/segments/:id', `/api/segments/${first?.id}`, { target: 'A chip', version: 0 });
  const sent = await (await fetch(`${served.url}/api/articles/${id}/export/table`)).text();
  await call('put /api/segments/:id', `/api/segments/${first?.id}`, { target: 'The chip', version: 1 });
  const returned = sent.replace('>A chip<', '>One chip<').replace('vite.</td><td lang="en">', '$&It runs hot.');
  const { status, answer } = await back(returned, 'a.html');
  const merged = answer as Merged;
  expect([status, merged]).toMatchObject([200, { updated: 1, unchanged: 1, unknown: 0 }]);
  expect(merged.conflicts).toMatchObject([
    { n: 1, before: 'A chip', ours: 'The chip', theirs: 'One chip', version: 2 },
  ]);
  expect(await segments()).toMatchObject([{ target: 'The chip' }, { target: 'It runs hot.', state: 'translated' }, {}]);
  const { theirs = '', version } = merged.conflicts[0] ?? {};
  const settled = await call('put /api/segments/:id', `/api/segments/${first?.id}`, { target: theirs, version });
  expect(settled).toMatchObject({ status: 200, answer: { target: 'One chip', state: 'translated' } });
  expect(await back(returned, 'a.html')).toMatchObject({ answer: { updated: 0, conflicts: [] } });
});

test.each([
  ['no file of this kind', '<p>Bonjour</p>', 'a.html', 415],
  ['a memory', '<tmx version="1.4"><header/><body/></tmx>', 'a.tmx', 415],
  ['endless depth', `<xliff version="1.2">${'<group>'.repeat(50_000)}`, 'a.xlf', 400],
  ['entities', '<!DOCTYPE xliff [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><xliff version="1.2"/>', 'a.xlf', 400],
])('refuses %s in words, and changes nothing', async (_, content, name, status) => {
  const before = await segments();
  const answer = await back(content, name);
  expect(answer).toMatchObject({
    status,
    answer: { error: { code: expect.any(String), message: expect.any(String) } },
  });
  expect(await segments()).toEqual(before);
});

test('needs a file, and an article', async () => {
  expect(await call('post /api/articles/:id/merge', `/api/articles/${id}/merge`, {})).toMatchObject({ status: 400 });
  expect((await back('<xliff version="1.2"/>', 'a.xlf', 99)).status).toBe(404);
});
