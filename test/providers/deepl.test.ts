import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ProviderFailed } from '../../server/errors.ts';
import type { Code } from '../../server/model.ts';
import { openDeepL } from '../../server/providers/deepl.ts';
import type { Provider, SourceText, TranslationRequest } from '../../server/providers/provider.ts';
import { codeFaults } from '../../server/text/code-faults.ts';
import { type FakeDeepL, startFakeDeepL } from './fake-deepl.ts';

let fake: FakeDeepL;
let deepl: Provider;
const signal = new AbortController().signal;

beforeEach(async () => {
  fake = await startFakeDeepL();
  deepl = open();
});
afterEach(() => fake.close());

function open(
  settings: { key?: string; deadline?: number; attempts?: number; english?: 'en-US' | 'en-GB' } = {},
): Provider {
  return openDeepL({ key: fake.key, serverUrl: fake.url, english: 'en-US', attempts: 2, pause: 1, ...settings });
}

const pair = (id: number): Code => ({ id, kind: 'pair', type: 'bold', native: { open: '<b>', close: '</b>' } });
const single = (id: number): Code => ({ id, kind: 'single', type: 'break', native: { open: '<br>', close: '' } });

function asking(
  texts: (string | Omit<SourceText, 'id'>)[],
  more: Partial<TranslationRequest> = {},
): TranslationRequest {
  const sources = texts.map((text, i) => ({ id: i + 1, ...(typeof text === 'string' ? { text, codes: [] } : text) }));
  return { from: 'fr', to: 'en', texts: sources, context: '', ...more };
}

async function failure(promise: Promise<unknown>): Promise<ProviderFailed> {
  const thrown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(thrown).toBeInstanceOf(ProviderFailed);
  return thrown as ProviderFailed;
}

describe('what is sent', () => {
  test('texts come back under their own ids, with what each is billed', async () => {
    const answers = await deepl.translate(asking(['Une startup lève 3 M€.', 'Été 2026']), signal);
    expect(answers).toEqual([
      {
        id: 1,
        text: '[EN-US: Une startup lève 3 M€.]',
        codes: 'kept',
        spoilt: [],
        billedCharacters: 22,
        model: 'quality_optimized',
      },
      { id: 2, text: '[EN-US: Été 2026]', codes: 'kept', spoilt: [], billedCharacters: 8, model: 'quality_optimized' },
    ]);
  });

  test('what an answer does not say was billed is counted here', async () => {
    fake.tellsBilled = false;
    const bold = { text: 'un <1>mot</1>', codes: [pair(1)] };
    const answers = await deepl.translate(asking(['Été 2026 😀', bold]), signal);
    expect(answers.map(({ billedCharacters }) => billedCharacters)).toEqual([10, 6]);
    expect(fake.billed).toBe(16);
  });

  test('the context travels beside the texts and is not billed', async () => {
    await deepl.translate(
      asking(['Elle emploie 40 personnes.'], { context: 'La société Kiwano est née à Lyon.' }),
      signal,
    );
    expect(fake.received[0]?.context).toBe('La société Kiwano est née à Lyon.');
    expect(fake.billed).toBe(26);
  });

  test.each([
    ['fr', 'en', 'FR', 'EN-US'],
    ['fr-CA', 'en-GB', 'FR', 'EN-GB'],
    ['en-GB', 'fr', 'EN', 'FR'],
    ['en-US', 'fr-CA', 'EN', 'FR'],
  ])('%s to %s goes out as %s to %s', async (from, to, source, target) => {
    await deepl.translate(asking(['abc'], { from, to }), signal);
    const { form } = fake.received[0] ?? { form: new URLSearchParams() };
    expect([form.get('source_lang')?.toUpperCase(), form.get('target_lang')?.toUpperCase()]).toEqual([source, target]);
  });

  test('plain English as a target is what the settings say', async () => {
    await open({ english: 'en-GB' }).translate(asking(['abc']), signal);
    expect(fake.received[0]?.form.get('target_lang')?.toUpperCase()).toBe('EN-GB');
  });

  test('a text without words is never sent', async () => {
    expect(await deepl.translate(asking([{ text: '<1/> ', codes: [single(1)] }, '  ']), signal)).toEqual([]);
    expect(fake.received).toEqual([]);
  });

  test('the size that is promised covers the body that arrives', async () => {
    const text = 'Élégant & « précis » : 12 % d’été <b> — œuvre';
    for (const codes of [[], [pair(1)]]) {
      const request = asking(Array(20).fill({ text: codes.length ? `<1>${text}</1>` : text, codes }), {
        context: text,
      });
      const promised = deepl.size(request);
      await deepl.translate(request, signal);
      const bytes = fake.received.at(-1)?.bytes ?? 0;
      expect(bytes).toBeLessThanOrEqual(promised);
      expect(promised - bytes).toBeLessThan(512);
    }
  });
});

describe('inline codes', () => {
  test('a text with codes travels as XML and comes back with them, its own signs unharmed', async () => {
    const [answer] = await deepl.translate(
      asking([{ text: 'R&D : <1>a < b</1><2/> && <3>', codes: [pair(1), single(2)] }]),
      signal,
    );
    expect(answer?.text).toBe('[EN-US: R&D : <1>a < b</1><2/> && <3>]');
    expect(fake.received[0]?.texts).toEqual(['R&amp;D : <g id="1">a &lt; b</g><x id="2"/> &amp;&amp; &lt;3&gt;']);
  });

  test('what looks like a code but is text stays text', async () => {
    const [answer] = await deepl.translate(asking(['Tapez <1>oui</1> & validez.']), signal);
    expect(answer?.text).toBe('[EN-US: Tapez <1>oui</1> & validez.]');
  });

  test('codes broken once are asked for again, and both calls are billed', async () => {
    let calls = 0;
    fake.spoil = (xml) => (calls++ === 0 ? xml.replaceAll('</g>', '') : xml);
    const [answer] = await deepl.translate(asking([{ text: 'un <1>mot</1>', codes: [pair(1)] }]), signal);
    expect(answer).toMatchObject({ text: '[EN-US: un <1>mot</1>]', codes: 'kept', billedCharacters: 12 });
  });

  test('codes broken twice leave plain text that says so', async () => {
    fake.spoil = (xml) => xml.replace('</g>', '</g></g>');
    const [answer] = await deepl.translate(asking([{ text: 'un <1>mot</1> &amp;', codes: [pair(1)] }]), signal);
    expect(answer).toMatchObject({ text: '[EN-US: un mot &amp;]', codes: 'dropped' });
    expect(fake.received).toHaveLength(2);
  });

  test('only the texts whose codes broke are asked for again', async () => {
    fake.spoil = (xml) => xml.replace('<x id="1"/>', '');
    await deepl.translate(asking([{ text: 'a <1/> b', codes: [single(1)] }, 'sans code']), signal);
    expect(fake.received.map((one) => one.texts.length)).toEqual([2, 1]);
  });

  test('an outage at the second asking keeps the first answers', async () => {
    fake.spoil = (xml) => {
      fake.failures = [456];
      return xml.replace('<x id="1"/>', '');
    };
    const answers = await deepl.translate(asking([{ text: 'a <1/> b', codes: [single(1)] }, 'entier']), signal);
    expect(answers.map((answer) => answer.codes)).toEqual(['dropped', 'kept']);
  });

  test('whatever a server does to tags, no answer has a broken code', async () => {
    const scrambled = fc.array(fc.constantFrom('swap', 'drop', 'double', 'rename', 'keep'), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SAMPLES), scrambled, async (sample, ways) => {
        let turn = 0;
        fake.spoil = (xml) => scramble(xml, ways[turn++ % ways.length] ?? 'keep');
        const [answer] = await deepl.translate(asking([sample]), signal);
        const faults = codeFaults(answer?.codes === 'kept' ? sample.text : '', answer?.text ?? '', sample.codes);
        expect(faults).toEqual([]);
        expect(answer?.text).toMatch(/\p{L}/u);
      }),
      { numRuns: 120 },
    );
  });
});

const SAMPLES: Omit<SourceText, 'id'>[] = [
  { text: 'un <1>mot <2>très</2> juste</1>', codes: [pair(1), pair(2)] },
  { text: '<4/>début & <7>fin</7> < 3', codes: [single(4), pair(7)] },
  { text: '<1>a</1><2>b</2><3/>', codes: [pair(1), pair(2), single(3)] },
];

function scramble(xml: string, way: string): string {
  const tags = xml.match(/<[^>]+>/g) ?? [];
  if (way === 'drop') return xml.replace(tags[0] ?? '', '');
  if (way === 'double') return `${xml}${tags.at(-1) ?? ''}`;
  if (way === 'rename') return xml.replace(/id="\d+"/, 'id="99"');
  if (way === 'swap') return xml.replace(/<[^>]+>/g, () => tags.pop() ?? '');
  return xml;
}

describe('failures', () => {
  test.each([
    [403, 'auth'],
    [456, 'quota'],
    [429, 'rate-limited'],
    [503, 'network'],
    [529, 'network'],
    [413, 'too-large'],
    [400, 'unsupported'],
  ] as const)('a %i is told as %s, in words that hold nothing of the service’s', async (status, reason) => {
    fake.failures = [status, status];
    const thrown = await failure(open({ attempts: 1 }).translate(asking(['abc']), signal));
    expect(thrown.reason).toBe(reason);
    expect(JSON.stringify([thrown.message, thrown.stack, { ...thrown }, thrown.cause])).not.toContain(fake.key);
  });

  test.each([429, 503])('a %i that passes is waited out', async (status) => {
    fake.failures = [status];
    expect(await deepl.translate(asking(['abc']), signal)).toHaveLength(1);
    expect(fake.received).toHaveLength(2);
  });

  test('a wrong key is told without the key', async () => {
    const thrown = await failure(open({ key: 'secret-wrong-key' }).translate(asking(['abc']), signal));
    expect(thrown.reason).toBe('auth');
    expect(thrown.message + thrown.stack).not.toContain('secret-wrong-key');
  });

  test('a server that is not there is told as network', async () => {
    const away = openDeepL({ key: fake.key, serverUrl: 'http://127.0.0.1:9', english: 'en-US', pause: 1 });
    expect((await failure(away.translate(asking(['abc']), signal))).reason).toBe('network');
  });

  test('an answer that never comes ends at the deadline', async () => {
    fake.hold = () => new Promise(() => undefined);
    expect((await failure(open({ deadline: 50 }).translate(asking(['abc']), signal))).reason).toBe('timeout');
  });

  test('the asker can stop waiting', async () => {
    fake.hold = () => new Promise(() => undefined);
    const stop = new AbortController();
    const asked = deepl.translate(asking(['abc']), stop.signal);
    stop.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
  });

  test('an answer with fewer texts than asked is refused whole: nobody can say which is missing', async () => {
    fake.withhold = 1;
    expect((await failure(deepl.translate(asking(['un', 'deux', 'trois']), signal))).reason).toBe('unknown');
  });

  test('nothing of a call is printed, whether it fails or not', async () => {
    const printed: string[] = [];
    const spies = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0),
    );
    fake.failures = [503, 403];
    await failure(deepl.translate(asking(['une phrase secrète']), signal));
    await deepl.translate(asking(['une phrase secrète']), signal);
    for (const spy of spies) spy.mockRestore();
    expect(printed.join('')).not.toMatch(/secrète|fake-key|DeepL/);
  });
});

test('usage is what the account says', async () => {
  await deepl.translate(asking(['abc']), signal);
  expect(await deepl.usage(signal)).toEqual({ used: 3, limit: 500_000 });
});

test('health says why not, without the key', async () => {
  expect(await deepl.health(signal)).toEqual({ ok: true, detail: 'DeepL answers.' });
  const health = await open({ key: 'secret-wrong-key' }).health(signal);
  expect(health.ok).toBe(false);
  expect(health.detail).not.toContain('secret-wrong-key');
});
