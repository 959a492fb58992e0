// Nothing of a confidential article leaves this machine: watched at the sockets of the process.
import net from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { approve } from '../../server/flow/approve.ts';
import { fillArticle } from '../../server/flow/fill-article.ts';
import { publishMemory } from '../../server/flow/publish-memory.ts';
import { setSegment } from '../../server/flow/review.ts';
import { segmentAt } from '../../server/flow/show-article.ts';
import { openDeepL } from '../../server/providers/deepl.ts';
import { openLibreTranslate } from '../../server/providers/libretranslate.ts';
import { openOpenAI } from '../../server/providers/openai.ts';
import { finished } from '../fresh-desk.ts';
import { type FakeDeepL, startFakeDeepL } from '../providers/fake-deepl.ts';
import { type FakeService, startFakeService } from '../providers/fake-json-service.ts';
import { brought, by, deepLOn, deskWith, fill, sentence, settles } from './filling.ts';

/** A documentation address (RFC 5737): nothing answers there. */
const AWAY = 'http://192.0.2.7:8080';
const quick = { pause: 1, deadline: 150 };
const away = () => [
  openDeepL({ key: 'k', serverUrl: AWAY, english: 'en-US', attempts: 1, ...quick }),
  openOpenAI({ url: AWAY, key: 'k', model: 'm', english: 'en-US', ...quick }),
  openLibreTranslate({ url: AWAY, key: 'k', ...quick }),
];

/** Every address that a socket of this process tried to reach. */
let reached: string[];
let watch: { mockRestore(): void };
beforeEach(() => {
  reached = [];
  const connect = net.Socket.prototype.connect;
  watch = vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(function (this: net.Socket, ...args: unknown[]) {
    const [first] = args.flat() as { host?: string; path?: string }[];
    reached.push(String(first?.host ?? first?.path));
    return Reflect.apply(connect, this, args);
  });
});
afterEach(() => watch.mockRestore());

describe('a service outside this machine', () => {
  test.each(away().map((provider) => [provider.id, provider] as const))(
    '%s is reached for an ordinary article and never for a confidential one',
    async (name, provider) => {
      const desk = deskWith([provider]);
      await settles(desk, 'capteur,sensor');
      const secret = await brought(desk, sentence(0), { confidential: true });
      const kept = await fill(desk, secret);
      expect(kept).toMatchObject({ machine: 0, empty: 1, sentCharacters: 0, notices: [{ code: 'kept-inside' }] });
      await expect(fill(desk, secret, { provider: name })).rejects.toMatchObject({ code: 'confidential', status: 409 });
      expect(reached).toEqual([]);
      await desk.stores.articles.setConfidential(secret, false);
      await fill(desk, secret);
      expect(reached.length).toBeGreaterThan(0);
      expect(new Set(reached)).toEqual(new Set(['192.0.2.7']));
    },
  );

  test('is not reached as the second one either, and one on this machine steps in', async () => {
    const [deepl, openai] = away();
    const local = await startFakeService(({ body }) => ({ translatedText: body.q.map((q: string) => `EN ${q}`) }));
    const libre = openLibreTranslate({ url: local.url, key: '', pause: 1 });
    if (!deepl || !openai) throw new Error('two services were opened');
    const one = deskWith([deepl, openai], { second: openai });
    await fill(one, await brought(one, sentence(0), { confidential: true }));
    const other = deskWith([deepl, libre], { second: libre });
    const id = await brought(other, sentence(1), { confidential: true });
    expect(await fill(other, id)).toMatchObject({ machine: 1, provider: 'libretranslate' });
    expect(new Set(reached)).toEqual(new Set(['127.0.0.1']));
    await local.close();
  });

  test('gets no further call once the article becomes confidential in the middle of a fill', async () => {
    const fake = await startFakeDeepL();
    const desk = deskWith([{ ...deepLOn(fake), limits: { texts: 1, bytes: 100_000, calls: 1 } }]);
    const id = await brought(desk, [1, 2, 3].map(sentence).join('\n'));
    fake.hold = async () => void (await desk.stores.articles.setConfidential(id, true));
    const filled = await finished(fillArticle(desk, id, { by }));
    expect(filled).toMatchObject({ machine: 1, empty: 2, stoppedBy: { code: 'confidential' } });
    expect(fake.received).toHaveLength(1);
    await fake.close();
  });
});

describe('what a confidential article taught', () => {
  const SECRET = 'Le capteur secret de Brest chauffe trop vite.';
  let chat: FakeService;
  let fake: FakeDeepL;
  beforeEach(async () => {
    chat = await startFakeService(({ body }) => {
      const { segments } = JSON.parse(body.messages[1].content);
      return { choices: [{ message: { content: JSON.stringify({ translations: segments }) } }] };
    });
    fake = await startFakeDeepL();
  });
  afterEach(() => Promise.all([chat.close(), fake.close()]));

  async function taught(confidential: boolean) {
    const model = openOpenAI({ url: chat.url, key: '', model: 'm', english: 'en-US', pause: 1 });
    const desk = deskWith([model, deepLOn(fake)]);
    const id = await brought(desk, SECRET, { confidential });
    const { id: segment } = await segmentAt(desk, id, 1);
    await setSegment(desk, { segment, target: 'The secret sensor in Brest overheats.', by });
    await approve(desk, id, { all: true }, { by, insist: true });
    return { desk, id };
  }
  const prompts = () => chat.received.map(({ body }) => body.messages[1].content as string).join('\n');

  test('stands in no prompt, whoever the model belongs to', async () => {
    for (const confidential of [false, true]) {
      chat.received.length = 0;
      const { desk } = await taught(confidential);
      await fill(desk, await brought(desk, 'Le capteur public de Brest chauffe trop vite.'), { min: 100 });
      expect(prompts()).toContain('capteur public');
      expect(prompts().includes('secret sensor')).toBe(!confidential);
    }
  });

  test('nor in the prompts for the article itself', async () => {
    const { desk, id } = await taught(true);
    const more = await brought(desk, `${SECRET}\nLe clavier secret de Brest patiente trop.`, { confidential: true });
    await fill(desk, more, { min: 100 });
    expect(id).not.toBe(more);
    expect(prompts()).toContain('clavier secret');
    expect(prompts()).not.toContain('secret sensor');
  });

  test('is in no published memory, and is published once the mark is off', async () => {
    const { desk, id } = await taught(true);
    const publish = () => finished(publishMemory(desk, { provider: 'deepl', from: 'fr', to: 'en', name: 'Ours' }));
    expect(await publish()).toMatchObject({ units: 0, held: 1 });
    expect(fake.memories.size).toBe(0);
    await desk.stores.articles.setConfidential(id, false);
    expect(await publish()).toMatchObject({ units: 1, held: 0, name: 'Ours' });
    const tmx = fake.memories.get('Ours') ?? '';
    expect(tmx).toContain('The secret sensor in Brest overheats.');
    expect(tmx).not.toContain(by);
  });
});
