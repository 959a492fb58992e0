// A desk's house style: it weighs the findings, gives plain languages a region, and travels to another desk as a file.
import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../server/flow/check-article.ts';
import { houseStyle, setHouseStyle, styleFile, takeStyleFile } from '../../server/flow/house-style.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { setSegment } from '../../server/flow/review.ts';
import { segmentAt } from '../../server/flow/show-article.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';

async function opened(source: string, target: string, from = 'en', to = 'fr') {
  const desk = freshDesk();
  const { id } = await importArticle(desk, { ...textFile(source), from, to }, by);
  await setSegment(desk, { segment: (await segmentAt(desk, id, 1)).id, target, by });
  const found = async () =>
    (await checkArticle(desk, id)).flatMap(({ findings }) => findings).map(({ rule, severity }) => [rule, severity]);
  return { desk, found };
}

describe('the house style', () => {
  it('decides how much is said', async () => {
    const { desk, found } = await opened('Is it over?', 'Est-ce fini ?');
    expect(await found()).toEqual([]);
    await setHouseStyle(desk, { profile: 'strict' });
    expect(await found()).toEqual([['plain-space', 'warning']]);
    await setHouseStyle(desk, { profile: 'strict', french: 'afp' });
    expect(await found()).toEqual([]);
    await setHouseStyle(desk, { french: 'imprimerie-nationale', weights: { 'typography-fr/plain-space': 'error' } });
    expect(await found()).toEqual([['plain-space', 'error']]);
  });

  it('gives plain English the manners of a region, and Québec its spaces', async () => {
    const english = await opened('La panne date du 12 mars.', 'The outage dates from 12 March.', 'fr', 'en');
    expect(await english.found()).toEqual([]);
    await setHouseStyle(english.desk, { english: 'ap' });
    expect(await english.found()).toEqual([['manners', 'warning']]);
    await setHouseStyle(english.desk, { english: 'guardian' });
    expect(await english.found()).toEqual([]);

    const french = await opened('Watch out!', 'Attention!');
    expect(await french.found()).toHaveLength(1);
    await setHouseStyle(french.desk, { french: 'oqlf' });
    expect(await french.found()).toEqual([]);
  });

  it.each([
    [{ profile: 'mild' }, /profile/],
    [{ french: 'guardian' }, /french/],
    [{ weights: { nothing: 'error' } }, /no check or rule "nothing"/],
    [{ weights: { quotes: 'loud' } }, /severity of "quotes"/],
    [[], /JSON object/],
  ])('refuses %j and says why', async (json, why) => {
    const desk = freshDesk();
    await expect(setHouseStyle(desk, json)).rejects.toMatchObject({
      code: 'bad-style',
      message: expect.stringMatching(why),
    });
    expect(await houseStyle(desk)).toMatchObject({ profile: 'default' });
  });

  it('is shared as a file, with the desk’s words', async () => {
    const desk = freshDesk();
    await setHouseStyle(desk, { profile: 'lax', english: 'guardian', weights: { length: 'off' } });
    await desk.stores.desks.addWord(1, { word: 'Diddojo', language: null, by, at: desk.now() });
    await desk.stores.desks.addWord(1, { word: 'licorne', language: 'fr-CA', by, at: desk.now() });
    const file = await styleFile(desk);

    const other = freshDesk();
    expect(await takeStyleFile(other, file, { by })).toMatchObject({ words: 2 });
    expect(await takeStyleFile(other, file, { by })).toMatchObject({ words: 0 });
    expect(await styleFile(other)).toBe(file);
    await expect(takeStyleFile(other, '<html>', { by })).rejects.toMatchObject({ code: 'bad-style' });
    await expect(takeStyleFile(other, '{"words":{"fr":[1]}}', { by })).rejects.toMatchObject({ code: 'bad-style' });
    expect(await styleFile(other)).toBe(file);
  });
});
