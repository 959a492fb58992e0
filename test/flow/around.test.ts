import { describe, expect, it } from 'vitest';
import { NotFound } from '../../server/errors.ts';
import { approve } from '../../server/flow/approve.ts';
import { around, followersOf, leaderOf, placeOf, placesOf, segmentOf, withKin } from '../../server/flow/around.ts';
import { findingsIn } from '../../server/flow/findings.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { splitSegment } from '../../server/flow/recut.ts';
import { setSegment } from '../../server/flow/review.ts';
import { setRole } from '../../server/flow/set-role.ts';
import { showArticle, showSegment } from '../../server/flow/show-article.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const BODY = `Lumen a présenté sa puce mardi à Rennes. Elle tient douze heures sur une batterie ordinaire.
Un calendrier serré
L’usine ouvrira avant l’hiver, promet la société. Elle emploiera trois cents personnes, dont la moitié vient de la région.`;
const TITLE = 'Lumen grave sa première puce';

/** The places that are found one by one, and all of them as the whole article says. */
async function bothWays(parts: readonly string[], change: (desk: ReturnType<typeof freshDesk>) => Promise<unknown>) {
  const desk = freshDesk();
  const { id } = await importArticle(desk, { ...textFile(parts.join('\n')), from: 'fr', to: 'en' }, 'Zoé');
  await change(desk);
  const all = await around(desk, id);
  const single = [];
  for (const segment of all.segments) single.push(await placeOf(desk, segment.id));
  return { single, whole: all.segments.map((segment) => placesOf(all).get(segment.id)) };
}

const nothing = async () => {};

describe('the place of one segment', () => {
  it.each([
    ['in an article', [TITLE, BODY], nothing],
    ['behind a stray copy of the body', [BODY, 'Voir l’original', TITLE, BODY], nothing],
    ['before a stray copy of the body', [TITLE, BODY, 'Voir l’original', BODY], nothing],
    [
      'whose copy has other sentences than the body',
      [TITLE, BODY, 'Voir l’original', BODY],
      (desk: ReturnType<typeof freshDesk>) => splitSegment(desk, 11, { offset: 12, by: 'Zoé' }),
    ],
    [
      'beside furniture',
      [TITLE, BODY],
      async (desk: ReturnType<typeof freshDesk>) => {
        const [, second] = await desk.stores.articles.blocks(1);
        await setRole(desk, second?.id ?? 0, 'furniture', 'Zoé');
      },
    ],
  ])('%s is the one that the whole article gives it', async (_name, parts, change) => {
    const { single, whole } = await bothWays(parts, change);
    expect(single.length).toBeGreaterThan(3);
    expect(single).toEqual(whole);
  });

  it('is asked for in vain where the segment has become furniture', async () => {
    const desk = freshDesk();
    await importArticle(desk, { ...textFile(`${TITLE}\n${BODY}`), from: 'fr', to: 'en' }, 'Zoé');
    const [, second] = await desk.stores.articles.blocks(1);
    const gone = (await desk.stores.segments.of(1)).find(({ block }) => block === second?.id)?.id ?? 0;
    await setRole(desk, second?.id ?? 0, 'furniture', 'Zoé');
    await expect(placeOf(desk, gone)).rejects.toThrow(NotFound);
    await expect(segmentOf(desk, gone)).rejects.toThrow(NotFound);
  });
});

describe('what stands around one segment', () => {
  const AGAIN = 'Elle tient douze heures sur une batterie ordinaire.';
  const TEXT = [BODY, 'Voir l’original', TITLE, BODY, AGAIN, TITLE, 'Lumen attend.'];

  /** An article with repetitions in and out of a stray copy, some written by themselves, and a term that has a gloss. */
  async function written() {
    const desk = freshDesk();
    const { id } = await importArticle(desk, { ...textFile(TEXT.join('\n')), from: 'fr', to: 'en' }, 'Zoé');
    const lumen = { from: 'fr', to: 'en', source: 'Lumen', targets: ['Lumen'], forbidden: [], note: null };
    const explained = { ...lumen, gloss: 'a chip maker of Rennes', short: 'the chip maker' };
    await desk.stores.terms.put([explained], { desk: 1, by: 'Zoé', at: '2026-01-01T00:00:00.000Z' });
    const { segments } = await around(desk, id);
    for (const [i, { id: segment }] of segments.entries())
      if (i % 3 !== 1) await setSegment(desk, { segment, target: `Written ${'anew '.repeat(i)}.`, by: 'Zoé' });
    await setSegment(desk, {
      segment: segments.at(-1)?.id ?? 0,
      target: 'Lumen, a chip maker of Rennes, waits.',
      by: 'Zoé',
    });
    await approve(desk, id, { all: true }, { by: 'Ada', insist: true });
    return { desk, id };
  }

  it('is read for it alone as the whole article has it', async () => {
    const { desk, id } = await written();
    const all = await around(desk, id);
    const findings = await findingsIn(desk, all);
    const leaders = new Set<number>();
    let followers = 0;
    for (const segment of all.segments) {
      const { segment: alone, kin } = await withKin(desk, segment.id);
      expect(alone).toEqual(segment);
      expect(followersOf(alone, kin)).toEqual(followersOf(segment, all));
      expect(leaderOf(alone, kin)).toEqual(leaderOf(segment, all));
      expect((await findingsIn(desk, kin))(alone)).toEqual(findings(segment));
      leaders.add(leaderOf(segment, all).id);
      followers += followersOf(segment, all).length;
    }
    expect(leaders.size).toBeLessThan(all.segments.length);
    expect(followers).toBeGreaterThan(1);
  });

  it('shows it as the whole article shows it', async () => {
    const { desk, id } = await written();
    const { segments } = await showArticle(desk, id, 'fr');
    expect(segments.some(({ copy }) => copy)).toBe(true);
    const checks = segments.flatMap(({ findings }) => findings.map(({ check, rule }) => rule ?? check));
    expect(checks).toEqual(expect.arrayContaining(['first-mention', 'short-form', 'inconsistent']));
    for (const segment of segments) expect(await showSegment(desk, segment.id, 'fr')).toEqual(segment);
  });

  it('is nothing where it has left the article', async () => {
    const { desk } = await written();
    await expect(withKin(desk, 999)).rejects.toThrow(NotFound);
    await desk.stores.articles.remove(1, '2026-01-01T00:00:00.000Z');
    await expect(withKin(desk, 1)).rejects.toThrow(NotFound);
  });
});
