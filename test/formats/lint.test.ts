import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TmxUnit } from '../../server/formats/bilingual.ts';
import { decode } from '../../server/formats/decode.ts';
import { lint } from '../../server/formats/lint.ts';
import { writeTmx } from '../../server/formats/tmx-write.ts';
import { writeXliff } from '../../server/formats/xliff-write.ts';
import { writeXliff2 } from '../../server/formats/xliff2-write.ts';
import { all, everyState, HEAD } from './bilingual-samples.ts';

const rules = (text: string) => [...new Set(lint(text).map(({ rule }) => rule))];

/** An XLIFF 2.0 file of one unit; `⟦…⟧` in the tests stands for its content. */
const two = (unit: string, root = 'srcLang="fr" trgLang="en"', more = '') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" version="2.0" ${root}><file id="f"><unit id="u">${unit}</unit>${more}</file></xliff>`;
const seg = (source: string, target?: string, attributes = '') =>
  `<segment ${attributes}><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`;
const fixed = 'canCopy="no" canDelete="no"';

const sized = (source: string) =>
  two(seg(source)).replace('<xliff ', '<xliff xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" ');

const SECOND: [rule: string, text: string][] = [
  ['missing-attribute', two(seg('a')).replace('<unit id="u">', '<unit>')],
  ['unknown-attribute', two(seg('a', undefined, 'translate="no"'))],
  ['value', two(seg('a', 'b', 'state="done"'))],
  ['content', two('<segment><target>b</target></segment>')],
  ['content', two(`${seg('a')}<notes><note>n</note></notes>`)],
  ['sub-state', two(seg('a', 'b', 'subState="x:y"'))],
  ['sub-type', two(seg('<ph id="1" subType="xlf:b" type="ui"/>'))],
  ['skeleton', two(seg('a')).replace('<unit', '<skeleton/><unit')],
  ['code-point', two(seg('<cp hex="00a0"/>'))],
  ['duplicate-id', two(seg('<ph id="1"/><ph id="1"/>'))],
  ['duplicate-id', two(seg('a'), undefined, `<unit id="u">${seg('b')}</unit>`)],
  ['duplicate-id', two(`${seg('a', undefined, 'id="1"')}${seg('b', undefined, 'id="1"')}`)],
  ['target-language', two(seg('a', 'b'), 'srcLang="fr"')],
  ['language', two(seg('a').replace('<source>', '<source xml:lang="de">'))],
  ['white-space', two(seg('a', 'b').replace('<source>', '<source xml:space="preserve">'))],
  ['order', two(`${seg('a', 'b').replace('<target>', '<target order="2">')}${seg('c', 'd')}`)],
  ['pair', two(seg('<sc id="1"/>a'))],
  ['pair', two(seg('<ec startRef="1"/>a<sc id="1"/>'))],
  ['pair', two(seg('<sc id="1" canCopy="no"/>a<ec startRef="1"/>'))],
  ['isolated', two(seg('a<ec id="1"/>'))],
  ['copy', two(seg('<ph id="1"/>', '<ph id="2" copyOf="9"/>'))],
  ['reorder', two(seg('<ph id="1" canReorder="firstNo"/>'))],
  [
    'reorder',
    two(
      seg(
        ...([
          '<ph id="1" canReorder="firstNo" X/><ph id="2" canReorder="no" X/>',
          '<ph id="2" canReorder="no" X/><ph id="1" canReorder="firstNo" X/>',
        ].map((text) => text.replaceAll('X', fixed)) as [string, string]),
      ),
    ),
  ],
  ['deleted-code', two(seg(`<ph id="1" canDelete="no"/>a`, 'b'))],
  ['reference', two(seg('<ph id="1" dataRef="d"/>'))],
  ['reference', two(seg('<ph id="1" subFlows="elsewhere"/>'))],
  ['comment', two(seg('<mrk id="1" type="comment">a</mrk>'))],
  ['comment', two(seg('<mrk id="1" type="comment" ref="#n=1">a</mrk>'))],
  ...(
    [
      ['content', '<mda:metadata xmlns:mda="M"><mda:meta type="t">a</mda:meta></mda:metadata>', 'metadata'],
      [
        'missing-attribute',
        '<mda:metadata xmlns:mda="M"><mda:metaGroup><mda:meta>a</mda:meta></mda:metaGroup></mda:metadata>',
        'metadata',
      ],
      [
        'duplicate-id',
        '<gls:glossary xmlns:gls="M"><gls:glossEntry id="g"><gls:term>a</gls:term><gls:translation id="g">b</gls:translation></gls:glossEntry></gls:glossary>',
        'glossary',
      ],
      ['rule', '<val:validation xmlns:val="M"><val:rule isPresent="a" startsWith="b"/></val:validation>', 'validation'],
      [
        'rule',
        '<val:validation xmlns:val="M"><val:rule isNotPresent="a" existsInSource="yes"/></val:validation>',
        'validation',
      ],
      ['value', '<val:validation xmlns:val="M"><val:rule isPresent="a" occurs="0"/></val:validation>', 'validation'],
      [
        'reference',
        '<mtc:matches xmlns:mtc="M"><mtc:match ref="#u"><source>a</source></mtc:match></mtc:matches>',
        'matches',
      ],
      [
        'content',
        '<res:resourceData xmlns:res="M"><res:resourceItem id="r"><res:source href="x">a</res:source></res:resourceItem></res:resourceData>',
        'resourcedata',
      ],
      [
        'reference',
        '<ctr:changeTrack xmlns:ctr="M"><ctr:revisions appliesTo="note" ref="n9"><ctr:revision><ctr:item property="content">a</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack>',
        'changetracking',
      ],
    ] as const
  ).map(([rule, module, name]): [string, string] => [
    rule,
    two(`${module.replace('="M"', `="urn:oasis:names:tc:xliff:${name}:2.0"`)}${seg('a')}`),
  ]),
  ['size', sized('<pc id="1" slr:sizeRestriction="25,100.5">a</pc>')],
  ['size', sized('<sc id="1"/>a<ec startRef="1" slr:equivStorage="1"/>')],
  ['reference', sized('<pc id="1" slr:sizeInfoRef="nowhere">a</pc>')],
  ['fragment', two(seg('<mrk id="1" type="x:y" ref="#u=u/f=f">a</mrk>'))],
  ['format', two(seg('<pc id="1" fs:fs="blink2">a</pc>'))],
  ['well-formed', two(seg('a')).replace('</file>', '')],
];

const one = (units: string) =>
  `<xliff version="1.2"><file original="o" source-language="fr" datatype="x"><header><tool tool-id="t" tool-name="T"/></header><body>${units}</body></file></xliff>`;
const unit = (inside: string, attributes = 'id="1"') => `<trans-unit ${attributes}>${inside}</trans-unit>`;

const FIRST: [rule: string, text: string][] = [
  ['missing-attribute', one(unit('<source>a</source>', ''))],
  ['duplicate-id', one(unit('<source>a</source>') + unit('<source>b</source>'))],
  ['content', one(unit('<target>b</target>'))],
  ['value', one(unit('<source>a</source><target state="done">b</target>'))],
  ['state-without-target', one(unit('<source>a</source>', 'id="1" approved="yes"'))],
  ['state-without-target', one(unit('<source>a</source><target state="final"/>'))],
  ['reference', one(unit('<source>a</source><target phase-name="p">b</target>'))],
  [
    'reference',
    one(
      unit(
        '<source>a</source><seg-source><mrk mtype="seg" mid="1">a</mrk></seg-source><target><mrk mtype="seg" mid="2">b</mrk></target>',
      ),
    ),
  ],
  ['pair', one(unit('<source><bpt id="1">x</bpt>a</source>'))],
  ['pair', one(unit('<source>a<ex id="1"/></source>'))],
];

const memory = (units: string) =>
  `<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="fr" datatype="x"/><body>${units}</body></tmx>`;
const tu = (fr: string, attributes = 'xml:lang="fr"') =>
  `<tu><tuv ${attributes}><seg>${fr}</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu>`;

const TMX: [rule: string, text: string][] = [
  ['missing-attribute', memory(tu('a', 'lang="fr"'))],
  ['missing-attribute', memory(tu('a')).replace('o-tmf="x"', '')],
  ['value', memory(tu('a')).replace('version="1.4"', 'version="1.4b"')],
  ['date', memory(tu('a', 'xml:lang="fr" creationdate="2013-01-29"'))],
  ['content', memory(tu('a').replace('</tu>', '<note>late</note></tu>'))],
  ['one-language', memory('<tu><tuv xml:lang="fr"><seg>a</seg></tuv></tu>')],
  ['source-language', memory(tu('a', 'xml:lang="de"'))],
  ['duplicate-id', memory(tu('<bpt i="1"/>a<ept i="1"/><bpt i="1"/>b<ept i="1"/>'))],
  ['pair', memory(tu('<bpt i="1"/>a'))],
  ['pair', memory(tu('a<ept i="1"/>'))],
];

describe('lint', () => {
  it.each([...SECOND, ...FIRST, ...TMX])('reports %s alone where that is wrong', (rule, text) => {
    expect(rules(text)).toEqual([rule]);
  });

  it.each([
    ['XLIFF 2', two(seg('<sc id="1"/>a', '<sc id="1"/>b') + seg('c<ec startRef="1"/>', 'd<ec startRef="1"/>'))],
    [
      'a reference to a note',
      two(`<notes><note id="n">x</note></notes>${seg('<mrk id="1" type="comment" ref="#n=n">a</mrk>')}`),
    ],
    [
      'XLIFF 1.2',
      one(unit('<source><bpt id="1" rid="7">x</bpt>a<ept id="2" rid="7">y</ept></source><target>b</target>')),
    ],
    ['TMX', memory(tu('<bpt i="1"/>a<ept i="1"/>'))],
  ])('is silent about %s that is in order', (_, text) => {
    expect(lint(text)).toEqual([]);
  });

  it('refuses a unit of more than any has, however much the file holds in all', () => {
    const unit12 = (notes: number) => unit(`<source>a</source>${'<note>n</note>'.repeat(notes)}`);
    expect(lint(one(unit12(9000).replace('id="1"', 'id="9"') + unit12(9000)))).toEqual([]);
    expect(() => lint(one(unit12(11_000)))).toThrow(/Line 1: a unit holds more than 10000 elements/);
  });

  it('names elements that XLIFF 2 does not have', () => {
    expect(rules(two(seg('<g id="1">a</g>')))).toEqual(['content', 'unknown-element']);
  });

  it('names line and column', () => {
    expect(lint(two(`\n\n  ${seg('<ph id="1"/><ph id="1"/>')}`))).toMatchObject([{ line: 3, column: 33 }]);
  });

  it('is silent about what we write', async () => {
    expect(lint(writeXliff(everyState, { head: HEAD, fillEmpty: true }))).toEqual([]);
    expect(lint(writeXliff2(everyState, { head: HEAD, fillEmpty: true }))).toEqual([]);
    const unit = { id: '1', from: 'fr', to: 'en', source: 'a', target: 'b', codes: [], createdAt: HEAD.at };
    const nothing = {
      author: null,
      changedBy: null,
      changedAt: null,
      note: null,
      previous: null,
      next: null,
      group: null,
    };
    const units: TmxUnit[] = [{ ...unit, ...nothing, properties: {} }];
    expect(lint((await all(writeTmx(units, { head: HEAD, from: 'fr' }))).join(''))).toEqual([]);
  });

  it('refuses what is neither', () => {
    expect(() => lint('<html/>')).toThrow('neither TMX nor XLIFF');
  });
});

const corpus = process.env['BITEXTE_CORPUS'];
/** The folder `xliff-21/test-suite` of OASIS's repository oasis-tcs/xliff-xliff-22. */
const suite = join(corpus ?? '', 'oasis', 'test-suite');
/** A part of its invalid files, beside files of other tools. */
const part = join(corpus ?? '', 'formats', 'samples', 'invalid2');

const linted = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xlf'))
    .map((name) => ({ name, findings: lint(decode(readFileSync(join(folder, name)), name).text) }));

describe('the test suite of OASIS', () => {
  const whole = corpus !== undefined && existsSync(suite);
  const some = corpus !== undefined && existsSync(part);
  if (!whole) console.warn(`SKIPPED: the suite of XLIFF 2.1 is not at BITEXTE_CORPUS/oasis/test-suite (${suite}).`);
  if (!some) console.warn(`SKIPPED: no part of the suite is at BITEXTE_CORPUS/formats/samples/invalid2 (${part}).`);

  it.skipIf(!whole)(
    'has at least 95 invalid files that are reported, those of the modules too, and no valid one',
    () => {
      const reported = (folder: string) => linted(join(suite, folder)).filter(({ findings }) => findings.length > 0);
      expect(reported('core/invalid').length).toBeGreaterThanOrEqual(95);
      expect(reported('modules/invalid').length).toBeGreaterThanOrEqual(40);
      expect([...reported('core/valid'), ...reported('modules/valid')]).toEqual([]);
    },
  );

  it.skipIf(!some)('has invalid files of the core and of the modules: each of the part is reported', () => {
    const files = linted(part);
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter(({ findings }) => findings.length === 0).map(({ name }) => name)).toEqual([]);
  });
});
