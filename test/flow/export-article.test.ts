import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { approve } from '../../server/flow/approve.ts';
import type { Desk } from '../../server/flow/desk.ts';
import { type ExportOptions, exportArticle } from '../../server/flow/export-article.ts';
import { fileNameOf } from '../../server/flow/file-names.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { mergeFile } from '../../server/flow/merge-file.ts';
import { omit } from '../../server/flow/omit.ts';
import { reject } from '../../server/flow/reject.ts';
import { setSegment } from '../../server/flow/review.ts';
import { segmentAt, showArticle } from '../../server/flow/show-article.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';
const BODY =
  'Lumen a présenté sa puce mardi à Rennes. Elle tient douze heures sur une batterie ordinaire.\nUn calendrier serré\nL’usine ouvrira avant l’hiver.';
const PAGE = `${BODY}\nPartager sur Facebook\nLumen grave sa puce\n${BODY}\n`;

/** An article of which every first occurrence is translated (`EN` and its place) and approved. */
async function approved(file: { bytes: Uint8Array; fileName: string }, desk: Desk = freshDesk()) {
  const { id } = await importArticle(desk, { ...file, from: 'fr', to: 'en' }, by);
  for (const { id: segment, n, source, repeats, codes } of (await showArticle(desk, id)).segments) {
    const coded = codes.length > 0 ? source : '';
    if (repeats === null) await setSegment(desk, { segment, target: `EN ${n}.${coded}`, by });
  }
  await approve(desk, id, { all: true }, { by, insist: true });
  const text = async (options: Partial<ExportOptions> = {}) =>
    new TextDecoder().decode((await exportArticle(desk, id, { as: 'article', ...options })).bytes);
  return { desk, id, text };
}

describe('the clean article', () => {
  it('has the body once and no furniture; the whole page has everything in place', async () => {
    const { text } = await approved(textFile(PAGE));
    expect(await text()).toBe('EN 5.\nEN 1. EN 2.\nEN 3.\nEN 4.\n');
    expect(await text({ whole: true })).toBe(
      'EN 1. EN 2.\nEN 3.\nEN 4.\nPartager sur Facebook\nEN 5.\nEN 1. EN 2.\nEN 3.\nEN 4.\n',
    );
  });
  it('is refused while segments are open, which are named, unless that is allowed', async () => {
    const { desk, id, text } = await approved(textFile('Un.\nDeux. Trois.'));
    await setSegment(desk, { segment: (await segmentAt(desk, id, 2)).id, target: 'Two.', by });
    await expect(text()).rejects.toMatchObject({
      code: 'blocked',
      blocked: [{ n: 2, state: 'translated', source: 'Deux.' }],
    });
    const file = await exportArticle(desk, id, { as: 'article', allowIncomplete: true });
    expect(new TextDecoder().decode(file.bytes)).toBe('EN 1.\nDeux. EN 3.');
    expect(file.open).toEqual([{ n: 2, state: 'translated', source: 'Deux.' }]);
  });
  it('leaves out what was omitted, with the paragraph that is empty then', async () => {
    const { desk, id, text } = await approved(textFile('Un. Deux.\n\nTrois.\n\nQuatre.'));
    for (const n of [1, 3]) await omit(desk, (await segmentAt(desk, id, n)).id, { reason: 'cut', by });
    expect(await text()).toBe('EN 2.\n\nEN 4.');
  });
  it('of an untouched page is the page, byte for byte', async () => {
    const desk = freshDesk();
    for (const name of ['puce.html', 'texte.txt']) {
      const bytes =
        name === 'puce.html'
          ? new Uint8Array(readFileSync(new URL('../cases/formats/puce.html', import.meta.url)))
          : textFile(`\ufeff${PAGE}\r\n \r\n`).bytes;
      const { id } = await importArticle(desk, { bytes, fileName: name, from: 'fr', to: 'en' }, by);
      const file = await exportArticle(desk, id, { as: 'article', whole: true, allowIncomplete: true });
      expect(Buffer.compare(file.bytes, bytes)).toBe(0);
    }
  });
  it('keeps a page’s markup, links and attributes', async () => {
    const { text } = await approved({
      bytes: new Uint8Array(readFileSync(new URL('../cases/formats/puce.html', import.meta.url))),
      fileName: 'puce.html',
    });
    const page = await text();
    expect(page).not.toMatch(/<nav|La lettre|S’inscrire|Aller au contenu/);
    expect(page).toMatch(/<a href="https:\/\/exemple\.fr\/lumen\?a=1&amp;b=2" title="EN \d+\.">/);
    expect(page).toMatch(/<img src="\/i\/w\.jpg" alt="EN \d+\." width=640>/);
    expect(page).toMatch(/<caption>EN \d+\.<\/caption>/);
    expect(page).toContain('<script>window.track');
    expect(await text({ whole: true })).toMatch(/<nav[\s\S]*S’inscrire/);
  });
});

describe('an article for others', () => {
  it('leaves as TMX with each approved pair once', async () => {
    const { text } = await approved(textFile(PAGE));
    const tmx = await text({ as: 'tmx' });
    expect(tmx.match(/<tu[ >]/g)).toHaveLength(5);
    expect(tmx).toContain('EN 1.');
  });
  it('leaves as a table that says what is not approved', async () => {
    const { desk, id, text } = await approved(textFile('Un & <un>.\nDeux.'));
    await omit(desk, (await segmentAt(desk, id, 2)).id, { reason: 'cut', by });
    const table = await text({ as: 'table' });
    expect(table).toContain('<td lang="fr">Un &amp; &lt;un&gt;.</td><td lang="en">EN 1.</td>');
    expect(table).toContain('left out: cut');
  });
});

describe('what was said of a segment', () => {
  it.each(['xliff', 'xliff2'] as const)(
    'leaves in %s: remarks as notes, once, and a reason as the reason',
    async (as) => {
      const { desk, id, text } = await approved(textFile('Un.\nDeux.\nTrois.'));
      const said = async (place: number, note: string) => {
        const file = await text({ as });
        const close = as === 'xliff' ? '</trans-unit>' : '<segment';
        const { id: segment } = await segmentAt(desk, id, place);
        const parts = file.split(close);
        const note12 = `<note from="Ada">${note}</note>`;
        const note20 = `<notes><note id="s${segment}n1" bitexte:by="Ada">${note}</note></notes>`;
        parts[place - 1] += as === 'xliff' ? note12 : note20;
        await mergeFile(desk, id, { bytes: new TextEncoder().encode(parts.join(close)), fileName: 'back.xlf' }, by);
      };
      await said(1, 'Really?');
      await reject(desk, (await segmentAt(desk, id, 2)).id, { reason: 'too long', by });
      const file = await text({ as });
      expect(file.split('>Really?</note>')).toHaveLength(2);
      expect(file).toMatch(/(from|by)="Ada"[^>]*>Really\?<\/note>/);
      expect(file.split('>too long</note>')).toHaveLength(2);
      // What comes back unread says nothing new.
      const back = { bytes: new TextEncoder().encode(file), fileName: 'back.xlf' };
      expect(await mergeFile(desk, id, back, by)).toMatchObject({ comments: 0 });
      // A reason that has passed is history, and a remark like any other.
      await setSegment(desk, { segment: (await segmentAt(desk, id, 2)).id, target: 'Two.', by });
      expect(await text({ as })).toMatch(/(from|by)="Zoé"[^>]*>too long<\/note>/);
    },
  );
  it('goes along into an XLIFF file that came with both sides', async () => {
    const page = `<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="fr" target-language="en" datatype="x"><body><trans-unit id="1"><source>Un.</source><target state="needs-review-translation">One.</target></trans-unit></body></file></xliff>`;
    const desk = freshDesk();
    const { id } = await importArticle(desk, { ...textFile(page, 'a.xlf'), from: 'fr', to: 'en' }, by);
    await reject(desk, (await segmentAt(desk, id, 1)).id, { reason: 'faute de grammaire', by });
    const { bytes } = await exportArticle(desk, id, { as: 'article', allowIncomplete: true });
    expect(new TextDecoder().decode(bytes)).toContain('state-qualifier="rejected-grammar"');
  });
});

it.each([
  ['dojo.fr.txt', 'article', 'dojo.en.txt'],
  ['puce.html', 'article', 'puce.en.html'],
  ['Une « puce » / à 3,5 % ?', 'tmx', 'Une-puce-à-3-5.fr-en.tmx'],
  ['../../etc/passwd', 'xliff', 'etc-passwd.fr-en.xlf'],
  ['???', 'table', 'article.fr-en.html'],
])('%s leaves as %s under the name %s', (name, as, expected) => {
  expect(fileNameOf(name, as, { from: 'fr', to: 'en', format: 'text' })).toBe(expected);
});
