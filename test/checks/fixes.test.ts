// The certain fixes of a check, on every pair that the checks are tried on: their findings go, and no other comes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CheckedPair, runChecks } from '../../server/checks/index.ts';
import type { Finding } from '../../server/model.ts';
import { openSpelling } from '../../server/spelling.ts';
import { readCases } from './cases.ts';

const read = (name: string) => readCases(readFileSync(new URL(`../cases/checks/${name}.txt`, import.meta.url), 'utf8'));
const pairs = ['held-pairs', 'third-pairs', 'fourth-pairs', 'pairs']
  .flatMap(read)
  .filter(({ target }) => target !== '');
const { knows } = await openSpelling();

const named = ({ check, rule, side }: Finding) => `${check}/${rule ?? ''} ${side}`;

function counted(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(named(finding), (counts.get(named(finding)) ?? 0) + 1);
  return counts;
}

/** The target with some fixes made, the last first so that the places before it stay. */
function fixedTarget(target: string, fixes: readonly Finding[]): string {
  const fromTheEnd = fixes.toSorted((a, b) => b.start - a.start);
  return fromTheEnd.reduce((text, { start, end, fix = '' }) => text.slice(0, start) + fix + text.slice(end), target);
}

/** What is said after fixes that was not said before, and what of them is said still. */
function afterFixes(pair: CheckedPair, before: readonly Finding[], fixes: readonly Finding[]) {
  const after = counted(runChecks({ ...pair, target: fixedTarget(pair.target, fixes) }));
  const was = counted(before);
  const left = (name: string) => (was.get(name) ?? 0) - fixes.filter((fix) => named(fix) === name).length;
  return [...after].filter(([name, count]) => count > left(name)).map(([name]) => name);
}

/** Marks come in twos: a guillemet that was changed alone would leave its other half. */
function together(findings: readonly Finding[]): Finding[][] {
  const fixes = findings.filter(({ fix, side }) => fix !== undefined && side === 'target');
  const checks = [...new Set(fixes.map(({ check }) => check))];
  return checks.map((id) => fixes.filter(({ check }) => check === id));
}

describe('the certain fixes of a tried pair', () => {
  const tried = pairs.flatMap((one) => {
    const { expect: _, allow: __, ...known } = one;
    const pair: CheckedPair = { ...known, knows };
    const findings = runChecks(pair);
    return together(findings).map((fixes) => ({ pair, findings, fixes }));
  });

  it('are hundreds', () => {
    expect(tried.length).toBeGreaterThan(200);
  });

  it('take their findings away and bring no other', () => {
    const wrong = tried.flatMap(({ pair, findings, fixes }) => {
      const said = afterFixes(pair, findings, fixes);
      return said.length > 0 ? [{ target: pair.target, fixes: fixes.map(({ fix }) => fix), said }] : [];
    });
    expect(wrong).toEqual([]);
  });
});
