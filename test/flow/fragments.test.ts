import { expect, it } from 'vitest';
import { fragmentsOf } from '../../server/flow/fragments.ts';
import { matchKey } from '../../server/text/normalize.ts';
import { AT, aUnit } from '../db/samples.ts';
import { freshStores } from '../fresh-stores.ts';

async function remembering(pairs: readonly [string, string][]) {
  const stores = freshStores();
  const units = pairs.map(([source, target]) =>
    aUnit(source, target, { sourceKey: matchKey(source), targetKey: matchKey(target) }),
  );
  const { id } = await stores.memory.beginImport({ file: 'm.tmx', hash: 'h', by: 'Zoé', at: AT });
  await stores.memory.addUnits(id, units);
  await stores.memory.finishImport(id);
  return stores;
}

it('offers whole units inside a text, and phrases on whose translation units agree', async () => {
  const stores = await remembering([
    ['Centre de données.', 'Data centre.'],
    ['la start-up lève dix millions', 'the start-up raises ten million'],
    ['elle lève dix millions en mai', 'it raises ten million in May'],
    ['un rival lève dix millions', 'a rival raises ten million'],
    ['le rival ferme en mai', 'the rival closes in May'],
  ]);
  const draft = await fragmentsOf(
    { stores },
    { text: 'Notre centre de données lève dix millions', from: 'fr', to: 'en' },
  );
  expect(draft.target).toBe('Notre data centre raises ten million');
  expect(draft.fragments.map(({ text }) => text)).toEqual(['centre de données', 'lève dix millions']);
  for (const odd of ['', '"', '\ud800', '* OR (', '<1>'])
    expect((await fragmentsOf({ stores }, { text: odd, from: 'fr', to: 'en' })).target).toBe(odd);
  stores.close();
});

it('asks the memory for a phrase once, and not where the units of a part of it are all there are', async () => {
  const stores = await remembering([
    ['la puce sortie du four', 'the chip out of the oven'],
    ['une puce sortie de Lyon', 'a chip out of Lyon'],
    ['cette puce sortie hier', 'this chip out yesterday'],
    ['la loi sort demain', 'the law comes tomorrow'],
    ['elle sort hier', 'she comes yesterday'],
    ['il sort en mai', 'he comes in May'],
  ]);
  const asked: string[] = [];
  const search: typeof stores.memory.search = (text, options) => {
    asked.push(text);
    return stores.memory.search(text, options);
  };
  const memory = { ...stores.memory, search };
  const draft = await fragmentsOf(
    { stores: { ...stores, memory } },
    { text: 'Puce sort puce sort', from: 'fr', to: 'en' },
  );
  expect(asked).toEqual(['"Puce"', '"sort"']);
  // « puce sort » stands in « puce sortie », but is no phrase of it.
  expect(draft.fragments.map(({ text, target }) => [text, target])).toEqual([
    ['Puce', 'chip out'],
    ['sort', 'comes'],
    ['puce', 'chip out'],
    ['sort', 'comes'],
  ]);
  stores.close();
});

it('knows a phrase that ends in an elision among the units of its part', async () => {
  const stores = await remembering([
    ['le prix de l\u2019usine', 'the price of the plant'],
    ['la fin de l\u2019usine', 'the end of the plant'],
    ['autour de l\u2019usine', 'around the plant'],
  ]);
  const draft = await fragmentsOf({ stores }, { text: 'Hors de l\u2019usine', from: 'fr', to: 'en' });
  expect(draft.target).toBe('Hors the plant');
  stores.close();
});
