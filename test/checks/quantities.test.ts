// Properties of the five checks by value, over quantities that are written and changed by chance.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../server/checks/check.ts';
import { currency } from '../../server/checks/currency.ts';
import { date } from '../../server/checks/date.ts';
import { pairOf } from '../../server/checks/index.ts';
import { number } from '../../server/checks/number.ts';
import { percent } from '../../server/checks/percent.ts';
import { unit } from '../../server/checks/unit.ts';
import { type Reading, writeQuantity } from '../../server/text/numbers.ts';

const FIVE = [number, currency, date, unit, percent];
const WAYS = [
  ['fr', 'en-GB'],
  ['fr', 'en-US'],
  ['en-GB', 'fr'],
  ['en-US', 'fr'],
] as const;

const way = fc.constantFrom(...WAYS);
const size = fc.oneof(
  fc.integer({ min: 14, max: 99_999 }).map(String),
  fc.integer({ min: 11, max: 999 }).map((n) => `${n}00000`),
  fc.integer({ min: 21, max: 999 }).map((n) => (n % 10 === 0 ? `${n / 10}` : `${Math.floor(n / 10)}.${n % 10}`)),
);
const quantity = fc.oneof(
  size.map((value): Reading => ({ kind: 'cardinal', value })),
  size.map((value): Reading => ({ kind: 'percent', value })),
  fc
    .tuple(size, fc.constantFrom('EUR', 'USD', 'GBP', 'JPY', 'CHF'))
    .map(([value, unit]): Reading => ({ kind: 'money', value, unit })),
  fc
    .tuple(size, fc.constantFrom('GB', 'km', 'kWh', 'kg', 'Mbit/s'))
    .map(([value, unit]): Reading => ({ kind: 'measure', value, unit })),
);

interface Named extends Fault {
  check: string;
}

function found(source: string, target: string, from: string, to: string): Named[] {
  const pair = pairOf({ source, target, from, to });
  return FIVE.flatMap((check) => [...check.run(pair)].map((fault) => ({ ...fault, check: check.id })));
}

function sentence(reading: Reading, language: string): string {
  const text = writeQuantity(reading, language) ?? '';
  return language === 'fr'
    ? `Le projet compte ${text} selon le rapport.`
    : `The project has ${text} according to the report.`;
}

describe('a quantity and its translation', () => {
  it('are the same when both are written from one value', () => {
    fc.assert(
      fc.property(quantity, way, (reading, [from, to]) => {
        expect(found(sentence(reading, from), sentence(reading, to), from, to)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('differ in the number when the value changes, once, and the fix puts it right', () => {
    fc.assert(
      fc.property(quantity, way, (reading, [from, to]) => {
        const source = sentence(reading, from);
        const target = sentence({ ...reading, value: `${reading.value}7`.replace(/^(\d+)7$/, '$19') }, to);
        const [finding, ...more] = found(source, target, from, to);
        expect([finding?.check, more]).toEqual(['number', []]);
        const { start = 0, end = 0, fix = '' } = finding ?? {};
        expect(found(source, target.slice(0, start) + fix + target.slice(end), from, to)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['money', 'currency', ['EUR', 'USD', 'GBP', 'JPY', 'CHF', 'CAD', 'CNY']],
    ['measure', 'unit', ['GB', 'MB', 'TB', 'kg', 'kWh', 'Mbit/s', 'nm']],
  ] as const)('differ in %s by the check %s when only the unit changes', (kind, check, units) => {
    const two = fc.shuffledSubarray([...units], { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(size, two, way, (value, [here = '', there = ''], [from, to]) => {
        const source = sentence({ kind, value, unit: here }, from);
        const target = sentence({ kind, value, unit: there }, to);
        expect(found(source, target, from, to).map((finding) => finding.check)).toEqual([check]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('any pair', () => {
  it('gives findings inside its texts and never throws', () => {
    // Any UTF-16, halves of broken surrogate pairs included.
    const text = fc.uint16Array({ maxLength: 60 }).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(text, text, way, (source, target, [from, to]) => {
        for (const { side, start, end } of found(source, target, from, to)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(side === 'source' ? source.length : target.length);
        }
      }),
    );
  });
});
