import { expect, it } from 'vitest';
import { fragmentsOf } from '../../server/flow/fragments.ts';
import { matchKey } from '../../server/text/normalize.ts';
import { AT, aUnit } from '../db/samples.ts';
import { freshStores } from '../fresh-stores.ts';

it('offers whole units inside a text, and phrases on whose translation units agree', async () => {
  const stores = freshStores();
  const pairs: [string, string][] = [
    ['Centre de données.', 'Data centre.'],
    ['la start-up lève dix millions', 'the start-up raises ten million'],
    ['elle lève dix millions en mai', 'it raises ten million in May'],
    ['un rival lève dix millions', 'a rival raises ten million'],
    ['le rival ferme en mai', 'the rival closes in May'],
  ];
  const units = pairs.map(([source, target]) =>
    aUnit(source, target, { sourceKey: matchKey(source), targetKey: matchKey(target) }),
  );
  const { id } = await stores.memory.beginImport({ file: 'm.tmx', hash: 'h', by: 'Zoé', at: AT });
  await stores.memory.addUnits(id, units);
  await stores.memory.finishImport(id);
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
