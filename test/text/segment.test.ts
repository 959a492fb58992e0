import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment, sentences } from '../../server/text/segment.ts';

describe('segment', () => {
  it('gives offsets that rise, inside the text, and pieces that join back to it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc.constantFrom('fr', 'en', 'de'),
        (text, language) => {
          const breaks = segment(text, language);
          expect(breaks.every((at, i) => at > (breaks[i - 1] ?? 0) && at < text.length)).toBe(true);
          expect(sentences(text, language).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
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
