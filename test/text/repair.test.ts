import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repair } from '../../server/text/repair.ts';

/** Repairs a French target; `«…»` and the like are written as a newsroom would. */
const toFrench = (query: string, source: string, target: string) =>
  repair({ query, source, target, from: 'en', to: 'fr' })?.target ?? null;
const toEnglish = (query: string, source: string, target: string) =>
  repair({ query, source, target, from: 'fr', to: 'en' })?.target ?? null;

const cases = readFileSync(new URL('../cases/repair.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | '));

it.each(cases)('%s: %s (%s)', (languages = '', query = '', source = '', target = '', repaired = '') => {
  const [from = '', to = ''] = languages.split('>');
  const found = repair({ query, source, target, from, to })?.target.replace(/[\u00a0\u202f]/g, ' ');
  expect(found ?? '-').toBe(repaired);
});

describe('numbers', () => {
  it('are written as the target language writes them', () => {
    expect(
      toFrench(
        'Sales rose 15.5% in the third quarter.',
        'Sales rose 12.3% in the second quarter.',
        'Les ventes ont progressé de 12,3\u00a0% au deuxième trimestre.',
      ),
    ).toBe('Les ventes ont progressé de 15,5\u00a0% au troisième trimestre.');
    expect(
      toFrench('It has 2,400,000 users.', 'It has 1,200,000 users.', 'Il compte 1\u202f200\u202f000 utilisateurs.'),
    ).toBe('Il compte 2\u202f400\u202f000 utilisateurs.');
    expect(toEnglish('La puce compte 64 cœurs.', 'La puce compte 32 cœurs.', 'The chip has 32 cores.')).toBe(
      'The chip has 64 cores.',
    );
    expect(toEnglish('un entier 64 bits', 'un entier 32 bits', 'a 32-bit integer')).toBe('a 64-bit integer');
  });

  it('of shares, quarters, years and money are put right from French too', () => {
    expect(
      toEnglish(
        'Lumen a gagné 15\u00a0% au troisième trimestre.',
        'Lumen a gagné 12\u00a0% au deuxième trimestre.',
        'Lumen gained 12% in the second quarter.',
      ),
    ).toBe('Lumen gained 15% in the third quarter.');
    expect(
      toFrench(
        'Lumen gained 15% in the third quarter of 2026.',
        'Lumen gained 12% in the second quarter of 2025.',
        'Lumen a gagné 12\u00a0% au deuxième trimestre 2025.',
      ),
    ).toBe('Lumen a gagné 15\u00a0% au troisième trimestre 2026.');
    const halves = (query: string) =>
      toFrench(query, 'Sales fell in the second half of 2025.', 'Les ventes ont baissé au second semestre 2025.');
    expect(halves('Sales fell in the second half of 2024.')).toBe('Les ventes ont baissé au second semestre 2024.');
    expect(halves('Sales fell in the first half of 2026.')).toBe('Les ventes ont baissé au premier semestre 2026.');
  });

  it('change each where it stands, even where they change places', () => {
    expect(toFrench('From 10 to 30 files.', 'From 20 to 50 files.', 'De 20 à 50 fichiers.')).toBe(
      'De 10 à 30 fichiers.',
    );
    expect(toFrench('Page 4 of 9', 'Page 9 of 4', 'Page 9 sur 4')).toBe('Page 4 sur 9');
  });

  it('stay where it is not certain which one is meant or what hangs on it', () => {
    expect(toFrench('Between 5 and 9 files.', 'Between 5 and 5 files.', 'Entre 5 fichiers.')).toBeNull();
    expect(toFrench('Remove 1 of the file(s)', 'Remove 5 of the file(s)', 'Retirer 5 fichiers')).toBeNull();
    expect(toFrench('its first models', 'its second models', 'leurs deuxièmes modèles')).toBeNull();
    expect(
      toFrench('dozens of files in 3 days', 'dozens of files in 2 days', 'des fichiers en peu de temps'),
    ).toBeNull();
  });
});

describe('names', () => {
  it('are put in where both sides write them alike', () => {
    expect(
      toFrench(
        'The new phone from Samsung is here.',
        'The new phone from Huawei is here.',
        'Le nouveau téléphone de Huawei est là.',
      ),
    ).toBe('Le nouveau téléphone de Samsung est là.');
    expect(
      toEnglish('Le fichier mail.log est plein', 'Le fichier boot.log est plein', 'The file boot.log is full'),
    ).toBe('The file mail.log is full');
  });

  it('stay where an article, an elision or a second mention depends on them', () => {
    expect(
      toFrench('The boss of Apple left.', 'The boss of Google left.', 'Le patron de Google est parti.'),
    ).toBeNull();
    expect(toEnglish('Une puce Intel', 'Une puce Nvidia', 'An Nvidia chip')).toBe('An Intel chip');
    expect(toFrench('We met Google.', 'We met Nvidia.', 'Nous avons vu Nvidia, et Nvidia seul.')).toBeNull();
  });

  it('are not words that merely begin a sentence', () => {
    expect(toFrench('Programs crash often.', 'Blender crash often.', 'Blender plante souvent.')).toBeNull();
  });
});

describe('the ends of a sentence', () => {
  it('get their mark with the space of the language', () => {
    expect(toFrench('It is over?', 'It is over.', 'C\u2019est fini.')).toBe('C\u2019est fini\u202f?');
    expect(toEnglish('C\u2019est fini.', 'C\u2019est fini\u202f!', 'It is over!')).toBe('It is over.');
    expect(toFrench('Loading...', 'Loading', 'Chargement')).toBe('Chargement\u2026');
  });

  it('get a capital, and never lose one', () => {
    expect(toFrench('Nothing to do', 'nothing to do', 'rien à faire')).toBe('Rien à faire');
    expect(toFrench('nothing to do', 'Nothing to do', 'Rien à faire')).toBeNull();
    expect(toFrench('Cannot fork', 'cannot fork', 'fork() impossible')).toBeNull();
  });
});

describe('terms', () => {
  const fix = (query: string, source: string, target: string, to: string, terms: [string, string][]) => {
    const known = terms.map(([of, called]) => ({ source: of, target: called }));
    return repair({ query, source, target, from: to === 'fr' ? 'en' : 'fr', to, terms: known })?.target ?? null;
  };
  const chips: [string, string][] = [
    ['puce', 'chip'],
    ['processeur', 'processor'],
    ['onduleur', 'inverter'],
  ];

  it('are put in as the glossary has them, with an article of their own', () => {
    const source = 'La puce chauffe trop.';
    expect(fix('Le processeur chauffe trop.', source, 'The chip runs too hot.', 'en', chips)).toBe(
      'The processor runs too hot.',
    );
    expect(fix('Un onduleur suffit.', 'Une puce suffit.', 'A chip is enough.', 'en', chips)).toBeNull();
    expect(fix('Le four chauffe trop.', source, 'The chip runs too hot.', 'en', chips)).toBeNull();
  });

  it('go into French only beside what keeps its gender', () => {
    const learning: [string, string][] = [
      ['deep learning', 'apprentissage profond'],
      ['machine learning', 'apprentissage automatique'],
      ['robotics', 'robotique'],
    ];
    const [source, target] = ['They bet on deep learning now.', 'Ils misent sur l\u2019apprentissage profond.'];
    expect(fix('They bet on machine learning now.', source, target, 'fr', learning)).toBe(
      'Ils misent sur l\u2019apprentissage automatique.',
    );
    expect(fix('They bet on robotics now.', source, target, 'fr', learning)).toBeNull();
  });
});

it('leaves alone what stands in quotation marks', () => {
  expect(
    toFrench(
      'He said \u201cwe sold 15 cars\u201d.',
      'He said \u201cwe sold 12 cars\u201d.',
      'Il a dit\u00a0: \u00ab\u00a0nous avons vendu 12 voitures\u00a0\u00bb.',
    ),
  ).toBeNull();
  expect(
    toFrench(
      'In 2025 he said \u201cno\u201d.',
      'In 2024 he said \u201cno\u201d.',
      'En 2024, il a dit \u00ab\u00a0non\u00a0\u00bb.',
    ),
  ).toBe('En 2025, il a dit \u00ab\u00a0non\u00a0\u00bb.');
});

it('does nothing by halves: another word that differs stops all of it', () => {
  expect(
    toFrench('Sales fell 15% in May.', 'Sales rose 12% in May.', 'Les ventes ont progressé de 12 % en mai.'),
  ).toBeNull();
});

it('answers any texts without failing', () => {
  const odd = ['', ' ', '\ud800', '1', '\u00ab', '"1" 2', '\ue000 3', '...', '1/2 3,4.5 %'];
  for (const query of odd)
    for (const source of odd) for (const target of odd) expect(() => toFrench(query, source, target)).not.toThrow();
});
