import { describe, expect, it } from 'vitest';
import { UserError } from '../../server/errors.ts';
import { isInMargin } from '../../server/formats/docx.ts';
import { readDocument, writeDocument } from '../../server/formats/format.ts';
import { pack, unpack, utf8 } from '../../server/formats/zip.ts';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const paragraph = (inner: string, style = '') =>
  `<w:p w:rsidR="00A1">${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inner}</w:p>`;
const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

const BODY = [
  paragraph(run('Une puce ', '<w:lang w:val="fr-FR"/>') + run('européenne'), 'Titre1'),
  paragraph(
    `${run('Lumen ')}<w:proofErr w:type="spellStart"/>${run('présente', '<w:b/>')}${run(' ', '<w:b/>')}${run('sa puce', '<w:b/>')}` +
      `<w:hyperlink r:id="rId4">${run('sur son site', '<w:rStyle w:val="Lien"/>')}</w:hyperlink>${run(' &amp; ailleurs.')}` +
      '<w:r><w:footnoteReference w:id="2"/></w:r>',
  ),
  paragraph(run('premier point'), 'Paragraphedeliste'),
  `<w:tbl><w:tr><w:tc>${paragraph(run('Prix'))}</w:tc><w:tc>${paragraph('<w:r><w:drawing><pic/></w:drawing></w:r>')}</w:tc></w:tr></w:tbl>`,
  paragraph(run('const x = 1;'), 'SourceCode'),
  paragraph(run('La plaquette'), 'Lgende'),
].join('');
const DOCUMENT = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document ${W}><w:body>${BODY}<w:sectPr/></w:body></w:document>`;
const NOTES = `<w:footnotes ${W}><w:footnote w:id="2">${paragraph(run('Selon le groupe.'))}</w:footnote></w:footnotes>`;

function archive(more: Record<string, Uint8Array> = {}): Uint8Array {
  return pack(
    new Map([
      ['[Content_Types].xml', utf8('<Types/>')],
      ['word/document.xml', utf8(DOCUMENT)],
      ['word/footnotes.xml', utf8(NOTES)],
      ['word/media/image1.png', new Uint8Array([0, 1, 2, 255])],
      ...Object.entries(more),
    ]),
  );
}

const bytes = archive();
const { blocks, title } = readDocument(bytes, { fileName: 'puce.docx' });
const rewritten = (change: (text: string) => string | null | undefined) =>
  writeDocument(
    bytes,
    'docx',
    blocks,
    blocks.map((block) => change(block.text)),
  ).bytes;
const RUN = '<w:r><w:t xml:space="preserve">A European chip</w:t></w:r>';
const partOf = (file: Uint8Array, part: string) => Buffer.from(unpack(file, 'x').get(part) ?? []).toString('utf8');

describe('reading a DOCX', () => {
  it('gives paragraphs, cells and notes with their roles, and merges runs of one format', () => {
    expect(blocks.map(({ role, text }) => [role, text])).toEqual([
      ['title', 'Une puce européenne'],
      ['body', 'Lumen <1>présente sa puce</1><2>sur son site</2> & ailleurs.<3/>'],
      ['list', 'premier point'],
      ['body', 'Prix'],
      ['caption', 'La plaquette'],
      ['body', 'Selon le groupe.'],
    ]);
    expect(blocks[1]?.codes.map((code) => code.type)).toEqual(['bold', 'link', 'note']);
    expect(title).toBe('Une puce européenne');
  });

  it('finds the document where the package names it', () => {
    const rels = `<Relationships><Relationship Id="a" Type="https://o.example/relationships/officeDocument" Target="/text/main2.xml"/></Relationships>`;
    const moved = pack(
      new Map([
        ['_rels/.rels', utf8(rels)],
        ['text/main2.xml', utf8(DOCUMENT)],
        ['text/footnotes.xml', utf8(NOTES)],
      ]),
    );
    expect(readDocument(moved, {}).blocks.map(({ text }) => text)).toEqual(blocks.map(({ text }) => text));
  });

  it('knows the format by the bytes, whatever the name', () => {
    expect(readDocument(bytes, { fileName: 'sans-nom' }).format).toBe('docx');
  });
});

describe('writing a DOCX', () => {
  it('gives the very same bytes back where nothing is new', () => {
    expect(rewritten(() => undefined)).toBe(bytes);
    expect(rewritten((text) => text)).toBe(bytes);
  });

  it('puts new text into its formats and leaves every other part and paragraph alone', () => {
    const written = rewritten((text) =>
      text.startsWith('Lumen') ? 'On the pages of <2>its site</2>, Lumen <1>shows <</1>.<3/>' : undefined,
    );
    expect(readDocument(written, { fileName: 'x.docx' }).blocks.map((block) => block.text)[1]).toBe(
      'On the pages of <1>its site</1>, Lumen <2>shows <</2>.<3/>',
    );
    const xml = partOf(written, 'word/document.xml');
    expect(xml).toContain(
      '<w:hyperlink r:id="rId4"><w:r><w:rPr><w:rStyle w:val="Lien"/></w:rPr><w:t xml:space="preserve">its site</w:t></w:r></w:hyperlink>',
    );
    expect(xml).toContain('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">shows &lt;</w:t></w:r>');
    expect(xml).toContain(paragraph(run('premier point'), 'Paragraphedeliste'));
    for (const part of ['word/footnotes.xml', 'word/media/image1.png', '[Content_Types].xml']) {
      expect(partOf(written, part)).toBe(partOf(bytes, part));
    }
  });

  it('takes paragraphs out, but leaves a cell its paragraph', () => {
    const xml = partOf(
      rewritten((text) => (text === 'Prix' || text === 'premier point' ? null : undefined)),
      'word/document.xml',
    );
    expect(xml).not.toContain('premier point');
    expect(xml).toContain('<w:tc><w:p w:rsidR="00A1"></w:p></w:tc>');
  });
});

const box = (inner: string) => `<w:txbxContent>${inner}</w:txbxContent>`;
const BOXED =
  '<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="wps"><w:drawing><wp:docPr xmlns:wp="p" id="1" descr="Un four &quot;gris&quot;"/>' +
  `${box(paragraph(run('Dans le cadre.')))}</w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict>${box(paragraph(run('Dans le cadre.')))}</w:pict></mc:Fallback></mc:AlternateContent>`;
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('a DOCX of another make', () => {
  const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
  const strict = (text: string) =>
    text.replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', STRICT);
  /** The same document under prefixes of its own, as some libraries write it, with the usual ones in its text. */
  const foreign = (text: string) =>
    text
      .replace(/<[^>]*>/g, (tag) => tag.replace(/(<\/?|\s|xmlns:)w(?=[:=])/g, '$1ns0'))
      .replace('Lumen ', 'Lumen w:p ');
  it.each([
    ['the strict namespace', strict],
    ['prefixes of its own', foreign],
    ['both', (text: string) => foreign(strict(text))],
  ])('is read and written under %s', (_, remade) => {
    const file = archive({ 'word/document.xml': utf8(remade(DOCUMENT)), 'word/footnotes.xml': utf8(remade(NOTES)) });
    const read = readDocument(file, { fileName: 'puce.docx' });
    expect(read.blocks.map(({ role }) => role)).toEqual(blocks.map(({ role }) => role));
    const texts = read.blocks.map(({ text }) => text);
    expect(writeDocument(file, 'docx', read.blocks, texts).bytes).toBe(file);
    const written = writeDocument(file, 'docx', read.blocks, ['A European chip', ...texts.slice(1)]).bytes;
    const wanted = remade(DOCUMENT.replace(/<w:r><w:rPr><w:lang.*?européenne<\/w:t><\/w:r>/, RUN));
    expect(partOf(written, 'word/document.xml')).toBe(wanted);
  });

  it('keeps heads and feet of pages as furniture, which a clean article does not lose', () => {
    const head = `<w:hdr ${W}>${paragraph(run('Revue des puces'))}</w:hdr>`;
    const file = archive({ 'word/header2.xml': utf8(head), 'word/footer1.xml': utf8(head.replaceAll('hdr', 'ftr')) });
    const read = readDocument(file, { fileName: 'puce.docx' });
    const margins = read.blocks.slice(blocks.length);
    expect(margins.map(({ role, text }) => [role, text])).toEqual([
      ['furniture', 'Revue des puces'],
      ['furniture', 'Revue des puces'],
    ]);
    expect(read.blocks.filter(({ layout }) => isInMargin(layout))).toEqual(margins);
    const texts = read.blocks.map((_, i) => (i === blocks.length ? 'The chip review' : undefined));
    expect(partOf(writeDocument(file, 'docx', read.blocks, texts).bytes, 'word/footer1.xml')).toContain(
      '>The chip review<',
    );
  });
});

describe('what stands inside of a paragraph', () => {
  const document = (inner: string) => `<w:document ${W}><w:body>${inner}</w:body></w:document>`;
  const file = (inner: string) => archive({ 'word/document.xml': utf8(document(inner)) });
  const read = (inner: string) => readDocument(file(inner), { fileName: 'x.docx' }).blocks.slice(0, -1);
  const said = (inner: string) =>
    read(inner).map(({ role, text, codes }) => [role, text, codes.map(({ type }) => type)]);
  const written = (inner: string, change: (text: string) => string | null | undefined) => {
    const { blocks } = readDocument(file(inner), { fileName: 'x.docx' });
    const texts = blocks.map((block) => change(block.text));
    return partOf(writeDocument(file(inner), 'docx', blocks, texts).bytes, 'word/document.xml');
  };

  it('is read once where a text box is written twice, and both are written anew', () => {
    const inner = paragraph(`${run('Avant ')}<w:r>${BOXED}</w:r>${run('après.')}`);
    expect(said(inner)).toEqual([
      ['body', 'Avant <1/>après.', ['image']],
      ['alt', 'Un four "gris"', []],
      ['body', 'Dans le cadre.', []],
    ]);
    const english: Record<string, string> = {
      'Avant <1/>après.': 'Before <1/>after.',
      'Un four "gris"': 'A "grey" kiln',
      'Dans le cadre.': 'In the box.',
    };
    const xml = written(inner, (text) => english[text]);
    expect(xml.match(/In the box\./g)).toHaveLength(2);
    expect(xml).toContain('descr="A &quot;grey&quot; kiln"');
    expect(xml).not.toMatch(/cadre|Avant|gris/);
    expect(
      written(inner, (text) => (text.startsWith('Dans') ? null : undefined)).match(/<w:txbxContent><w:p/g),
    ).toHaveLength(2);
  });

  it('keeps a picture that is a link, a deletion and a comment where they stood', () => {
    const link = '<w:hyperlink r:id="rId9"><w:r><w:drawing><pic/></w:drawing></w:r></w:hyperlink>';
    const gone = '<w:del w:id="1"><w:r><w:delText>ôté</w:delText></w:r></w:del>';
    const remark = '<w:commentRangeStart w:id="0"/>';
    const inner = paragraph(`${run('Un ')}${link}${run(' deux ')}${gone}${remark}${run('trois')}`);
    const xml = written(inner, (text) => text.replace('Un', 'One').replace('trois', 'three'));
    for (const one of ['<w:hyperlink r:id="rId9"><w:r><w:drawing><pic/></w:drawing></w:r></w:hyperlink>', gone, remark])
      expect(xml).toContain(one);
    expect(xml).toContain('three');
  });

  it('reads a field, a content control and an insertion as what stands around their text', () => {
    const control = `<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>${run('ici')}</w:sdtContent></w:sdt>`;
    const inner = paragraph(
      `${run('Voir ')}${field(' HYPERLINK "https://a.example" ', run('le site'))}${run(' et ')}${control}${run('.')}`,
    );
    expect(said(inner)).toEqual([['body', 'Voir <1>le site</1> et <2>ici</2>.', ['link', 'other']]]);
    const xml = written(inner, () => 'See <2>here</2> and <1>the site</1>.');
    expect(xml).toContain('<w:sdtContent><w:r><w:t xml:space="preserve">here</w:t></w:r></w:sdtContent></w:sdt>');
    expect(xml).toMatch(
      /separate"\/><\/w:r><w:r><w:t xml:space="preserve">the site<\/w:t><\/w:r><w:r><w:fldChar w:fldCharType="end"/,
    );
  });

  it('takes what stands out for a code, never the plain words beside it', () => {
    expect(said(paragraph(run('Un ') + run('très long gras', '<w:b/>'))).at(0)?.[1]).toBe('Un <1>très long gras</1>');
  });

  it('knows roles by the names of styles, by outline levels and by lists', () => {
    const styles = `<w:styles ${W}><w:style w:styleId="a3"><w:name w:val="Subtitle"/></w:style></w:styles>`;
    const level = (inner: string, properties: string) => `<w:p><w:pPr>${properties}</w:pPr>${run(inner)}</w:p>`;
    const inner =
      paragraph(run('Le chapeau'), 'a3') +
      level('Un titre', '<w:outlineLvl w:val="0"/>') +
      level('Un intertitre', '<w:outlineLvl w:val="1"/>') +
      level('Un point', '<w:numPr><w:numId w:val="4"/></w:numPr>') +
      level('Un alinéa', '<w:numPr><w:numId w:val="0"/></w:numPr>');
    const bytes = archive({ 'word/document.xml': utf8(document(inner)), 'word/styles.xml': utf8(styles) });
    expect(readDocument(bytes, {}).blocks.map(({ role }) => role)).toEqual([
      'standfirst',
      'title',
      'crosshead',
      'list',
      'body',
      'body',
    ]);
  });
});

describe('a DOCX that is none, or too much', () => {
  const failure = (file: Uint8Array) => {
    try {
      readDocument(file, { fileName: 'x.docx', format: 'docx' });
    } catch (thrown) {
      if (thrown instanceof UserError) return thrown.code;
      throw thrown;
    }
    return 'read';
  };

  it('is refused with its reason', () => {
    expect(failure(utf8('PK\u0003\u0004 nothing'))).toBe('damaged-file');
    expect(failure(bytes.slice(0, bytes.length / 2))).toBe('damaged-file');
    expect(failure(pack(new Map([['mimetype', utf8('x')]])))).toBe('unknown-format');
    expect(failure(archive({ 'word/vbaProject.bin': utf8('x') }))).toBe('refused-file');
    const outside = (type: string) =>
      archive({
        'word/_rels/settings.xml.rels': utf8(
          `<Relationships><Relationship Id="r1" Type="http://o.example/${type}" Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>`,
        ),
      });
    expect(failure(outside('attachedTemplate'))).toBe('refused-file');
    expect(failure(outside('hyperlink'))).toBe('read');
    expect(failure(archive({ 'word/document.xml': utf8(DOCUMENT.slice(0, -20)) }))).toBe('bad-xml');
    expect(
      failure(
        archive({ 'word/document.xml': utf8(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${DOCUMENT}`) }),
      ),
    ).not.toBe('read');
  });

  it('is refused where a paragraph is made of endless formats, or elements stand too deep', () => {
    const inside = (body: string) =>
      archive({ 'word/document.xml': utf8(`<w:document ${W}><w:body>${body}</w:body></w:document>`) });
    expect(failure(inside(paragraph((run('a', '<w:b/>') + run('b')).repeat(6000))))).toBe('too-many-codes');
    const cell = ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'] as const;
    expect(failure(inside(cell[0].repeat(3000) + paragraph(run('a')) + cell[1].repeat(3000)))).toBe('refused-xml');
    expect(failure(inside(paragraph(run('mot')).repeat(2000)))).toBe('read');
  }, 30_000);

  it('is refused before it is unpacked where its files say that they are huge', () => {
    const bomb = Uint8Array.from(bytes);
    const view = new DataView(bomb.buffer);
    for (let at = 0; at + 28 < bomb.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x1fffffff, true);
    }
    expect(failure(bomb)).toBe('refused-file');
  });
});
