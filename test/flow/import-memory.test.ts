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

it.each(['tsv', 'tmx'])('reads a %s file no further ahead than a little, however long it is', async (kind) => {
  const desk = freshDesk();
  const [pieces, each] = [120, 50];
  const unit = (n: number) =>
    kind === 'tsv'
      ? `Chip ${n} is slow.\tLa puce ${n} est lente.\n`
      : `<tu><tuv xml:lang="en"><seg>Chip ${n} is slow.</seg></tuv><tuv xml:lang="fr"><seg>La puce ${n} est lente.</seg></tuv></tu>\n`;
  const [head, tail] =
    kind === 'tsv' ? ['en\tfr\n', ''] : ['<tmx version="1.4"><header srclang="en"/><body>', '</body></tmx>'];
  // How many units each reading has asked for; the last reading is that of the units.
  const asked: number[] = [];
  const open = async function* () {
    const reading = asked.push(0) - 1;
    yield new TextEncoder().encode(head);
    for (let piece = 0; piece < pieces; piece++) {
      const units = Array.from({ length: each }, (_, i) => unit(piece * each + i));
      asked[reading] = (asked[reading] ?? 0) + each;
      yield new TextEncoder().encode(units.join(''));
    }
    yield new TextEncoder().encode(tail);
  };
  const ahead: number[] = [];
  const work = importMemory(desk, { name: `chips.${kind}`, open }, { by, batch: 100 });
  for (let step = await work.next(); !step.done; step = await work.next())
    ahead.push((asked[0] ?? 0) - step.value.done);
  expect(ahead).toHaveLength((pieces * each) / 100);
  // A table is cut into rows once 64 thousand characters are there.
  expect(Math.max(...ahead)).toBeLessThan(2200);
});

it('stores in short transactions for long after somebody else has written, and the same units', async () => {
  const desk = freshDesk();
  const { memory } = desk.stores;
  const stored: number[] = [];
  let written = 0;
  const polite: typeof memory = {
    ...memory,
    addUnits: (id, units) => {
      stored.push(units.length);
      // Another process writes once, while the first transaction is stored.
      if (stored.length === 2) written++;
      return memory.addUnits(id, units);
    },
    elsewhere: async () => written,
  };
  const rows = Array.from({ length: 3000 }, (_, i) => `Chip ${i} is slow.\tLa puce ${i} est lente.\n`);
  const open = async function* () {
    yield new TextEncoder().encode(`en\tfr\n${rows.join('')}`);
  };
  const work = importMemory(
    { ...desk, stores: { ...desk.stores, memory: polite } },
    { name: 'chips.tsv', open },
    { by, batch: 1000, pause: 0 },
  );
  expect(await finished(work)).toMatchObject({ read: 3000, added: 3000 });
  expect(stored).toEqual([1000, 1000, 200, 200, 200, 200, 200]);
});
