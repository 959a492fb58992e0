// A text is checked once, and again as soon as anything that the checks are handed is different.
import { expect, test } from 'vitest';
import { checkedOnce } from '../../server/flow/checked-once.ts';

const pair = { source: 'Three chips in 2024.', target: 'Trois puces en 2023.', from: 'en', to: 'fr' };
const checks = (findings: readonly { check: string }[]) => findings.map(({ check }) => check);

test('the same question has the same answer', () => {
  const first = checkedOnce({ ...pair, terms: [] }, { language: 'fr' });
  expect(checks(first)).toContain('number');
  expect(checkedOnce({ ...pair, terms: [] }, { language: 'fr' })).toBe(first);
});

test('another text, term, language of messages or dictionary is another question', () => {
  const first = checkedOnce(pair, { language: 'fr' });
  expect(checks(checkedOnce({ ...pair, target: 'Trois puces en 2024.' }, { language: 'fr' }))).toEqual([]);
  const terms = [{ source: 'chips', target: ['circuits'], forbidden: [] }];
  expect(checks(checkedOnce({ ...pair, terms }, { language: 'fr' }))).toContain('term');
  expect(checkedOnce(pair, { language: 'en' })[0]?.message).not.toBe(first[0]?.message);
  expect(checks(checkedOnce({ ...pair, knows: () => false }, { language: 'fr' }))).toContain('spelling');
});
