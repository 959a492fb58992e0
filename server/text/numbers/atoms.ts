// The smallest pieces that numbers are made of: runs of letters, runs of digits, runs of spaces, single signs.

import { IDEOGRAPH, kindAt, LETTER, MARK, SPACE, widthAt } from '../characters.ts';

/** What an atom is. */
export type AtomKind = 'word' | 'digits' | 'space' | 'sign';

/** A piece of a text. `low` is its lower case in composed form, superscript letters lowered (« XXIᵉ » is "xxie"). */
export interface Atom {
  kind: AtomKind;
  text: string;
  low: string;
  start: number;
  end: number;
}

const PLAIN = /^[\u0020-\u024f]*$/;

/** Cuts a text into atoms that join back to it exactly. */
export function atomsOf(text: string): Atom[] {
  const atoms: Atom[] = [];
  for (let at = 0; at < text.length; ) {
    const kind = atomKindAt(text, at);
    const end = kind === 'sign' ? at + widthAt(text, at) : endOfRun(text, at, kind);
    const piece = text.slice(at, end);
    atoms.push({ kind, text: piece, low: kind === 'word' ? lowered(piece) : piece, start: at, end });
    at = end;
  }
  return atoms;
}

function endOfRun(text: string, from: number, kind: AtomKind): number {
  let at = from + widthAt(text, from);
  while (at < text.length && atomKindAt(text, at) === kind) at += widthAt(text, at);
  return at;
}

function atomKindAt(text: string, at: number): AtomKind {
  const unit = text.charCodeAt(at);
  if (unit >= 0x30 && unit <= 0x39) return 'digits';
  switch (kindAt(text, at)) {
    case LETTER:
    case IDEOGRAPH:
    case MARK:
      return unit === 0x5f ? 'sign' : 'word';
    case SPACE:
      return 'space';
    default:
      return 'sign';
  }
}

/** A word as lists look it up. */
function lowered(word: string): string {
  return (PLAIN.test(word) ? word : word.normalize('NFKC')).toLowerCase();
}
