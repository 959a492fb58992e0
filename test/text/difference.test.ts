import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../server/model.ts';
import { type Change, difference } from '../../server/text/difference.ts';

/** A difference as one readable line: `[-old-]` and `{+new+}`. */
function drawn(changes: readonly Change[]): string {
  const draw = {
    equal: (text: string) => text,
    delete: (text: string) => `[-${text}-]`,
    insert: (text: string) => `{+${text}+}`,
  };
  return changes.map(({ kind, text }) => draw[kind](text)).join('');
}

const bold: Code[] = [1, 2].map((id) => ({ id, kind: 'pair', type: 'bold', native: { open: '<b>', close: '</b>' } }));

describe('a difference', () => {
  it.each([
    ['Une puce lente.', 'Une puce rapide.', 'Une puce [-lente-]{+rapide+}.'],
    ['Une puce.', 'Une belle puce.', 'Une {+belle +}puce.'],
    ['Vraiment ?', 'Vraiment\u202f?', 'Vraiment[- -]{+\u202f+}?'],
    ['L’industrie', 'L’usine', 'L’[-industrie-]{+usine+}'],
    ['Tesla’s chip', 'Tesla’s chips', 'Tesla’s [-chip-]{+chips+}'],
    ['', 'Tout', '{+Tout+}'],
    ['Rien', '', '[-Rien-]'],
    ['Pareil', 'Pareil', 'Pareil'],
    ['', '', ''],
  ])('of « %s » and « %s »', (one, other, expected) => {
    expect(drawn(difference(one, other))).toBe(expected);
  });

  it('takes a code as one token and a literal form as text', () => {
    expect(drawn(difference('<1>Une</1> puce', '<2>Une</2> puce', bold))).toBe(
      '[-<1>-]{+<2>+}Une[-</1>-]{+</2>+} puce',
    );
    expect(drawn(difference('a <1> b', 'a <2> b'))).not.toContain('[-<1>-]');
  });

  it('joins to both texts and points at them, for any two', () => {
    const text = fc.string({
      unit: fc.constantFrom('chat', 'Né', ' ', '\u00a0', '.', '<1>', '</1>', '\ud83d\ude00', '\ud83d', '3', ','),
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const changes = difference(one, other, bold);
        const without = (kind: Change['kind']) =>
          changes
            .filter((change) => change.kind !== kind)
            .map((change) => change.text)
            .join('');
        expect([without('insert'), without('delete')]).toEqual([one, other]);
        for (const { kind, text: run, before, after } of changes) {
          expect(one.slice(...before)).toBe(kind === 'insert' ? '' : run);
          expect(other.slice(...after)).toBe(kind === 'delete' ? '' : run);
        }
      }),
    );
  });

  it('gives two long unlike texts up as a whole between their equal ends', () => {
    const long = (word: string) => Array.from({ length: 4000 }, (_, i) => `${word}${i}`).join(' ');
    const changes = difference(`Début ${long('a')} fin`, `Début ${long('b')} fin`);
    expect(changes.map((change) => change.kind)).toEqual(['equal', 'delete', 'insert', 'equal']);
  });
});
