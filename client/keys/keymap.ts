// The keys, as one table: what is printed, what the palette shows and what acts are the same rows.
//
// Digits and named keys are told by `event.code`: on a French AZERTY keyboard the digits' row gives « & é " ' » without
// Shift. Letters are told by the letter that is printed on the key (`event.key`): there « M » and « A » lie elsewhere than on
// QWERTY, and a person looks for the letter. Nothing uses Ctrl + Alt, which is AltGr on Windows and types @ # { there, and
// nothing takes a key that a browser needs; all but a few keys therefore follow Ctrl + M.
import type { Words } from '../words/words.tsx';

export type DeedName = keyof Words['keys']['deeds'];

/** A press: a key by its code, a printed letter, or any digit, with modifiers. `ctrl` is Cmd too. */
export interface Press {
  code?: 'Enter' | 'Escape' | 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Space';
  letter?: string;
  digit?: true;
  ctrl?: true;
  alt?: true;
  shift?: true;
}

export interface Binding {
  deed: DeedName;
  press: Press;
  /** Where it acts: at an open article, or everywhere. */
  where: 'article' | 'everywhere';
}

/** Keys that act at once. */
export const AT_ONCE: readonly Binding[] = [
  { deed: 'confirm', press: { ctrl: true, code: 'Enter' }, where: 'article' },
  { deed: 'approve', press: { ctrl: true, shift: true, code: 'Enter' }, where: 'article' },
  { deed: 'next', press: { alt: true, code: 'ArrowDown' }, where: 'article' },
  { deed: 'previous', press: { alt: true, code: 'ArrowUp' }, where: 'article' },
  { deed: 'nbsp', press: { ctrl: true, shift: true, code: 'Space' }, where: 'article' },
  { deed: 'prefix', press: { ctrl: true, letter: 'm' }, where: 'everywhere' },
  { deed: 'leave', press: { code: 'Escape' }, where: 'everywhere' },
];

/** Keys that act after Ctrl + M. */
export const AFTER_PREFIX: readonly Binding[] = [
  { deed: 'match', press: { digit: true }, where: 'article' },
  { deed: 'code', press: { letter: 'c' }, where: 'article' },
  { deed: 'source', press: { letter: 's' }, where: 'article' },
  { deed: 'open', press: { letter: 'n' }, where: 'article' },
  { deed: 'finding', press: { letter: 'f' }, where: 'article' },
  { deed: 'findings', press: { letter: 'x' }, where: 'article' },
  { deed: 'term', press: { letter: 'i' }, where: 'article' },
  { deed: 'reject', press: { letter: 'r' }, where: 'article' },
  { deed: 'omit', press: { letter: 'o' }, where: 'article' },
  { deed: 'withdraw', press: { letter: 'w' }, where: 'article' },
  { deed: 'split', press: { letter: 'y' }, where: 'article' },
  { deed: 'join', press: { letter: 'j' }, where: 'article' },
  { deed: 'versions', press: { letter: 'v' }, where: 'article' },
  { deed: 'nnbsp', press: { code: 'Space' }, where: 'article' },
  { deed: 'spaces', press: { letter: 'p' }, where: 'article' },
  { deed: 'filter', press: { letter: 't' }, where: 'article' },
  { deed: 'fill', press: { letter: 'l' }, where: 'article' },
  { deed: 'approveAll', press: { letter: 'a' }, where: 'article' },
  { deed: 'export', press: { letter: 'e' }, where: 'article' },
  { deed: 'concordance', press: { letter: 'k' }, where: 'everywhere' },
  { deed: 'undo', press: { letter: 'z' }, where: 'everywhere' },
  { deed: 'bring', press: { letter: 'b' }, where: 'everywhere' },
  { deed: 'desk', press: { letter: 'd' }, where: 'everywhere' },
  { deed: 'memory', press: { letter: 'm' }, where: 'everywhere' },
  { deed: 'alignments', press: { letter: 'g' }, where: 'everywhere' },
  { deed: 'keys', press: { letter: 'h' }, where: 'everywhere' },
];

/** What a key event must tell. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The digit of a key, by its place: the top row and the number pad alike; null for other keys. */
export function digitOf(event: Pick<Pressed, 'code'>): number | null {
  const found = /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
  return found ? Number(found[1]) : null;
}

/** Whether an event is the press. AltGr (Ctrl and Alt at once) is never one. */
export function isPress(event: Pressed, press: Press): boolean {
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && event.altKey) return false;
  if (press.digit) return !ctrl && !event.altKey && (digitOf(event) ?? 0) > 0;
  if (ctrl !== (press.ctrl ?? false) || event.altKey !== (press.alt ?? false)) return false;
  if (press.letter) return event.key.toLowerCase() === press.letter && !event.shiftKey;
  return event.shiftKey === (press.shift ?? false) && sameCode(event.code, press.code);
}

function sameCode(code: string, wanted: string | undefined): boolean {
  return code === wanted || (code === 'NumpadEnter' && wanted === 'Enter');
}

/** The deed of an event among bindings that act here, or null. */
export function deedOf(event: Pressed, bindings: readonly Binding[], atArticle: boolean): DeedName | null {
  const found = bindings.find((one) => (atArticle || one.where === 'everywhere') && isPress(event, one.press));
  return found?.deed ?? null;
}

/** The names of the keys of a press, in the order they are held. */
export function keyNames(press: Press, words: Words): string[] {
  const { names } = words.keys;
  const name = press.digit ? names['digit'] : press.letter ? press.letter.toUpperCase() : names[press.code ?? ''];
  const held = [press.ctrl && names['Ctrl'], press.alt && names['Alt'], press.shift && names['Shift'], name];
  return held.filter((one): one is string => typeof one === 'string');
}
