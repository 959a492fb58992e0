import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Code, Neighbour, Unit } from '../../server/model.ts';
import { type MatchQuery, PENALTIES, type Penalties, rankMatches } from '../../server/text/match.ts';

const text = (key: string): Neighbour => ({ kind: 'text', key });
const edge: Neighbour = { kind: 'edge' };
const unknown: Neighbour = { kind: 'unknown' };

function unit(id: number, source: string, target: string, more: Partial<Unit> = {}): Unit {
  const at = '2026-01-01T00:00:00.000Z';
  return {
    id,
    memory: 1,
    from: 'en',
    to: 'fr',
    source,
    target,
    codes: [],
    previous: unknown,
    next: unknown,
    segment: null,
    taught: 'approve',
    import: null,
    group: null,
    author: 'Ada',
    createdAt: at,
    changedAt: at,
    note: null,
    properties: {},
    ...more,
  };
}

function query(source: string, more: Partial<MatchQuery> = {}): MatchQuery {
  return { source, codes: [], previous: unknown, next: unknown, ...more };
}

const pair = (id: number, type = 'bold'): Code => ({ id, kind: 'pair', type, native: { open: '<b>', close: '</b>' } });
const best = (wanted: MatchQuery, ...units: Unit[]) => rankMatches(wanted, units, { min: 50, limit: 5 })[0];
const names = (match: { reasons: { name: string }[] } | undefined) => match?.reasons.map((reason) => reason.name);

describe('the same text', () => {
  const stored = (previous: Neighbour, next: Neighbour, segment: number | null = null) =>
    unit(1, 'The chip ships in May.', 'La puce sort en mai.', { previous, next, segment });
  const asked = (previous: Neighbour, next: Neighbour, segment?: number) =>
    query('The chip ships in May.', { previous, next, segment: segment ?? null });

  it('is 100 where nothing is known of its place', () => {
    expect(best(asked(text('a'), text('b')), stored(unknown, unknown))).toMatchObject({ score: 100, kind: 'exact' });
    expect(best(asked(unknown, unknown), stored(unknown, unknown))).toMatchObject({ score: 100 });
  });

  it('is 101 where both neighbours agree, 100 where one does', () => {
    expect(best(asked(text('a'), text('b')), stored(text('a'), text('b')))).toMatchObject({
      score: 101,
      kind: 'context',
    });
    expect(best(asked(text('a'), text('b')), stored(text('a'), text('c')))).toMatchObject({
      score: 100,
      kind: 'exact',
    });
  });

  it('counts an edge only beside an edge', () => {
    expect(best(asked(edge, text('b')), stored(edge, text('b')))?.score).toBe(101);
    expect(best(asked(edge, text('b')), stored(unknown, text('b')))?.score).toBe(100);
    expect(best(asked(edge, edge), stored(edge, edge))?.score).toBe(101);
  });

  it('is 101 for the same block of an earlier version, 102 with both neighbours', () => {
    expect(best(asked(text('x'), text('y'), 7), stored(text('a'), text('b'), 7))?.score).toBe(101);
    expect(best(asked(text('a'), text('b'), 7), stored(text('a'), text('b'), 7))?.score).toBe(102);
    expect(best(asked(text('a'), text('b'), 7), stored(text('a'), text('b'), 8))?.score).toBe(101);
  });

  it('ranks one agreeing neighbour before a newer unit without any', () => {
    const near = unit(1, 'Yes.', 'Oui.', { previous: text('a'), changedAt: '2020-01-01T00:00:00.000Z' });
    const newer = unit(2, 'Yes.', 'Si.', { changedAt: '2026-01-01T00:00:00.000Z' });
    const ranked = rankMatches(query('Yes.', { previous: text('a') }), [newer, near], { min: 70, limit: 5 });
    expect(ranked.map((match) => match.unit)).toEqual([1, 2]);
  });

  it('is 99 with a name where only the typing differs', () => {
    expect(best(query('l\u2019usine'), unit(1, "l'usine", 'the plant'))).toMatchObject({
      score: 99,
      reasons: [{ name: 'apostrophes', points: -1 }],
    });
    expect(best(query('Vraiment\u00a0?'), unit(1, 'Vraiment ?', 'Really?'))).toMatchObject({
      score: 99,
      reasons: [{ name: 'spacing', points: -1 }],
    });
    expect(best(query('\u201cYes\u201d'), unit(1, '"Yes"', 'Oui'))).toMatchObject({
      score: 99,
      reasons: [{ name: 'quotes', points: -1 }],
    });
  });
});

describe('a similar text', () => {
  it('stays between 95 and 99 where numbers alone differ', () => {
    const one = best(query('Sales rose 12% to 340 million.'), unit(1, 'Sales rose 15% to 410 million.', 'Les ventes…'));
    expect(one?.score).toBeGreaterThanOrEqual(95);
    expect(one?.score).toBeLessThan(100);
    expect(names(one)).toEqual(['numbers']);
    const many = best(query('1 2 3 4 5 6 7 8 9'), unit(1, '9 8 7 6 1 4 3 2 0', 'x'));
    expect(many?.score).toBe(95);
  });

  it.each([
    ['Six engineers left the firm.', 'Three engineers left the firm.'],
    ['Elle a levé deux cents millions.', 'Elle a levé trois milliards.'],
    ['One million people saw it.', 'Two million people saw it.'],
    ['It grew in the third quarter.', 'It grew in the second quarter.'],
    ['La 3e édition ouvre.', 'La 21e édition ouvre.'],
    ['It ships on 12 March 2025.', 'It ships on 3 May 2026.'],
    ['Il part jeudi à 20h30.', 'Il part lundi à 8h.'],
    ['Il y a 6 puces.', 'Il y a six puces.'],
  ])('takes numbers in words and dates for numbers: %s', (one, other) => {
    const match = best(query(one), unit(1, other, 'x'));
    expect(names(match)?.filter((name) => name !== 'day')).toEqual(['numbers']);
    const lost = match?.reasons.find(({ name }) => name === 'numbers')?.points ?? 0;
    expect(lost).toBeGreaterThanOrEqual(-5);
    expect(lost).toBeLessThan(0);
  });

  it('takes no other word for a number', () => {
    expect(names(best(query('It takes a second per file.'), unit(1, 'It takes a third per file.', 'x')))).toEqual([
      'words',
    ]);
    expect(names(best(query('The one that ships'), unit(1, 'The two that ships', 'x')))).toEqual(['words']);
    expect(names(best(query('Wait ten seconds more'), unit(1, 'Wait ten minutes more', 'x')))).toEqual(['words']);
  });

  it('loses less by another form of a word than by another word', () => {
    const score = (source: string) =>
      best(query('The company opened two large factories'), unit(1, source, 'x'))?.score ?? 0;
    expect(score('The company opened two large factory')).toBeGreaterThan(
      score('The company opened two large offices'),
    );
    expect(score('The company opened two large offices')).toBeLessThan(95);
  });

  it('names case and punctuation', () => {
    expect(names(best(query('The chip ships'), unit(1, 'the chip ships', 'x')))).toEqual(['case']);
    expect(names(best(query('The chip ships in May'), unit(1, 'The chip ships in May.', 'x')))).toEqual([
      'punctuation',
    ]);
  });

  it('gives every lost point a name', () => {
    const match = best(query('The new chip ships in 3 colours!'), unit(1, 'the old chip ships in 5 colour', 'x'));
    const lost = match?.reasons.reduce((sum, reason) => sum + reason.points, 0);
    expect(100 + (lost ?? 0)).toBe(match?.score);
  });

  it('gives every lost point a name, whatever the texts', () => {
    const word = fc.constantFrom(
      'the',
      'The',
      'chip',
      'chips',
      'six',
      '12',
      '3,5',
      'May',
      'second',
      'a',
      '.',
      '!',
      '\u00e9t\u00e9',
      'Ete',
      'x-y',
    );
    const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [match] = rankMatches(query(one), [unit(1, other, 'x')], { min: 0, limit: 1 });
        const lost = match?.reasons.reduce((sum, { points }) => sum + points, 0) ?? 0;
        expect(100 + lost).toBe(match?.score);
      }),
    );
  });

  it('is as alike read in the other direction', () => {
    const pairs = unit(1, 'The chip ships in May.', 'La puce sort en mai.');
    const back = { ...pairs, from: 'fr', to: 'en', source: pairs.target, target: pairs.source };
    expect(best(query('The chip ships in June.'), pairs)).toMatchObject({ score: 98, target: 'La puce sort en juin.' });
    expect(best(query('La puce sort en juin.'), back)).toMatchObject({ score: 98, target: 'The chip ships in June.' });
  });

  it('is left out below the threshold', () => {
    expect(rankMatches(query('One thing'), [unit(1, 'Quite another matter', 'x')], { min: 70, limit: 5 })).toEqual([]);
  });
});

describe('codes', () => {
  const stored = unit(1, 'A <1>fast</1> chip', 'Une puce <1>rapide</1>', { codes: [pair(1)] });

  it('come back under the numbers of the text asked for', () => {
    const match = best(query('A <4>fast</4> chip', { codes: [pair(4)] }), stored);
    expect(match).toMatchObject({ score: 100, target: 'Une puce <4>rapide</4>' });
  });

  it('cost one point where they alone differ, and none is left over', () => {
    expect(best(query('A fast chip'), stored)).toMatchObject({
      score: 99,
      target: 'Une puce rapide',
      reasons: [{ name: 'codes', points: -1 }],
    });
    expect(best(query('A <1>fast</1> chip', { codes: [pair(1, 'link')] }), stored)?.score).toBe(99);
    expect(best(query('<1>A</1> fast chip', { codes: [pair(1)] }), stored)?.score).toBe(99);
  });

  it('are not made of what the target says literally', () => {
    expect(
      best(query('Write <1>tag</1>', { codes: [pair(1)] }), unit(1, 'Write tag', '<1> signifie…')),
    ).toBeUndefined();
  });
});

describe('circumstances', () => {
  it('name words that hang on the day, in either language', () => {
    expect(best(query('It opened yesterday.'), unit(1, 'It opened yesterday.', 'Ouvert hier.'))).toMatchObject({
      score: 98,
      reasons: [{ name: 'day', points: -2, words: 'yesterday' }],
    });
    expect(
      names(best(query('Ouvert aujourd\u2019hui.'), unit(1, "Ouvert aujourd'hui.", 'x', { from: 'fr', to: 'en' }))),
    ).toContain('day');
    expect(names(best(query('Le 5e hiérarque'), unit(1, 'Le 5e hiérarque', 'x', { from: 'fr', to: 'en' })))).toEqual(
      [],
    );
  });

  it('can be set, each by its name', () => {
    const aligned = unit(1, 'A chip', 'Une puce', { taught: 'align' });
    expect(
      rankMatches(query('A chip'), [aligned], { min: 0, limit: 1, penalties: { 'not-reviewed': 7 } })[0]?.score,
    ).toBe(93);
  });

  const old = { changedAt: '2019-05-01T00:00:00.000Z' };
  const circumstances: [keyof Penalties, Unit[]][] = [
    ['day', [unit(1, 'It opened on Wednesday.', 'Ouvert mercredi.')]],
    ['not-reviewed', [unit(1, 'A chip', 'Une puce', { taught: 'align' })]],
    ['other-desk', [unit(1, 'A chip', 'Une puce', { memory: 9 })]],
    ['machine', [unit(1, 'A chip', 'Une puce', { properties: { origin: 'machine' } })]],
    ['several-targets', [unit(1, 'A chip', 'Une puce'), unit(2, 'A chip', 'Un jeton')]],
    ['old', [unit(1, 'A chip', 'Une puce', old)]],
  ];

  it.each(circumstances)(
    '%s takes off what is settled for it, and what the program has where nothing is',
    (name, units) => {
      const ranked = (penalties?: Partial<Penalties>) =>
        rankMatches(query(units[0]?.source ?? ''), units, {
          ...{ min: 0, limit: 5, oldBefore: '2020-01-01T00:00:00.000Z', foreign: (memory: number) => memory === 9 },
          ...(penalties ? { penalties } : {}),
        })[0];
      expect(ranked()).toMatchObject({
        score: 100 - PENALTIES[name],
        reasons: [{ name, points: -PENALTIES[name] || 0 }],
      });
      expect(ranked({ [name]: 11 })).toMatchObject({ score: 89, reasons: [{ name, points: -11 }] });
      expect(ranked({ [name]: 0 })).toMatchObject({ score: 100, reasons: [{ name, points: 0 }] });
    },
  );

  it('put the newest of equals first, then the lowest id', () => {
    const at = (day: string) => ({ changedAt: `2026-01-${day}T00:00:00.000Z` });
    const units = [unit(3, 'Yes', 'c', at('02')), unit(1, 'Yes', 'a', at('02')), unit(2, 'Yes', 'b', at('09'))];
    expect(rankMatches(query('Yes'), units, { min: 70, limit: 5 }).map((match) => match.unit)).toEqual([2, 1, 3]);
  });

  it('answer an equal pair once', () => {
    expect(
      rankMatches(query('Yes'), [unit(1, 'Yes', 'Oui'), unit(2, 'Yes', 'Oui')], { min: 70, limit: 5 }),
    ).toHaveLength(1);
  });
});

it('answers any text without failing', () => {
  for (const odd of ['', ' ', '\ud800', '<1>', '\u202e\u200d', '…', '1', 'a'.repeat(10000)]) {
    expect(() => rankMatches(query(odd), [unit(1, odd, odd), unit(2, 'x', 'y')], { min: 0, limit: 5 })).not.toThrow();
  }
});
