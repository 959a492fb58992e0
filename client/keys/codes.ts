// Placing inline codes: which one comes next, and how it is written.

import type { Code } from '../../server/model.ts';
import { codesIn, form, pieces } from '../../server/text/inline.ts';
import { insert, surround } from './insert.ts';

/** The codes of the source that a text does not hold yet, in the source's order. */
export function missingCodes(source: string, text: string, codes: readonly Code[]): Code[] {
  const placed = new Set(pieces(text, codes).map((piece) => piece.id));
  return codesIn(source, codes).filter((code) => !placed.has(code.id));
}

/** Puts a code at the caret; a pair goes around the selection. */
export function placeCode(field: HTMLTextAreaElement, code: Code): void {
  if (code.kind === 'single') insert(field, form('single', code.id));
  else surround(field, form('open', code.id), form('close', code.id));
}
