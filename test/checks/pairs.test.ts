// The pairs of test/cases/checks/pairs.txt: each finds what its line says, and nothing else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../server/checks/index.ts';
import { readCases } from './cases.ts';

/** Checks that are tried by pairs of their own. */
const ELSEWHERE = new Set(['number', 'currency', 'date', 'unit', 'percent', 'negation', 'hedge', 'attribution']);
const cases = readCases(readFileSync(join(import.meta.dirname, '../cases/checks/pairs.txt'), 'utf8'));

describe('the pairs', () => {
  it('are many', () => {
    expect(cases.length).toBeGreaterThan(200);
  });

  it.each(cases.map((one) => [`${one.expect.join(' ') || 'nothing'} in ${one.target}`, one] as const))(
    '%s',
    (_, one) => {
      const found = runChecks(one).map(({ check }) => check);
      const fired = [...new Set(found)].filter((check) => !ELSEWHERE.has(check) && !one.allow.includes(check)).sort();
      expect(fired).toEqual(one.expect);
    },
  );
});
