import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Quantity, readNumbers, writeQuantity } from '../../server/text/numbers.ts';

function cases(name: string): { text: string; wanted: string }[] {
  const lines = readFileSync(new URL(`../cases/${name}`, import.meta.url), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [text, wanted] = line.split(' => ');
    return !text || wanted === undefined || line.startsWith('#') ? [] : [{ text, wanted }];
  });
}

function said(quantity: Quantity): string {
  const doubt = quantity.vague ? '?' : quantity.approximate ? '~' : '';
  return [quantity.kind, quantity.value, quantity.unit, doubt].filter(Boolean).join(' ');
}

function read(text: string, language: string): string {
  return readNumbers(text, language).map(said).join('; ') || 'none';
}

describe.each(['fr', 'en'])('numbers in %s', (language) => {
  test.each(cases(`numbers-${language}.txt`))('$text', ({ text, wanted }) => {
    expect(read(text, language)).toBe(wanted);
  });
});

const ANY_TEXT = fc.oneof(
  fc.uint16Array({ maxLength: 100 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        'deux',
        'constructor',
        '__proto__',
        'toString',
        'mille',
        'cent',
        '3',
        '000',
        ',',
        '.',
        '-',
        ' ',
        '\u00a0',
        '€',
        '$',
        '%',
        'M',
        'bn',
        'sur',
        'in',
        'half',
        'et',
        'and',
        'XXIe',
        ':',
        '/',
        'mars',
        'May',
        '½',
        'h',
        'a',
        'd',
        '’',
        'de',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
);

describe('any text', () => {
  test.each(['fr', 'en', 'de'])('gives quantities in order, inside the text, in %s', (language) => {
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        let last = 0;
        for (const { start, end } of readNumbers(text, language)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is written is read back', () => {
  const amount = fc.oneof(
    fc.integer({ min: 2, max: 999_999_999 }).map(String),
    fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 99 }))
      .map(([a, b]) => `${a}.${b}`.replace(/0+$/, '').replace(/\.$/, '')),
    fc
      .tuple(fc.integer({ min: 2, max: 9999 }), fc.constantFrom('000000', '000000000', '000000000000'))
      .map(([a, zeros]) => `${a}${zeros}`),
  );
  const reading = fc.oneof(
    amount.map((value) => ({ kind: 'percent' as const, value })),
    amount.map((value) => ({ kind: 'points' as const, value })),
    fc
      .tuple(amount, fc.constantFrom('EUR', 'USD', 'GBP', 'CHF', 'JPY', 'CNY', 'CAD', 'SEK'))
      .map(([value, unit]) => ({ kind: 'money' as const, value, unit })),
    fc
      .tuple(amount, fc.constantFrom('GB', 'Mbit/s', 'km', 'hp', 'kWh', 'm²', 'year', 'kg'))
      .map(([value, unit]) => ({ kind: 'measure' as const, value, unit })),
    fc.integer({ min: 1, max: 99 }).map((n) => ({ kind: 'ordinal' as const, value: String(n) })),
    fc.integer({ min: 1, max: 21 }).map((n) => ({ kind: 'century' as const, value: String(n) })),
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((day) => ({ kind: 'date' as const, value: day.toISOString().slice(0, 10) })),
    fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => ({
      kind: 'time' as const,
      value: `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`,
    })),
    fc
      .constantFrom('2/3', '1/3', '0.5', '0.75', '0.25', '0.2', '0.3')
      .map((value) => ({ kind: 'fraction' as const, value })),
    fc.constantFrom('Q1', 'Q4', 'H2', '2024-Q3', '2025-H1').map((value) => ({ kind: 'period' as const, value })),
  );
  test.each(['fr', 'fr-CA', 'en', 'en-US', 'en-GB'])('in %s', (language) => {
    fc.assert(
      fc.property(reading, (wanted) => {
        const text = writeQuantity(wanted, language) ?? '';
        expect(readNumbers(text, language), text).toMatchObject([wanted]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('what is written', () => {
  const NBSP = '\u00a0';
  const NNBSP = '\u202f';
  test.each([
    [{ kind: 'money', value: '3500000000', unit: 'EUR' }, 'fr', '', `3,5${NBSP}milliards d’euros`],
    [{ kind: 'money', value: '3500000000', unit: 'EUR' }, 'fr', '12 M€', `3,5${NBSP}Md€`],
    [{ kind: 'money', value: '3500000000', unit: 'EUR' }, 'en', '', '€3.5bn'],
    [{ kind: 'money', value: '3500000000', unit: 'USD' }, 'en-US', '', '$3.5 billion'],
    [{ kind: 'money', value: '2500000000000', unit: 'USD' }, 'fr', '', `2${NNBSP}500${NBSP}milliards de dollars`],
    [{ kind: 'money', value: '9.5', unit: 'EUR' }, 'fr', '', `9,50${NBSP}€`],
    [{ kind: 'percent', value: '12' }, 'fr', '', `12${NBSP}%`],
    [{ kind: 'time', value: '20:30' }, 'fr', '', `20${NBSP}h${NBSP}30`],
    [{ kind: 'time', value: '20:30' }, 'en-US', '', '8:30 p.m.'],
    [{ kind: 'century', value: '21' }, 'fr', '', `XXIe${NBSP}siècle`],
    [{ kind: 'cardinal', value: '12500' }, 'fr', 'les 15 000 autres', '12 500'],
    [{ kind: 'date', value: '2024-03-01' }, 'fr', '', `1er${NBSP}mars 2024`],
  ] as const)('%o in %s like “%s”', (quantity, language, sample, wanted) => {
    expect(writeQuantity(quantity, language, sample)).toBe(wanted);
  });

  test.each([
    { kind: 'multiplier', value: '2' },
    { kind: 'name', value: 'gpt4' },
    { kind: 'money', value: '3', unit: 'constructor' },
    { kind: 'measure', value: '3', unit: 'toString' },
    { kind: 'cardinal', value: 'many' },
    { kind: 'date', value: '2024-13-01' },
  ] as const)('is nothing for %o', (quantity) => {
    expect(['fr', 'en'].map((language) => writeQuantity(quantity, language))).toEqual([null, null]);
  });
});
