// A name that nobody knows is one finding for the whole article.
import { describe, expect, it } from 'vitest';
import { unknownWords } from '../../server/checks/unknown-words.ts';

const KNOWN = new Set(['la', 'plateforme', 'ouvre', 'ferme', 'the', 'platform', 'opens', 'closes', 'marie']);
const knows = (word: string) => KNOWN.has(word.toLowerCase());
const pair = (source: string, target: string) => ({ source, target, from: 'fr', to: 'en' });

describe('words that no dictionary knows', () => {
  it('are asked about once, with all their places on both sides', () => {
    const article = [
      pair('La plateforme Diddojo ouvre.', 'The Diddojo platform opens.'),
      pair('La plateforme diddojo ferme.', 'The diddojo platform closes.'),
    ];
    expect(unknownWords(article, knows)).toEqual([
      {
        word: 'Diddojo',
        copied: true,
        places: [
          { pair: 0, side: 'source', start: 14, end: 21 },
          { pair: 0, side: 'target', start: 4, end: 11 },
          { pair: 1, side: 'source', start: 14, end: 21 },
          { pair: 1, side: 'target', start: 4, end: 11 },
        ],
      },
    ]);
  });

  it('tell where a target does not copy them; an empty target says nothing', () => {
    expect(unknownWords([pair('La plateforme Diddojo ouvre.', 'The Did Dojo platform opens.')], knows)).toMatchObject([
      { word: 'Diddojo', copied: false },
    ]);
    expect(unknownWords([pair('La plateforme Diddojo ouvre.', '')], knows)).toMatchObject([{ copied: true }]);
  });

  it('leave out known words, digits, sigles and elisions', () => {
    expect(unknownWords([pair('La Marie, l’IA, XKCD, GPT-4o ouvre.', '')], knows)).toEqual([]);
  });
});
