import { expect, it } from 'vitest';
import { importMemory } from '../../server/flow/import-memory.ts';
import { finished, freshDesk } from '../fresh-desk.ts';

const by = 'Zoé';
const ROWS = [
  'en\tfr',
  ...Array.from({ length: 23 }, (_, i) => `Chip ${i} is slow.\tLa puce ${i} est lente.`),
  // What stands already, within a transaction or in one before it, and what no memory takes.
  'Chip 3 is slow.\tLa puce 3 est lente.',
  'Chip 22 is slow.\tLa puce 22 est lente.',
  'Chip 22 is slow.\tLa puce 22 traîne.',
  '\tSans source.',
  'No target.\t',
];

async function importedBy(batch?: number) {
  const desk = freshDesk();
  const bytes = new TextEncoder().encode(`${ROWS.join('\n')}\n`);
  const open = async function* () {
    yield bytes;
  };
  const told = batch === undefined ? {} : { batch };
  const sum = await finished(importMemory(desk, { name: 'chips.tsv', open }, { by, ...told }));
  return { sum, units: await desk.stores.memory.page(0, 1000), stats: await desk.stores.memory.stats() };
}

it('makes the same memory, and says the same of it, however many units a transaction holds', async () => {
  const usual = await importedBy();
  expect(usual.sum).toMatchObject({ read: 28, added: 24, unchanged: 2, refused: 2 });
  for (const batch of [1, 7, 28, 5000]) expect(await importedBy(batch)).toEqual(usual);
});
