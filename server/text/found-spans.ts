// Where typed words stand in a text, by the measure of the full-text index: whatever their case and accents.
import type { Code } from '../model.ts';
import { plain } from './inline.ts';
import { foldForSearch, foldWithOffsets } from './normalize.ts';

/** From and to, in UTF-16 units of the one-string text. */
export type Span = [number, number];

const WORDS = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/**
 * The places of what was typed: each run between white space, and each text in straight quotes, is a phrase of its words;
 * the very last word may be the beginning of one. In order, those that touch joined.
 */
export function foundSpans(text: string, codes: readonly Code[], typed: string): Span[] {
  const bare = plain(text, codes);
  const folded = foldWithOffsets(bare.text);
  const at = (offset: number) => bare.offsets[folded.offsets[offset] ?? 0] ?? 0;
  const spans: Span[] = [];
  for (const phrase of phrasesOf(typed)) {
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

function phrasesOf(typed: string): RegExp[] {
  const folded = foldForSearch(typed);
  const open = /[\p{L}\p{N}\p{M}\p{Co}]$/u.test(typed);
  const phrases = [...folded.matchAll(/"([^"]*)"|[^\s"]+/g)]
    .map((found) => [...(found[1] ?? found[0]).matchAll(WORDS)].map((word) => word[0]))
    .filter((words) => words.length > 0);
  return phrases.map((words, i) => {
    const inside = words.join('[^\\p{L}\\p{N}\\p{M}\\p{Co}]+');
    const end = open && i === phrases.length - 1 ? '' : '(?![\\p{L}\\p{N}\\p{M}\\p{Co}])';
    return new RegExp(`(?<![\\p{L}\\p{N}\\p{M}\\p{Co}])${inside}${end}`, 'gu');
  });
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
