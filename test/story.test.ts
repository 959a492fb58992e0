// Read this first: one article, from the day it comes in to the day its second edition costs nothing.
import { expect, it } from 'vitest';
import { approve } from '../server/flow/approve.ts';
import { exportArticle } from '../server/flow/export-article.ts';
import { fillArticle } from '../server/flow/fill-article.ts';
import { segmentHistory } from '../server/flow/history.ts';
import { importArticle } from '../server/flow/import-article.ts';
import { omit } from '../server/flow/omit.ts';
import { setSegment } from '../server/flow/review.ts';
import { segmentAt } from '../server/flow/show-article.ts';
import { updateArticle } from '../server/flow/update-article.ts';
import { finished, freshDesk, textFile } from './fresh-desk.ts';

const FRENCH = `Lumen grave sa première puce

Lumen a présenté sa puce mardi. Elle tient 12\u00a0heures sur batterie. L’usine ouvrira à Rennes.

Lire la suite`;

it('a French article is translated, approved, published, and remembered', async () => {
  const machine: Record<string, string> = { 'Lumen a présenté sa puce mardi.': 'Lumen presented its chip Tuesday.' };
  const desk = freshDesk(({ text }) => machine[text] ?? '');
  const [zoé, max] = [{ by: 'Zoé' }, { by: 'Max' }];

  // An article comes in: four sentences in two blocks, and one line that belongs to the page, not to the news.
  const article = await importArticle(desk, { ...textFile(FRENCH), from: 'fr', to: 'en' }, 'Zoé');
  expect(article).toMatchObject({ title: 'Lumen grave sa première puce', segments: 4, boilerplate: 1 });
  const at = async (n: number) => (await segmentAt(desk, article.id, n)).id;

  // The memory is empty still, so a machine suggests what it can. Nobody has read that: it cannot be approved.
  expect(await finished(fillArticle(desk, article.id, zoé))).toMatchObject({ machine: 1, empty: 3 });
  expect(await approve(desk, article.id, { ranges: [[2, 2]] }, max)).toEqual({
    approved: 0,
    blocked: [{ n: 2, why: 'not confirmed by a person' }],
  });

  // Zoé translates; the last sentence is left out on purpose. Max approves.
  await setSegment(desk, { segment: await at(1), target: 'Lumen etches its first chip', ...zoé });
  await setSegment(desk, { segment: await at(2), target: 'Lumen presented its chip on Tuesday.', ...zoé });
  await setSegment(desk, { segment: await at(3), target: 'It runs for 12\u00a0hours on battery.', ...zoé });
  await omit(desk, await at(4), { reason: 'Nobody in London asked.', ...zoé });
  expect(await approve(desk, article.id, { all: true }, max)).toEqual({ approved: 3, blocked: [] });
  const { versions } = await segmentHistory(desk, await at(2));
  expect(versions.map(({ state, author }) => [state, author])).toEqual([
    ['suggested', 'Zoé'],
    ['translated', 'Zoé'],
    ['approved', 'Max'],
  ]);

  // The clean article leaves without the page's furniture.
  const english =
    'Lumen etches its first chip\n\nLumen presented its chip on Tuesday. It runs for 12\u00a0hours on battery.\n';
  const file = await exportArticle(desk, article.id, { as: 'article' });
  expect([file.fileName, new TextDecoder().decode(file.bytes)]).toEqual(['article.en.txt', english]);

  // Its source changes: what did not change stays approved, and the new number is carried over for Zoé to confirm.
  await updateArticle(desk, article.id, textFile(FRENCH.replace('12', '15')), 'Zoé');
  expect(await segmentAt(desk, article.id, 1)).toMatchObject({ state: 'approved' });
  expect(await segmentAt(desk, article.id, 3)).toMatchObject({
    state: 'suggested',
    origin: 'repaired',
    target: 'It runs for 15\u00a0hours on battery.',
  });

  // When the same words come in again, the memory knows them, in their context, and no machine is asked.
  const again = await importArticle(desk, { ...textFile(FRENCH), from: 'fr', to: 'en' }, 'Max');
  expect(await finished(fillArticle(desk, again.id, { ...max, provider: 'none' }))).toMatchObject({
    context: 3,
    empty: 1,
  });
});
