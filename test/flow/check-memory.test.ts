// The review list of a memory names what is doubtful and removes nothing.
import { expect, it } from 'vitest';
import { checkMemory } from '../../server/flow/check-memory.ts';
import { importMemory } from '../../server/flow/import-memory.ts';
import { finished, freshDesk } from '../fresh-desk.ts';

/** A name of letters for a number. */
const named = (i: number) => [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

it('The memory is reviewed once over all of its pages, a contradiction beside what it contradicts', async () => {
  const desk = freshDesk();
  const filler = Array.from({ length: 1500 }, (_, i) => `Le four ${named(i)} chauffe.\tOven ${named(i)} is heating.`);
  const copied = 'La puce est dans la boîte.\tLa puce est dans la boîte.';
  const rows = ['Le prix baisse.\tThe price falls.', ...filler, 'Le prix baisse.\tThe price rises.', copied];
  const bytes = new TextEncoder().encode(`fr\ten\n${rows.join('\n')}\n`);
  const file = {
    name: 'pairs.tsv',
    open: async function* () {
      yield bytes;
    },
  };
  await finished(importMemory(desk, file, { by: 'Zoé' }));
  const before = await desk.stores.memory.stats();
  const found = [];
  for await (const one of checkMemory(desk)) found.push(one);
  expect(found).toMatchObject([
    { kind: 'contradictory', target: 'The price rises.', other: { unit: 1, target: 'The price falls.' } },
    { kind: 'copied', source: 'La puce est dans la boîte.' },
  ]);
  expect(await desk.stores.memory.stats()).toEqual(before);
});
