// Arbitrary texts with codes on both sides, as the property tests of the bilingual formats want them.
import fc from 'fast-check';
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
