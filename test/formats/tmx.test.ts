import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Read, TmxUnit } from '../../server/formats/bilingual.ts';
import { readTmx } from '../../server/formats/tmx-read.ts';
import { writeTmx } from '../../server/formats/tmx-write.ts';
import { canonical } from '../../server/text/inline.ts';
import { all, allOf, bilingualPair } from './bilingual-samples.ts';

async function read(...chunks: string[]): Promise<Read<TmxUnit>[]> {
  return allOf(readTmx(chunks));
}

async function units(text: string): Promise<TmxUnit[]> {
  return (await read(text)).flatMap((item) => (item.kind === 'unit' ? [item.unit] : []));
}

async function refusals(text: string): Promise<string[]> {
  return (await read(text)).flatMap((item) => (item.kind === 'refused' ? [`${item.at}: ${item.why}`] : []));
}

const HEAD = { tool: 'Bitexte', toolVersion: '0', at: '2026-09-01T08:00:00.123Z', by: 'Ada' };

async function written(list: readonly TmxUnit[], level: 1 | 2 = 2): Promise<string> {
  return (await all(writeTmx(list, { head: HEAD, from: '*all*', level }))).join('');
}

const tmx = (body: string, header = 'srclang="fr"') =>
  `<?xml version="1.0"?><tmx version="1.4"><header ${header}/><body>${body}</body></tmx>`;
const tuv = (language: string, seg: string) => `<tuv xml:lang="${language}"><seg>${seg}</seg></tuv>`;

const unit: TmxUnit = {
  id: '7',
  from: 'fr',
  to: 'en-GB',
  source: 'La <1>puce</1>.',
  target: 'The <1>chip</1>.',
  codes: [{ id: 1, kind: 'pair', type: 'bold', native: { open: '<b class="x">', close: '</b>' } }],
  author: 'Ada',
  createdAt: '2026-09-01T08:00:00Z',
  changedBy: 'Bo',
  changedAt: '2026-09-02T08:00:00Z',
  note: 'seen in print',
  previous: '',
  next: 'Elle chauffe.',
  properties: { 'x-project': 'dojo', usagecount: '3' },
  group: null,
};

describe('TMX', () => {
  it('comes back as it was written: texts, codes, people, dates, context, properties', async () => {
    const plainOne = { ...unit, id: null, previous: null, next: null, note: null, author: null, createdAt: null };
    const list = [unit, { ...plainOne, codes: [], source: 'a < b & <1> "c"\r\n\td', target: 'x' }];
    expect(await units(await written(list))).toEqual(list);
  });

  it('comes back as it was written, whatever the texts and codes', async () => {
    await fc.assert(
      fc.asyncProperty(bilingualPair, async (pair) => {
        const whole = { ...unit, ...canonical(pair.source, pair.target, pair.codes) };
        expect(await units(await written([whole]))).toEqual([whole]);
      }),
    );
  });

  it('writes native code into bpt and ept, i once a segment, x alike in both languages', async () => {
    const text = await written([unit]);
    expect(text).toContain(
      '<seg>La <bpt i="1" x="1" type="bold">&lt;b class="x"&gt;</bpt>puce<ept i="1">&lt;/b&gt;</ept>.</seg>',
    );
    expect(await written([unit], 1)).toContain('<seg>La puce.</seg>');
  });

  it('reads the language attribute and the dates that older tools write', async () => {
    const [read] = await units(
      tmx(
        '<tu><tuv lang="FR-CA" creationdate="Tue Jan 29 12:49:40 2013"><seg>Un</seg></tuv><tuv lang="EN_us" creationdate="20130129T124940Z"><seg> One</seg></tuv></tu>',
        'srclang="FR"',
      ),
    );
    expect(read).toMatchObject({ from: 'FR-CA', to: 'EN-us', target: ' One', createdAt: '2013-01-29T12:49:40Z' });
  });

  it('makes pairs of a unit of many languages, French with English among them, and writes them as one unit again', async () => {
    const text = tmx(
      `<tu tuid="a">${['de', 'fr', 'en'].map((tag) => tuv(tag, `in ${tag}`)).join('')}</tu>`,
      'srclang="de"',
    );
    const pairs = await units(text);
    expect(pairs.map(({ from, to, group }) => `${from} ${to} ${group}`)).toEqual(['de fr a', 'de en a', 'fr en a']);
    expect((await written(pairs)).match(/<tu /g)).toHaveLength(2);
  });

  it('keeps several texts of one language, and texts of a unit that names no fixed source', async () => {
    const text = tmx(`<tu>${tuv('fr', 'oui')}${tuv('en', 'yes')}${tuv('en', 'yep')}</tu>`, 'srclang="*all*"');
    expect((await units(text)).map(({ target }) => target)).toEqual(['yes', 'yep']);
  });

  it('reads CDATA, references, entities of its own, sub, hi, it and ut into one string', async () => {
    const text = `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd" [<!ENTITY co "Dojo &#38; fils">]><tmx version="1.4"><header srclang="fr"/><body><tu>${tuv('fr', '&co;<![CDATA[ <1> ]]><hi type="bold">gras</hi><ph x="2">[img <sub>légende</sub>]</ph><it pos="begin" x="3">(</it><ut>{u}</ut>')}${tuv('en', '<ph x="2">[img]</ph>')}</tu></body></tmx>`;
    const [read] = await units(text);
    expect(read?.source).toBe('Dojo & fils <1> <2>gras</2><3/><4/><5/>');
    expect(read?.target).toBe('<3/>');
    expect(read?.codes.map(({ type, native }) => `${type} ${native.open}`)).toEqual([
      'bold ',
      'other [img légende]',
      'other (',
      'other {u}',
    ]);
  });

  it('says where a unit stands that cannot be used, and why', async () => {
    const text = tmx(`<tu tuid="n">${tuv('fr', 'seul')}</tu>\n<tu>${tuv('fr', 'un')}${tuv('en', ' ')}</tu>`);
    expect(await refusals(text)).toEqual([
      'line 1, unit 1 (n): it has nothing but fr to say',
      'line 2, unit 2: its text in en is empty',
      'line 2, unit 2: it has nothing but fr to say',
    ]);
  });

  it('does not care where the pieces of the text are cut', async () => {
    const text = tmx(`<tu>${tuv('fr', 'Un\u00a0mot 🤖 <ph>&lt;br/&gt;</ph>')}${tuv('en', 'A word')}</tu>`);
    const whole = await read(text);
    for (let at = 1; at < text.length; at += 3) expect(await read(text.slice(0, at), text.slice(at))).toEqual(whole);
  });
});
