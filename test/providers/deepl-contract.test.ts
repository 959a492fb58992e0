// What a DeepL server promises, held up against our stand-in and, where DEEPL_MOCK_URL names it, against DeepL's own test
// server (github.com/DeepLcom/deepl-mock). Both know one phrase in all languages.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDeepL } from '../../server/providers/deepl.ts';
import { type FakeDeepL, startFakeDeepL } from './fake-deepl.ts';

const mock = process.env['DEEPL_MOCK_URL'];
if (!mock) console.warn('DEEPL_MOCK_URL is not set: the contract is held up against our own stand-in alone.');

const signal = new AbortController().signal;
let fake: FakeDeepL;
beforeAll(async () => {
  fake = await startFakeDeepL();
});
afterAll(() => fake.close());

const SERVERS: [string, () => { serverUrl: string; key: string }][] = [
  ['our stand-in', () => ({ serverUrl: fake.url, key: fake.key })],
  ...(mock ? [["DeepL's own", () => ({ serverUrl: mock, key: randomUUID() })] satisfies (typeof SERVERS)[number]] : []),
];

describe.each(SERVERS)('%s', (_, address) => {
  const open = (key = address().key) =>
    openDeepL({ ...address(), key, english: 'en-US', attempts: 1, deadline: 10_000 });
  const asking = (texts: string[], from = 'fr', to = 'en') => ({
    ...{ from, to, context: 'Le laboratoire rouvre.' },
    texts: texts.map((text, i) => ({ id: i + 1, text, codes: [] })),
  });

  test('answers each text under its place, and counts its characters', async () => {
    const answers = await open().translate(asking(['faisceau de protons', 'faisceau de protons']), signal);
    expect(answers.map(({ id, billedCharacters }) => [id, billedCharacters])).toEqual([
      [1, 19],
      [2, 19],
    ]);
  });

  test('takes both variants of English, and French', async () => {
    for (const [from, to] of [...['en-GB', 'en-US', 'en'].map((to) => ['fr', to]), ['en-GB', 'fr-CA']])
      expect(await open().translate(asking(['proton beam'], from, to), signal)).toHaveLength(1);
  });

  test('takes texts as XML of the second version, with ignored tags', async () => {
    const bold = { id: 1, kind: 'pair' as const, type: 'bold', native: { open: '<b>', close: '</b>' } };
    const text = { id: 1, text: '<1>proton beam</1>', codes: [bold], keep: [{ start: 3, end: 14 }] };
    expect(await open().translate({ ...asking([], 'en', 'fr'), texts: [text] }, signal)).toHaveLength(1);
  });

  test('tells the account', async () => {
    expect((await open().usage(signal))?.limit).toBeGreaterThan(0);
    expect((await open().health(signal)).ok).toBe(true);
  });

  test('refuses a wrong key', async () => {
    await expect(open('invalid').translate(asking(['faisceau de protons']), signal)).rejects.toMatchObject({
      reason: 'auth',
    });
  });

  test('keeps a glossary of both directions, uses it, drops it, and then has it no more', async () => {
    const { key } = address();
    const { glossaries, translate } = open(key);
    if (!glossaries) throw new Error('DeepL keeps glossaries');
    const there = { from: 'fr', to: 'en', entries: [{ source: 'puce neuve', target: 'new chip' }] };
    const back = { from: 'en', to: 'fr', entries: [{ source: 'new chip', target: 'puce neuve' }] };
    const glossary = await glossaries.create('Contract', [there, back], signal);
    const request = { ...asking(['puce neuve']), glossary };
    expect((await translate(request, signal))[0]?.text).toContain('new chip');
    await glossaries.drop(glossary, signal);
    await expect(translate(request, signal)).rejects.toMatchObject({ reason: 'no-glossary' });
  });
});
