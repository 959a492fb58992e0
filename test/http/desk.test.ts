// What a desk settles, over HTTP: terms, house style, own words; and what one does with findings.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Call, caller } from './calling.ts';
import { type Served, serve } from './serve.ts';

let served: Served;
let call: Call;
beforeAll(async () => {
  const knows = (word: string) => word.toLowerCase() !== 'diddojo';
  const suggest = (word: string) => (word === 'recieve' ? ['receive'] : []);
  served = await serve(({ desk }) => ({ desk: { ...desk, knows, suggest } }));
  call = caller(served);
  await call('post /api/articles', '/api/articles', {
    ...{ from: 'en', to: 'fr' },
    text: 'Is Diddojo over?\n\nThe EU agrees.',
  });
  await call('put /api/segments/:id', '/api/segments/1', { target: 'Diddojo est-il fini?', version: 0 });
  await call('put /api/segments/:id', '/api/segments/2', { target: 'L’EU est d’accord.', version: 0 });
});
afterAll(() => served.close());

const TERM = { from: 'en', to: 'fr', source: 'chip', targets: ['puce'], gloss: 'puce électronique', keep: true };

test.each<[string, string, number, object | undefined, unknown]>([
  ['put /api/terms', '/api/terms', 200, TERM, { result: 'added' }],
  ['put /api/terms', '/api/terms', 200, TERM, { result: 'unchanged' }],
  ['put /api/terms', '/api/terms', 400, { ...TERM, targets: [], gloss: undefined }, {}],
  ['put /api/terms', '/api/terms', 200, { ...TERM, targets: ['puce électronique'] }, { result: 'updated' }],
  ['put /api/terms', '/api/terms', 200, { ...TERM, targets: [] }, { result: 'unchanged' }],
  ['put /api/terms', '/api/terms', 200, TERM, { result: 'updated' }],
  ['put /api/terms', '/api/terms', 400, { ...TERM, forbidden: ['puce'] }, {}],
  ['get /api/terms', '/api/terms?from=en&to=fr', 200, undefined, [{ source: 'chip', gloss: 'puce électronique' }]],
  ['get /api/terms/suggestions', '/api/terms/suggestions?from=en&to=fr', 200, undefined, []],
  ['get /api/terms/known', '/api/terms/known?from=de&to=fr', 200, undefined, []],
  ['post /api/terms/known', '/api/terms/known', 200, { from: 'de', to: 'fr' }, { added: 0 }],
  ['delete /api/terms/:id', '/api/terms/1', 200, undefined, { id: 1 }],
  ['delete /api/terms/:id', '/api/terms/1', 404, undefined, {}],
  ['get /api/style', '/api/style', 200, undefined, { profile: 'default', weights: {} }],
  ['put /api/style', '/api/style', 200, { profile: 'strict' }, { profile: 'strict', french: null }],
  ['put /api/style', '/api/style', 400, { profile: 'mild' }, { error: { code: 'bad-style' } }],
  ['put /api/style', '/api/style', 200, {}, { profile: 'default' }],
  ['get /api/style/preset', '/api/style/preset', 200, undefined, { tag: { default: 'error' } }],
  ['get /api/articles/:id/unknown', '/api/articles/1/unknown', 200, undefined, [{ word: 'Diddojo', copied: true }]],
  ['post /api/words', '/api/words', 200, { word: 'Diddojo' }, { added: true }],
  ['get /api/words', '/api/words', 200, undefined, [{ word: 'Diddojo', language: null }]],
  ['get /api/articles/:id/unknown', '/api/articles/1/unknown', 200, undefined, []],
  ['delete /api/words', '/api/words', 200, { word: 'Diddojo' }, { dropped: true }],
  ['get /api/spelling', '/api/spelling?word=recieve&language=en', 200, undefined, ['receive']],
  ['get /api/articles/:id/fixes', '/api/articles/1/fixes?checks=acronym', 200, undefined, [{ n: 2 }]],
  [
    'post /api/segments/:id/dismissals',
    '/api/segments/2/dismissals',
    200,
    { check: 'acronym', side: 'target', start: 2, end: 4, why: 'a brand' },
    { dismissed: true },
  ],
  ['get /api/articles/:id/dismissals', '/api/articles/1/dismissals', 200, undefined, [{ words: 'EU', why: 'a brand' }]],
  ['get /api/articles/:id/fixes', '/api/articles/1/fixes?checks=acronym', 200, undefined, []],
  [
    'post /api/segments/:id/dismissals',
    '/api/segments/2/dismissals',
    409,
    { check: 'acronym', side: 'target', start: 2, end: 400 },
    { error: { code: 'finding-gone' } },
  ],
  [
    'delete /api/segments/:id/dismissals',
    '/api/segments/2/dismissals',
    200,
    { check: 'acronym', side: 'target', start: 2, end: 4 },
    { recalled: true },
  ],
  ['post /api/articles/:id/fixes', '/api/articles/1/fixes', 200, { segments: [2] }, [{ after: 'L’UE est d’accord.' }]],
])('%s as %s answers %i', async (where, address, status, body, answer) => {
  const got = await call(where, address, body);
  expect(got.status).toBe(status);
  expect(got.answer).toMatchObject(answer as object);
  expect(served.log).toEqual([]);
});

test('files of terms and of the house style come in and go out', async () => {
  const send = async (path: string, name: string, text: string) => {
    const form = new FormData();
    form.append('file', new File([text], name));
    return (await fetch(served.url + path, { method: 'POST', body: form })).json();
  };
  expect(
    await send('/api/terms/import', 't.csv', 'fr,en,short\nBercy,the ministry of finance,the ministry\n'),
  ).toMatchObject({
    added: 1,
  });
  const csv = await (await fetch(`${served.url}/api/terms/export/csv`)).text();
  expect(csv).toBe('fr,en,forbidden,short,note\r\nBercy,the ministry of finance,,the ministry,\r\n');
  expect(await (await fetch(`${served.url}/api/terms/export/tbx`)).text()).toContain('shortForm');
  const style = await (await fetch(`${served.url}/api/style/export`)).text();
  expect(await send('/api/style/import', 'style.json', style)).toMatchObject({
    words: 0,
    style: { profile: 'default' },
  });
});

test('what a desk settles is told to every browser', async () => {
  const response = await fetch(`${served.url}/api/events`, { headers: { 'Last-Event-ID': 'test-0' } });
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  const heard = new TextDecoder().decode(value);
  await reader?.cancel();
  for (const what of ['terms', 'style', 'dismissals']) expect(heard).toContain(`event: desk\ndata: {"what":"${what}"}`);
});
