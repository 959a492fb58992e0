import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument, writeDocument } from '../../server/formats/format.ts';
import { html } from '../../server/formats/html.ts';
import type { SourceBlock } from '../../server/model.ts';

const bytes = readFileSync(new URL('../cases/formats/puce.html', import.meta.url));
const page = bytes.toString('utf8');
const news = readDocument(bytes, { fileName: 'puce.html' });

const texts = (source: string) => html.read(source).blocks.map((block) => block.text);
const roles = (source: string) => html.read(source).blocks.map((block) => block.role);

/** Writes a page anew with the blocks whose text is a key of `changes`. */
function rewrite(source: string, changes: Record<string, string | null>): string {
  const { blocks } = html.read(source);
  for (const text of Object.keys(changes)) expect(blocks.map((block) => block.text)).toContain(text);
  return html.write(
    source,
    blocks,
    blocks.map((block) => (block.text in changes ? changes[block.text] : undefined)),
  );
}

function blockWith(text: string): SourceBlock {
  const block = news.blocks.find((one) => one.text.includes(text));
  if (!block) throw new Error(`no block holds ${text}`);
  return block;
}

it('refuses a page of more tags than any article has', () => {
  expect(() => html.read('<p>a'.repeat(160_000))).toThrow(/more than 300,000 tags.*Save the article alone/);
});

describe('a news page', () => {
  it('gives its title and its language', () => {
    expect(news).toMatchObject({ format: 'html', language: 'fr', title: expect.stringContaining('vise l’Europe') });
  });
  it('gives each block its role', () => {
    const role = (text: string) => blockWith(text).role;
    expect(role('Semi-conducteurs')).toBe('kicker');
    expect(role('grave sa première puce<1/>')).toBe('title');
    expect(role('double ses effectifs')).toBe('standfirst');
    expect(role('Maud Roy')).toBe('byline');
    expect(role('Une plaquette de silicium')).toBe('alt');
    expect(role('sortie du four')).toBe('caption');
    expect(role('Lumen a présenté')).toBe('body');
    expect(role('Un calendrier serré')).toBe('crosshead');
    expect(role('premiers essais')).toBe('list');
    expect(role('Nous serons prêts')).toBe('quote');
    expect(role('Trois ans de mesures')).toBe('caption');
    for (const text of ['Puces', 'Rubriques', 'Aller au contenu', 'La lettre', 'Votre adresse', 'S’inscrire', '© Le']) {
      expect([text, role(text)]).toEqual([text, 'furniture']);
    }
  });
  it('collapses white space and decodes entities', () => {
    expect(blockWith('Lumen a présenté').text).toBe(
      'Lumen a présenté <1>sa puce <2>Aube</2></1> mardi. Elle tient <3>12\u00a0heures</3> sur batterie, soit 3 < 4 fois mieux.',
    );
    expect(blockWith('Colonne A').text).toBe('Colonne A   B\n  garde ses   espaces');
  });
  it('never gives scripts, styles, code, templates or what must not be translated', () => {
    const all = news.blocks.map((block) => block.text).join('\n');
    expect(all).not.toMatch(/ne pas traduire|Jamais vu|npm run|track|hero|AUBE-3|Aube by Lumen|JavaScript|chapitre/i);
    expect(blockWith('suffit').codes[0]).toMatchObject({
      kind: 'single',
      native: { open: '<code>npm run aube</code>' },
    });
    expect(blockWith('est déposée').text).toBe('La marque <1/> est déposée.');
  });
  it('comes back byte for byte when nothing is new', () => {
    const same = news.blocks.map((block) => block.text);
    expect(writeDocument(bytes, 'html', news.blocks, same).bytes).toBe(bytes);
    expect(writeDocument(bytes, 'html', news.blocks, []).bytes).toBe(bytes);
  });
  it('keeps markup, links and entities around and within new texts, and all the rest as it was', () => {
    const wanted = news.blocks.map((block) =>
      block.text.startsWith('Lumen a présenté')
        ? 'On Tuesday Lumen showed <1><2>Aube</2>, its chip</1>. It lasts <3>12\u00a0hours</3>: 3 < 4 & more.'
        : block.text === 'Le site de Lumen'
          ? 'Lumen\u2019s "site" & more'
          : undefined,
    );
    const out = html.write(page, news.blocks, wanted);
    expect(out).toContain(
      '<p>On Tuesday Lumen showed <a href="https://exemple.fr/lumen?a=1&amp;b=2" title="Lumen\u2019s &quot;site&quot; &amp; more">' +
        '<em>Aube</em>, its chip</a>. It lasts <b>12&nbsp;hours</b>: 3 &lt; 4 &amp; more.</p>',
    );
    const [before, after] = page.split(/<p>Lumen a présenté[\s\S]*?fois mieux\.<\/p>/);
    expect(out.startsWith(before ?? '?')).toBe(true);
    expect(out.endsWith(after ?? '?')).toBe(true);
  });
  it('leaves without its furniture when that is taken out', () => {
    const out = html.write(
      page,
      news.blocks,
      news.blocks.map((block) => (block.role === 'furniture' ? null : undefined)),
    );
    expect(out).not.toMatch(/<nav|<footer><p>|<form|<button|La lettre|Robots|skip|logo/);
    expect(out).toContain('<img src="/i/w.jpg" alt="Une plaquette de silicium" width=640>');
    expect(html.read(out).blocks.length).toBe(news.blocks.filter((block) => block.role !== 'furniture').length);
  });
});

describe('malformed markup', () => {
  it('keeps unclosed paragraphs, items and cells apart', () => {
    expect(texts('<p>Un<p>Deux<ul><li>Trois<li>Quatre</ul><table><tr><td>Cinq<td>Six<tr><td>Sept</table>Huit')).toEqual(
      ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit'],
    );
  });
  it('keeps crossed tags as single codes, each in its place', () => {
    const source = '<p>Un <b>deux <i>trois</b> quatre</i> cinq';
    expect(texts(source)).toEqual(['Un <1>deux <2/>trois</1> quatre<3/> cinq']);
    expect(rewrite(source, { 'Un <1>deux <2/>trois</1> quatre<3/> cinq': 'A <1>b <2/>c</1> d<3/> e' })).toBe(
      '<p>A <b>b <i>c</b> d</i> e',
    );
  });
  it('leaves tags that other blocks close outside of the texts', () => {
    expect(texts('<a href="/x"><h2>Un titre</h2><p>Une phrase.</p></a>')).toEqual(['Un titre', 'Une phrase.']);
    expect(rewrite('<b>Un<p>Deux</p>Trois</b>', { Un: 'One', Trois: 'Three' })).toBe('<b>One<p>Deux</p>Three</b>');
  });
  it('survives tags that never end', () => {
    expect(texts('<p>Un <code>deux <p>Trois')).toEqual(['Un <1/>deux', 'Trois']);
    expect(texts('<div>Un <a href="x')).toEqual(['Un']);
    expect(texts('</p></div>Un</b>')).toEqual(['Un']);
    expect(texts('<svg><p>Un</p>')).toEqual(['Un']);
  });
});

describe('texts', () => {
  it('parts paragraphs at two line breaks in a row, not at one', () => {
    expect(texts('<div>Un<br>deux<br><br>\nTrois</div>')).toEqual(['Un<1/>deux', 'Trois']);
  });
  it('leaves pictures, breaks and wholly wrapping tags outside', () => {
    const source = '<li> <a href="/a"><img src="i.png"> <b>Un lien</b></a><br></li>';
    expect(texts(source)).toEqual(['Un lien']);
    expect(rewrite(source, { 'Un lien': 'A link' })).toBe(
      '<li> <a href="/a"><img src="i.png"> <b>A link</b></a><br></li>',
    );
  });
  it('skips numbers that the text says literally', () => {
    const [block] = html.read('<p>Écrivez &lt;1&gt; et <b>&lt;/2&gt;</b> ici</p>').blocks;
    expect(block?.text).toBe('Écrivez <1> et <3></2></3> ici');
    expect(
      rewrite('<p>Écrivez &lt;1&gt; et <b>x</b> ici</p>', { 'Écrivez <1> et <2>x</2> ici': 'Write <1> and <2>x</2>' }),
    ).toBe('<p>Write &lt;1&gt; and <b>x</b></p>');
  });
  it('writes a no-break space as the page does', () => {
    expect(rewrite('<p>a\u00a0b</p><p>c</p>', { c: 'd\u00a0e' })).toBe('<p>a\u00a0b</p><p>d\u00a0e</p>');
    expect(rewrite('<p>a&#160;b</p>', { 'a\u00a0b': 'c\u00a0d' })).toBe('<p>c&#160;d</p>');
  });
  it('quotes an attribute that had no quotes and keeps those that it had', () => {
    expect(rewrite('<img alt=chat><img alt = \'un "chat"\'>', { chat: 'a cat', 'un "chat"': 'a "cat\'s"' })).toBe(
      '<img alt="a cat"><img alt = \'a "cat&#39;s"\'>',
    );
  });
  it('shares the native form of a code with the pieces that go on from it', () => {
    const [block] = html.read('<p>a <b id=x>Un. Deux.</b> b</p>').blocks as [SourceBlock];
    const [code] = block.codes as [SourceBlock['codes'][number]];
    const codes = [code, { ...code, id: 9, continues: code.id }];
    expect(html.write('<p>a <b id=x>Un. Deux.</b> b</p>', [{ ...block, codes }], ['c <1>One.</1> d <9>Two.</9>'])).toBe(
      '<p>c <b id=x>One.</b> d <b id=x>Two.</b></p>',
    );
  });
  it('takes the class of an inline element around a whole block for its role', () => {
    expect(roles('<div><span class="c-byline">Par Ada</span></div><p><a class="share">Partager</a></p>')).toEqual([
      'byline',
      'furniture',
    ]);
  });
});

describe('taking blocks out', () => {
  it('takes an element with its line, and the list with its last item', () => {
    const source = '<div>\n  <p>Un</p>\n  <ul>\n    <li>Deux</li>\n    <li>Trois</li>\n  </ul>\n</div>';
    expect(rewrite(source, { Deux: null })).toBe('<div>\n  <p>Un</p>\n  <ul>\n    <li>Trois</li>\n  </ul>\n</div>');
    expect(rewrite(source, { Deux: null, Trois: null })).toBe('<div>\n  <p>Un</p>\n</div>');
  });
  it('keeps the cells of a table whose row stays', () => {
    expect(rewrite('<table><tr><td>Un</td><td>Deux</td></tr></table>', { Un: null })).toBe(
      '<table><tr><td></td><td>Deux</td></tr></table>',
    );
  });
});

describe('any page', () => {
  const names = [
    'p',
    'div',
    'b',
    'i',
    'a',
    'li',
    'ul',
    'td',
    'tr',
    'table',
    'span',
    'br',
    'img',
    'code',
    'h2',
    'pre',
    'svg',
  ];
  const part = fc.oneof(
    fc.constantFrom(...names).map((name) => `<${name}>`),
    fc.constantFrom(...names).map((name) => `</${name}>`),
    fc.constantFrom(
      '<img alt="un chat">',
      '<a title=ici>',
      '<!-- x -->',
      '&nbsp;',
      '&amp;',
      '&lt;2&gt;',
      '<p class=share>',
      '\n',
      ' ',
    ),
    fc.string({ unit: fc.constantFrom('m', 'é', ' ', '1', '.', '\u00a0') }),
  );
  it('comes back byte for byte, and reads the same after other texts were written into it', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const source = parts.join('');
        const { blocks } = html.read(source);
        expect(
          html.write(
            source,
            blocks,
            blocks.map((block) => block.text),
          ),
        ).toBe(source);
        const longer = blocks.map((block) => `Z ${block.text} Z`);
        const out = html.write(source, blocks, longer);
        const spaces = (text: string) => text.replace(/\s+/g, ' ');
        expect(html.read(out).blocks.map((block) => spaces(plainOf(block)))).toEqual(
          blocks.map((block) => spaces(`Z ${plainOf(block)} Z`)),
        );
        html.write(
          source,
          blocks,
          blocks.map((_, i) => (i % 2 ? null : undefined)),
        );
      }),
      { numRuns: 400 },
    );
  });
});

function plainOf(block: SourceBlock): string {
  let text = block.text;
  for (const { id } of block.codes) text = text.replaceAll(new RegExp(`</?${id}/?>`, 'g'), '');
  return text;
}
