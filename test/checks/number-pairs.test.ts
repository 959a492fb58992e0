// The five checks by value over pairs that only people would tell apart: each line says which of them speak, and no other may.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { currency } from '../../server/checks/currency.ts';
import { date } from '../../server/checks/date.ts';
import { pairOf } from '../../server/checks/index.ts';
import { number } from '../../server/checks/number.ts';
import { percent } from '../../server/checks/percent.ts';
import { unit } from '../../server/checks/unit.ts';

const FIVE = [number, currency, date, unit, percent];

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
  const pair = pairOf({ source, target, from, to });
  const named = FIVE.flatMap((check) => [...check.run(pair)].map(() => check.id));
  return named.join(',') || '-';
}

describe('numbers by value', () => {
  it.each(lines)('$way $source → $target', (line) => {
    expect(spoke(line)).toBe(line.wanted);
  });

  it('reads every line of the cases', () => {
    expect(lines.every(({ way, wanted }) => way.includes('>') && wanted !== '')).toBe(true);
  });
});
