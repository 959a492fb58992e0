// What holds for every check on any text: nothing throws, spans are inside, a fix takes its finding away and nothing else with it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKS, type CheckedPair, runChecks } from '../../server/checks/index.ts';
import { PRESET } from '../../server/checks/preset.ts';
import type { Code, Finding } from '../../server/model.ts';
import { pairOfSample } from './marks.ts';

const NASTY = [
  '',
  ' ',
  '\u202f?',
  '\ud83d',
  '👩‍💻 <b',
  '«»“”‘’"\'',
  '((([[[{{{',
  '%%%s {} ${ <1></2><3/>',
  '\u05d0\u05d1 (\u05d2)',
  '$^*+?.|\\[](){}',
  'A'.repeat(200),
  'le '.repeat(60),
  "l'".repeat(80),
  '1 000 '.repeat(30),
  'https://a.b/c?d=e&f=[g](h)…',
];
const DIRECTIONS = [
  ['fr', 'en'],
  ['en', 'fr'],
  ['fr-CA', 'en-GB'],
  ['en-US', 'fr-CH'],
  ['de', 'fr'],
  ['en', 'ja'],
  ['', ''],
] as const;

function expectSound(pair: CheckedPair, findings: readonly Finding[]): void {
  for (const { side, start, end, message } of findings) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(pair[side].length);
    expect(message).not.toBe('');
  }
}

describe('any text', { timeout: 60_000 }, () => {
  it.each(DIRECTIONS)('from %s to %s is answered with sound spans', (from, to) => {
    for (const [i, source] of NASTY.entries()) {
      for (const step of [0, 1, 4]) {
        const target = NASTY[(i + step) % NASTY.length] as string;
        const pair = {
          source,
          target,
          from,
          to,
          terms: [{ source, target: [target] }],
          forbidden: [source],
          memory: [],
        };
        expectSound(pair, runChecks(pair, { profile: 'strict' }));
      }
    }
  });

  it('of pieces put together at random too', () => {
    const piece = fc.constantFrom(
      ...NASTY,
      'Il a dit',
      'the',
      ' ',
      ',',
      '12\u00a0%',
      'Paris',
      '.',
      '…',
      '?',
      'IA',
      'n’a pas',
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, fc.constantFrom(...DIRECTIONS), (source, target, [from, to]) => {
        const pair = { source, target, from, to, memory: [{ source: target, target: source }] };
        expectSound(pair, runChecks(pair, { profile: 'strict', language: 'fr' }));
      }),
      { numRuns: 80 },
    );
  });
});

const key = ({ check, rule, side, start, end }: Finding) => `${check}/${rule ?? ''} ${side} ${start}-${end}`;

describe('a certain fix', () => {
  const samples = CHECKS.flatMap(({ id, samples }) => samples.map((sample) => ({ id, sample })));
  it.each(samples.map(({ id, sample }) => [id, sample.target, sample] as const))('of %s in %s', (id, _, sample) => {
    const pair = pairOfSample(sample);
    const options = { profile: sample.profile ?? 'default' } as const;
    const findings = runChecks(pair, options).filter(({ check, side }) => check === id && side === 'target');
    for (const { start, end, fix, ...rest } of findings) {
      if (fix === undefined) continue;
      const target = pair.target.slice(0, start) + fix + pair.target.slice(end);
      const moved = (at: number) => (at >= end ? at + fix.length - (end - start) : at);
      const others = findings.filter((one) => one.start !== start || one.end !== end);
      const expected = others.map((one) => key({ ...one, start: moved(one.start), end: moved(one.end) }));
      const left = runChecks({ ...pair, target }, options).filter(
        ({ check, side }) => check === id && side === 'target',
      );
      expect([rest.message, left.map(key).sort()]).toEqual([rest.message, expected.sort()]);
    }
  });
});

describe('codes', () => {
  const codes: Code[] = [{ id: 1, kind: 'pair', type: 'bold', native: { open: '<b>', close: '</b>' } }];
  it('are seen through, and a finding points into the one string', () => {
    const target = 'C’est <1>la fin</1>?';
    const [finding, ...others] = runChecks({ source: 'Is it <1>the end</1>?', target, from: 'en', to: 'fr', codes });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ check: 'typography-fr', start: 19, end: 20, fix: '\u202f?' });
  });

  it('inside a span leave it without a fix', () => {
    const target = 'Le <1>le</1> prix.';
    const [finding] = runChecks({ source: 'The <1>price</1>.', target, from: 'en', to: 'fr', codes });
    expect(finding).toMatchObject({ check: 'repeated-word' });
    expect(finding).not.toHaveProperty('fix');
  });

  it('that were lost are said', () => {
    const findings = runChecks({ source: 'The <1>price</1>.', target: 'Le prix.', from: 'en', to: 'fr', codes });
    expect(findings.map(({ check }) => check)).toEqual(['tag']);
  });
});

describe('the preset', () => {
  it('names no check that is not there, and gives every severity a reason', () => {
    const ids = new Set<string>(CHECKS.map(({ id }) => id));
    for (const [name, { why }] of Object.entries(PRESET)) {
      expect([name, ids.has(name.split('/')[0] ?? '')]).toEqual([name, true]);
      expect(why).toMatch(/\.$/);
    }
  });

  it('gives way to the desk’s own style, by check or by rule', () => {
    const pair = { source: 'Is it over?', target: 'Est-ce fini ?', from: 'en', to: 'fr' };
    expect(runChecks(pair)).toEqual([]);
    expect(runChecks(pair, { style: { 'typography-fr/plain-space': 'error' } })).toMatchObject([{ severity: 'error' }]);
    expect(runChecks({ ...pair, target: 'Est-ce fini?' }, { style: { 'typography-fr': 'off' } })).toEqual([]);
  });

  it('says what to do in the language asked for', () => {
    const pair = { source: 'It is over.', target: 'C’est  fini.', from: 'en', to: 'fr' };
    expect(runChecks(pair, { language: 'fr' })[0]?.message).toBe('Deux espaces à la suite\u00a0: n’en laissez qu’une.');
    expect(runChecks(pair)[0]?.message).toBe('Two spaces in a row: leave one.');
  });
});
