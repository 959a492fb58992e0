// A short beginning of a word is read for among the newest units; what that finds is what full-text search finds.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Stores } from '../../db/stores.ts';
import { freshStores } from '../fresh-stores.ts';
import { AT, aUnit } from './samples.ts';

const HEADS = ['le four', 'la puce', 'un rival', 'une usine', 'l’étude'];
const DEEDS = ['ferme', 'fournit peu', 'ouvre', 'chauffe', 'étonne'];
/** Two thousand units, the rare word in the oldest one alone. */
const SOURCES = Array.from({ length: 2000 }, (_, i) =>
  i === 0 ? 'le zèbre ferme' : `${HEADS[i % 5]} ${DEEDS[(i >> 3) % 5]} ${i}`,
);
let stores: Stores;

beforeAll(async () => {
  stores = freshStores();
  const { id } = await stores.memory.beginImport({ file: 'm.tmx', hash: 'h', by: 'Zoé', at: AT });
  await stores.memory.addUnits(
    id,
    SOURCES.map((source, i) => aUnit(source, `unit ${i}`, { sourceKey: source, targetKey: `unit ${i}` })),
  );
  await stores.memory.finishImport(id);
});

afterAll(() => stores.close());

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The newest sources in which each word stands, or begins one where it ends in a star. */
function expected(typed: string, limit: number): string[] {
  const holds = (source: string) =>
    typed.split(' ').every((word) => {
      const wanted = bare(word.replace('*', ''));
      const words = bare(source).split(/[ ’]/);
      return words.some((one) => (word.endsWith('*') ? one.startsWith(wanted) : one === wanted));
    });
  return SOURCES.filter(holds).reverse().slice(0, limit);
}

it.each([
  'f*',
  'fo*',
  'fou*',
  'four*',
  'z*',
  'le f*',
  'fo* fe*',
  'le zèb*',
  'etud*',
  'usine 19*',
  'rival x*',
  'puce 7*',
  'le four f*',
])('%s', async (typed) => {
  const { length } = await stores.memory.search(typed, { limit: 5000, from: 'fr' });
  expect(length).toBe(expected(typed, 5000).length);
  for (const from of [undefined, 'fr']) {
    const found = await stores.memory.search(typed, { limit: 20, ...(from ? { from } : {}) });
    const sources = found.map(({ source }) => source);
    expect(sources.filter((source) => !source.startsWith('unit'))).toEqual(expected(typed, 20));
  }
  const page = await stores.memory.search(typed, { limit: 5, offset: 5 });
  expect(page.map(({ source }) => source)).toEqual(expected(typed, 10).slice(5));
});
