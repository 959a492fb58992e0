// Concordance: words, phrases and beginnings, whatever their accents, on either side; what translates them; and no typed text fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStores } from '../../db/open.ts';
import type { Stores } from '../../db/stores.ts';
import { importMemory } from '../../server/flow/import-memory.ts';
import { searchMemory } from '../../server/flow/search-memory.ts';
import { finished, freshDesk } from '../fresh-desk.ts';

const PAIRS = [
  ['La puce graphique chauffe trop.', 'The graphics chip runs too hot.'],
  ['Une puce coûte dix euros.', 'A chip costs ten euros.'],
  ['Le fondeur grave des puces à Crolles.', 'The foundry makes chips in Crolles.'],
  ['Chaque puce est testée deux fois.', 'Each chip is tested twice.'],
  ['Sans puce, la carte ne sert à rien.', 'Without its chip the board is useless.'],
  ['L’apprentissage automatique progresse vite.', 'Machine learning moves fast.'],
  ['Le cœur de l’usine bat la nuit.', 'The plant’s heart beats at night.'],
  ['L’Élysée a réagi hier.', 'The Élysée reacted yesterday.'],
  ['La carte mère est livrée nue.', 'The motherboard ships bare.'],
  ['Les ordinateurs portables se vendent bien.', 'Laptop computers sell well.'],
];
const FILLER = Array.from({ length: 60 }, (_, i) => [`Le four ${i} est réparé.`, `Oven ${i} has been mended.`]);

const folder = mkdtempSync(join(tmpdir(), 'bitexte-search-'));
let stores: Stores;

beforeAll(async () => {
  stores = openStores(join(folder, 'search.db'));
  const table = [['fr', 'en'], ...PAIRS, ...FILLER].map((row) => row.join('\t')).join('\n');
  const open = async function* () {
    yield new TextEncoder().encode(table);
  };
  await finished(importMemory(freshDesk(undefined, { stores }), { name: 'pairs.tsv', open }, { by: 'Zoé' }));
});

afterAll(() => {
  stores.close();
  rmSync(folder, { recursive: true });
});

const search = (text: string, from?: string) =>
  searchMemory({ stores }, { text, limit: 50, ...(from === undefined ? {} : { from }) });

const sources = async (text: string, from?: string) => (await search(text, from)).map(({ source }) => source);

describe('what is found', () => {
  it.each([
    ['elysee', 'L’Élysée a réagi hier.'],
    ['coeur', 'Le cœur de l’usine bat la nuit.'],
    ['"carte mere"', 'La carte mère est livrée nue.'],
    ['« carte mère »', 'La carte mère est livrée nue.'],
    ['ordi*', 'Les ordinateurs portables se vendent bien.'],
    ['ordi* vend*', 'Les ordinateurs portables se vendent bien.'],
    ['ordinat', 'Les ordinateurs portables se vendent bien.'],
    ['l’usine', 'Le cœur de l’usine bat la nuit.'],
    ['LAPTOP', 'Les ordinateurs portables se vendent bien.'],
  ])('%s', async (typed, source) => {
    expect(await sources(typed)).toEqual([source]);
  });

  it.each(['"mère carte"', 'ordi', 'ordi vend'])('%s finds nothing with its last word closed', async (typed) => {
    expect(await search(`${typed} `)).toEqual([]);
  });

  it('on the side of the language that was named, which is then the source', async () => {
    expect(await sources('chip', 'fr')).toEqual([]);
    expect(await sources('"Laptop computers"', 'en')).toEqual(['Laptop computers sell well.']);
  });
});

it.each([
  ['f*', undefined],
  ['fo* 5*', 'fr'],
  ['o*', 'en'],
])('a short beginning (%s) gives the newest units first, as full-text search would', async (text, from) => {
  const side = from === undefined ? {} : { from };
  const all = await stores.memory.search(text, { limit: 1000, ...side });
  expect(all.length).toBeGreaterThan(9);
  expect(await stores.memory.search(text, { limit: 4, offset: 5, ...side })).toEqual(all.slice(5, 9));
});

describe('what translates it', () => {
  const marked = async (text: string) =>
    (await search(text)).map(({ spans, source, target, counterparts }) => {
      const other = spans.length > 0 ? target : source;
      return counterparts.map(([start, end]) => other.slice(start, end)).join(' ');
    });

  it('is told from what most hits share and the rest of the memory does not', async () => {
    expect((await marked('puce*')).sort()).toEqual(['chip', 'chip', 'chip', 'chip', 'chips']);
    expect((await marked('chip*')).sort()).toEqual(['puce', 'puce', 'puce', 'puce', 'puces']);
  });

  it('is not told from one hit, whose words all look alike', async () => {
    expect(await marked('motherboard')).toEqual(['']);
  });
});

it('no typed text fails, and what is marked lies in the text', { timeout: 60_000 }, async () => {
  const pieces = fc.constantFrom(
    'puce',
    '"',
    '*',
    ' ',
    'AND',
    'NEAR(',
    '{source}:',
    '^',
    '-',
    '«',
    '»',
    '\u0301',
    '\0',
    "'",
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  );
  await fc.assert(
    fc.asyncProperty(typed, fc.constantFrom(undefined, 'fr', 'en'), async (text, from) => {
      for (const hit of await search(text, from))
        for (const [start, end] of hit.spans) expect(start < end && end <= hit.source.length).toBe(true);
    }),
    { numRuns: 60 },
  );
  for (const text of ['puce '.repeat(2000), `"${'puce '.repeat(100)}"`, 'a* '.repeat(500), '\ud800', '*'])
    await expect(search(text)).resolves.toBeDefined();
});
