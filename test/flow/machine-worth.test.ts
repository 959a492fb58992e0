import { describe, expect, it } from 'vitest';
import { approveSegment } from '../../server/flow/approve.ts';
import { fillArticle } from '../../server/flow/fill-article.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { machineWorth } from '../../server/flow/machine-worth.ts';
import { setSegment } from '../../server/flow/review.ts';
import { segmentAt } from '../../server/flow/show-article.ts';
import { editDistance } from '../../server/text/edit-distance.ts';
import { finished, freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';

describe('the distance in keystrokes', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['flaw', 'lawn', 2],
    ['🙂a', '🙁a', 1],
  ])('from %j to %j is %i', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });
});

describe('what a machine was worth', () => {
  it('counts approved segments that began as its suggestion, and what reviewers changed in them', async () => {
    const machine: Record<string, string> = {
      'La puce est lente.': 'The chip is slow.',
      'Le code est libre.': 'The code is free.',
    };
    const desk = freshDesk(({ text }) => machine[text] ?? 'Still waiting.');
    const file = textFile('La puce est lente. Le code est libre. Personne ne répond.');
    const { id } = await importArticle(desk, { ...file, from: 'fr', to: 'en' }, by);
    await finished(fillArticle(desk, id, { by }));
    expect(await machineWorth(desk)).toEqual([]);
    const [first, second] = [await segmentAt(desk, id, 1), await segmentAt(desk, id, 2)];
    await approveSegment(desk, first.id, { by, insist: true });
    await setSegment(desk, { segment: second.id, target: 'The code is open.', by });
    await approveSegment(desk, second.id, { by, insist: true });
    expect(first.state).toBe('suggested');
    const [row, ...others] = await machineWorth(desk);
    expect(others).toEqual([]);
    expect(row).toEqual({
      ...{ month: '2026-03', desk: 'Desk', provider: 'deepl', model: 'test', segments: 2, unchanged: 1 },
      ...{ characters: 34, edited: 3, editRate: 3 / 34, chrf: expect.closeTo(78.95, 1) },
    });
  });
});
