// Files that want to exhaust whoever reads them, one of each kind.
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';

const MEGABYTE = 1024 * 1024;

/** Files by name; the ending says what they claim to be. */
export function* hostileFiles(): Generator<{ name: string; bytes: Uint8Array }> {
  for (const [name, make] of Object.entries(FILES)) {
    const made = make();
    yield { name, bytes: typeof made === 'string' ? Buffer.from(made) : made };
  }
}

const page = (body: string) => `<!doctype html><html lang="en"><title>T</title><body>${body}</body></html>`;
const xliff = (unit: string) =>
  `<xliff version="1.2"><file original="a" source-language="en" target-language="fr" datatype="x"><body>${unit}</body></file></xliff>`;
const xliff2 = (unit: string) => `<xliff version="2.0" srcLang="en" trgLang="fr"><file id="f">${unit}</file></xliff>`;
const tbx = (text: string) => `<martif type="TBX" xml:lang="en"><text><body>${text}</body></text></martif>`;
const numbered = (most: number, one: (i: number) => string) => Array.from({ length: most }, (_, i) => one(i)).join('');

const FILES: Record<string, () => string | Uint8Array> = {
  'entities_15mb.html': () => page(`<p>${'&eacute;'.repeat((15 * MEGABYTE) / 8)}</p>`),
  'deep.html': () => page('<div>'.repeat(200_000)),
  'formatting.html': () => page(`${'<b><i><a href="#">'.repeat(30_000)}x`),
  'tables.html': () => page('<table><tr><td>'.repeat(50_000)),
  'attributes.html': () => page(`<p ${numbered(300_000, (i) => `a${i}=1 `)}>x</p>`),
  'blocks_5mb.html': () => page('<p>a'.repeat((5 * MEGABYTE) / 4)),
  'huge_30mb.html': () => page(`<p>${'word '.repeat(6 * MEGABYTE)}`),
  'brackets.md': () => '['.repeat(MEGABYTE),
  'quotes.md': () => '> '.repeat(MEGABYTE),
  'stars.md': () => '**a *b '.repeat(MEGABYTE / 4),
  'backticks.md': () => numbered(3000, (i) => `${'`'.repeat(i)} `),
  'lists.md': () => numbered(3000, (i) => `${' '.repeat(i)}- a\n`),
  'one_line_20mb.txt': () => 'word '.repeat(4 * MEGABYTE),
  'control.txt': () => '\u0001'.repeat(MEGABYTE),
  'nul.txt': () => new Uint8Array(MEGABYTE),
  'units_5mb.xlf': () => xliff(numbered(60_000, (i) => `<trans-unit id="${i}"><source>a</source></trans-unit>`)),
  'marks.xlf': () =>
    xliff(
      `<trans-unit id="1"><source>a</source><seg-source>${numbered(100_000, (i) => `<mrk mtype="seg" mid="${i}">a</mrk>`)}</seg-source></trans-unit>`,
    ),
  'codes.xlf': () =>
    xliff2(`<unit id="u"><segment><source>${numbered(200_000, (i) => `<ph id="${i}"/>`)}</source></segment></unit>`),
  'segments.xlf': () => xliff2(`<unit id="u">${'<segment><source>a</source></segment>'.repeat(150_000)}</unit>`),
  'notes.xlf': () =>
    xliff2(
      `<unit id="u"><notes>${'<note>a</note>'.repeat(400_000)}</notes><segment><source>a</source></segment></unit>`,
    ),
  'comment_18mb.xlf': () =>
    xliff(`<!--${'-a'.repeat(9 * MEGABYTE)}--><trans-unit id="1"><source>a</source></trans-unit>`),
  'deep.tbx': () => tbx('<termEntry>'.repeat(200_000)),
  'entries.tbx': () =>
    tbx(`<termEntry>${'<langSet xml:lang="en"><tig><term>a</term></tig></langSet>'.repeat(150_000)}</termEntry>`),
  'entity.tbx': () => `<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/hostname">]>${tbx('&x;')}`,
  'cells.csv': () => `en,fr\n${'a,'.repeat(2 * MEGABYTE)}`,
  'open_quote.csv': () => `en,fr\n"${'a\n'.repeat(8 * MEGABYTE)}`,
  'one_line.tsv': () => `en\tfr\n${'word '.repeat(4 * MEGABYTE)}`,
  'bomb.txt.gz': () => gzipSync(new Uint8Array(200 * MEGABYTE).fill(97)),
  'bomb.docx': () => zipSync({ 'word/document.xml': new Uint8Array(400 * MEGABYTE).fill(97) }),
  'deep.docx': () => zipSync({ 'word/document.xml': Buffer.from('<w:p>'.repeat(200_000)) }),
  'entity.docx': () =>
    zipSync({ 'word/document.xml': Buffer.from('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>') }),
  'bomb.odt': () =>
    zipSync({
      mimetype: Buffer.from('application/vnd.oasis.opendocument.text'),
      'content.xml': new Uint8Array(400 * MEGABYTE).fill(97),
    }),
};
