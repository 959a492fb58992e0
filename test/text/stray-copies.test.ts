import { describe, expect, it } from 'vitest';
import { strayCopies } from '../../server/text/stray-copies.ts';

const LONG = ' et la suite de la phrase est assez longue pour être celle d’un article de presse'.repeat(2);

/** A page drawn in letters: a capital is a heading, a small letter a paragraph; equal letters are equal texts. */
function copiesIn(page: string): (number | null)[] {
  return strayCopies(
    [...page].map((letter) => {
      const heading = letter === letter.toUpperCase();
      const key = heading ? `Titre ${letter}` : letter + LONG;
      return { key, weight: key.length, heading };
    }),
  );
}

const _ = null;

describe('stray copies', () => {
  it.each([
    ['are the body before the title', 'abCdTabCd', [5, 6, 7, 8, _, _, _, _, _]],
    ['are the body after the page', 'TabCdabCd', [_, _, _, _, _, 1, 2, 3, 4]],
    ['are the second of two without a title', 'abcabc', [_, _, _, 0, 1, 2]],
    ['are the second page of two whole ones', 'TabcTabc', [_, _, _, _, 0, 1, 2, 3]],
    ['are both of the first of three', 'abcTabcabc', [4, 5, 6, _, _, _, _, 4, 5, 6]],
    ['leave a paragraph that only one copy has', 'abxcdTabcd', [6, 7, _, 8, 9, _, _, _, _, _]],
    ['may have a standfirst between title and body', 'abcTsabc', [5, 6, 7, _, _, _, _, _]],
    ['are not a refrain', 'abcdaefgh', [_, _, _, _, _, _, _, _, _]],
    ['are not headings that come again', 'AbAcAdAe', [_, _, _, _, _, _, _, _]],
    ['are not two sentences far apart', 'abxxyzuvwbq'.replace('xx', 'xk'), Array(11).fill(_)],
  ])('%s: %s', (_name, page, expected) => {
    expect(copiesIn(page)).toEqual(expected);
  });

  it('are found in a long page at once', () => {
    const page = Array.from({ length: 3000 }, (_, i) => ({ key: `${i}${LONG}`, weight: 100, heading: false }));
    const found = strayCopies([...page, ...page]);
    expect(found.filter((of) => of !== null)).toHaveLength(3000);
  });
});
