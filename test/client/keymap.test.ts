// Keys are told rightly on every keyboard, and none of them takes one that a browser or a keyboard needs.
import { describe, expect, it } from 'vitest';
import { AFTER_PREFIX, AT_ONCE, deedOf, digitOf, isPress, type Pressed } from '../../client/keys/keymap.ts';
import { en } from '../../client/words/en.ts';

const pressed = (key: string, code: string, held: Partial<Pressed> = {}): Pressed => ({
  ...{ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...held,
});

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

  it('never share a press after the prefix, and all have words', () => {
    const presses = AFTER_PREFIX.map(({ press }) => JSON.stringify(press));
    expect(new Set(presses).size).toBe(presses.length);
    for (const { deed } of [...AT_ONCE, ...AFTER_PREFIX]) expect(en.keys.deeds[deed]).not.toBe('');
  });
});
