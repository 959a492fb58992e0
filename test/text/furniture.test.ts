import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFurniture, saysTranslated } from '../../server/text/furniture.ts';

const cases = (name: string) =>
  readFileSync(new URL(`../cases/furniture/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

describe('page furniture', () => {
  it.each(cases('furniture'))('is « %s »', (line) => {
    expect(isFurniture(line)).toBe(true);
    expect(isFurniture(line.replaceAll('’', "'"))).toBe(true);
    expect(isFurniture(line.replaceAll("'", '’').replaceAll(' :', '\u00a0:'))).toBe(true);
  });
  it.each(cases('news'))('is not « %s »', (line) => {
    expect(isFurniture(line)).toBe(false);
    expect(isFurniture(line.replaceAll('’', "'"))).toBe(false);
  });
  it('is a whole block: with a sentence of the article beside it, it is the article', () => {
    for (const line of ['Lire la suite', 'Voir l’original', 'Read more', 'Partager sur Facebook'])
      expect(isFurniture(`Lumen a présenté sa puce mardi. ${line}`)).toBe(false);
  });
  it('is never a long paragraph, and no text takes long', () => {
    expect(isFurniture(`Cet article n’engage que son auteur. ${'Il parle de puces. '.repeat(60)}`)).toBe(false);
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('nous ', 'cookies ', ', ', '. ', 'cet article ', 'a ', '«'),
          maxLength: 250,
        }),
        (text) => {
          expect(typeof isFurniture(text)).toBe('boolean');
        },
      ),
    );
  });
});

describe('a page that is a translation', () => {
  it.each([
    'Voir l’original',
    "Voir l'original ›",
    'View original',
    'Translated from the Chinese',
    'Cet article a été traduit automatiquement.',
  ])('says so: « %s »', (line) => expect(saysTranslated(line)).toBe(true));
  it.each(['Voir plus', 'L’original du contrat a disparu.', 'Le texte a été traduit en vingt langues.'])(
    'does not: « %s »',
    (line) => expect(saysTranslated(line)).toBe(false),
  );
});
