import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDeepL } from '../../server/providers/deepl.ts';
import { openLibreTranslate } from '../../server/providers/libretranslate.ts';
import { type FakeDeepL, startFakeDeepL } from './fake-deepl.ts';
import { startFakeService } from './fake-json-service.ts';

let fake: FakeDeepL;
const signal = new AbortController().signal;
beforeEach(async () => {
  fake = await startFakeDeepL();
});
afterEach(() => fake.close());

const open = (more: Partial<Parameters<typeof openDeepL>[0]> = {}) =>
  openDeepL({ key: fake.key, serverUrl: fake.url, english: 'en-US', pause: 1, ...more });
const asking = (from: string, to: string) => ({ from, to, context: '', texts: [{ id: 1, text: 'Un mot', codes: [] }] });
const sentForm = () => fake.received.at(-1)?.form;

describe('the settings of the account', () => {
  const settings = {
    formality: 'more',
    model: 'quality_optimized',
    styles: { fr: 'style-of-the-desk' },
    instructions: ['Gardez le mot « startup ».', 'Pas de majuscules dans les titres.'],
  } as const;

  test('go along with each request', async () => {
    await open(settings).translate(asking('en', 'fr'), signal);
    const form = sentForm();
    expect(form?.get('formality')).toBe('more');
    expect(form?.get('model_type')).toBe('quality_optimized');
    expect(form?.get('style_id')).toBe('style-of-the-desk');
    expect(form?.getAll('custom_instructions')).toEqual(settings.instructions);
  });

  test('that a target does not have stay away: English knows no formality, and a style rule is of one language', async () => {
    await open(settings).translate(asking('fr', 'en'), signal);
    expect(sentForm()?.has('formality')).toBe(false);
    expect(sentForm()?.has('style_id')).toBe(false);
  });

  test('make another question each, and none of them holds the key', () => {
    const all = [open(), open(settings), open({ ...settings, model: 'latency_optimized' })].map((one) => one.options);
    expect(new Set(all).size).toBe(3);
    expect(all.join()).not.toContain(fake.key);
  });

  test('are counted in the size of a request', () => {
    const long = { instructions: ['é'.repeat(300)] };
    expect(open(long).size(asking('en', 'fr'))).toBeGreaterThan(open().size(asking('en', 'fr')) + 1800);
  });
});

test('a key of the free service is told apart', () => {
  expect(open({ key: 'abc:fx' }).warning).toBe('deepl-free');
  expect(open({ key: 'abc' }).warning).toBeNull();
});

describe('a service that asks to wait', () => {
  test('is asked again after the pause that it names, whatever ours would be', async () => {
    fake.failures = [429, 503];
    fake.retryAfter = 0;
    const patient = open({ pause: 3_600_000, deadline: 60_000 });
    expect(await patient.translate(asking('fr', 'en'), signal)).toHaveLength(1);
    expect(fake.received).toHaveLength(3);
  });

  test('for longer than anybody waits is told at once', async () => {
    fake.failures = [429];
    fake.retryAfter = 86_400;
    await expect(open().translate(asking('fr', 'en'), signal)).rejects.toMatchObject({ reason: 'rate-limited' });
    expect(fake.received).toHaveLength(1);
  });

  test('is heard by the other doors too', async () => {
    const libre = await startFakeService(() => ({ translatedText: ['A word'] }));
    libre.failures = [429];
    libre.headers = { 'Retry-After': '0' };
    const patient = openLibreTranslate({ url: libre.url, key: '', pause: 3_600_000, deadline: 60_000 });
    expect(await patient.translate(asking('fr', 'en'), signal)).toHaveLength(1);
    libre.failures = [503];
    libre.headers = { 'Retry-After': new Date(Date.now() + 86_400_000).toUTCString() };
    await expect(patient.translate(asking('fr', 'en'), signal)).rejects.toMatchObject({ reason: 'network' });
    expect(libre.received).toHaveLength(3);
    await libre.close();
  });
});

describe('what DeepL keeps', () => {
  const dictionary = { from: 'fr', to: 'en', entries: [{ source: 'puce', target: 'chip' }] };

  test('a glossary words the texts until it is dropped, and a dropped one may be dropped again', async () => {
    const deepl = open();
    const id = (await deepl.glossaries?.create('Desk', [dictionary], signal)) ?? '';
    const request = { ...asking('fr', 'en'), texts: [{ id: 1, text: 'Une puce', codes: [] }] };
    expect((await deepl.translate({ ...request, glossary: id }, signal))[0]?.text).toContain('Une chip');
    await deepl.glossaries?.drop(id, signal);
    await deepl.glossaries?.drop(id, signal);
    await expect(deepl.translate({ ...request, glossary: id }, signal)).rejects.toMatchObject({
      reason: 'no-glossary',
    });
  });

  test('a published memory reaches the storage whole, which never sees the key', async () => {
    await open().publish?.('Notre mémoire', new TextEncoder().encode('<tmx>é</tmx>'), signal);
    expect(fake.memories.get('Notre mémoire')).toBe('<tmx>é</tmx>');
  });
});
