import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chrfOf, countChrf, noCounts } from '../../server/text/chrf.ts';

const chrf = (...pairs: [string, string][]) => {
  const sums = noCounts();
  for (const [text, reference] of pairs) countChrf(sums, text, reference);
  return chrfOf(sums);
};

describe('chrF', () => {
  test('of a text by itself is 100, of nothing in common 0', () => {
    expect(chrf(['La puce chauffe.', 'La puce chauffe.'])).toBeCloseTo(100);
    expect(chrf(['abcdef', 'uvwxyz'])).toBe(0);
    expect(chrf(['', 'abc'])).toBe(0);
    expect(chrf()).toBe(0);
  });

  test('counts by hand: two letters of three, one pair of two', () => {
    // Of "abx" beside "abc": 2 of 3 letters, 1 of 2 pairs, 0 of 1 triple; precision and recall are both 7/18.
    expect(chrf(['abx', 'abc'])).toBeCloseTo((100 * 7) / 18);
  });

  test('weighs what is missing twice as much as what is too much', () => {
    expect(chrf(['abcd', 'abcdefgh'])).toBeLessThan(chrf(['abcdefgh', 'abcd']));
  });

  test('sees no white space', () => {
    expect(chrf(['a b\u00a0c d', 'abcd'])).toBeCloseTo(100);
  });

  test('of several texts is that of their sums, and always from 0 to 100', () => {
    expect(chrf(['abc', 'abc'], ['xyz', 'uvw'])).toBeCloseTo(50);
    const text = fc.string({ maxLength: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (pairs) => {
        const score = chrf(...pairs);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100.0001);
      }),
    );
  });
});
