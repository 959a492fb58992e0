import { describe, expect, it } from 'vitest';
import { carryOver } from '../../server/text/carry-over.ts';
import { matchSentences } from '../../server/text/source-match.ts';

const sentences = (...texts: string[]) => texts.map((text) => ({ text, role: 'body' }));
const drawn = (old: string[], now: string[]) =>
  matchSentences(sentences(...old), sentences(...now)).map(({ old: i, now: j, kind }) => `${i}${kind[0]}${j}`);

describe('the sentences of two versions', () => {
  const [a, b, c, d] = [
    'La puce est lente.',
    'Le code est libre.',
    'Rien ne presse, dit la société.',
    'L’usine ouvrira à Rennes.',
  ];
  it.each([
    ['stay where they are', [a, b], [a, b], ['0u0', '1u1']],
    ['stay beside a new one', [a, b], [a, d, b], ['0u0', '1u2']],
    ['move', [a, b, c], [c, a, b], ['2m0', '0u1', '1u2']],
    ['change in their place', [a, b, c], [a, 'Le code est désormais libre.', c], ['0u0', '1c1', '2u2']],
    [
      'change and move where much is the same',
      [a, b, c, d],
      ['Rien ne presse, dit encore la société.', a, b, d],
      ['2c0', '0u1', '1u2', '3u3'],
    ],
    ['are others where little is', [a, b], [a, 'Trois cents personnes y travaillent.'], ['0u0']],
    ['stay with other apostrophes, quote marks and spaces', [d], ["L'usine  ouvrira à\u00a0Rennes."], ['0u0']],
    ['pair one to one where they repeat', [a, a], [a, a, a], ['0u0', '1u1']],
    ['come out of nothing', [], [a], []],
  ])('%s', (_name, old, now, expected) => {
    expect(drawn(old, now)).toEqual(expected);
  });
  it('keep their pair as another role', () => {
    expect(matchSentences([{ text: a, role: 'body' }], [{ text: a, role: 'crosshead' }])).toMatchObject([
      { old: 0, now: 0 },
    ]);
  });
});

const into = { from: 'fr', to: 'en' };

describe('a change of the source', () => {
  const bold = [{ id: 4, kind: 'pair' as const, type: 'bold', native: { open: '<b>', close: '</b>' } }];
  it.each([
    ['of a number', 'Elle coûte 12 euros.', 'Elle coûte 15 euros.', 'It costs 12 euros.', 'It costs 15 euros.'],
    ['of a name', 'Lumen recrute.', 'Obscur recrute.', 'Lumen is hiring.', 'Obscur is hiring.'],
    ['of several', 'Lumen a 12 fours.', 'Obscur a 15 fours.', 'Lumen has 12 ovens.', 'Obscur has 15 ovens.'],
    [
      'of a number beside an apostrophe',
      "L'usine a 12 fours.",
      'L’usine a 15 fours.',
      'The plant has 12 ovens.',
      'The plant has 15 ovens.',
    ],
    ['of a word', 'Elle est lente.', 'Elle est rapide.', 'It is slow.', null],
    ['that adds', 'Elle est lente.', 'Elle est très lente.', 'It is slow.', null],
    [
      'of a number that the target writes otherwise',
      'Le score est de 3,5.',
      'Le score est de 4,5.',
      'The score is 3.5.',
      'The score is 4.5.',
    ],
  ])('%s is carried into the target where it is certain', (_name, source, now, target, expected) => {
    expect(carryOver({ source, target, codes: [], ...into }, { source: now, codes: [] })).toBe(expected);
  });
  it('of codes alone is carried over', () => {
    const before = { source: 'Une <4>puce</4>.', target: 'A <4>chip</4>.', codes: bold, ...into };
    expect(carryOver(before, { source: 'Une puce.', codes: [] })).toBe('A chip.');
    const [code] = bold;
    if (code)
      expect(carryOver(before, { source: 'Une <7>puce</7>.', codes: [{ ...code, id: 7 }] })).toBe('A <7>chip</7>.');
  });
});
