// A published pair comes into a real memory; the page of the corpus is asked for loudly.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alignFiles } from '../../server/flow/align-articles.ts';
import { pairsAsTmx, pairsAsTsv } from '../../server/flow/aligned-files.ts';
import { rememberBeads } from '../../server/flow/remember-beads.ts';
import { freshStores } from '../fresh-stores.ts';

const file = (fileName: string, text: string) => ({ fileName, bytes: Buffer.from(text) });
const FRENCH =
  '<h1>Aurore 3 décolle</h1><p>La fusée Aurore 3 a quitté Kourou. Elle emporte 12 satellites.</p><p>La NASA félicite l’Europe.</p>';
const ENGLISH =
  'Aurore 3 takes off\nThe Aurore 3 rocket left Kourou. It carries 12 satellites.\nNASA congratulates Europe.\n';
const freshDesk = () => ({ stores: freshStores(), now: () => '2026-01-02T03:04:05.000Z' });
const languages = { from: 'fr', to: 'en' };

describe('alignFiles', () => {
  it('reads both formats and aligns their sentences', async () => {
    const pair = await alignFiles(null, file('a.html', FRENCH), file('a.txt', ENGLISH), languages);
    expect(pair.source).toHaveLength(4);
    expect(pair.beads.map((bead) => [bead.source, bead.target])).toEqual([0, 1, 2, 3].map((i) => [[i], [i]]));
  });

  it('cuts the paragraphs of a bilingual file, so that they meet sentences', async () => {
    const units = [
      'Aurore 3 décolle',
      'La fusée Aurore 3 a quitté Kourou. Elle emporte 12 satellites.',
      'La NASA félicite l’Europe.',
    ];
    const xliff = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="fr" datatype="plaintext"><body>${units
      .map((unit, i) => `<trans-unit id="${i}"><source>${unit}</source></trans-unit>`)
      .join('')}</body></file></xliff>`;
    const pair = await alignFiles(null, file('a.xlf', xliff), file('a.txt', ENGLISH), languages);
    expect(pair.beads.map((bead) => [bead.source, bead.target])).toEqual([0, 1, 2, 3].map((i) => [[i], [i]]));
  });

  it('takes each line as one sentence on demand, blank lines too', async () => {
    const sentences = { ...languages, sentences: true };
    const pair = await alignFiles(
      null,
      file('a', 'Paris. Lyon.\n\nKourou 12.\n'),
      file('b', 'Paris. Lyon.\n\nKourou 12.\n'),
      sentences,
    );
    expect(pair.source).toEqual(['Paris. Lyon.', '', 'Kourou 12.']);
  });

  it('refuses what is no translation, and says how little fits', async () => {
    const recipe =
      'Beat the butter until it is soft.\nAdd sugar, a little at a time.\nFold in flour and milk.\nPour all into a tin.\nBake until golden.\n';
    const french =
      'La banque centrale relève ses taux.\nLe marché recule de trois points.\nLes syndicats appellent à manifester.\nLe ministre temporise encore.\nAucune date n’est fixée.\n';
    await expect(alignFiles(null, file('taux.txt', french), file('cake.txt', recipe), languages)).rejects.toThrow(
      /cake\.txt is not a translation of taux\.txt: \d+ %/,
    );
  });
});

describe('rememberBeads', () => {
  it('teaches the memory what is sure, once, and can be taken back whole', async () => {
    const desk = freshDesk();
    const pair = await alignFiles(desk, file('a.html', FRENCH), file('a.txt', ENGLISH), languages);
    const first = await rememberBeads(desk, pair, { above: 0.5, by: 'Maud' });
    expect(first).toMatchObject({ added: 4, unchanged: 0 });
    const [unit] = await desk.stores.memory.page(0, 1);
    expect(unit).toMatchObject({ taught: 'align', author: 'Maud', properties: { documents: 'a.html + a.txt' } });
    expect(await rememberBeads(desk, pair, { above: 0.5, by: 'Maud' })).toMatchObject({ added: 0, unchanged: 4 });
    expect((await desk.stores.memory.stats()).units).toBe(4);
    const none = await rememberBeads(freshDesk(), pair, { above: 1.1, by: 'Maud' });
    expect(none).toMatchObject({ added: 0, waiting: 4 });
  });
});

describe('an aligned pair as a file', () => {
  it('is TMX with its documents, or a table', async () => {
    const pair = await alignFiles(null, file('a.html', FRENCH), file('a.txt', ENGLISH), languages);
    const head = { at: '2026-01-02T03:04:05Z', by: 'Maud', tool: { name: 'Bitexte', version: '1' } };
    const whole = async (pieces: AsyncIterable<string>) => {
      let text = '';
      for await (const piece of pieces) text += piece;
      return text;
    };
    expect((await whole(pairsAsTmx(pair, head))).match(/<tu /g)).toHaveLength(4);
    expect((await whole(pairsAsTsv(pair, head))).split('\n')[1]).toBe('Aurore 3 décolle\tAurore 3 takes off');
  });
});

const corpus = process.env['BITEXTE_CORPUS'];
const page = corpus === undefined ? '' : join(corpus, 'articles', 'dojo.fr.txt');
if (!existsSync(page)) console.warn('BITEXTE_CORPUS is not set: the scraped page is not aligned');

describe.skipIf(!existsSync(page))('the scraped page and an English version of it', () => {
  it('align without an error: one sentence cut, two joined, one left out, one added', async () => {
    const english = readFileSync(new URL('../cases/align/dojo.en.txt', import.meta.url));
    const source = { fileName: 'dojo.fr.txt', bytes: readFileSync(page) };
    const pair = await alignFiles(null, source, { fileName: 'dojo.en.txt', bytes: english }, languages);
    const odd = pair.beads.filter((bead) => bead.source.length !== 1 || bead.target.length !== 1);
    expect(odd.map((bead) => [bead.source, bead.target])).toEqual([
      [[3], [3, 4]],
      [[8], []],
      [[9, 10], [9]],
      [[], [15]],
    ]);
    expect(pair.beads).toHaveLength(28);
  });
});
