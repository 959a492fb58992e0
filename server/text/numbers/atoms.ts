// The smallest pieces that numbers are made of: runs of letters, runs of digits, runs of spaces, single signs.

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

const ATOM = /([\p{L}\p{M}]+)|([0-9]+)|(\s+)|([\s\S])/gu;
const PLAIN = /^[\u0020-\u024f]*$/;

/** Cuts a text into atoms that join back to it exactly. */
export function atomsOf(text: string): Atom[] {
  const atoms: Atom[] = [];
  for (const found of text.matchAll(ATOM)) {
    const kind = found[1] ? 'word' : found[2] ? 'digits' : found[3] ? 'space' : 'sign';
    const piece = found[0];
    atoms.push({
      kind,
      text: piece,
      low: kind === 'word' ? lowered(piece) : piece,
      start: found.index,
      end: found.index + piece.length,
    });
  }
  return atoms;
}

/** A word as lists look it up. */
export function lowered(word: string): string {
  return (PLAIN.test(word) ? word : word.normalize('NFKC')).toLowerCase();
}
