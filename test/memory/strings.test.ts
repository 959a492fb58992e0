import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Strings } from '../../server/memory/strings.ts';

describe('strings by number', () => {
  it('are numbered as a Map would number them, and so again from their arrays', () => {
    const entry = fc.tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.string({ unit: fc.constantFrom('a', 'b', '\u0000', 'é', '\u{1f600}'), maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 200, size: 'max' }), entry, (entries, strange) => {
        const map = new Map<string, number>();
        const keyOf = ([kind, text]: [number, string]) => `${kind}${text}`;
        for (const one of entries) if (!map.has(keyOf(one))) map.set(keyOf(one), map.size);
        let strings = new Strings();
        const numbers = entries.map(([kind, text], i) => {
          if (i === 140) strings = new Strings(strings.arrays());
          return strings.add(kind, text);
        });
        expect(numbers).toEqual(entries.map((one) => map.get(keyOf(one))));
        const restored = new Strings(strings.arrays());
        expect(restored.size).toBe(map.size);
        const found = [...entries, strange].map(([kind, text]) => restored.find(kind, text));
        expect(found).toEqual([...numbers, map.get(keyOf(strange)) ?? -1]);
      }),
      { numRuns: 40 },
    );
  });
});
