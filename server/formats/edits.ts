// Splicing: new text goes into a file's decoded text at places; everything between keeps its characters.
import type { Place } from '../model.ts';

/** New text for a place of the original. */
export interface Edit extends Place {
  text: string;
}

/** Edits in the order of their places, larger ones first where they begin together: what {@link splice} wants. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Applies edits (in order) to the stretch from `start` to `end` of a text. An edit inside a larger one is dropped, for the
 * larger one has already said what stands there; edits that cross are a bug.
 */
export function splice(text: string, edits: readonly Edit[], start = 0, end = text.length): string {
  let out = '';
  let at = start;
  for (let i = firstFrom(edits, start); i < edits.length; i++) {
    const edit = edits[i] as Edit;
    if (edit.start > end) break;
    if (edit.end > end || (edit.end <= at && edit.start < at)) continue;
    if (edit.start < at) throw new Error(`edits cross at ${edit.start}: this is a bug`);
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at, end);
}

function firstFrom(edits: readonly Edit[], start: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
