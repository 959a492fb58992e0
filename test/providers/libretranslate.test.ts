import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import type { Code } from '../../server/model.ts';
import { openLibreTranslate } from '../../server/providers/libretranslate.ts';
import { openProviders } from '../../server/providers/open.ts';
import { type FakeService, startFakeService } from './fake-json-service.ts';

const KEY = 'libre-key-5b1f';
const signal = new AbortController().signal;
const pair: Code = { id: 1, kind: 'pair', type: 'bold', native: { open: '<b>', close: '</b>' } };
const single: Code = { id: 2, kind: 'single', type: 'break', native: { open: '<br>', close: '' } };
let fake: FakeService;

beforeEach(async () => {
  fake = await startFakeService(({ body }) => ({ translatedText: body.q.map((text: string) => `[en: ${text}]`) }));
});
afterEach(() => fake.close());

const open = (more = {}) => openLibreTranslate({ url: `${fake.url}/`, key: KEY, pause: 1, ...more });
const asking = (...texts: { text: string; codes?: Code[] }[]) => ({
  from: 'fr-FR',
  to: 'en-GB',
  context: 'Ce qui précède.',
  texts: texts.map(({ text, codes = [] }, i) => ({ id: i + 11, text, codes })),
});
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable(),
    (thrown: unknown) => thrown,
  );

describe('what is sent', () => {
  test('plain texts go as one array of text, in base languages, and come back under their ids', async () => {
    const answers = await open().translate(asking({ text: 'R&D à Lyon' }, { text: 'Tapez <1>.' }), signal);
    expect(answers.map(({ id, text }) => [id, text])).toEqual([
      [11, '[en: R&D à Lyon]'],
      [12, '[en: Tapez <1>.]'],
    ]);
    expect(fake.received[0]).toMatchObject({
      path: '/translate',
      body: { q: ['R&D à Lyon', 'Tapez <1>.'], source: 'fr', target: 'en', format: 'text', api_key: KEY },
    });
  });

  test('the promised size is that of the body that arrives', async () => {
    const request = asking({ text: '« Été » <1>œuvre</1>', codes: [pair] });
    await open().translate(request, signal);
    expect(open().size(request)).toBe(fake.received[0]?.bytes);
  });

  test('no key, no field for it', async () => {
    await open({ key: '' }).translate(asking({ text: 'abc' }), signal);
    expect(fake.received[0]?.body).not.toHaveProperty('api_key');
  });

  test('whether texts leave this computer is what the address says', () => {
    const leaves = (url: string) => open({ url }).leaves;
    expect(['http://localhost:5000', 'http://127.0.0.1', 'http://[::1]:5000'].map(leaves)).toEqual([
      false,
      false,
      false,
    ]);
    expect(['https://127.0.0.1.example.org', 'http://10.0.0.2'].map(leaves)).toEqual([true, true]);
  });

  test('the settings open it, and it is the one that fills', async () => {
    const { chosen } = await openProviders(readConfig({ LIBRETRANSLATE_URL: fake.url }));
    expect([chosen.id, chosen.leaves]).toEqual(['libretranslate', false]);
  });
});

describe('inline codes', () => {
  const coded = asking({ text: 'un <1>mot</1> & <2/> deux', codes: [pair, single] });

  test('travel as HTML and come back, an empty element also as two tags', async () => {
    fake.answer = ({ body }) => ({
      translatedText: body.q.map((q: string) => q.replace(/<x id="2"\/>/, '<x id="2"></x>')),
    });
    expect(await open().translate(coded, signal)).toMatchObject([{ text: 'un <1>mot</1> & <2/> deux', codes: 'kept' }]);
    expect(fake.received[0]?.body).toMatchObject({
      format: 'html',
      q: ['un <g id="1">mot</g> &amp; <x id="2"/> deux'],
    });
  });

  test('broken twice leave plain text that says so', async () => {
    fake.answer = ({ body }) => ({ translatedText: body.q.map((q: string) => q.replace('</g>', '')) });
    expect(await open().translate(coded, signal)).toMatchObject([{ text: 'un mot &  deux', codes: 'dropped' }]);
    expect(fake.received).toHaveLength(2);
  });
});

describe('failures', () => {
  test.each([
    [400, 'unsupported', 1],
    [403, 'auth', 1],
    [413, 'too-large', 1],
    [429, 'rate-limited', 4],
    [500, 'network', 4],
    [302, 'network', 1],
    [0, 'network', 1],
  ])('a %i is told as %s after %i calls, without the key or a word of the service', async (status, reason, calls) => {
    fake.failures = Array(calls).fill(status);
    const thrown = (await failure(open().translate(asking({ text: 'secrète' }), signal))) as Error;
    expect(thrown).toMatchObject({ reason });
    expect(JSON.stringify([thrown.message, thrown.stack, { ...thrown }, String(thrown.cause)])).not.toMatch(
      /5b1f|secrète/,
    );
    expect(fake.received).toHaveLength(calls);
  });

  test('a 429 that passes is waited out', async () => {
    fake.failures = [429, 503];
    expect(await open().translate(asking({ text: 'abc' }), signal)).toHaveLength(1);
  });

  test.each([['not json'], [{ translatedText: 'one string' }], [{ translatedText: [] }], [null]])(
    'the answer %j is refused whole',
    async (answer) => {
      fake.answer = () => answer;
      expect(await failure(open().translate(asking({ text: 'abc' }), signal))).toMatchObject({ reason: 'unknown' });
    },
  );

  test('an answer that never comes ends at the deadline, or when the asker stops', async () => {
    fake.answer = () => new Promise(() => undefined);
    const late = open({ deadline: 40 }).translate(asking({ text: 'abc' }), signal);
    expect(await failure(late)).toMatchObject({ reason: 'timeout' });
    const stop = new AbortController();
    const asked = open().translate(asking({ text: 'abc' }), stop.signal);
    stop.abort(new Error('enough'));
    expect(await failure(asked)).toMatchObject({ message: 'enough' });
  });

  test('health tells both', async () => {
    fake.answer = () => [];
    fake.failures = [403];
    expect((await open().health(signal)).ok).toBe(false);
    expect(await open().health(signal)).toEqual({ ok: true, detail: 'LibreTranslate answers.' });
    expect(fake.received[0]?.path).toBe('/languages');
  });
});
