// Splicing: new text goes into a file's decoded text at places; everything between keeps its characters.
import type { Place } from '../model.ts';

/** New text for a place of the original. */
export interface Edit extends Place {
  text: string;
}

/**
 * Applies edits to the stretch from `start` to `end` of a text. An edit inside a larger one is dropped, for the larger
 * one has already said what stands there; edits that cross are a bug.
 */
export function splice(text: string, edits: readonly Edit[], start = 0, end = text.length): string {
  const inside = edits.filter((edit) => edit.start >= start && edit.end <= end);
  inside.sort((a, b) => a.start - b.start || b.end - a.end);
  let out = '';
  let at = start;
  for (const edit of inside) {
    if (edit.end <= at && edit.start < at) continue;
    if (edit.start < at) throw new Error(`edits cross at ${edit.start}: this is a bug`);
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at, end);
}
