// What goes through all the steps comes out whole: texts, codes, and the memory's knowledge, over a real file.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openStores } from '../../db/open.ts';
import { approve } from '../../server/flow/approve.ts';
import type { Desk } from '../../server/flow/desk.ts';
import { exportArticle } from '../../server/flow/export-article.ts';
import { fillArticle } from '../../server/flow/fill-article.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { importMemory } from '../../server/flow/import-memory.ts';
import { cutInto } from '../../server/flow/read-source.ts';
import { restoreVersion } from '../../server/flow/restore-version.ts';
import { setSegment } from '../../server/flow/review.ts';
import { showArticle } from '../../server/flow/show-article.ts';
import { updateArticle } from '../../server/flow/update-article.ts';
import { withdraw } from '../../server/flow/withdraw.ts';
import { html } from '../../server/formats/html.ts';
import { scanningIndex } from '../../server/memory/scan.ts';
import { joinCuts, withoutCodes } from '../../server/text/inline.ts';
import { finished, freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';
const folder = mkdtempSync(join(tmpdir(), 'bitexte-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A desk over a file, as a newsroom has it. */
function deskIn(name: string): Desk {
  const stores = openStores(join(folder, name));
  return freshDesk(undefined, { stores, index: scanningIndex(stores.memory) });
}

const BODY = `Lumen a présenté sa puce mardi à Rennes. Elle tient douze heures ! « Rien ne presse », dit-on.
Un calendrier serré
Rien ne presse. L’usine ouvrira avant l’hiver. Elle emploiera trois cents personnes.`;
const PAGES = {
  'page.txt': textFile(`${BODY}\nVoir l'original\nLumen grave sa puce\n${BODY}`).bytes,
  'puce.html': new Uint8Array(readFileSync(new URL('../cases/formats/puce.html', import.meta.url))),
};

describe.each(Object.entries(PAGES))('%s', (fileName, bytes) => {
  it('fills wholly from memory when it comes again, and leaves the same', async () => {
    const desk = deskIn(`${fileName}.db`);
    const file = { bytes, fileName, from: 'fr', to: 'en' };
    const first = await importArticle(desk, file, by);
    expect(await finished(fillArticle(desk, first.id, { by }))).toMatchObject({ empty: first.segments });
    // A translation that keeps every code and is never its source.
    for (const { id, source, repeats } of (await showArticle(desk, first.id)).segments)
      if (repeats === null) await setSegment(desk, { segment: id, target: `EN ${source}`, by });
    expect(await approve(desk, first.id, { all: true }, { by, insist: true })).toEqual({
      approved: first.segments,
      blocked: [],
    });

    const second = await importArticle(desk, file, by);
    const counts = await finished(fillArticle(desk, second.id, { by }));
    expect(counts).toMatchObject({ empty: 0, fuzzy: 0, repaired: 0, assembled: 0, propagated: second.repeated });
    expect(counts.context + counts.exact).toBe(second.segments - second.repeated);
    await approve(desk, second.id, { ranges: [[1, second.segments]] }, { by, insist: true });
    await approve(
      desk,
      second.id,
      { named: Array.from({ length: second.segments }, (_, i) => i + 1) },
      { by, insist: true },
    );
    for (const options of [{ as: 'article' }, { as: 'article', whole: true }] as const) {
      const [one, other] = [
        await exportArticle(desk, first.id, options),
        await exportArticle(desk, second.id, options),
      ];
      expect(new TextDecoder().decode(other.bytes)).toBe(new TextDecoder().decode(one.bytes));
    }
    expect(await desk.stores.upkeep.verify()).toMatchObject({ ok: true });

    // Another newsroom that gets the article's TMX knows it as well, in its context.
    const elsewhere = deskIn(`${fileName}.elsewhere.db`);
    const { bytes: tmx } = await exportArticle(desk, first.id, { as: 'tmx' });
    const memory = {
      name: 'article.tmx',
      open: async function* () {
        yield tmx;
      },
    };
    await finished(importMemory(elsewhere, memory, { by }));
    const third = await importArticle(elsewhere, file, by);
    expect(await finished(fillArticle(elsewhere, third.id, { by }))).toEqual(counts);
    for (const { stores } of [desk, elsewhere]) stores.close();
  }, 60_000);
});

describe('any text', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom('Un', '.', '. ', ' ', '\u00a0', '»', '? ', '\n', 'É', '<1>', '</1>', '<2/>', '\u0301'),
    }),
  );
  it('is the same after it was cut into sentences and joined', () => {
    const codes = [
      { id: 1, kind: 'pair' as const, type: 'bold', native: { open: '<b>', close: '</b>' } },
      { id: 2, kind: 'single' as const, type: 'break', native: { open: '<br>', close: '' } },
    ];
    fc.assert(
      fc.property(anything, fc.constantFrom('fr', 'en', 'de'), (text, language) => {
        for (const list of [[], codes]) {
          // A pair that is not whole is no text of a format's.
          if (list.length > 0 && /^(?:(?!<\/?1>)[\s\S])*<\/1>|<1>(?:(?!<\/1>)[\s\S])*(?:<1>|$)/.test(text)) continue;
          const { cuts, tail } = cutInto({ text, codes: list }, language);
          expect(joinCuts(cuts, tail)).toBe(text);
        }
      }),
      { numRuns: 500 },
    );
  });
});

it('codes survive every verb', async () => {
  const piece = fc.constantFrom(
    'Un mot. ',
    '<b>Gras. Suite</b> ',
    '<a href="/x">un <i>lien</i></a> ',
    '<br>',
    'Fin ! ',
    '&lt;3&gt; ',
    '<b>',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async (pieces) => {
      const desk = freshDesk();
      const page = `<p>Début ${pieces.join('')}</p><p>Autre ${pieces.join('')}</p>`;
      const { id } = await importArticle(desk, { ...textFile(page, 'a.html'), from: 'fr', to: 'en' }, by);
      for (const { id: segment, source } of (await showArticle(desk, id)).segments) {
        await setSegment(desk, { segment, target: source, by });
        await setSegment(desk, { segment, target: '', by });
        await restoreVersion(desk, segment, { to: 1, by });
      }
      await approve(desk, id, { all: true }, { by, insist: true });
      for (const { id: segment, state } of (await showArticle(desk, id)).segments)
        if (state === 'approved') await withdraw(desk, segment, { by });
      await approve(desk, id, { all: true }, { by, insist: true });
      await updateArticle(desk, id, textFile(page.replace('Autre', 'Autre  '), 'a.html'), by);
      const out = new TextDecoder().decode((await exportArticle(desk, id, { as: 'article', whole: true })).bytes);
      expect(read(out)).toEqual(read(page));

      const again = await importArticle(desk, { ...textFile(page, 'a.html'), from: 'fr', to: 'en' }, by);
      await finished(fillArticle(desk, again.id, { by }));
      for (const { source, target } of (await showArticle(desk, again.id)).segments) expect(target).toBe(source);
    }),
    { numRuns: 15 },
  );
}, 60_000);

/** What a reader of the page meets: the texts, and the codes in them. */
function read(page: string) {
  return html
    .read(page)
    .blocks.map(({ text, codes }) => [
      withoutCodes(text, codes).replace(/\s+/g, ' '),
      codes.map((code) => [code.type, code.native]),
    ]);
}
