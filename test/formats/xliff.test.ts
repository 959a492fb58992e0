import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BilingualArticle, BilingualSegment } from '../../server/formats/bilingual.ts';
import { readXliff, readXliffUnits } from '../../server/formats/xliff-read.ts';
import type { XliffSegment } from '../../server/formats/xliff-units.ts';
import { writeXliff } from '../../server/formats/xliff-write.ts';
import { writeXliff2 } from '../../server/formats/xliff2-write.ts';
import type { State } from '../../server/model.ts';
import { allOf, bilingualPair, everyState, HEAD, segment } from './bilingual-samples.ts';

const WRITERS: [string, (article: BilingualArticle, fillEmpty?: boolean) => string][] = [
  ['1.2', (article, fillEmpty = false) => writeXliff(article, { head: HEAD, fillEmpty })],
  ['2.0', (article, fillEmpty = false) => writeXliff2(article, { head: HEAD, fillEmpty })],
  ['2.1', (article, fillEmpty = false) => writeXliff2(article, { head: HEAD, fillEmpty, version: '2.1' })],
];

/** What the round trip must keep of a segment. */
function essence(one: BilingualSegment | XliffSegment): object {
  const { source, target, state, notes, reason } = one;
  const codes = one.codes.toSorted((a, b) => a.id - b.id);
  const suggestion = 'matches' in one ? suggested(one) : one.suggestion;
  const id = Number(String(one.id).replace(/^s/, ''));
  if ('matches' in one && suggestion && state === 'empty')
    return { id, source, target: one.matches[0]?.target, codes, state: 'suggested', notes, reason, suggestion };
  return { id, source, target, codes, state, notes, reason, suggestion };
}

function suggested({ matches: [match] }: XliffSegment): object | null {
  if (!match) return null;
  const { from, score, kind, name } = match;
  return { from, score, kind, name };
}

const read = (text: string) => readXliff(text).flatMap((unit) => unit.segments);
const segmentsOf = (article: BilingualArticle) => article.blocks.flatMap((block) => block.segments);
const of = (...segments: BilingualSegment[]): BilingualArticle => ({
  ...everyState,
  blocks: [{ id: 1, role: 'body', segments, tail: '' }],
});

describe.each(WRITERS)('XLIFF %s', (_, write) => {
  it('comes back as it was written: texts, codes, states, suggestions, notes, reasons', () => {
    expect(read(write(everyState)).map(essence)).toEqual(segmentsOf(everyState).map(essence));
  });

  it('comes back as it was written when empty targets hold the source', () => {
    expect(read(write(everyState, true)).map(essence)).toEqual(segmentsOf(everyState).map(essence));
  });

  it('comes back as it was written, whatever the texts and codes', () => {
    const worked = fc.constantFrom<State>('suggested', 'draft', 'translated', 'approved', 'rejected', 'omitted');
    const notes = fc.array(fc.record({ text: fc.string({ minLength: 1 }), by: fc.option(fc.string()) }), {
      maxLength: 2,
    });
    fc.assert(
      fc.property(bilingualPair, worked, notes, (pair, state, said) => {
        const suggestion = { from: 'memory' as const, score: 87.5, kind: 'fuzzy' as const, name: 'a & b' };
        const reason = state === 'rejected' || state === 'omitted' ? 'le « sens »' : null;
        const source = pair.source.trim();
        const more = { ...pair, source, notes: said.filter(({ text }) => text.trim() === text), state, reason };
        const one = segment(5, { ...more, suggestion: state === 'suggested' ? suggestion : null });
        expect(read(write(of(one))).map(essence)).toEqual([essence(one)]);
      }),
    );
  });

  it('keeps what the memory may learn, and says of the rest why not', async () => {
    const items = await allOf(readXliffUnits([write(everyState)]));
    expect(items.flatMap((item) => (item.kind === 'unit' ? [`${item.unit.from} ${item.unit.target}`] : []))).toEqual([
      'fr Third.',
      'fr Fourth.',
    ]);
    expect(items.filter((item) => item.kind === 'refused')).toHaveLength(6);
  });
});

describe('a memory learns from XLIFF', () => {
  const file = (units: string, languages = 'source-language="en" target-language="fr"') =>
    `<xliff version="1.2" xmlns:m="http://www.memsource.com/mxlf/2.0" xmlns:mq="MQXliff"><file original="a" ${languages} datatype="x"><body>${units}</body></file></xliff>`;
  const learnt = async (text: string) =>
    (await allOf(readXliffUnits([text]))).map((item) => (item.kind === 'unit' ? item.unit.target : item.why));
  const unit = (target: string, attributes = '') =>
    `<trans-unit id="1"${attributes}><source>One.</source>${target}</trans-unit>`;

  it.each([
    [
      'a machine’s text that nobody has read',
      unit('<target state="needs-review-translation" state-qualifier="leveraged-mt">Un.</target>'),
      'its translation is draft',
    ],
    ['one without any state', unit('<target state-qualifier="mt-suggestion">Un.</target>'), 'its translation is draft'],
    [
      'one that a translator has taken',
      unit('<target state="translated" state-qualifier="leveraged-mt">Un.</target>'),
      'Un.',
    ],
    ['what Phrase calls confirmed', unit('<target>Un.</target>', ' m:confirmed="1"'), 'Un.'],
    [
      'what Phrase does not',
      unit('<target>Un.</target>', ' m:confirmed="0" m:trans-origin="mt"'),
      'its translation is draft',
    ],
    [
      'what memoQ has from a machine',
      unit('<target>Un.</target>', ' mq:status="MachineTranslated"'),
      'its translation is draft',
    ],
  ])('what a person has confirmed: %s', async (_, units, expected) => {
    expect(await learnt(file(units))).toEqual([expected]);
  });

  it('no text in what is no language', async () => {
    expect(await learnt(file(unit('<target>Un.</target>'), 'source-language="en" target-language="f r"'))).toEqual([
      '"f r" is no language',
    ]);
  });

  it('neither blank notes nor what XML cannot hold', async () => {
    const text = `<xliff version="2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="u"><notes><note> </note><note> Short. </note></notes><segment state="final"><source>One<cp hex="0003"/></source><target>Un<cp hex="0003"/></target></segment></unit></file></xliff>`;
    expect(await allOf(readXliffUnits([text]))).toMatchObject([
      { unit: { source: 'One\ufffd', target: 'Un\ufffd', note: 'Short.' } },
    ]);
  });
});
