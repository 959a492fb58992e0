// The five checks by value over pairs that only people would tell apart: each line says which of them speak, and no other may.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../server/checks/index.ts';

const FIVE = new Set(['number', 'currency', 'date', 'unit', 'percent']);

interface Line {
  way: string;
  source: string;
  target: string;
  wanted: string;
}

const lines = readFileSync(new URL('../cases/number-pairs.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line): Line => {
    const [way = '', source = '', target = '', wanted = ''] = line.split(' | ');
    return { way, source, target, wanted };
  });

function spoke({ way, source, target }: Line): string {
  const [from = '', to = ''] = way.split('>');
  const findings = runChecks({ source, target, from, to }).filter(({ check }) => FIVE.has(check));
  return findings.map(({ check }) => check).join(',') || '-';
}

describe('numbers by value', () => {
  it.each(lines)('$way $source → $target', (line) => {
    expect(spoke(line)).toBe(line.wanted);
  });

  it('reads every line of the cases', () => {
    expect(lines.every(({ way, wanted }) => way.includes('>') && wanted !== '')).toBe(true);
  });
});
