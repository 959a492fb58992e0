import { describe, expect, it } from 'vitest';
import { NotFound } from '../../server/errors.ts';
import { around, placeOf, placesOf, segmentOf } from '../../server/flow/around.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { splitSegment } from '../../server/flow/recut.ts';
import { setRole } from '../../server/flow/set-role.ts';
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
