// Nothing that the memory holds is missed: the best matches are those of ranking every unit there is, whatever took points off,
// whichever memories answer and in which order, and whatever was taken back and taught again.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStores } from '../../db/open.ts';
import type { NewUnit, Stores } from '../../db/stores.ts';
import { type Lookup, lookup } from '../../server/flow/lookup.ts';
import { setPenalties } from '../../server/flow/penalties.ts';
import { indexHere } from '../../server/memory/open-index.ts';
import { scanningIndex } from '../../server/memory/scan.ts';
import { matchKey } from '../../server/text/normalize.ts';
import { AT, aUnit } from '../db/samples.ts';

const EVERYTHING = 10_000;
const word = fc.constantFrom(
  'la',
  'puce',
  'puces',
  'sort',
  'hier',
  'mardi',
  'en',
  '2026',
  '12',
  'mai',
  'à',
  'Lyon',
  '.',
);
// Few texts of few words, so that many units have the same one.
const text = fc.array(word, { minLength: 2, maxLength: 7 }).map((words) => words.join(' '));
const unit = fc.record({
  memory: fc.constantFrom(1, 2, 3),
  source: text,
  target: text,
  back: fc.boolean(),
  taught: fc.constantFrom('import' as const, 'align' as const),
  day: fc.integer({ min: 1, max: 3 }),
});
const memory = fc.record({ readable: fc.boolean(), priority: fc.nat(2) });
const asked = fc.record({
  text,
  back: fc.boolean(),
  min: fc.integer({ min: 50, max: 100 }),
  limit: fc.integer({ min: 1, max: 5 }),
});
const history = fc.record({
  imports: fc.array(fc.array(unit, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 3 }),
  undone: fc.constantFrom('none', 'the first', 'and again' as const),
  memories: fc.tuple(memory, memory, memory),
  points: fc.record({ 'not-reviewed': fc.nat(9), day: fc.nat(9), 'several-targets': fc.nat(9) }),
  questions: fc.array(asked, { minLength: 1, maxLength: 4 }),
});

const languages = (back: boolean) => (back ? { from: 'en', to: 'fr' } : { from: 'fr', to: 'en' });

function asUnit({ memory, source, target, back, taught, day }: typeof unit extends fc.Arbitrary<infer U> ? U : never) {
  const changedAt = `2026-01-0${day}T00:00:00.000Z`;
  const keys = { sourceKey: matchKey(source), targetKey: matchKey(target) };
  return aUnit(source, target, { memory, taught, changedAt, ...keys, ...languages(back) });
}

async function imported({ memory }: Stores, units: readonly NewUnit[], hash: string): Promise<number> {
  const { id } = await memory.beginImport({ file: 'm.tsv', hash, by: 'Zoé', at: AT });
  await memory.addUnits(id, units);
  await memory.finishImport(id);
  return id;
}

it('finds the matches that ranking all units finds', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ imports, undone, memories, points, questions }) => {
      const stores = openStores(':memory:');
      const index = indexHere(stores.memory, ':memory:');
      const brute = { stores, index: scanningIndex(stores.memory) };
      const check = async (question: Lookup) => {
        const all = await lookup(brute, { ...question, limit: EVERYTHING });
        expect(await lookup({ stores, index }, question)).toEqual(all.slice(0, question.limit));
      };
      try {
        for (const name of ['Agency', 'Archive']) await stores.memory.addMemory(name, 1);
        const first = imports[0]?.map(asUnit) ?? [];
        const begun = await imported(stores, first, 'first');
        await index.ready();
        for (const [i, change] of memories.entries()) await stores.memory.changeMemory(i + 1, change);
        for (const [i, units] of imports.slice(1).entries()) await imported(stores, units.map(asUnit), `later ${i}`);
        if (undone !== 'none') await stores.memory.undoImport(begun);
        if (undone === 'and again') await imported(stores, first, 'again');
        await setPenalties({ stores }, { points });
        for (const { text, back, min, limit } of questions) await check({ text, min, limit, ...languages(back) });
      } finally {
        await index.close();
        stores.close();
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);
