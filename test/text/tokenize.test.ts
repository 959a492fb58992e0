import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../server/model.ts';
import { tokenize, words } from '../../server/text/tokenize.ts';

const link: Code = { id: 1, kind: 'pair', type: 'link', native: { open: '<a>', close: '</a>' } };
const kinds = (text: string, codes: Code[] = []) =>
  tokenize(text, codes)
    .filter((token) => token.kind !== 'space')
    .map((token) => `${token.text}:${token.kind}`);

describe('tokenize', () => {
  it('sets an elision apart with its apostrophe, and keeps words that hold one', () => {
    expect(words("L’industrie, qu'il dit, jusqu’à aujourd’hui")).toEqual([
      'L’',
      'industrie',
      "qu'",
      'il',
      'dit',
      'jusqu’',
      'à',
      'aujourd’hui',
    ]);
    expect(words('they don’t know O’Brien')).toEqual(['they', 'don’t', 'know', 'O’Brien']);
  });
  it('sets a possessive and an inverted pronoun apart', () => {
    expect(words('Tesla’s, dit-elle, y a-t-il')).toEqual(['Tesla', '’s', 'dit', '-elle', 'y', 'a', '-t-il']);
  });
  it('keeps hyphenated words and names with digits whole', () => {
    expect(words('un rendez-vous state-of-the-art, GPT-4, CVE-2024-1234, 5G, 1er, 20h30')).toEqual([
      'un',
      'rendez-vous',
      'state-of-the-art',
      'GPT-4',
      'CVE-2024-1234',
      '5G',
      '1er',
      '20h30',
    ]);
  });
  it('takes a number with its separators as one token', () => {
    expect(kinds('3\u202f000 3,000.50 3,5 1 200 000')).toEqual([
      '3\u202f000:number',
      '3,000.50:number',
      '3,5:number',
      '1 200 000:number',
    ]);
  });
  it('leaves the point that ends a sentence out of a number', () => {
    expect(kinds('En 2024.')).toEqual(['En:word', '2024:number', '.:punctuation']);
  });
  it('knows addresses and handles, without the punctuation behind them', () => {
    expect(kinds('https://a.example/c?d=e, jean.paul@example.org. @bob #tag')).toEqual([
      'https://a.example/c?d=e:address',
      ',:punctuation',
      'jean.paul@example.org:address',
      '.:punctuation',
      '@bob:handle',
      '#tag:handle',
    ]);
  });
  it('keeps initials, C++, C# and R&D whole', () => {
    expect(words('U.S. É.-U. C++ C# R&D node.js')).toEqual(['U.S.', 'É.-U.', 'C++', 'C#', 'R&D', 'node.js']);
  });
  it('gives each code of the string as a token, and a form without a code as text', () => {
    expect(kinds('<1>Dojo</1> <2>', [link])).toEqual([
      '<1>:code',
      'Dojo:word',
      '</1>:code',
      '<:punctuation',
      '2:number',
      '>:punctuation',
    ]);
  });
  it('takes each sign of a script without spaces as a word', () => {
    expect(words('日本語')).toEqual(['日', '本', '語']);
  });
  it('joins back to the text, with touching offsets, for arbitrary Unicode', () => {
    const parts = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('l’', ' 000', 'a.', '-t-il', '@', '\u00a0', "'s", 'www.', '.fr/', '<1>', '\ud800'),
      ),
    );
    fc.assert(
      fc.property(parts, (list) => {
        const text = list.join('');
        let at = 0;
        for (const token of tokenize(text, [link])) {
          expect(token.start).toBe(at);
          expect(token.text).toBe(text.slice(token.start, token.end));
          expect(token.end).toBeGreaterThan(token.start);
          at = token.end;
        }
        expect(at).toBe(text.length);
      }),
    );
  });
});
