import { describe, expect, it } from 'vitest';
import type { Desk } from '../../server/flow/desk.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { dropSrx, importRules, setExceptions, showRules } from '../../server/flow/settle-rules.ts';
import { showArticle } from '../../server/flow/show-article.ts';
import { updateArticle } from '../../server/flow/update-article.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';
const TEXT = 'Le billet de la nuit\nLa version Kilo. Deux sort mardi. Elle est libre.\n';
const utf8 = (text: string) => new TextEncoder().encode(text);
const SRX = `<srx version="2.0"><header cascade="no"/><body><languagerules><languagerule languagerulename="own">
<rule break="yes"><beforebreak>jamais\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
<rule break="yes"><beforebreak>\\Gx</beforebreak><afterbreak>\\s</afterbreak></rule>
</languagerule></languagerules><maprules><languagemap languagepattern="[Ff][Rr].*" languagerulename="own"/></maprules></body></srx>`;
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

  it('come from a file, and rules of an SRX file stand in for those of the language', async () => {
    const desk = freshDesk();
    const srx = await importRules(desk, 'fr-CA', { bytes: utf8(SRX), fileName: 'desk.srx' }, by);
    expect(srx).toMatchObject({ srx: 1, exceptions: [], refused: [{ why: expect.stringContaining('\\G') }] });
    const list = await importRules(desk, 'fr', { bytes: utf8('# Versions\nKilo.\n'), fileName: 'list.txt' }, by);
    expect(list).toMatchObject({ exceptions: [KILO], srx: 1 });
    expect(await sources(desk, await imported(desk))).toEqual([
      'Le billet de la nuit',
      'La version Kilo. Deux sort mardi. Elle est libre.',
    ]);
    expect(await dropSrx(desk, 'fr', by)).toEqual({ language: 'fr', exceptions: [KILO], srx: 0 });
  });
  it('are refused where they say nothing, or too much', async () => {
    const desk = freshDesk();
    await setExceptions(desk, 'fr', [KILO], by);
    const refused = { code: 'bad-exceptions' };
    await expect(setExceptions(desk, 'fr', [{ before: ' ', after: null }], by)).rejects.toMatchObject(refused);
    await expect(setExceptions(desk, 'fr', [{ before: 'a | b', after: null }], by)).rejects.toMatchObject(refused);
    const bytes = utf8('a | b | c\n');
    await expect(importRules(desk, 'fr', { bytes, fileName: 'x.txt' }, by)).rejects.toMatchObject(refused);
    expect((await showRules(desk, 'fr')).exceptions).toEqual([KILO]);
  });
});
