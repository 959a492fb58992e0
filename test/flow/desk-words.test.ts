// Words that nobody knows are one question for the whole article, and one answer settles every place.
import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../server/flow/check-article.ts';
import { addDeskWord, unknownInArticle } from '../../server/flow/desk-words.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { setSegment } from '../../server/flow/review.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';
const KNOWN = new Set('la plateforme le site ouvre ferme the platform opens closes it is'.split(' '));
const knows = (word: string) => KNOWN.has(word.toLowerCase());

async function opened(targets: string[]) {
  const desk = freshDesk(undefined, { knows });
  const file = textFile('La plateforme Diddojo ouvre.\n\nLe site Diddojo ferme.');
  const { id } = await importArticle(desk, { ...file, from: 'fr', to: 'en' }, by);
  for (const [i, target] of targets.entries()) {
    const segment = (await desk.stores.articles.get(id)) && i + 1;
    await setSegment(desk, { segment: segment!, target, by });
  }
  return { desk, id };
}

describe('an unknown word', () => {
  it('is asked about once, with its places by segment, until somebody says that it is right', async () => {
    const { desk, id } = await opened(['The Diddojo platform opens.', 'The site Did Dojo closes.']);
    const [word, ...others] = await unknownInArticle(desk, id);
    expect(others).toEqual([]);
    expect(word).toMatchObject({ word: 'Diddojo', copied: false });
    expect(word?.places.map(({ n, side, start }) => [n, side, start])).toEqual([
      [1, 'source', 14],
      [1, 'target', 4],
      [2, 'source', 8],
    ]);
    expect(await addDeskWord(desk, { word: 'diddojo', language: null, by })).toBe(true);
    expect(await unknownInArticle(desk, id)).toEqual([]);
    expect(await desk.stores.desks.dropWord(1, { word: 'diddojo', language: null })).toBe(true);
    expect(await unknownInArticle(desk, id)).toHaveLength(1);
  });

  it('of a language is known there alone', async () => {
    const { desk, id } = await opened(['The platform diddojo openes.']);
    const openes = async () =>
      (await checkArticle(desk, id)).flatMap(({ findings }) => findings).filter(({ check }) => check === 'spelling');
    expect(await openes()).toHaveLength(1);
    await addDeskWord(desk, { word: 'openes', language: 'fr', by });
    expect(await openes()).toHaveLength(0);
    await desk.stores.desks.dropWord(1, { word: 'openes', language: 'fr' });
    await addDeskWord(desk, { word: 'openes', language: 'en-GB', by });
    expect(await openes()).toHaveLength(0);
  });

  it('is one word', async () => {
    const desk = freshDesk();
    for (const word of ['', '  ', 'two words', 'x'.repeat(201)])
      await expect(addDeskWord(desk, { word, language: null, by })).rejects.toMatchObject({ code: 'bad-word' });
  });
});
