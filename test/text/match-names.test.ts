import { describe, expect, it } from 'vitest';
import { ENDINGS } from '../../server/formats/sniff.ts';
import { matchNames } from '../../server/text/match-names.ts';

const matched = (names: string[], from = 'fr', to = 'en') => {
  const { pairs, unmatched } = matchNames(names, from, to);
  return [...pairs.map(({ source, target }) => `${source} + ${target}`), ...unmatched.map((name) => `${name}?`)];
};

describe('names are matched', () => {
  it.each<[string, string[], string[]]>([
    ['by a part before the ending', ['puce.fr.txt', 'puce.en.txt'], ['puce.fr.txt + puce.en.txt']],
    ['whatever their order and endings', ['b_en.html', 'b_fr.docx'], ['b_fr.docx + b_en.html']],
    ['by an ending that is the language', ['puce.en', 'puce.fr'], ['puce.fr + puce.en']],
    ['by folders', ['fr/2026/a.md', 'en/2026/a.md', 'en/2026/b.md'], ['fr/2026/a.md + en/2026/a.md', 'en/2026/b.md?']],
    ['by addresses', ['https://x.org/en/a', 'https://x.org/fr/a'], ['https://x.org/fr/a + https://x.org/en/a']],
    ['by hosts', ['https://fr.x.org/a', 'https://en.x.org/a'], ['https://fr.x.org/a + https://en.x.org/a']],
    ['where only one says its language', ['a.txt', 'a.en.txt'], ['a.txt + a.en.txt']],
    ['in capitals too', ['A-FR.txt', 'a-en.txt'], ['A-FR.txt + a-en.txt']],
    ['not inside of words', ['offre.txt', 'offen.txt'], ['offre.txt?', 'offen.txt?']],
    ['not where there are two ways', ['a.fr.txt', 'a.fr.md', 'a.en.txt'], ['a.fr.txt?', 'a.fr.md?', 'a.en.txt?']],
    ['one name given twice is one', ['a.fr.txt', 'a.fr.txt', 'a.en.txt'], ['a.fr.txt + a.en.txt']],
  ])('%s', (_how, names, wanted) => {
    expect(matched(names)).toEqual(wanted);
  });

  it('whatever format of an article each of them is in', () => {
    for (const ending of Object.keys(ENDINGS))
      expect(matched([`a.fr.${ending}`, 'a.en.txt'])).toEqual([`a.fr.${ending} + a.en.txt`]);
  });

  it('by regions, or by what they begin with', () => {
    expect(matched(['a.fr-CA.txt', 'a.en.txt'], 'fr-CA', 'en-GB')).toEqual(['a.fr-CA.txt + a.en.txt']);
    expect(matched(['a.fr.txt', 'a.en-gb.txt'], 'fr-CA', 'en-GB')).toEqual(['a.fr.txt + a.en-gb.txt']);
  });
});
