import { describe, expect, it } from 'vitest';
import { readHtml } from '../../server/formats/html-read.ts';
import { readablePage } from '../../server/web/readable.ts';
import { NEWS_PAGE } from './page-server.ts';

const address = 'https://circuit.example/tech/lumen';
const read = (html: string, charset: string | null = null, encoding: BufferEncoding = 'utf8') =>
  readablePage({ bytes: Buffer.from(html, encoding), address, charset });

describe('the article in a page', () => {
  const article = read(NEWS_PAGE);
  const { blocks } = readHtml(article.html);

  it('is named, signed and dated', () => {
    expect(article).toMatchObject({
      ...{ address, title: 'Lumen grave sa première puce', byline: 'Zoé Lambert', language: 'fr' },
      published: '2024-03-12T08:30:00+01:00',
    });
  });

  it('keeps its markup, and the roles of its paragraphs', () => {
    const roles = blocks.map(({ role, text }) => [role, text.slice(0, 20).trim()]);
    for (const expected of [
      ['title', 'Lumen grave sa premi'],
      ['byline', 'Zoé Lambert'],
      ['standfirst', 'La jeune pousse renn'],
      ['crosshead', 'Un calendrier serré'],
      ['list', 'Une gravure de douze'],
      ['quote', 'Nous n’avons rien co'],
      ['alt', 'La puce de Lumen'],
      ['caption', 'La puce, devant son'],
    ])
      expect(roles).toContainEqual(expected);
    expect(article.html).toMatch(/<em>intégrée<\/em>/);
  });

  it('has whole addresses in its links and pictures', () => {
    expect(article.html).toContain('href="https://circuit.example/dossiers/puces?a=1&amp;copy=2"');
    expect(article.html).toContain('src="https://circuit.example/img/puce.jpg"');
  });

  it('leaves scripts, handlers, frames and the rest of the page behind', () => {
    expect(article.html).not.toMatch(/stolen|<script|<style|<iframe|onclick|onerror|javascript:/i);
    expect(article.html).not.toMatch(/cookies|Accueil|tous droits/);
  });

  it('is found in the charset that the server names, else in the page’s own', () => {
    const bare = NEWS_PAGE.replace('<meta charset="utf-8">', '').replaceAll('’', "'");
    expect(read(bare, 'iso-8859-1', 'latin1').title).toBe(article.title);
    expect(read(NEWS_PAGE, 'no-such-charset').title).toBe(article.title);
  });
});

it('a base in the page speaks for its links', () => {
  const based = NEWS_PAGE.replace('<head>', '<head><base href="/edition/">').replace('"/img/puce.jpg"', '"puce.jpg"');
  expect(read(based).html).toContain('src="https://circuit.example/edition/puce.jpg"');
});

it('what a title holds stays text', () => {
  const { title, html } = read(NEWS_PAGE.replaceAll('Lumen grave', '&lt;/title&gt;&lt;script&gt;run()'));
  expect(title).toContain('<script>');
  expect(html).not.toContain('<script');
  expect(html.match(/<\/title>/g)).toHaveLength(1);
});

it.each([
  '<!--> --!><script>run()</script> -->',
  '<plaintext><script>run()</script>',
  '<xmp><script>run()</script></xmp>',
  '<noscript><p title="</noscript><script>run()</script>">Un</p></noscript>',
  '<svg><title><script>run()</script></title></svg>',
  '<p alt="&quot;&gt;&lt;script&gt;run()">Un mot</p>',
  '<a href="&#106;ava&#10;script:run()">Un mot</a>',
])('nothing runs that hides as %s', (hidden) => {
  const { html } = read(NEWS_PAGE.replace('<h2>', `${hidden}<h2>`));
  const clean = html.replace(/"[^"]*"/g, '""');
  expect(clean).not.toMatch(/<script|<!--/i);
  expect(html).not.toMatch(/script:/i);
});

it('an article without html, head and body is found', () => {
  const bare = NEWS_PAGE.replace(/^[\s\S]*?<article>/, '').replace(/<\/article>[\s\S]*$/, '');
  expect(read(bare).html).toContain('une salle pleine');
});

it.each<[string, string]>([
  ['no-article', '<!DOCTYPE html><html><body></body></html>'],
  ['no-article', '<html><head><script>run()</script></head><body><div id="root"></div></body></html>'],
  ['page-too-complex', `<html><body>${'<div>'.repeat(5000)}Un mot${'</div>'.repeat(5000)}</body></html>`],
  ['page-too-complex', `<html><body>${'<p>Un mot</p>'.repeat(30_000)}</body></html>`],
  ['empty-file', ' '],
])('a page is refused: %s', (code, html) => {
  expect(() => read(html)).toThrow(expect.objectContaining({ name: 'UserError', code }));
});
