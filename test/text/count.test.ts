import { describe, expect, it } from 'vitest';
import type { Code } from '../../server/model.ts';
import { countSigns, countWords } from '../../server/text/count.ts';

const bold: Code = { id: 1, kind: 'pair', type: 'bold', native: { open: '<b>', close: '</b>' } };

describe('countWords', () => {
  it.each([
    ["l'industrie", 1],
    ['«\u00a03\u202f000\u00a0»', 1],
    ['3 000', 1],
    ['12\u00a0500,50 euros', 2],
    ['1 200 000 lecteurs', 2],
    ['en 2024 300 personnes', 4],
    ['avant\u00a0: après', 2],
    [':', 0],
    ['', 0],
    ['20\u00a0%', 1],
    ['«\u00a0mot\u00a0»', 1],
    ['state-of-the-art', 1],
    ['A — B', 2],
  ])('of %j is %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
  it('does not count codes, which part no words either', () => {
    expect(countWords('in<1>con</1>nu <1></1> mot', [bold])).toBe(2);
  });
});

describe('countSigns', () => {
  it('counts characters with spaces, composed, without codes', () => {
    expect(countSigns('Un <1>mot</1>.', [bold])).toBe(7);
    expect(countSigns('e\u0301t\u00e9 😀')).toBe(5);
  });
});
