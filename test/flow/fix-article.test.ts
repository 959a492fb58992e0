// All certain fixes at once: shown first, made in one go, and nothing else changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approve } from '../../server/flow/approve.ts';
import { applied, fixArticle, fixesFor } from '../../server/flow/fix-article.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { setSegment } from '../../server/flow/review.ts';
import { segmentAt } from '../../server/flow/show-article.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';

async function opened() {
  const desk = freshDesk();
  const file = textFile('Is it over?\n\nThe EU agrees.\n\nWatch out!');
  const { id } = await importArticle(desk, { ...file, from: 'en', to: 'fr' }, by);
  const set = async (n: number, target: string) =>
    setSegment(desk, { segment: (await segmentAt(desk, id, n)).id, target, by });
  await set(1, 'Est-ce  fini?');
  await set(2, 'L’EU est d’accord.');
  await set(3, 'Attention!');
  return { desk, id, at: (n: number) => segmentAt(desk, id, n) };
}

describe('all certain fixes', () => {
  it('are shown before they are made', async () => {
    const { desk, id, at } = await opened();
    const shown = await fixesFor(desk, id);
    expect(shown.map(({ n, after }) => [n, after])).toEqual([
      [1, 'Est-ce fini\u202f?'],
      [2, 'L’UE est d’accord.'],
      [3, 'Attention\u202f!'],
    ]);
    expect((await at(1)).version).toBe(1);
    expect((await fixesFor(desk, id, { checks: ['acronym'] })).map(({ n }) => n)).toEqual([2]);
  });

  it('are made as versions of who asked; approved segments stay as they are', async () => {
    const { desk, id, at } = await opened();
    await approve(desk, id, { named: [3] }, { by, insist: true });
    const made = await fixArticle(desk, id, { by: 'Max' });
    expect(made.map(({ n }) => n)).toEqual([1, 2]);
    expect(await at(1)).toMatchObject({ target: 'Est-ce fini\u202f?', version: 2, state: 'translated' });
    expect((await at(3)).target).toBe('Attention!');
    expect((await desk.stores.segments.versions((await at(1)).id)).at(-1)).toMatchObject({ author: 'Max' });
    expect(await fixArticle(desk, id, { by })).toEqual([]);
  });

  it('of one segment alone', async () => {
    const { desk, id, at } = await opened();
    expect(await fixArticle(desk, id, { by, segments: [(await at(2)).id] })).toHaveLength(1);
    expect((await at(1)).target).toBe('Est-ce  fini?');
  });
});

describe('fixes put into a text', () => {
  it('change their spans and nothing between them; of two that overlap the first is made', () => {
    const finding = fc.record({ start: fc.nat(20), length: fc.nat(4), fix: fc.constantFrom('', 'x', 'yz') });
    fc.assert(
      fc.property(fc.string({ minLength: 25, maxLength: 30 }), fc.array(finding, { maxLength: 6 }), (text, spans) => {
        const findings = spans.map(({ start, length, fix }) => ({
          ...{ check: 'number', severity: 'error' as const, message: '', side: 'target' as const },
          ...{ start, end: start + length, fix },
        }));
        const { after, fixed } = applied(text, findings);
        let [rest, at] = [after, 0];
        for (const { start, end, fix = '' } of fixed) {
          expect(rest.startsWith(text.slice(at, start) + fix)).toBe(true);
          rest = rest.slice(start - at + fix.length);
          at = end;
        }
        expect(rest).toBe(text.slice(at));
      }),
    );
  });
});
