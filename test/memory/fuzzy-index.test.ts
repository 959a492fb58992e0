import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeenUnit } from '../../db/stores.ts';
import { FuzzyIndex } from '../../server/memory/fuzzy-index.ts';
import { scanningIndex } from '../../server/memory/scan.ts';
import type { Unit } from '../../server/model.ts';

const day = (n: number) => `2026-01-${String((n % 28) + 1).padStart(2, '0')}T00:00:00.000Z`;

function seen(id: number, source: string, target: string, over: Partial<SeenUnit> = {}): SeenUnit {
  return { id, from: 'en', to: 'fr', source, target, codes: [], changedAt: day(0), ...over };
}

/** The plain comparison of every unit, over the same units. */
function scan(units: readonly SeenUnit[]) {
  return scanningIndex({
    page: async (after) => units.filter((unit) => unit.id > after).sort((a, b) => a.id - b.id) as Unit[],
    changes: async () => 1,
  });
}

// Few words, so that texts meet; forms of one word, case, numbers, marks and compounds among them.
const word = fc.constantFrom(
  ...['the', 'The', 'chip', 'chips', 'CHIP', 'factory', 'factories', 'data', 'base', 'database', 'opens', 'opened'],
  ...['12', '3,5', '2026', '%', '.', '!', 'l\u2019', 'usine', 'a', '\u{1f600}', 'not', 'never', 'quarterly'],
  ...['three', 'Three', 'six', 'million', 'one', 'the', 'second', 'Second', 'twenty-two', 'May', 'mai', '3e', 'per'],
);
const text = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '));
const question = fc.record({
  text,
  min: fc.integer({ min: 0, max: 100 }),
  limit: fc.integer({ min: 1, max: 6 }),
  from: fc.constantFrom('en', 'fr', 'fr-CA'),
  to: fc.constantFrom('en', 'fr'),
});

describe('the index', () => {
  it('answers what a comparison with every unit answers, whatever came and went before', async () => {
    const languages = fc.constantFrom(['en', 'fr'], ['fr-CA', 'en'], ['fr', 'fr-BE'], ['en', 'de']);
    const change = fc.record({
      id: fc.integer({ min: 1, max: 30 }),
      source: text,
      target: text,
      languages,
      gone: fc.boolean(),
      at: fc.nat(3),
      settle: fc.constantFrom('no', 'all', 'a step'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 60 }),
        fc.array(question, { minLength: 1, maxLength: 4 }),
        async (changes, questions) => {
          const index = new FuzzyIndex(undefined, { recent: 3 });
          const units = new Map<number, SeenUnit>();
          let settling: Generator<void> | null = null;
          for (const {
            id,
            source,
            target,
            languages: [from, to],
            gone,
            at,
            settle,
          } of changes) {
            const unit = seen(id, source, target, { from: from ?? '', to: to ?? '', changedAt: day(at) });
            if (gone) units.delete(id);
            else units.set(id, unit);
            if (gone) index.drop([id]);
            else index.see([unit]);
            if (settle === 'no') continue;
            settling ??= index.settling();
            for (let over = false; !over && settling; ) {
              over = settle === 'a step';
              if (settling.next().done) settling = null;
            }
          }
          const plain = scan([...units.values()]);
          for (const asked of questions) {
            const expected = await plain.near(asked);
            expect(index.near(asked)).toEqual(expected);
            expect(index.near({ ...asked, exhaustive: true })).toEqual(expected);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('answers so where texts differ in numbers alone, many of one form and many of another', async () => {
    const number = fc.constantFrom('1', '2', '30', '30', '3.5 million', 'three', 'Three', 'six');
    const sentence = fc
      .tuple(fc.constantFrom('Chip', 'chip', 'Chips', 'data'), fc.array(number, { maxLength: 3 }), fc.boolean())
      .map(([chip, numbers, ends]) => `${chip} ${numbers.join(' of ')} opened in the factory${ends ? '.' : ''}`);
    const units = fc.array(fc.record({ source: sentence, at: fc.nat(2) }), { minLength: 1, maxLength: 80 });
    const asked = fc.record({
      text: sentence,
      min: fc.integer({ min: 50, max: 100 }),
      limit: fc.integer({ min: 1, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(units, fc.array(asked, { minLength: 1, maxLength: 4 }), async (known, questions) => {
        const all = known.map(({ source, at }, i) => seen(i + 1, source, `phrase ${i}`, { changedAt: day(at) }));
        const index = new FuzzyIndex();
        index.see(all);
        index.settle(0);
        const plain = scan(all);
        for (const one of questions) {
          const question = { ...one, from: 'en', to: 'fr' };
          expect(index.near(question)).toEqual(await plain.near(question));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('tells apart more words than sixteen bits can number', () => {
    const index = new FuzzyIndex();
    const name = (n: number) => `w${n.toString(36)}x`;
    const units = Array.from({ length: 9000 }, (_, i) => {
      const words = Array.from({ length: 8 }, (_, n) => name(i * 8 + n)).join(' ');
      return seen(i + 1, words, `phrase ${i}`);
    });
    index.see(units);
    index.settle();
    expect(index.lexicon.size).toBeGreaterThan(72_000);
    for (const id of [1, 4200, 8161, 8195, 9000]) {
      const { source } = units[id - 1] as SeenUnit;
      const asked = { min: 70, limit: 5, from: 'en', to: 'fr', text: source.replace(/x(?= )/, 'xx') };
      expect(index.near(asked)).toMatchObject([{ unit: id }]);
      expect(index.near({ ...asked, exhaustive: true })).toEqual(index.near(asked));
    }
  }, 30_000);

  it('puts the newest of equals first, then the lowest id', () => {
    const index = new FuzzyIndex();
    index.see([
      seen(3, 'A chip', 'c', { changedAt: day(1) }),
      seen(1, 'A chip', 'a', { changedAt: day(1) }),
      seen(2, 'A chip', 'b', { changedAt: day(5) }),
    ]);
    expect(index.near({ text: 'A chip', from: 'en', to: 'fr', min: 70, limit: 5 }).map(({ unit }) => unit)).toEqual([
      2, 1, 3,
    ]);
  });

  it('finds from either side, and only what faces the language asked for', () => {
    const index = new FuzzyIndex();
    index.see([seen(1, 'The chip', 'La puce'), seen(2, 'Der Chip', 'La puce', { from: 'de' })]);
    const near = (wanted: string, from: string, to: string) =>
      index.near({ text: wanted, from, to, min: 70, limit: 5 }).map(({ unit }) => unit);
    expect(near('La puce', 'fr', 'en')).toEqual([1]);
    expect(near('La puce', 'fr-CA', 'de')).toEqual([2]);
    expect(near('The chip', 'en', 'de')).toEqual([]);
    expect(near('The chip', 'en', 'es')).toEqual([]);
  });
});
