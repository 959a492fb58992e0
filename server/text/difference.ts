// What changed between two one-string texts, word by word.
import { NotYet } from '../errors.ts';
import type { Code } from '../model.ts';

/** A run of one text or both. `from` and `to` are UTF-16 offsets: in the old text, and in the new one. */
export interface Change {
  kind: 'equal' | 'insert' | 'delete';
  text: string;
  /** Where the run stands in the old text (an insertion: where it would stand, with no length). */
  before: [number, number];
  /** Where the run stands in the new text (a deletion: where it would stand, with no length). */
  after: [number, number];
}

/** The runs of both texts in order: joined without insertions they are the old text, without deletions the new one. */
export function difference(_one: string, _other: string, _codes: readonly Code[] = []): Change[] {
  throw new NotYet('Texts cannot be compared yet.');
}
