import { describe, expect, it } from 'vitest';
import { importArticle } from '../../server/flow/import-article.ts';
import { segmentAt } from '../../server/flow/show-article.ts';
import { termsFor } from '../../server/flow/terms-for.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const term = (source: string, ...targets: string[]) => ({
  from: 'fr',
  to: 'en',
  source,
  targets,
  forbidden: [],
  note: null,
});

describe('termsFor', () => {
  it('finds the desk’s terms in the source, inflected too, and no others', async () => {
    const desk = freshDesk();
    const terms = [term('semi-conducteur', 'semiconductor'), term('onduleur', 'inverter'), term('mail', 'email')];
    await desk.stores.terms.put(terms, { desk: 1, by: 'Zoé', at: desk.now() });
    const { id } = await importArticle(
      desk,
      { ...textFile('Les semi-conducteurs de Gmail.'), from: 'fr', to: 'en' },
      'Zoé',
    );
    const found = await termsFor(desk, (await segmentAt(desk, id, 1)).id);
    expect(found.map(({ source, targets }) => [source, targets])).toEqual([['semi-conducteur', ['semiconductor']]]);
    await expect(termsFor(desk, 999)).rejects.toThrow('There is no segment 999.');
  });
});
