import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { automatonOf, endsIn, fitsAt, Unwalkable } from '../../server/text/linear-regex.ts';
import { breaksBySrx, type SrxRule } from '../../server/text/srx-rules.ts';

const sign = fc.constantFrom(
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  '\\p{L}',
  '\\s',
  '\\b',
  '^',
  '$',
  '(?=a)',
  '(?<!b)',
  '\\.',
  '😀',
);
const quantifier = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '{2,}', '+?');
const expression = fc.letrec((tie) => ({
  node: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(sign, quantifier).map(([one, many]) => (/^(?:\(|\\b|\^|\$)/.test(one) ? one : one + many)),
    },
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `${a}${b}`),
    fc.tuple(tie('node'), tie('node'), quantifier).map(([a, b, many]) => `(?:${a}|${b})${many}`),
  ),
})).node as fc.Arbitrary<string>;
const text = fc
  .array(fc.constantFrom('a', 'b', 'c', ' ', '.', '\n', '😀', '\ud83d'), { maxLength: 12 })
  .map((all) => all.join(''));

describe('an automaton', () => {
  it('answers as JavaScript does, at every place and in both directions', () => {
    fc.assert(
      fc.property(expression, text, (source, given) => {
        const behind = new RegExp(`(?<=${source})`, 'uy');
        const ahead = new RegExp(`(?=${source})`, 'uy');
        const ends = endsIn(automatonOf(source, 'u', false), given);
        const [forwards, backwards] = [automatonOf(source, 'u', false), automatonOf(source, 'u', true)];
        for (let at = 0; at <= given.length; at++) {
          if (at > 0 && (given.codePointAt(at - 1) ?? 0) > 0xffff) continue;
          const native = (pattern: RegExp) => {
            pattern.lastIndex = at;
            return pattern.test(given);
          };
          expect([at, ends[at] === 1]).toEqual([at, native(behind)]);
          expect([at, fitsAt(backwards, given, at)]).toEqual([at, native(behind)]);
          expect([at, fitsAt(forwards, given, at)]).toEqual([at, native(ahead)]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each(['(a)\\1', '(?=(?=(?=a)))', '(?:a{999}){999}'])('is refused for %s', (source) => {
    expect(() => automatonOf(source, 'u', false)).toThrow(Unwalkable);
  });
});

/** Each of these holds a native engine for as long as the stars shine. */
const EVIL = [
  '(a+)+$',
  '(a|a)*b',
  '(a|aa)+$',
  '(.*a){20}',
  '([a-z]+)*\\.',
  '(?:a?){30}a{30}',
  '\\p{L}+\\p{L}+\\p{L}+\\p{L}+\\.',
];

describe('rules from outside', () => {
  it.each(EVIL)('cannot stall a paragraph: %s', (before) => {
    const evil: SrxRule[] = [
      { break: false, before, after: '\\s', flags: 'u' },
      { break: true, before: '[.?!]', after: '\\s', flags: 'u' },
      { break: true, before, after: 'c', flags: 'u' },
    ];
    const long = `${'a'.repeat(20_000)}. Fin`;
    expect(breaksBySrx(long, evil)).toEqual(before.endsWith('\\.') ? [] : [20_001]);
  });

  it('take a million signs without a full stop', () => {
    const rules: SrxRule[] = [
      { break: false, before: '\\b\\p{L}+\\.', after: '\\s\\p{Ll}', flags: 'u' },
      { break: true, before: '[.?!]+[")]*', after: '\\s+\\p{Lu}', flags: 'u' },
    ];
    expect(breaksBySrx('mot '.repeat(250_000), rules)).toEqual([]);
    expect(breaksBySrx(`${'mot '.repeat(100_000)}fin. Et`, rules)).toHaveLength(1);
  });
});
