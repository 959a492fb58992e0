// Finds the longest phrase of a list that begins at an atom: « francs suisses », "per cent", "Gbit/s".

import { APOSTROPHES } from '../typography.ts';
import { type Atom, atomsOf } from './atoms.ts';

interface Phrase<T> {
  /** What each atom must be, spaces left out. */
  parts: readonly string[];
  value: T;
}

/** A list of phrases with a value each. A space or hyphen of a phrase stands for any one space or hyphen, or none at a sign. */
export class Phrases<T> {
  readonly #byFirst = new Map<string, Phrase<T>[]>();
  readonly #exact: boolean;

  /** `exact` lists tell capitals from small letters, as the symbols of units do. */
  constructor(entries: Iterable<readonly [string, T]>, exact = false) {
    this.#exact = exact;
    for (const [phrase, value] of entries) this.#add(phrase, value);
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.parts.length - a.parts.length);
  }

  #add(phrase: string, value: T): void {
    const parts = atomsOf(phrase)
      .filter(isFirm)
      .map((atom) => this.#key(atom));
    const first = parts[0];
    if (first === undefined) return;
    const list = this.#byFirst.get(first) ?? [];
    list.push({ parts, value });
    this.#byFirst.set(first, list);
  }

  /** The value of the longest phrase that begins at `at` and ends at a word's end, with the index after it; null for none. */
  match(atoms: readonly Atom[], at: number): { value: T; next: number } | null {
    const first = atoms[at];
    if (!first || first.kind === 'space') return null;
    for (const phrase of this.#byFirst.get(this.#key(first)) ?? []) {
      const next = this.#follow(atoms, at, phrase.parts);
      if (next > at) return { value: phrase.value, next };
    }
    return null;
  }

  #follow(atoms: readonly Atom[], at: number, parts: readonly string[]): number {
    let next = at + 1;
    for (let part = 1; part < parts.length; part++) {
      if (isJoint(atoms[next])) next++;
      const atom = atoms[next];
      if (!atom || this.#key(atom) !== parts[part]) return at;
      next++;
    }
    return next;
  }

  #key(atom: Atom): string {
    if (atom.kind === 'sign' && APOSTROPHES.includes(atom.text)) return "'";
    return this.#exact ? atom.text : atom.low;
  }
}

function isFirm(atom: Atom): boolean {
  return !isJoint(atom);
}

const HYPHENS = '-\u2010\u2011';

/** True for what joins the words of one phrase: a space of any width, a hyphen. */
export function isJoint(atom: Atom | undefined): boolean {
  return atom !== undefined && (atom.kind === 'space' ? !atom.text.includes('\n') : HYPHENS.includes(atom.text));
}
