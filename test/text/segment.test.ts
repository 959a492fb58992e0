import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment, sentences } from '../../server/text/segment.ts';
import { readExceptions } from '../../server/text/segmentation-exceptions.ts';

interface Case {
  title: string;
  text: string;
  expected: string[];
}

/** Reads golden cases: a title line that begins with `#`, then lines of text with `|` at each break. */
function casesOf(language: string): Case[] {
  const file = new URL(`../cases/segment.${language}.txt`, import.meta.url);
  const out: Case[] = [];
  let title = '';
  for (const raw of readFileSync(file, 'utf8').split('\n')) {
    const line = raw.replaceAll('~', '\u00a0').replaceAll('^', '\u202f').trim();
    if (line.startsWith('# ')) title = line.slice(2);
    else if (line !== '' && !line.startsWith('//')) {
      const expected = line.split('|').map((sentence) => sentence.trim());
      out.push({ title, text: line.replace(/\s?\|/g, ''), expected });
    }
  }
  return out;
}

describe.each(['fr', 'en', 'de'])('golden cases in %s', (language) => {
  it.each(casesOf(language))('$title: $text', ({ text, expected }) => {
    expect(sentences(text, language)).toEqual(expected);
  });
});

const telling = fc.constantFrom(...'..!?…"\'«»“”() \n\u00a0\u202fAaéX1M。•');
const anything = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const anyText = fc.array(fc.oneof(telling, telling, anything), { maxLength: 120 }).map((units) => units.join(''));

describe('segment', () => {
  it('gives offsets that rise, inside the text, and pieces that lose and invent nothing', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('fr', 'en', 'ja'), (text, language) => {
        const breaks = segment(text, language);
        expect(breaks.every((at, i) => at > (breaks[i - 1] ?? 0) && at < text.length)).toBe(true);
        expect(sentences(text, language).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it('never parts a surrogate pair', () => {
    expect(sentences('Bravo\u00a0! 😀😀 Merci.', 'fr').join('')).toBe('Bravo\u00a0!😀😀 Merci.');
  });

  it('finds in each sentence by itself no further end', () => {
    const text = casesOf('en')
      .filter(({ expected }) => expected.length === 1)
      .map(({ text }) => text);
    for (const sentence of text) expect(sentences(`${sentence} `, 'en')).toEqual([sentence]);
  });

  it('parts paragraphs at an empty line', () => {
    expect(sentences('Un titre sans point\n \nUn texte', 'fr')).toEqual(['Un titre sans point', 'Un texte']);
  });

  it('obeys an exception only where its first word is a whole one', () => {
    const exceptions = [{ before: 'Qwant.', after: null }];
    expect(sentences('Avec Qwant. Junior va.', 'fr', { exceptions })).toHaveLength(1);
    expect(sentences('Avec MaQwant. Junior va.', 'fr', { exceptions })).toHaveLength(2);
  });

  it('obeys exceptions both ways', () => {
    const exceptions = [
      { before: 'Qwant.', after: null },
      { before: 'fin', after: 'début' },
    ];
    expect(sentences('Avec Qwant. Junior va. La fin début ici.', 'fr', { exceptions })).toEqual([
      'Avec Qwant. Junior va.',
      'La fin',
      'début ici.',
    ]);
  });
});

describe('readExceptions', () => {
  it('reads both kinds, skips remarks, and says which lines are wrong', () => {
    const file = '\ufeff# Maisons\r\n\r\nQwant.\nbêta | Mise\na | b | c\n| Mise\n';
    expect(readExceptions(file)).toEqual({
      exceptions: [
        { before: 'Qwant.', after: null },
        { before: 'bêta', after: 'Mise' },
      ],
      faults: [
        { line: 5, why: 'more than one | in a line' },
        { line: 6, why: 'nothing stands on one side of the |' },
      ],
    });
  });
});
