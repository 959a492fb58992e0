// The alignment desk over HTTP: a pair comes in by a job, is corrected over the version that was seen, remembered and taken back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Alignment, JudgedBead } from '../../server/model-alignment.ts';
import { ENGLISH, FRENCH } from '../text/rocket.ts';
import { type Call, caller } from './calling.ts';
import { type Served, serve } from './serve.ts';

const PAGE = {
  title: 'Rocket',
  address: 'https://example.org/rocket',
  byline: null,
  published: '2026-03-01',
  language: 'en',
};

let served: Served;
let call: Call;
beforeAll(async () => {
  const html = `<html lang="en"><body>${ENGLISH.map((one) => `<p>${one}</p>`).join('')}</body></html>`;
  served = await serve(() => ({ readPage: async () => ({ ...PAGE, html }) }));
  call = caller(served);
});
afterAll(() => served.close());

const text = (sentences: readonly string[]) => ({ text: sentences.join('\n') });
const base64 = (sentences: readonly string[]) => Buffer.from(sentences.join('\n')).toString('base64');

/** Brings a pair in and waits for its job. */
async function bring(body: object): Promise<{ id: number; state: string; code: string | undefined }> {
  const { status, answer } = await call('post /api/alignments', '/api/alignments', body);
  expect(status).toBe(202);
  const { id, job } = answer as { id: number; job: { id: number } };
  for (;;) {
    const now = (await call('get /api/jobs/:id', `/api/jobs/${job.id}`)).answer as {
      state: string;
      error: { code: string } | null;
    };
    if (now.state !== 'running' && now.state !== 'queued') return { id, state: now.state, code: now.error?.code };
    await new Promise((go) => setTimeout(go, 10));
  }
}

const whole = async (id: number) =>
  (await call('get /api/alignments/:id', `/api/alignments/${id}`)).answer as Alignment & { beads: JudgedBead[] };

test('a pair comes in as texts, files, a page of the web and an article, with where each came from', async () => {
  const article = await call('post /api/articles', '/api/articles', {
    from: 'fr',
    to: 'en',
    ...text(FRENCH),
    title: 'Fusée',
  });
  const { id: source } = article.answer as { id: number };
  const sides: [object, object, string[]][] = [
    [text(FRENCH), text(ENGLISH), [FRENCH[0] ?? '', ENGLISH[0] ?? '']],
    [{ name: 'f.txt', base64: base64(FRENCH) }, { name: 'e.txt', base64: base64(ENGLISH) }, ['f.txt', 'e.txt']],
    [{ article: source }, { url: 'https://example.org/rocket' }, ['Fusée', 'Rocket']],
  ];
  for (const [one, other, names] of sides) {
    const { id, state } = await bring({ from: 'fr', to: 'en', source: one, target: other });
    expect(state).toBe('done');
    const alignment = await whole(id);
    expect(alignment.documents.map(({ name }) => name)).toEqual(names);
    expect(alignment.counts.pairs).toBe(7);
  }
  const list = (await call('get /api/alignments', '/api/alignments')).answer as Alignment[];
  expect(list[0]?.documents[0]).toMatchObject({ article: source });
  expect(list[0]?.documents[1]).toMatchObject({ address: PAGE.address, date: PAGE.published });
});

/** What the stream of events tells of an alignment, up to when it was brought back. */
async function toldOf(stream: Response, id: number): Promise<{ what: string }[]> {
  let text = '';
  for await (const piece of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += piece;
    if (text.includes('undeleted')) break;
  }
  const events = text.split('\n\n').filter((event) => event.includes('event: alignments'));
  return events
    .map((event) => JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? 'null') as { id: number; what: string })
    .filter((event) => event.id === id);
}

test('a correction over an older version is answered with a conflict, and what happens is told to every browser', async () => {
  const stream = await fetch(`${served.url}/api/events`);
  const { id } = await bring({ from: 'fr', to: 'en', source: text(FRENCH), target: text(ENGLISH) });
  const address = `/api/alignments/${id}`;
  const correct = (body: object) => call('post /api/alignments/:id/correct', `${address}/correct`, body);
  const out = { at: 1, removed: 1, beads: [{ source: [1], target: [1], decided: 'out' }] };
  expect((await correct({ version: 1, ...out })).status).toBe(200);
  expect((await correct({ version: 1, ...out })).status).toBe(409);
  expect(
    (await correct({ version: 2, at: 1, removed: 1, beads: [{ source: [2], target: [1], decided: null }] })).status,
  ).toBe(400);
  expect((await correct({ version: 2, at: 1, removed: 1, beads: [] })).status).toBe(400);
  const realigned = { version: 2, from: 1, to: 2 };
  expect((await call('post /api/alignments/:id/realign', `${address}/realign`, realigned)).status).toBe(200);
  const remember = { version: 3, above: 0.5 };
  const { answer } = await call('post /api/alignments/:id/remember', `${address}/remember`, remember);
  expect(answer).toMatchObject({ added: 7 });
  expect((await call('delete /api/alignments/:id/remember', `${address}/remember`)).status).toBe(200);
  expect((await call('delete /api/alignments/:id/remember', `${address}/remember`)).status).toBe(409);
  expect((await call('delete /api/alignments/:id', address)).status).toBe(200);
  expect((await call('get /api/alignments/:id', address)).status).toBe(404);
  expect((await call('post /api/alignments/:id/undelete', `${address}/undelete`)).status).toBe(200);
  const told = await toldOf(stream, id);
  expect(told.map(({ what }) => what)).toEqual([
    ...['added', 'opened', 'corrected', 'corrected', 'remembered', 'remembered', 'removed', 'undeleted'],
  ]);
  expect(told[2]).toEqual({ id, what: 'corrected', version: 2, by: 'program' });
});

test('texts that do not translate each other end their job with the reason', async () => {
  const cake = [
    'Beat the butter until soft.',
    'Add sugar slowly.',
    'Fold in flour and milk.',
    'Pour it into a tin.',
    'Bake until golden.',
  ];
  const { id, state, code } = await bring({ from: 'fr', to: 'en', source: text(FRENCH), target: text(cake) });
  expect([state, code]).toEqual(['failed', 'not-a-translation']);
  expect((await whole(id)).state).toBe('refused');
  const again = await call('post /api/alignments/:id/align', `/api/alignments/${id}/align`);
  expect(again.status).toBe(202);
});

test('a side that is nothing, and a pair in one language, are refused at once', async () => {
  const start = (body: object) => call('post /api/alignments', '/api/alignments', body);
  expect((await start({ from: 'fr', to: 'en', source: {}, target: text(ENGLISH) })).status).toBe(400);
  expect((await start({ from: 'fr', to: 'fr', source: text(FRENCH), target: text(FRENCH) })).status).toBe(400);
  expect((await start({ from: 'fr', to: 'en', source: { article: 999 }, target: text(ENGLISH) })).status).toBe(404);
  expect(served.log).toEqual([]);
});
