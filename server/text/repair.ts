// Puts a match's target right where its source differs from the text asked for in what can be put right for certain.
import type { Language } from '../model.ts';
import { baseLanguage } from './language.ts';
import { differences, withoutElision } from './repair-differences.ts';
import { type Edit, insideQuotes, quantityEdits } from './repair-quantities.ts';
import { type KnownTerm, termEdit } from './repair-terms.ts';
import { endMarkEdit, firstLetterEdit, monthNameEdit, nameEdit } from './repair-words.ts';

/** A text that is asked for, and a pair that the memory holds for one much like it. Inline codes stand as single characters. */
export interface Repairable {
  query: string;
  source: string;
  target: string;
  from: Language;
  to: Language;
  /** The desk's terms of this direction, where they are to be put right too. */
  terms?: readonly KnownTerm[];
}

/** The target put right, and what became what in it (`12 → 15`). */
export interface Repaired {
  target: string;
  changes: string[];
}

/**
 * Repairs a target whose source differs from the query only in numbers, dates, names, terms, the mark at the end or the case of
 * the first letter: all differences or none. Null where there is nothing to repair, where one of them is of another kind,
 * and wherever the place in the target is not certain; inside quotation marks nothing is repaired, people said what they said.
 */
export function repair(pair: Repairable): Repaired | null {
  const quantities = quantityEdits(pair);
  if (!quantities) return null;
  const edits = [...quantities.edits];
  for (const found of differences(quantities.query, quantities.source)) {
    const difference = baseLanguage(pair.from) === 'fr' ? withoutElision(found) : found;
    if (difference.query === difference.source) continue;
    const edit =
      endMarkEdit(difference, pair) ??
      firstLetterEdit(difference, pair) ??
      monthNameEdit(difference, pair) ??
      nameEdit(difference, pair) ??
      termEdit(difference, pair);
    if (!edit) return null;
    edits.push(...edit);
  }
  return edits.length === 0 ? null : apply(pair.target, edits);
}

function apply(target: string, edits: readonly Edit[]): Repaired | null {
  const inOrder = [...edits].sort((a, b) => a.start - b.start);
  let out = '';
  let end = 0;
  for (const edit of inOrder) {
    if (edit.start < end || insideQuotes(target, edit.start, edit.end)) return null;
    out += target.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  const changes = inOrder.map((edit) => `${target.slice(edit.start, edit.end)} \u2192 ${edit.text}`);
  return { target: out + target.slice(end), changes };
}
