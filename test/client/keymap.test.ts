// Keys are told rightly on every keyboard, and none of them takes one that a browser or a keyboard needs.
import { describe, expect, it } from 'vitest';
import { ALIGN_KEYS } from '../../client/align/keys.ts';
import { AFTER_PREFIX, AT_ONCE, deedOf, digitOf, isPress, type Press, type Pressed } from '../../client/keys/keymap.ts';
import { en } from '../../client/words/en.ts';

const pressed = (key: string, code: string, held: Partial<Pressed> = {}): Pressed => ({
  ...{ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...held,
});

const NAMED = ['Enter', 'NumpadEnter', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Space'];
const AZERTY_DIGITS = ['à', '&', 'é', '"', "'", '(', '-', 'è', '_', 'ç'];

/** Every press that can be told apart: letters and signs wherever they are printed, digits on QWERTY and AZERTY, named keys. */
function everyPress(): Pressed[] {
  const signs = [...'abcdefghijklmnopqrstuvwxyz.,;:!?/[]<>'].map((key) => pressed(key, 'KeyQ'));
  const digits = AZERTY_DIGITS.flatMap((key, n) => [pressed(key, `Digit${n}`), pressed(String(n), `Digit${n}`)]);
  const named = NAMED.map((code) => pressed(code === 'Space' ? ' ' : code.replace('Numpad', ''), code));
  const held = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => ({ ctrlKey: n > 3, altKey: n % 4 > 1, shiftKey: n % 2 > 0 }));
  return [...signs, ...digits, ...named].flatMap((event) => held.map((how) => ({ ...event, ...how })));
}

describe('the keys', () => {
  it('take the digits by their place, so that AZERTY needs no Shift', () => {
    const azertyTwo = pressed('é', 'Digit2');
    expect(deedOf(azertyTwo, AFTER_PREFIX, true)).toBe('match');
    expect(digitOf(azertyTwo)).toBe(2);
    expect(digitOf(pressed('7', 'Numpad7'))).toBe(7);
    expect(deedOf(pressed('à', 'Digit0'), AFTER_PREFIX, true)).toBeNull();
  });

  it('take letters by what is printed on them: M lies elsewhere on AZERTY', () => {
    expect(deedOf(pressed('m', 'Semicolon', { ctrlKey: true }), AT_ONCE, true)).toBe('prefix');
    expect(deedOf(pressed(',', 'KeyM', { ctrlKey: true }), AT_ONCE, true)).toBeNull();
  });

  it('take Cmd for Ctrl', () => {
    expect(deedOf(pressed('Enter', 'Enter', { metaKey: true }), AT_ONCE, true)).toBe('confirm');
  });

  it('leave what AltGr types alone', () => {
    const altGrThree = pressed('#', 'Digit3', { ctrlKey: true, altKey: true });
    expect(deedOf(altGrThree, AT_ONCE, true)).toBeNull();
    expect(deedOf(altGrThree, AFTER_PREFIX, true)).toBeNull();
    expect(AT_ONCE.some((one) => isPress(pressed('€', 'KeyE', { ctrlKey: true, altKey: true }), one.press))).toBe(
      false,
    );
  });

  it('tell confirm and approve apart by Shift', () => {
    expect(deedOf(pressed('Enter', 'NumpadEnter', { ctrlKey: true }), AT_ONCE, true)).toBe('confirm');
    expect(deedOf(pressed('Enter', 'Enter', { ctrlKey: true, shiftKey: true }), AT_ONCE, true)).toBe('approve');
    expect(deedOf(pressed('Enter', 'Enter'), AT_ONCE, true)).toBeNull();
  });

  it('do nothing to segments away from an article', () => {
    expect(deedOf(pressed('Enter', 'Enter', { ctrlKey: true }), AT_ONCE, false)).toBeNull();
    expect(deedOf(pressed('h', 'KeyH'), AFTER_PREFIX, false)).toBe('keys');
  });

  it.each([
    ['at once', AT_ONCE],
    ['after the prefix', AFTER_PREFIX],
    ['at the alignment desk', ALIGN_KEYS],
  ] as const)('mean one deed each %s, on each keyboard', (_, bindings: readonly { deed: string; press: Press }[]) => {
    const doubly = everyPress().flatMap((event) => {
      const deeds = new Set(bindings.filter(({ press }) => isPress(event, press)).map(({ deed }) => deed));
      return deeds.size > 1 ? [`${event.key} ${event.code}: ${[...deeds].join(', ')}`] : [];
    });
    expect(doubly).toEqual([]);
    const dead = bindings.filter(({ press }) => !everyPress().some((event) => isPress(event, press)));
    expect(dead.map(({ deed }) => deed)).toEqual([]);
  });

  it('bind each deed once, and all have words', () => {
    const deeds = [...AT_ONCE, ...AFTER_PREFIX].map(({ deed }) => deed);
    expect(deeds.length).toBe(new Set(deeds).size);
    for (const { deed } of [...AT_ONCE, ...AFTER_PREFIX]) expect(en.keys.deeds[deed]).not.toBe('');
  });
});
