// Finds the longest phrase of a list that begins at an atom: « francs suisses », "per cent", "Gbit/s".

import { APOSTROPHES } from '../typography.ts';
import { type Atom, atomsOf } from './atoms.ts';

interface Part {
  key: string;
  /** A space or hyphen may stand before it. */
  apart: boolean;
}

interface Phrase<T> {
  /** What stands behind the first atom. */
  rest: readonly Part[];
  value: T;
}

/** A list of phrases with a value each. Where a phrase has a space or hyphen, a text may have a space, a hyphen or nothing. */
export class Phrases<T> {
  readonly #byFirst = new Map<string, Phrase<T>[]>();
  readonly #exact: boolean;

  /** `exact` lists tell capitals from small letters, as the symbols of units do. */
  constructor(entries: Iterable<readonly [string, T]>, exact = false) {
    this.#exact = exact;
    for (const [phrase, value] of entries) this.#add(phrase, value);
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  }

  #add(phrase: string, value: T): void {
    const atoms = atomsOf(phrase);
    const parts = atoms.flatMap((atom, index) =>
      isJoint(atom) ? [] : [{ key: this.#key(atom), apart: isJoint(atoms[index - 1]) }],
    );
    const [first, ...rest] = parts;
    if (!first) return;
    const list = this.#byFirst.get(first.key) ?? [];
    list.push({ rest, value });
    this.#byFirst.set(first.key, list);
  }

  /** The words and signs with which phrases begin. */
  firsts(): IterableIterator<string> {
    return this.#byFirst.keys();
  }

  /** The value of the longest phrase that begins at `at` and ends at a word's end, with the index after it; null for none. */
  match(atoms: readonly Atom[], at: number): { value: T; next: number } | null {
    const first = atoms[at];
    if (!first || first.kind === 'space') return null;
    const list = this.#byFirst.get(this.#key(first));
    if (!list) return null;
    for (const phrase of list) {
      const next = this.#follow(atoms, at, phrase.rest);
      if (next > at) return { value: phrase.value, next };
    }
    return null;
  }

  #follow(atoms: readonly Atom[], at: number, rest: readonly Part[]): number {
    let next = at + 1;
    for (const { key, apart } of rest) {
      if (apart && isJoint(atoms[next])) next++;
      const atom = atoms[next];
      if (!atom || this.#key(atom) !== key) return at;
      next++;
    }
    return next;
  }

  #key(atom: Atom): string {
    if (atom.kind === 'sign' && APOSTROPHES.includes(atom.text)) return "'";
    return this.#exact ? atom.text : atom.low;
  }
}

const HYPHENS = '-\u2010\u2011';

/** True for what joins the words of one phrase: a space of any width, a hyphen. */
export function isJoint(atom: Atom | undefined): boolean {
  return atom !== undefined && (atom.kind === 'space' ? !atom.text.includes('\n') : HYPHENS.includes(atom.text));
}
