// Step 2: a later version of the source comes in. What did not change keeps its translation and its approval.
import { NotYet } from '../errors.ts';
import type { Format } from '../model.ts';
import type { Desk } from './desk.ts';

/** Segments by what became of them. `moved` ones did not change otherwise; `changed` ones need a person. */
export interface Updated {
  version: number;
  unchanged: number;
  changed: number;
  moved: number;
  added: number;
  removed: number;
}

/** Puts the new source in place of the old, whole or not at all. Throws NotFound, and a UserError for an unreadable file. */
export async function updateArticle(
  _desk: Desk,
  _article: number,
  _file: { bytes: Uint8Array; fileName: string | null; format?: Format },
  _by: string,
): Promise<Updated> {
  throw new NotYet('Sources cannot be updated yet.');
}
