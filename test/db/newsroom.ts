// A newsroom that never rests, as a process to be killed: it brings in articles, translates and approves them in the database
// that its argument names, and says on stdout what was acknowledged, a JSON line each.
import { writeSync } from 'node:fs';
import { openStores } from '../../db/open.ts';
import { approve } from '../../server/flow/approve.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { setSegment } from '../../server/flow/review.ts';
import { showArticle } from '../../server/flow/show-article.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const stores = openStores(process.argv[2] ?? '');
const desk = freshDesk(undefined, { stores });
const by = 'Zoé';

async function oneArticle(round: number): Promise<void> {
  const text = Array.from({ length: 20 }, (_, i) => `Une phrase de Rennes, « ${'abcdefghijklmnopqrst'[i]} ».`).join(
    ' ',
  );
  const { id } = await importArticle(desk, { ...textFile(`Un titre\n${text}`), from: 'fr', to: 'en' }, by);
  writeSync(1, `${JSON.stringify({ imported: id })}\n`);
  for (const { id: segment } of (await showArticle(desk, id)).segments)
    await setSegment(desk, { segment, target: `Text ${segment} of ${round}.`, by });
  await approve(desk, id, { all: true }, { by, insist: true });
  writeSync(1, `${JSON.stringify({ approved: id })}\n`);
}

for (let round = 0; ; round++) await oneArticle(round);
