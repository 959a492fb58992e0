// Pairs of every kind, with a dictionary: each finds what its line says, and nothing that it does not allow.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../server/checks/index.ts';
import { openSpelling } from '../../server/spelling.ts';
import { readCases } from './cases.ts';

const cases = ['held-pairs', 'third-pairs', 'fourth-pairs', 'fifth-pairs', 'sixth-pairs', 'seventh-pairs'].flatMap(
  (name) => readCases(readFileSync(new URL(`../cases/checks/${name}.txt`, import.meta.url), 'utf8')),
);
const { knows } = await openSpelling();
/** A dictionary knows no « monday »: what it says besides disturbs nobody. */
const BESIDE = 'spelling';

describe('pairs of every kind', () => {
  it('are many, right and wrong', () => {
    expect(cases.filter(({ expect: found }) => found.length > 0).length).toBeGreaterThan(150);
    expect(cases.filter(({ expect: found }) => found.length === 0).length).toBeGreaterThan(300);
  });

  it.each(cases.map((one) => [`${one.expect.join(' ') || 'nothing'} in ${one.target}`, one] as const))(
    '%s',
    (_, one) => {
      const found = runChecks({ ...one, knows }).filter(({ severity }) => severity !== 'note');
      const fired = new Set<string>(found.map(({ check }) => check));
      const missed = one.expect.filter((check) => !fired.has(check));
      const alarms = [...fired].filter((check) => ![...one.expect, ...one.allow, BESIDE].includes(check));
      expect({ missed, alarms }).toEqual({ missed: [], alarms: [] });
    },
  );
});
