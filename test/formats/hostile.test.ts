import { describe, expect, it } from 'vitest';
import { readUnits } from '../../server/flow/read-units.ts';
import { readTbx } from '../../server/formats/tbx.ts';
import { allOf } from './bilingual-samples.ts';

const HEADER = '<header srclang="en"/>';
const tmx = (seg: string, doctype = '', extra = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>${doctype}<tmx version="1.4">${HEADER}<body>${extra}<tu><tuv xml:lang="en"><seg>${seg}</seg></tuv><tuv xml:lang="fr"><seg>x</seg></tuv></tu></body></tmx>`;
const entity = (declaration: string) => `<!DOCTYPE tmx [<!ENTITY ${declaration}>]>`;
const bytes = (text: string) => new TextEncoder().encode(text);

async function* pieces(whole: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < whole.length; at += 65_536) yield whole.subarray(at, at + 65_536);
}

const read = (whole: Uint8Array, name = 'file.tmx') =>
  allOf(readUnits({ name, open: () => pieces(whole) }, { from: 'en', to: 'fr' }));

const REFUSED: [what: string, file: Uint8Array, why: RegExp][] = [
  ['an external entity', bytes(tmx('&x;', entity('x SYSTEM "file:///etc/hostname"'))), /outside the file/],
  ['a parameter entity', bytes(tmx('a', entity('% p SYSTEM "http://127.0.0.1:9/x"'))), /outside the file/],
  ['entities made of entities', bytes(tmx('&b;', entity('a "ha"><!ENTITY b "&a;&a;"'))), /made of other entities/],
  ['a very long entity', bytes(tmx('&b;', entity(`b "${'B'.repeat(2000)}"`))), /more entities than a text needs/],
  ['endless depth', bytes(tmx('<hi>'.repeat(200_000))), /levels deep/],
  [
    'endless attributes',
    bytes(tmx('a').replace('<seg', `<seg ${Array.from({ length: 9000 }, (_, i) => `a${i}="1"`).join(' ')}`)),
    /more than 256 attributes/,
  ],
  ['an endless attribute', bytes(tmx(`<ph x="${'9'.repeat(2_000_000)}"/>`)), /without a tag/],
  ['an endless text', bytes(tmx('mot '.repeat(600_000))), /without a tag/],
  [
    'endless variants',
    bytes(tmx('a', '', `<tu>${'<tuv xml:lang="en"><seg>a</seg></tuv>'.repeat(3000)}</tu>`)),
    /more than 1000 variants/,
  ],
  ['endless codes', bytes(tmx('<bpt i="1">b</bpt>'.repeat(30_000))), /more than 5000 inline codes/],
  ['a control character', bytes(tmx('a\u0001b')), /not well-formed.*character/],
  ['a reference to one', bytes(tmx('a&#1;b')), /not well-formed.*character/],
  ['a NUL', bytes(tmx('a\u0000b')), /not well-formed.*character/],
  ['a truncated file', bytes(tmx('hello').slice(0, -30)), /not well-formed.*unclosed/],
  ['tags that cross', bytes(tmx('<bpt i="1">a</ept>')), /not well-formed.*close tag/],
  ['bytes of another encoding', Uint8Array.from(tmx('caf\u00e9'), (sign) => sign.charCodeAt(0)), /not UTF-8/],
];

describe('a hostile file', () => {
  it.each(REFUSED)('is refused in words: %s', async (_, file, why) => {
    await expect(read(file)).rejects.toMatchObject({ name: 'UserError', message: expect.stringMatching(why) });
    await expect(read(file)).rejects.toMatchObject({ message: expect.stringMatching(/Line \d+|byte \d+|A text/) });
  });

  it('is refused in words: a unit of endless segments', async () => {
    const marks = Array.from({ length: 11_000 }, (_, i) => `<mrk mtype="seg" mid="${i}">a</mrk>`).join('');
    const unit = `<trans-unit id="1"><source>a</source><seg-source>${marks}</seg-source></trans-unit>`;
    const text = `<xliff version="1.2"><file source-language="en" target-language="fr"><body>${unit}</body></file></xliff>`;
    await expect(read(bytes(text), 'a.xlf')).rejects.toThrow(/Line 1: a unit holds more than 10000 elements/);
  });

  it.each([
    ['another document', `<tmx version="1.4"><body>${'<tu/>'.repeat(300_000)}`, /is no TBX/],
    [
      'a concept of endless terms',
      `<tbx><text><body><termEntry>${'<langSet xml:lang="en"/>'.repeat(11_000)}`,
      /more than 10000 elements/,
    ],
    ['an external entity', `${entity('x SYSTEM "file:///etc/hostname"')}<tbx>&x;</tbx>`, /outside the file/],
    ['endless depth', `<tbx>${'<termEntry>'.repeat(200_000)}`, /levels deep/],
  ])('is refused in words where terms are wanted: %s', (_, text, why) => {
    expect(() => readTbx(text)).toThrow(why);
  });

  it('never has its document type opened', async () => {
    const text = tmx(
      'a',
      '<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd" [<!ATTLIST tuv creationid CDATA "evil">]>',
    );
    expect(await read(bytes(text))).toMatchObject([{ kind: 'unit', unit: { source: 'a', author: null } }]);
  });

  it.each([
    ['windows-1252', Uint8Array.from([...bytes(tmx('d').replace('UTF-8', 'windows-1252'))].map((byte) => byte))],
    ['UTF-16 without a mark', Uint8Array.from(Buffer.from(tmx('d').replace('UTF-8', 'UTF-16'), 'utf16le'))],
  ])('is none that says its encoding: %s', async (_, file) => {
    expect(await read(file)).toMatchObject([{ unit: { source: 'd' } }]);
  });

  it('keeps names that JavaScript knows for itself', async () => {
    const text = tmx('a').replace('<tu>', '<tu tuid="__proto__"><prop type="__proto__">p</prop>');
    const [first] = await read(bytes(text));
    expect(first?.kind === 'unit' && Object.entries(first.unit.properties)).toEqual([['__proto__', 'p']]);
  });

  it('may leave namespaces out, or bind none of its prefixes', async () => {
    const text =
      '<x:xliff version="1.2"><x:file original="../../etc/x" source-language="en" target-language="fr" datatype="x"><x:body><x:trans-unit id="1" mq:k="v"><x:source>a</x:source><x:target>b</x:target></x:trans-unit></x:body></x:file></x:xliff>';
    expect(await read(bytes(text), 'a.xlf')).toMatchObject([{ unit: { source: 'a', target: 'b' } }]);
  });
});
