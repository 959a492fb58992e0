// The dictionaries answer for both languages.
import { describe, expect, it } from 'vitest';
import { openSpelling } from '../server/spelling.ts';

describe('the dictionaries', async () => {
  const spelling = await openSpelling();

  it('know French words in all their forms, with either apostrophe', () => {
    for (const word of ['puces', 'aurait', 'licornes', 'État', 'aujourd’hui', "aujourd'hui", 'PUCE'])
      expect([word, spelling.knows(word, 'fr-FR')]).toEqual([word, true]);
    for (const word of ['shareholder', 'diddojo', 'langauge'])
      expect([word, spelling.knows(word, 'fr')]).toEqual([word, false]);
  });

  it('know American and British English', () => {
    for (const word of ['color', 'colour', 'organise', 'organization', 'centre', 'licence', 'travelled', 'analysed'])
      expect([word, spelling.knows(word, 'en-GB')]).toEqual([word, true]);
    for (const word of ['recieve', 'publié', 'langauge'])
      expect([word, spelling.knows(word, 'en')]).toEqual([word, false]);
  });

  it('suggest what may have been meant', () => {
    expect(spelling.suggest('recieve', 'en')).toContain('receive');
    expect(spelling.suggest('receive', 'en')).toEqual([]);
  });

  it('know everything in a language without a dictionary', () => {
    expect(spelling.knows('xyzzy', 'de')).toBe(true);
  });
});
