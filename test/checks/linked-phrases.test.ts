// Phrases that the memory links: found from a handful of pairs, common words left out.
import { describe, expect, it } from 'vitest';
import { linkedPhrases } from '../../server/checks/linked-phrases.ts';

const FILLER = Array.from({ length: 60 }, (_, i) => ({
  source: `Le groupe numéro${i} annonce une chose${i}.`,
  target: `Group number${i} announces a thing${i}.`,
}));
const pairs = [
  { source: 'Le rançongiciel a bloqué l’hôpital.', target: 'The ransomware locked the hospital.' },
  { source: 'Un rançongiciel vise les mairies.', target: 'Ransomware targets town halls.' },
  { source: 'Ces rançongiciels coûtent cher.', target: 'Such ransomware is costly.' },
  { source: 'La souveraineté numérique progresse.', target: 'Digital sovereignty is advancing.' },
  { source: 'Elle prône la souveraineté numérique.', target: 'She advocates digital sovereignty.' },
  { source: 'Pas de souveraineté numérique sans puces.', target: 'No digital sovereignty without chips.' },
];
const found = linkedPhrases([...FILLER, ...pairs], { from: 'fr', to: 'en' });

describe('linked phrases', () => {
  it('are words and phrases that stand in each other’s translations, in any form', () => {
    const named = found.map(({ source, target }) => [source, target]);
    expect(named).toContainEqual(['souveraineté numérique', 'digital sovereignty']);
    expect(named.map(([source]) => source)).toContain('rançongiciel');
    expect(found.find(({ source }) => source === 'rançongiciel')).toMatchObject({ together: 3, sourceIn: 3 });
  });

  it('leave out what is everywhere, and parts of a longer phrase', () => {
    const sources = found.map(({ source }) => source);
    expect(sources).not.toContain('groupe');
    expect(sources).not.toContain('numérique');
    expect(sources).not.toContain('souveraineté');
  });

  it('are none without pairs', () => {
    expect(linkedPhrases([], { from: 'fr', to: 'en' })).toEqual([]);
  });
});
