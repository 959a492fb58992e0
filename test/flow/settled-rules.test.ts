import { describe, expect, it } from 'vitest';
import type { Desk } from '../../server/flow/desk.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { showArticle } from '../../server/flow/show-article.ts';
import { updateArticle } from '../../server/flow/update-article.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';
const TEXT = 'Le billet de la nuit\nLa version Kilo. Deux sort mardi. Elle est libre.\n';
const KILO = { before: 'Kilo.', after: null };

function settle(desk: Desk, exceptions: { before: string; after: string | null }[]) {
  return desk.stores.desks.setExceptions({ desk: 1, language: 'fr', exceptions, by, at: desk.now() });
}

async function sources(desk: Desk, id: number) {
  return (await showArticle(desk, id)).segments.map((segment) => segment.source);
}

const imported = async (desk: Desk) => (await importArticle(desk, { ...textFile(TEXT), from: 'fr', to: 'en' }, by)).id;

describe('the exceptions of a desk', () => {
  it('join and cut the sentences of an article that comes in', async () => {
    const desk = freshDesk();
    expect(await sources(desk, await imported(desk))).toContain('La version Kilo.');
    await settle(desk, [KILO, { before: 'est', after: 'libre' }]);
    expect(await sources(desk, await imported(desk))).toEqual([
      'Le billet de la nuit',
      'La version Kilo. Deux sort mardi.',
      'Elle est',
      'libre.',
    ]);
  });
  it('hold for an article as they stood when it came in', async () => {
    const desk = freshDesk();
    const before = await imported(desk);
    await settle(desk, [KILO]);
    const under = await imported(desk);
    await settle(desk, []);
    const later = textFile(TEXT.replace('mardi', 'jeudi'));
    await updateArticle(desk, before, later, by);
    await updateArticle(desk, under, later, by);
    expect(await sources(desk, before)).toContain('La version Kilo.');
    expect(await sources(desk, under)).toContain('La version Kilo. Deux sort jeudi.');
  });
});
