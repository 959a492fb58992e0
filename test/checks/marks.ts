// Marks in the samples' own text: `⟦…⟧` says where a check points.

import type { Sample } from '../../server/checks/check.ts';
import type { CheckedPair } from '../../server/checks/index.ts';

/** A text without its marks. */
export function unmarked(text: string): string {
  return text.replace(/[⟦⟧]/g, '');
}

/** A text with marks put around spans, which must not overlap; equal spans are marked once. */
export function marked(text: string, spans: readonly { start: number; end: number }[]): string {
  const inOrder = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  let out = '';
  let at = 0;
  let last = '';
  for (const { start, end } of inOrder) {
    if (`${start}-${end}` === last) continue;
    last = `${start}-${end}`;
    out += `${text.slice(at, start)}⟦${text.slice(Math.max(start, at), end)}⟧`;
    at = Math.max(at, end);
  }
  return out + text.slice(at);
}

/** The pair that a sample shows, without marks. */
export function pairOfSample(sample: Sample): CheckedPair {
  const { knows, fixed, profile, ...rest } = sample;
  const known = knows && new Set(knows.map((word) => word.toLowerCase()));
  return {
    ...rest,
    source: unmarked(sample.source),
    target: unmarked(sample.target),
    ...(known ? { knows: (word: string) => known.has(word.toLowerCase()) } : {}),
  };
}
