import { describe, expect, it } from 'vitest';
import { freshStores } from '../fresh-stores.ts';
import { anArticle } from './samples.ts';

describe('deskStore', () => {
  it('gives a desk its exceptions back in order, for all regions of the language, and replaces them whole', async () => {
    const { desks } = freshStores();
    const exceptions = [
      { before: 'Qwant.', after: null },
      { before: 'bêta', after: 'Mise' },
    ];
    const at = '2024-05-06T07:08:09Z';
    await desks.setExceptions({ desk: 1, language: 'fr-CA', exceptions, by: 'Ada', at });
    expect(await desks.exceptions(1, 'fr')).toEqual(exceptions);
    expect(await desks.exceptions(1, 'en')).toEqual([]);
    await desks.setExceptions({ desk: 1, language: 'fr', exceptions: exceptions.slice(1), by: 'Ada', at });
    expect(await desks.exceptions(1, 'fr')).toEqual(exceptions.slice(1));
  });

  it('remembers what an article was cut with', async () => {
    const { articles, desks } = freshStores();
    const id = await articles.add(anArticle([['Un.', 'Deux.']]));
    expect(await desks.segmentation(id)).toBeNull();
    const settled = { exceptions: [{ before: 'Qwant.', after: null }] };
    expect(await desks.keepSegmentation(id, settled)).toBe(true);
    expect(await desks.segmentation(id)).toEqual(settled);
  });

  it('knows no segmentation of an article that is not there', async () => {
    const { desks } = freshStores();
    expect(await desks.keepSegmentation(7, { exceptions: [] })).toBe(false);
    expect(await desks.segmentation(7)).toBeNull();
  });
});
