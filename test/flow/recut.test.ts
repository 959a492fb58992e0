import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentHistory } from '../../server/flow/history.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { joinSegment, splitSegment } from '../../server/flow/recut.ts';
import { setSegment } from '../../server/flow/review.ts';
import { segmentAt, showArticle } from '../../server/flow/show-article.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';

async function opened(html: string) {
  const desk = freshDesk();
  const file = { ...textFile(html, 'a.html'), from: 'fr', to: 'en' };
  const { id } = await importArticle(desk, file, by);
  const sources = async () => (await showArticle(desk, id)).segments.map((one) => one.source);
  return { desk, id, sources, at: (n: number) => segmentAt(desk, id, n) };
}

describe('a split', () => {
  it('cuts a sentence in two, which a join makes one again, codes and all', async () => {
    const { desk, sources, at } = await opened('<p>Un <b>gros four ; une usine</b> à Rennes. Rien ne presse.</p>');
    const [whole] = await sources();
    await setSegment(desk, { segment: (await at(1)).id, target: 'A <1>big oven; a plant</1> in Rennes.', by });
    const [first, second] = await splitSegment(desk, (await at(1)).id, { offset: (whole ?? '').indexOf(' une'), by });
    expect([first.source, second.source]).toEqual(['Un <1>gros four ;</1>', '<2>une usine</2> à Rennes.']);
    expect([first.state, first.target, second.state]).toEqual([
      'draft',
      'A <1>big oven; a plant</1> in Rennes.',
      'empty',
    ]);
    expect((await sources()).length).toBe(3);
    const joined = await joinSegment(desk, first.id, { by });
    expect([joined.id, joined.source, joined.target]).toEqual([first.id, whole, first.target]);
    const { cameFrom } = await segmentHistory(desk, joined.id);
    expect(cameFrom).toMatchObject([{ segment: second.id, how: 'join' }]);
  });
  it('keeps the history reachable from the new part', async () => {
    const { desk, at } = await opened('<p>Un four ; une usine.</p>');
    await setSegment(desk, { segment: (await at(1)).id, target: 'An oven; a plant.', by });
    const [first, second] = await splitSegment(desk, (await at(1)).id, { offset: 9, by });
    const { cameFrom } = await segmentHistory(desk, second.id);
    expect(cameFrom).toMatchObject([
      { segment: first.id, how: 'split', versions: [{ target: 'An oven; a plant.' }, {}] },
    ]);
  });
  it.each([0, 1000, -1, 2.5, Number.NaN])('is refused at %s', async (offset) => {
    const { desk, at } = await opened('<p>Un four.</p>');
    await expect(splitSegment(desk, (await at(1)).id, { offset, by })).rejects.toMatchObject({ code: 'bad-offset' });
  });
  it('is refused on a stale version', async () => {
    const { desk, at } = await opened('<p>Un four chaud.</p>');
    await expect(splitSegment(desk, (await at(1)).id, { offset: 3, version: 4, by })).rejects.toMatchObject({
      status: 409,
    });
  });
});

describe('a join', () => {
  it('keeps two confirmed texts confirmed, and stays within its block', async () => {
    const { desk, id, at } = await opened('<p>Un four. Une usine.</p><p>La fin.</p>');
    await setSegment(desk, { segment: (await at(1)).id, target: 'An oven.', by });
    await setSegment(desk, { segment: (await at(2)).id, target: 'A plant.', by });
    expect(await joinSegment(desk, (await at(1)).id, { by })).toMatchObject({
      target: 'An oven. A plant.',
      state: 'translated',
    });
    await expect(joinSegment(desk, (await at(1)).id, { by })).rejects.toMatchObject({ code: 'nothing-to-join' });
    expect((await showArticle(desk, id)).segments).toHaveLength(2);
  });
  it('lets repetitions of what it took follow one another', async () => {
    const { desk, at } = await opened('<p>Rien. Un four.</p><p>Rien.</p><p>Rien.</p>');
    await joinSegment(desk, (await at(1)).id, { by });
    expect([(await at(2)).repeats, (await at(3)).repeats]).toEqual([null, (await at(2)).id]);
  });
});

it('any text splits anywhere and joins to itself', async () => {
  const text = fc.string({
    unit: fc.constantFrom(
      'mot',
      ' ',
      '. ',
      '\u00a0',
      'É',
      '\ud83d\ude00',
      '<b>',
      '</b>',
      '<br>',
      '&lt;1&gt;',
      '<i>x</i>',
    ),
    minLength: 3,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(text, fc.nat(60), async (html, offset) => {
      const { desk, sources, at } = await opened(`<p>Début ${html} fin.</p>`);
      const before = await sources();
      const { id } = await at(1);
      const parts = await splitSegment(desk, id, { offset, by }).catch((error) => {
        expect(error.code).toBe('bad-offset');
        return null;
      });
      if (!parts) return;
      expect(parts.every((part) => part.source.trim() !== '')).toBe(true);
      await joinSegment(desk, id, { by });
      expect(await sources()).toEqual(before);
    }),
    { numRuns: 30 },
  );
}, 60_000);
