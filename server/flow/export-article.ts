// Step 7: the article leaves, as the clean article, for an outside translator, or as units of a memory.
import { NotYet } from '../errors.ts';
import type { State } from '../model.ts';
import type { Desk } from './desk.ts';

export const EXPORTS = ['article', 'tmx', 'xliff', 'xliff2', 'xliff21', 'table'] as const;

export type ExportKind = (typeof EXPORTS)[number];

export interface ExportOptions {
  as: ExportKind;
  /** Gives the page back with everything in place: furniture and stray copies too. */
  whole?: boolean;
  /** Lets open segments keep their source; they are listed. */
  allowIncomplete?: boolean;
  /** Copies the source into empty targets of a bilingual file. */
  fillEmpty?: boolean;
  by?: string;
}

/** A segment that is neither approved nor omitted. */
export interface OpenSegment {
  n: number;
  state: State;
  source: string;
}

export interface ExportedFile {
  bytes: Uint8Array;
  /** Such as `puce.en.html`. */
  fileName: string;
  mediaType: string;
  /** What is neither approved nor omitted. */
  open: OpenSegment[];
  /** Sentences that the person should read. */
  notices: string[];
}

/**
 * Writes the article. Throws NotFound, and Blocked (`incomplete`, 422, with the open segments) for `article` while segments
 * are open, unless incomplete ones are allowed.
 */
export async function exportArticle(_desk: Desk, _article: number, _options: ExportOptions): Promise<ExportedFile> {
  throw new NotYet('Articles cannot be exported yet.');
}
