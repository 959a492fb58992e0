// Parts of a text that the memory knows although it does not know the whole: what they are called, and a draft made of them.
import { matchKey } from './normalize.ts';
import { wordRuns } from './word-runs.ts';

/** A stretch of words of a text: UTF-16 offsets, and how many words it has. */
export interface Span {
  start: number;
  end: number;
  words: number;
  text: string;
}

/** A part whose translation the memory supports. */
export interface Fragment extends Span {
  target: string;
  /** How sure the memory is, 0 to 1: 1 for a whole unit of that text, else the share of units that say so. */
  support: number;
}

/** A draft made of fragments. Where none covers a word, the source's own word stands. */
export interface Assembled {
  target: string;
  /** The fragments used, in order of the source. */
  fragments: Fragment[];
  /** The share of the source's words that they cover, 0 to 1. */
  covered: number;
}

/** Longer phrases than this recur too seldom to be worth asking for. */
const LONGEST = 7;

/** All stretches of one to seven words, without sentence punctuation inside, the longest first. */
export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  for (const run of wordRuns(text)) {
    for (let from = 0; from < run.length; from++) {
      for (let to = from; to < Math.min(run.length, from + LONGEST); to++) {
        const [start, end] = [run[from]?.start ?? 0, run[to]?.end ?? 0];
        spans.push({ start, end, words: to - from + 1, text: text.slice(start, end) });
      }
    }
  }
  return spans.sort((a, b) => b.words - a.words || a.start - b.start);
}

/** The keys under which a unit of just this text may be stored: as it stands, and as a sentence or a label would write it. */
export function keysOf(span: Span): string[] {
  const capital = span.text.charAt(0).toUpperCase() + span.text.slice(1);
  return [...new Set([span.text, capital, `${capital}.`, `${span.text}:`].map((text) => matchKey(text)))];
}

/** A unit's target as part of a sentence: without its end mark, and without its capital unless the part has one. */
export function asPart(target: string, span: Span): string {
  const body = target.replace(/[\s.:;!?\u2026]+$/u, '');
  const lower = span.text.charAt(0) === span.text.charAt(0).toLowerCase();
  return lower && /^\p{Lu}\p{Ll}/u.test(body) ? body.charAt(0).toLowerCase() + body.slice(1) : body;
}

/** Puts the fragments that say most in the place of what they translate; no two of them overlap. */
export function assemble(source: string, fragments: readonly Fragment[]): Assembled {
  const used = bestCover(fragments);
  let target = '';
  let end = 0;
  for (const fragment of used) {
    target += source.slice(end, fragment.start) + fragment.target;
    end = fragment.end;
  }
  const words = wordRuns(source).reduce((sum, run) => sum + run.length, 0);
  const covered = used.reduce((sum, fragment) => sum + fragment.words, 0) / Math.max(1, words);
  return { target: target + source.slice(end), fragments: used, covered };
}

/** The fragments without overlap that cover most words, long ones before several short ones (weighted interval scheduling). */
function bestCover(fragments: readonly Fragment[]): Fragment[] {
  const inOrder = [...fragments].sort((a, b) => a.end - b.end);
  const best: { worth: number; last: Fragment | null; before: number }[] = [{ worth: 0, last: null, before: 0 }];
  for (const [i, fragment] of inOrder.entries()) {
    const before = inOrder.findLastIndex((other, at) => at < i && other.end <= fragment.start) + 1;
    const worth = (best[before]?.worth ?? 0) + fragment.words ** 1.3 * fragment.support;
    const without = best[i]?.worth ?? 0;
    best.push(worth > without ? { worth, last: fragment, before } : { worth: without, last: null, before: i });
  }
  const used: Fragment[] = [];
  for (let at = best.length - 1; at > 0; ) {
    const step = best[at];
    if (step?.last) used.push(step.last);
    at = step?.before ?? 0;
  }
  return used.reverse();
}
