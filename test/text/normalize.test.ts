import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../server/model.ts';
import { foldForSearch, foldWithOffsets, matchKey } from '../../server/text/normalize.ts';

const bold = (id: number): Code => ({ id, kind: 'pair', type: 'bold', native: { open: '<b>', close: '</b>' } });

describe('matchKey', () => {
  it.each([
    ["l'IA", 'l’IA'],
    ['« IA »', '«\u00a0IA\u00a0»'],
    ['“IA”', '«\u00a0IA\u00a0»'],
    ['"IA"', '“IA”'],
    ['Quoi ?', 'Quoi\u202f?'],
    ['Quoi ?', 'Quoi?'],
    ['3 000 euros', '3\u202f000 euros'],
    ['20 %', '20\u00a0%'],
    ['  deux   mots\t', 'deux mots'],
    ['Attends…', 'Attends...'],
    ['Paris – Lyon', 'Paris\u2014Lyon'],
    ['e\u0301t\u00e9', '\u00e9t\u00e9'],
    ['inter\u00adnet', 'internet'],
  ])('is the same for %j and %j', (one, other) => {
    expect(matchKey(one)).toBe(matchKey(other));
  });
  it.each([
    ['IA', 'ia'],
    ['cote', 'côte'],
    ['la porte', 'laporte'],
    ['porte-clés', 'porte clés'],
    ['Oui.', 'Oui'],
    ['3,5', '3.5'],
  ])('differs for %j and %j', (one, other) => {
    expect(matchKey(one)).not.toBe(matchKey(other));
  });
  it('counts codes from one, and tells a coded text from a plain one', () => {
    expect(matchKey('Un <7>mot</7>', [bold(7)])).toBe(matchKey('Un <2>mot</2>', [bold(2)]));
    expect(matchKey('Un <7>mot</7>', [bold(7)])).not.toBe(matchKey('Un mot'));
  });
  it('is its own key, for arbitrary Unicode', () => {
    const parts = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(' ', '«', '»', '1', '000', '–', '--', '\u00a0', "'", '\u00ad'),
      ),
    );
    fc.assert(
      fc.property(parts, (list) => {
        const key = matchKey(list.join(''));
        expect(matchKey(key)).toBe(key);
      }),
    );
  });
});

describe('foldForSearch', () => {
  it('folds case, accents, ligatures and apostrophes', () => {
    expect(foldForSearch('L’Œuvre d’ÉLYSÉE')).toBe("l'oeuvre d'elysee");
  });
  it('tells where each folded character came from', () => {
    const text = 'Œ\u00e9e\u0301x';
    const { text: folded, offsets } = foldWithOffsets(text);
    expect(folded).toBe('oeeex');
    expect(offsets).toEqual([0, 0, 1, 2, 4, 5]);
  });
  it('gives the same text with and without offsets, one offset a unit and one more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: folded, offsets } = foldWithOffsets(text);
        expect(folded).toBe(foldForSearch(text));
        expect(offsets.length).toBe(folded.length + 1);
      }),
    );
  });
});
