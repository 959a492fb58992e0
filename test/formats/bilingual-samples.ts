// Arbitrary texts with codes on both sides, as the property tests of the bilingual formats want them.
import fc from 'fast-check';
import type { BilingualArticle, BilingualSegment } from '../../server/formats/bilingual.ts';
import type { Code } from '../../server/model.ts';
import { form } from '../../server/text/inline.ts';

/** All that a generator yields. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = [];
  for await (const item of items) out.push(item);
  return out;
}

const TYPES = ['bold', 'italic', 'underline', 'link', 'image', 'break', 'span', 'note', 'sup'];
const letters = fc.string({
  unit: fc.constantFrom(
    'a',
    'é',
    ' ',
    '<',
    '&',
    '>',
    '"',
    "'",
    '\n',
    '\r',
    '\t',
    '\u00a0',
    '🤖',
    '<1>',
    '</2>',
    '<3/>',
    ']]>',
  ),
  maxLength: 6,
});
const native = letters.map((text) => `<${text}`);

/** Both sides of a segment over one list of codes; the target may lack codes, cross pairs, and lack an end. */
export const bilingualPair: fc.Arbitrary<{ source: string; target: string; codes: Code[] }> = fc
  .record({
    kinds: fc.array(fc.record({ pair: fc.boolean(), type: fc.constantFrom(...TYPES), open: native, close: native }), {
      maxLength: 4,
    }),
    texts: fc.array(letters, { minLength: 9, maxLength: 9 }),
    shuffle: fc.array(fc.nat(8), { minLength: 8, maxLength: 8 }),
    dropped: fc.nat(5),
    copied: fc.boolean(),
  })
  .map(({ kinds, texts, shuffle, dropped, copied }) => {
    // Numbers from 11: no literal of the texts above is one of their forms.
    const codes = kinds.map(
      ({ pair, type, open, close }, i): Code => ({
        id: 11 + i,
        kind: pair ? 'pair' : 'single',
        type,
        native: { open, close: pair ? close : '' },
      }),
    );
    const nested = codes.flatMap((code) => (code.kind === 'pair' ? [] : [form('single', code.id)]));
    const opens = codes.flatMap((code) => (code.kind === 'pair' ? [form('open', code.id)] : []));
    const closes = codes.flatMap((code) => (code.kind === 'pair' ? [form('close', code.id)] : []));
    const marks = [...opens, ...nested, ...closes.toReversed()];
    const source = texts.map((text, i) => text + (marks[i] ?? '')).join('');
    const crossed = [...opens, ...nested, ...closes].filter((_, i) => i !== dropped);
    const target = texts.map((text, i) => text + (crossed[i] ?? '')).join(String(shuffle[0]));
    const again = copied && codes[0]?.kind === 'pair' ? `${form('open', 11)}again${form('close', 11)}` : '';
    return { source: `s${source}`, target: `t${target}${again}`, codes };
  });

/** All that a generator yields, piece by piece. */
export async function allOf<T>(pieces: AsyncIterable<readonly T[]>): Promise<T[]> {
  return (await all(pieces)).flat();
}

/** Who writes the files of the tests. */
export const HEAD = { tool: 'Bitexte', toolVersion: '0.1', at: '2026-09-01T08:00:00Z', by: 'Ada' };

/** A segment that nobody has worked on, with whatever a test wants otherwise. */
export function segment(id: number, more: Partial<BilingualSegment> = {}): BilingualSegment {
  return {
    id,
    source: `Phrase ${id}.`,
    target: '',
    codes: [],
    state: 'empty',
    gap: '',
    suggestion: null,
    reason: null,
    notes: [],
    ...more,
  };
}

const strong: Code = { id: 1, kind: 'pair', type: 'bold', native: { open: '<b title="a&amp;b">', close: '</b>' } };
const lineBreak: Code = { id: 2, kind: 'single', type: 'break', native: { open: '<br>', close: '' } };

/** An article that has every state, codes of each kind, notes, terms and a skeleton. */
export const everyState: BilingualArticle = {
  id: 3,
  title: 'La puce & « Dojo »',
  fileName: 'puce.html',
  format: 'html',
  from: 'fr',
  to: 'en-GB',
  skeleton: '<p>La <b>puce</b></p>\r\n',
  terms: [{ source: 'puce', targets: ['chip', 'die'], note: 'not "flea"' }],
  blocks: [
    {
      id: 1,
      role: 'title',
      tail: '',
      segments: [segment(11), segment(12, { state: 'draft', target: 'Begun', gap: ' ' })],
    },
    {
      id: 2,
      role: 'body',
      tail: ' ',
      segments: [
        segment(21, {
          source: 'La <1>puce</1><2/> chauffe.',
          target: 'The <1>chip</1><2/> runs hot.',
          codes: [strong, lineBreak],
          state: 'suggested',
          suggestion: { from: 'memory', score: 102, kind: 'context', name: 'main' },
        }),
        segment(22, {
          state: 'suggested',
          target: 'Machine.',
          gap: '\u00a0\n',
          suggestion: { from: 'machine', score: null, kind: null, name: 'deepl' },
        }),
        segment(23, {
          state: 'translated',
          target: 'Third.',
          notes: [
            { text: 'Sure?', by: 'Bo' },
            { text: 'Yes', by: null },
          ],
        }),
        segment(24, { state: 'approved', target: 'Fourth.', gap: ' ' }),
        segment(25, { state: 'rejected', target: 'Fith.', reason: 'a typo', gap: ' ' }),
        segment(26, { state: 'omitted', reason: 'of no interest abroad', gap: ' ' }),
      ],
    },
  ],
};
