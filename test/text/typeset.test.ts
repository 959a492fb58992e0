import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../server/model.ts';
import { pieces } from '../../server/text/inline.ts';
import { TYPESET_PROFILES, type TypesetProfile, typeset, typesetAll } from '../../server/text/typeset.ts';

interface Case {
  title: string;
  profile: TypesetProfile | undefined;
  before: string;
  after: string;
}

function casesOf(language: string): Case[] {
  const out: Case[] = [];
  let title = '';
  for (const raw of readFileSync(new URL(`../cases/typeset.${language}.txt`, import.meta.url), 'utf8').split('\n')) {
    if (raw.startsWith('# ')) title = raw.slice(2);
    else if (raw.trim() !== '' && !raw.startsWith('//')) {
      const [before = '', after = before] = raw.split(' → ').map(spaced);
      const profile = TYPESET_PROFILES.find((one) => title.endsWith(`(${one})`));
      out.push({ title, profile, before, after });
    }
  }
  return out;
}

const spaced = (text: string) => text.replaceAll('~', '\u00a0').replaceAll('^', '\u202f');

describe.each(['fr', 'en'])('golden cases in %s', (language) => {
  it.each(casesOf(language))('$title: $before', ({ before, after, profile }) => {
    expect(typeset(before, { language, profile })).toBe(after);
  });
});

const bold: Code = { id: 1, kind: 'pair', type: 'bold', native: { open: '<b>', close: '</b>' } };
const verbatim: Code = { ...bold, id: 2, type: 'code' };
const image: Code = { ...bold, id: 3, kind: 'single' };
const codes = [bold, verbatim, image];

describe('codes', () => {
  it.each([
    ['Le <1>cloud</1>: « <1>non</1> »!', 'Le <1>cloud</1>\u00a0: «\u00a0<1>non</1>\u00a0»\u202f!'],
    ['"<1>Non</1>" ?', '«\u00a0<1>Non</1>\u00a0»\u202f?'],
    ["Tapez <2>a ; b! 'c'</2> !", "Tapez <2>a ; b! 'c'</2>\u202f!"],
    ['Voici<3/>: fin', 'Voici<3/>\u00a0: fin'],
    ['Oui <1>, </1>non', 'Oui<1>, </1>non'],
    ['À 2<1>h</1> ; à <1>20</1>h30', 'À 2\u00a0<1>h</1>\u202f; à <1>20</1>\u00a0h\u00a030'],
    ['Le <1>2</1>ème', 'Le <1>2</1>e'],
    ['2<1>h', '2\u00a0<1>h'],
  ])('stay where they are: %s', (before, after) => {
    expect(typeset(before, { language: 'fr', codes })).toBe(after);
  });
});

describe('a quotation over several texts', () => {
  const set = (language: string, ...texts: string[]) =>
    typesetAll(
      texts.map((text) => ({ text, codes: [] })),
      { language },
    );
  it('is closed where it was opened elsewhere, and quotes within it are of the second level', () => {
    expect(set('fr', '"Rien ne presse.', 'Le "nuage" attend.', 'On verra", dit-il.')).toEqual([
      '«\u00a0Rien ne presse.',
      'Le “nuage” attend.',
      'On verra\u00a0», dit-il.',
    ]);
    expect(set('en', '« No hurry.', 'We shall see », he said.')).toEqual(['“No hurry.', 'We shall see”, he said.']);
  });
  it('that nobody closes leaves its mark and what others quote alone', () => {
    expect(set('fr', '"Rien ne presse.', 'Le "nuage" attend.')).toEqual([
      '"Rien ne presse.',
      'Le «\u00a0nuage\u00a0» attend.',
    ]);
  });
});

describe('spaces', () => {
  it('are what the target system takes', () => {
    expect(typeset('Ah ! « Oui »', { language: 'fr', spaces: 'nbsp' })).toBe('Ah\u00a0! «\u00a0Oui\u00a0»');
    const entities = typeset('Ah ! « Oui »', { language: 'fr', spaces: 'entities' });
    expect(entities).toBe('Ah&#8239;! «&nbsp;Oui&nbsp;»');
    expect(typeset(entities, { language: 'fr', spaces: 'entities' })).toBe(entities);
  });
  it('are set by the region where no house is named', () => {
    expect(typeset('Ah !', { language: 'fr-CA' })).toBe('Ah!');
    expect(typeset('Ah !', { language: 'de' })).toBe('Ah !');
  });
});

const telling = fc.constantFrom(
  ...'"\'«»“”‘’„ .,;:!?…-\u2014\u2013()% \u00a0\u202f12aAsxLh0',
  '<1>',
  '</1>',
  '<3/>',
  '<2>',
  '</2>',
);
const anything = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const anyText = fc
  .array(fc.oneof({ weight: 9, arbitrary: telling }, { weight: 1, arbitrary: anything }), { maxLength: 60 })
  .map((units) => units.join(''));
const anyOptions = fc.record({
  language: fc.constantFrom('fr', 'fr-CA', 'en', 'de'),
  profile: fc.constantFrom(...TYPESET_PROFILES, undefined),
  spaces: fc.constantFrom('characters' as const, 'nbsp' as const, 'entities' as const),
});
const lettersOf = (text: string) => text.replace(/&(?:nbsp|#8239|#160);/g, ' ').replace(/[^\p{L}\p{N}]/gu, '');
const codesOf = (text: string) =>
  pieces(text, codes).flatMap(({ kind, text: code }) => (kind === 'text' ? [] : [code]));

describe('any text', () => {
  it('is set once for all, with its letters, digits and codes', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), anyOptions, (texts, options) => {
        const all = (list: readonly string[]) =>
          typesetAll(
            list.map((text) => ({ text, codes })),
            options,
          );
        const once = all(texts);
        expect(all(once)).toEqual(once);
        expect(once.map(lettersOf)).toEqual(texts.map(lettersOf));
        expect(once.map(codesOf)).toEqual(texts.map(codesOf));
      }),
      { numRuns: 1500 },
    );
  });
});
