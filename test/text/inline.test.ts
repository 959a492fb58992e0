import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../server/model.ts';
import { codeFaults } from '../../server/text/code-faults.ts';
import { canonical, cutBlock, joinCuts, pieces, plain } from '../../server/text/inline.ts';

const pair = (id: number, type = 'bold'): Code => ({ id, kind: 'pair', type, native: { open: '<b>', close: '</b>' } });
const single = (id: number): Code => ({ id, kind: 'single', type: 'break', native: { open: '<br>', close: '' } });

describe('pieces', () => {
  it('takes a form that no code has for text', () => {
    expect(pieces('a <2>b</2>', [pair(1)]).map((piece) => piece.kind)).toEqual(['text']);
  });
  it('takes a single form of a pair for text', () => {
    expect(pieces('<1/>', [pair(1)]).map((piece) => piece.kind)).toEqual(['text']);
  });
});

describe('cutBlock', () => {
  it('closes a pair at the cut and reopens it under a new number', () => {
    const { cuts } = cutBlock('<1>Un. Deux</1> trois.', [pair(1)], [4]);
    expect(cuts.map((cut) => cut.text)).toEqual(['<1>Un.</1>', '<2>Deux</2> trois.']);
    expect(cuts[1]?.codes[0]).toMatchObject({ id: 2, continues: 1 });
  });
  it('leaves a closing code with the sentence before it', () => {
    const { cuts } = cutBlock('<1>Un. </1>Deux.', [pair(1)], [4]);
    expect(cuts.map((cut) => cut.text)).toEqual(['<1>Un. </1>', 'Deux.']);
  });
  it('keeps the space at its edges', () => {
    expect(cutBlock(' Un.  Deux. ', [], [6])).toEqual({
      cuts: [
        { text: 'Un.', codes: [], gap: ' ' },
        { text: 'Deux.', codes: [], gap: '  ' },
      ],
      tail: ' ',
    });
  });
  it('gives every block back when its cuts are joined', () => {
    const texts = fc.array(
      fc.oneof(fc.constantFrom('Un.', ' ', '<1>', '\u00a0', 'x'), fc.string({ unit: 'grapheme' })),
    );
    const tree = fc.letrec<{ node: Node; block: Node[] }>((tie) => ({
      block: fc.array(tie('node'), { maxLength: 4 }),
      node: fc.oneof(
        { maxDepth: 3 },
        texts.map((parts): Node => ({ text: parts.join('') })),
        fc.constant<Node>({ single: true }),
        tie('block').map((inside): Node => ({ inside })),
      ),
    })).block;
    fc.assert(
      fc.property(tree, fc.array(fc.nat(60)), (nodes, wanted) => {
        const codes: Code[] = [];
        const text = write(nodes, codes);
        const flat = plain(text, codes).text;
        const breaks = [...new Set(wanted.filter((at) => at > 0 && at < flat.length))].sort((a, b) => a - b);
        const { cuts, tail } = cutBlock(text, codes, breaks);
        expect(joinCuts(cuts, tail)).toBe(text);
        for (const cut of cuts) expect(codeFaults(cut.text, cut.text, cut.codes)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

type Node = { text: string } | { single: true } | { inside: Node[] };

function write(nodes: Node[], codes: Code[]): string {
  return nodes
    .map((node) => {
      if ('text' in node) return node.text.replace(/<(?=\/?\d)/g, '‹');
      const id = codes.length + 1;
      codes.push('single' in node ? single(id) : pair(id));
      return 'single' in node ? `<${id}/>` : `<${id}>${write(node.inside, codes)}</${id}>`;
    })
    .join('');
}

describe('canonical', () => {
  it('numbers codes by appearance and skips what the text says literally', () => {
    const out = canonical('Le <1> de <7>gras</7>', 'The <1> of <7>bold</7>', [pair(7)]);
    expect(out.source).toBe('Le <1> de <2>gras</2>');
    expect(out.target).toBe('The <1> of <2>bold</2>');
  });
});

describe('codeFaults', () => {
  it('names lost, doubled, crossed and unclosed codes', () => {
    const codes = [pair(1), pair(2)];
    const faults = (target: string) => codeFaults('<1>a</1> <2>b</2>', target, codes).map((one) => one.fault);
    expect(faults('<2>b</2> <1>a</1>')).toEqual([]);
    expect(faults('<1>a</1>')).toEqual(['lost']);
    expect(faults('<1>a</1><1>a</1><2>b</2>')).toEqual(['doubled']);
    expect(faults('<1>a<2></1>b</2>')).toEqual(['crossed']);
    expect(faults('<1>a <2>b</2>')).toEqual(['unclosed']);
  });
});
