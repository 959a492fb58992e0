import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setSegment } from '../../server/flow/review.ts';
import { segmentAt } from '../../server/flow/show-article.ts';
import { openOpenAI } from '../../server/providers/openai.ts';
import { type FakeService, startFakeService } from '../providers/fake-json-service.ts';
import { brought, by, deskWith, fill, knows, settles } from './filling.ts';

let chat: FakeService;
const model = () => openOpenAI({ url: chat.url, key: '', model: 'm', english: 'en-US', pause: 1 });
beforeEach(async () => {
  chat = await startFakeService(({ body }) => {
    const { segments } = JSON.parse(body.messages[1].content);
    return { choices: [{ message: { content: JSON.stringify({ translations: segments }) } }] };
  });
});
afterEach(() => chat.close());
const asked = (call: number) => JSON.parse(chat.received[call]?.body.messages[1].content);

describe('a language model is told', () => {
  test('the desk’s terms in the sentences, the best like pairs of the memory, and what was finished before', async () => {
    const desk = deskWith([model()]);
    await settles(desk, 'nuage,cloud', 'puce,chip');
    await knows(desk, [
      ['Le nuage de Brest grésille encore un peu trop.', 'The Brest cloud still crackles a bit too much.'],
      ['Rien de commun avec le reste.', 'Nothing in common with the rest.'],
    ]);
    const id = await brought(desk, 'Une première phrase.\nLe nuage de Lyon grésille encore un peu trop.\nLa fin.');
    await setSegment(desk, { segment: (await segmentAt(desk, id, 1)).id, target: 'A first sentence.', by });
    await fill(desk, id, { min: 100 });
    expect(asked(0)).toMatchObject({
      terms: [{ source: 'nuage', target: 'cloud' }],
      examples: [
        {
          source: 'Le nuage de Brest grésille encore un peu trop.',
          target: 'The Brest cloud still crackles a bit too much.',
        },
      ],
      preceding: [{ source: 'Une première phrase.', target: 'A first sentence.' }],
    });
    expect(asked(0).segments.map(({ text }: { text: string }) => text)).toEqual([
      'Le nuage de Lyon grésille encore un peu trop.',
      'La fin.',
    ]);
  });

  test('a sentence anew where one of its own terms has changed, and no other sentence', async () => {
    const desk = deskWith([model()]);
    await settles(desk, 'nuage,cloud');
    await fill(desk, await brought(desk, 'Le nuage grésille.'));
    await settles(desk, 'puce,chip');
    await fill(desk, await brought(desk, 'Le nuage grésille.'));
    expect(chat.received).toHaveLength(1);
    await settles(desk, 'nuage,the cloud');
    await fill(desk, await brought(desk, 'Le nuage grésille.'));
    expect(chat.received).toHaveLength(2);
  });

  test('a sentence anew where the memory has learnt a like pair, or what stands before it is finished otherwise', async () => {
    const desk = deskWith([model()]);
    const text = 'Une première phrase.\nLe nuage de Lyon grésille encore un peu trop.';
    const sentences = (call: number) => asked(call).segments.map(({ text }: { text: string }) => text);
    await fill(desk, await brought(desk, text), { min: 100 });
    await fill(desk, await brought(desk, text), { min: 100 });
    expect(chat.received).toHaveLength(1);
    await knows(desk, [
      ['Le nuage de Brest grésille encore un peu trop.', 'The Brest cloud still crackles a bit too much.'],
    ]);
    await fill(desk, await brought(desk, text), { min: 100 });
    expect(sentences(1)).toEqual(['Le nuage de Lyon grésille encore un peu trop.']);
    await fill(desk, await brought(desk, text), { min: 100 });
    expect(chat.received).toHaveLength(2);
    const begun = await brought(desk, text);
    await setSegment(desk, { segment: (await segmentAt(desk, begun, 1)).id, target: 'A first sentence.', by });
    await fill(desk, begun, { min: 100 });
    expect(asked(2)).toMatchObject({ preceding: [{ target: 'A first sentence.' }] });
    await fill(desk, await brought(desk, text), { min: 100 });
    expect(chat.received).toHaveLength(3);
  });
});
