import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importArticle } from '../../server/flow/import-article.ts';
import { showArticle } from '../../server/flow/show-article.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const BODY = `Lumen a présenté sa puce mardi à Rennes. Elle tient douze heures sur une batterie ordinaire.
Un calendrier serré
L’usine ouvrira avant l’hiver, promet la société. Elle emploiera trois cents personnes, dont la moitié vient de la région.`;
const TITLE = 'Lumen grave sa première puce';
const page = (...parts: string[]) => textFile(`${parts.join('\n')}\n`);
const languages = { from: 'fr', to: 'en' };

async function imported(...parts: string[]) {
  const desk = freshDesk();
  const article = await importArticle(desk, { ...page(...parts), ...languages }, 'Zoé');
  const { segments, boilerplate } = await showArticle(desk, article.id);
  return { article, segments, boilerplate };
}

describe('an imported text', () => {
  it('is counted as the trade does', async () => {
    const { article } = await imported(TITLE, BODY);
    expect(article).toMatchObject({ id: 1, title: TITLE, format: 'text', version: 1, paragraphs: 4, segments: 6 });
    expect(article).toMatchObject({ repeated: 0, boilerplate: 0, translationOf: null, notices: [] });
    expect(article.words).toBe([TITLE, BODY].join(' ').split(/\s+/).length);
  });

  it.each([
    ['before its title', [BODY, 'Voir l’original', TITLE, BODY], [0, 1, 2]],
    ['behind it', [TITLE, BODY, "Voir l'original", BODY], [4, 5, 6]],
  ])('whose body stands twice shows it once: its copy %s follows', async (_name, parts, copies) => {
    const { article, segments, boilerplate } = await imported(...parts);
    expect(article).toMatchObject({ title: TITLE, paragraphs: 7, segments: 11, repeated: 5, boilerplate: 1 });
    expect(article.translationOf).toBe('unknown');
    expect(article.notices.map(({ message }) => message).join(' ')).toMatch(/itself a translation.*3 blocks/);
    expect(boilerplate).toHaveLength(1);
    const blocks = [...new Set(segments.map((segment) => segment.block))];
    const copied = blocks.flatMap((block, i) => (segments.find((one) => one.block === block)?.copy ? [i] : []));
    expect(copied).toEqual(copies);
    expect(segments.filter((one) => one.role === 'title').map((one) => one.source)).toEqual([TITLE]);
    expect(segments.filter((one) => one.role === 'crosshead')).toHaveLength(2);
  });

  it('finds a copy whose apostrophes are typed differently', async () => {
    const { article } = await imported(BODY, TITLE, BODY.replaceAll('’', "'"));
    expect(article).toMatchObject({ segments: 11, repeated: 5 });
  });

  it('has nothing to translate in a line without a letter', async () => {
    const { article, segments } = await imported(TITLE, 'Une phrase.', '***', 'Une autre.');
    expect([article.paragraphs, segments.length]).toEqual([4, 3]);
  });

  it('keeps a sentence and a heading of the same words apart', async () => {
    const { segments } = await imported(TITLE, BODY, TITLE, BODY.replaceAll('douze', 'treize'));
    expect(segments.filter((one) => one.source === TITLE).map((one) => [one.role, one.repeats])).toEqual([
      ['title', null],
      ['crosshead', null],
    ]);
  });
});

describe('an imported page', () => {
  const puce = readFileSync(new URL('../cases/formats/puce.html', import.meta.url));
  it('brings its roles, its codes and its own language', async () => {
    const desk = freshDesk();
    const file = { bytes: new Uint8Array(puce), fileName: 'puce.html' };
    const article = await importArticle(desk, { ...file, from: 'de', to: 'en' }, 'Zoé');
    expect(article).toMatchObject({
      from: 'fr',
      to: 'en',
      format: 'html',
      title: 'Lumen grave sa première puce et vise l’Europe',
    });
    expect(article.notices).toMatchObject([{ code: 'other-language', values: { taken: 'fr' } }]);
    const { segments, boilerplate } = await showArticle(desk, article.id);
    expect(boilerplate.map((one) => one.text)).toContain('Rubriques');
    const link = segments.find((one) => one.source.includes('sa puce'));
    expect(link?.source).toBe('Lumen a présenté <1>sa puce <2>Aube</2></1> mardi.');
    expect(link?.codes.map((code) => code.type)).toEqual(['link', expect.any(String)]);
    expect(segments.find((one) => one.source.startsWith('Elle tient'))).toMatchObject({ gap: ' ' });
  });
});

describe('what cannot be imported', () => {
  it.each([
    ['nothing', new Uint8Array(), {}, 'empty-file'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), {}, 'binary-file'],
    ['Latin-1 that says nothing', Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x2e, 0x20, 0x41]), {}, 'wrong-encoding'],
    ['no language', new TextEncoder().encode('Une phrase.'), { from: undefined }, 'no-language'],
    ['one language twice', new TextEncoder().encode('Une phrase.'), { to: 'fr' }, 'same-language'],
  ])('%s is refused and leaves no trace', async (_name, bytes, over, code) => {
    const desk = freshDesk();
    const file = { bytes, fileName: 'a.txt', ...languages, ...over } as Parameters<typeof importArticle>[1];
    await expect(importArticle(desk, file, 'Zoé')).rejects.toMatchObject({ code });
    expect(await desk.stores.articles.list()).toEqual([]);
  });
});
