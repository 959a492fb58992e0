// What the store of terms promises, as types.
import type { Language, Term } from '../server/model.ts';

/** A term to be kept: what a desk says of one source text in one direction. */
export type NewTerm = Omit<Term, 'id' | 'desk'>;

/** The terms of all desks. */
export interface TermStore {
  /**
   * Keeps terms in one transaction; each answer stands at its term's place. A term of the same source text (to the letter)
   * and languages is replaced whole: its targets, forbidden words, note and properties.
   */
  put(terms: readonly NewTerm[], how: { desk: number; by: string; at: string }): Promise<PutTerm[]>;
  /** Forgets a term; false where there is none of that id. */
  remove(id: number): Promise<boolean>;
  /** A desk's terms by languages, then by source text in code point order; with a direction those whose base languages agree (fr, fr-CA). */
  list(desk: number, direction?: { from: Language; to: Language }): Promise<Term[]>;
}

/** What became of a term that was to be kept. */
export type PutTerm = 'added' | 'updated' | 'unchanged';
