import { describe, expect, it } from 'vitest';
import { readDocument, writeDocument } from '../../server/formats/format.ts';
import { pack, unpack, utf8 } from '../../server/formats/zip.ts';

const NAMES = ['office', 'text', 'style', 'draw', 'fo', 'table', 'xlink', 'svg', 'dc', 'officeooo'];
const head = NAMES.map((name) => `xmlns:${name}="urn:${name}"`).join(' ');
const style = (name: string, family: string, inner: string, parent = '') =>
  `<style:style style:name="${name}" style:family="${family}"${parent && ` style:parent-style-name="${parent}"`}>${inner}</style:style>`;
const BODY = `<text:h text:style-name="P1" text:outline-level="1">Le four de la <text:span text:style-name="T1">nuit</text:span></text:h>
<text:p text:style-name="Subtitle">Un chapeau</text:p>
<text:p text:style-name="P2">Il chauffe<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Une note.</text:p></text:note-body></text:note>
  vite<text:s text:c="2"/>et <text:span text:style-name="T2">bien</text:span>.<draw:frame><draw:text-box><text:p>Le cadre.</text:p></draw:text-box><svg:desc>Un encadré &amp; un four</svg:desc></draw:frame> Il <text:a xlink:href="https://four.example/">fume</text:a>.<office:annotation><dc:creator>Z</dc:creator><text:p>À vérifier</text:p></office:annotation></text:p>
<text:list><text:list-item><text:p>Un point.</text:p></text:list-item></text:list>
<text:p text:style-name="Preformatted_20_Text">const x = 1;</text:p>
<table:table><table:table-row><table:table-cell><text:p>Cellule</text:p></table:table-cell></table:table-row></table:table>`;
const CONTENT = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${head}><office:automatic-styles>${style('P1', 'paragraph', '', 'Heading_20_1')}${style('P2', 'paragraph', '', 'Standard')}${style('T1', 'text', '<style:text-properties fo:font-weight="bold"/>')}${style('T2', 'text', '<style:text-properties officeooo:rsid="0012"/>')}</office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>ôté</text:p></text:deletion></text:changed-region></text:tracked-changes>${BODY}</office:text></office:body></office:document-content>`;

const files = (more: Record<string, string> = {}) =>
  new Map(
    Object.entries({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': CONTENT,
      'Pictures/a.png': '\u0000png',
      ...more,
    }).map(([path, text]) => [path, utf8(text)]),
  );
const bytes = pack(files());
const { blocks, title, format } = readDocument(bytes, { fileName: 'four.odt' });
const rewritten = (change: (text: string) => string | null | undefined) =>
  writeDocument(
    bytes,
    'odt',
    blocks,
    blocks.map((block) => change(block.text)),
  ).bytes;
const partOf = (file: Uint8Array, part: string) => Buffer.from(unpack(file, 'x').get(part) ?? []).toString('utf8');

describe('reading an ODT', () => {
  it('gives paragraphs, notes, frames, lists and cells with their roles, and leaves comments and deletions alone', () => {
    expect(blocks.map(({ role, text, codes }) => [role, text, codes.map(({ type }) => type)])).toEqual([
      ['title', 'Le four de la <1>nuit</1>', ['bold']],
      ['standfirst', 'Un chapeau', []],
      ['body', 'Il chauffe<1/> vite et bien.<2/> Il <3>fume</3>.', ['note', 'image', 'link']],
      ['alt', 'Un encadré & un four', []],
      ['body', 'Une note.', []],
      ['body', 'Le cadre.', []],
      ['list', 'Un point.', []],
      ['body', 'Cellule', []],
    ]);
    expect([title, format]).toEqual(['Le four de la nuit', 'odt']);
    expect(readDocument(bytes, { fileName: 'sans-nom' }).format).toBe('odt');
  });
});

describe('writing an ODT', () => {
  it('gives the very same bytes back where nothing is new', () => {
    expect(rewritten(() => undefined)).toBe(bytes);
    expect(rewritten((text) => text)).toBe(bytes);
  });

  it('puts new texts into place, those within a paragraph too, and leaves all else alone', () => {
    const english: Record<string, string> = {
      'Une note.': 'A note.',
      'Le cadre.': 'The box.',
      'Un encadré & un four': 'A box & a kiln',
      'Il chauffe<1/> vite et bien.<2/> Il <3>fume</3>.': 'It  <3>smokes</3><2/> and heats<1/> <well>.',
    };
    const written = rewritten((text) => english[text]);
    const again = readDocument(written, { fileName: 'x.odt' }).blocks.map(({ text }) => text);
    expect(again).toEqual(
      expect.arrayContaining(['It <1>smokes</1><2/> and heats<3/> <well>.', 'A note.', 'The box.', 'A box & a kiln']),
    );
    const xml = partOf(written, 'content.xml');
    expect(xml).toContain('It <text:s text:c="1"/><text:a xlink:href="https://four.example/">smokes</text:a>');
    expect(xml).toContain('heats<text:note text:note-class="footnote">');
    expect(xml).toContain('<text:p>À vérifier</text:p>');
    expect(partOf(written, 'Pictures/a.png')).toBe('\u0000png');
    // The first file lies uncompressed at the head of the archive, where programs look for it.
    expect(Buffer.from(written.slice(30, 38)).toString()).toBe('mimetype');
    expect(Buffer.from(written.slice(38, 77)).toString()).toBe('application/vnd.oasis.opendocument.text');
  });

  it('takes a list item’s text out, but leaves it a paragraph', () => {
    const xml = partOf(
      rewritten((text) => (text === 'Un point.' ? null : undefined)),
      'content.xml',
    );
    expect(xml).toContain('<text:list-item><text:p></text:p></text:list-item>');
  });
});

describe('an ODT that is none, or too much', () => {
  it.each([
    ['unknown-format', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }],
    ['refused-file', { 'Basic/Standard/Module1.xml': '<x/>' }],
    ['bad-xml', { 'content.xml': CONTENT.slice(0, -20) }],
  ])('is refused as %s', (code, more) => {
    expect(() => readDocument(pack(files(more)), { fileName: 'x.odt', format: 'odt' })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
