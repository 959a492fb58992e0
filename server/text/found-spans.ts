// Where typed words stand in a text, by the measure of the full-text index: whatever their case and accents.
import type { Code } from '../model.ts';
import { plain } from './inline.ts';
import { foldWithOffsets } from './normalize.ts';
import { phrasePatterns } from './typed-words.ts';

/** From and to, in UTF-16 units of the one-string text. */
export type Span = [number, number];

/**
 * Finds the places of what was typed, read as `typedPhrases` reads it; of an open phrase only the typed letters are marked. In
 * order, those that touch joined.
 */
export function spanFinder(typed: string): (text: string, codes: readonly Code[]) => Span[] {
  const phrases = phrasePatterns(typed);
  return (text, codes) => spansOf(phrases, text, codes);
}

function spansOf(phrases: readonly RegExp[], text: string, codes: readonly Code[]): Span[] {
  const bare = plain(text, codes);
  const folded = foldWithOffsets(bare.text);
  const at = (offset: number) => bare.offsets[folded.offsets[offset] ?? 0] ?? 0;
  const spans: Span[] = [];
  for (const phrase of phrases) {
    for (const found of folded.text.matchAll(phrase)) {
      const last = found.index + found[0].length - 1;
      // The end is that of the last character, for a code may stand behind it.
      spans.push([at(found.index), at(last) + widthAt(folded.offsets, last)]);
    }
  }
  return joined(spans);
}

/** How many UTF-16 units of the text the folded character at an offset was made from. */
function widthAt(offsets: readonly number[], last: number): number {
  const begin = offsets[last] ?? 0;
  const next = offsets.slice(last + 1).find((offset) => offset > begin);
  return (next ?? begin + 1) - begin;
}

function joined(spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}
