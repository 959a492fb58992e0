// Which sentence of a later source is which of the earlier one.
import { equalPairs } from './difference.ts';
import { grouped } from './grouping.ts';
import { withoutTypography } from './normalize.ts';
import { measure, scoreBound, scoreOf } from './similarity.ts';
import { type Word, weigh, weightOf } from './weigh.ts';

/** What became of a sentence. `old` and `now` are indexes into the two lists. */
export interface SameSentence {
  old: number;
  now: number;
  kind: 'unchanged' | 'moved' | 'changed';
}

/** A sentence as it is recognised: its canonical text, and its role. */
export interface Sentence {
  text: string;
  role: string;
}

/** How alike (in hundredths of a point) a sentence between two that stayed must be to be the same one, and one from elsewhere. */
const ALIKE_IN_PLACE = 4500;
const ALIKE_ELSEWHERE = 7500;

/**
 * Pairs the sentences of two versions: equal ones in order stay, equal ones out of order have moved, alike ones in the same
 * gap (or very alike ones elsewhere) have changed. What is in no pair is gone, or new.
 */
export function matchSentences(old: readonly Sentence[], now: readonly Sentence[]): SameSentence[] {
  const key = (sentence: Sentence) => `${sentence.role} ${withoutTypography(sentence.text)}`;
  const [oldKeys, nowKeys] = [old.map(key), now.map(key)];
  const pairs = equalPairs(oldKeys, nowKeys).map(([i, j]): SameSentence => ({ old: i, now: j, kind: 'unchanged' }));
  const anchors = [...pairs];
  pairs.push(...moved(oldKeys, nowKeys, pairs));
  // A line that became a crosshead is the same line.
  const bare = (sentence: Sentence) => withoutTypography(sentence.text);
  pairs.push(...moved(old.map(bare), now.map(bare), pairs));
  pairs.push(...changedInGaps(old, now, pairs, anchors));
  pairs.push(...alike(left(old, pairs, 'old'), left(now, pairs, 'now'), old, now, ALIKE_ELSEWHERE));
  return pairs.sort((a, b) => a.now - b.now);
}

function left(list: readonly unknown[], pairs: readonly SameSentence[], side: 'old' | 'now'): number[] {
  const taken = new Set(pairs.map((pair) => pair[side]));
  return [...list.keys()].filter((i) => !taken.has(i));
}

function moved(old: readonly string[], now: readonly string[], pairs: readonly SameSentence[]): SameSentence[] {
  const waiting = grouped(left(old, pairs, 'old'), (i) => old[i]);
  return left(now, pairs, 'now').flatMap((j): SameSentence[] => {
    const i = waiting.get(now[j])?.shift();
    return i === undefined ? [] : [{ old: i, now: j, kind: 'moved' }];
  });
}

/** Between two sentences that stayed, what was there and what is there now. */
function changedInGaps(
  old: readonly Sentence[],
  now: readonly Sentence[],
  pairs: readonly SameSentence[],
  anchors: readonly SameSentence[],
): SameSentence[] {
  const gapOf = (side: 'old' | 'now', list: readonly unknown[]) => {
    const starts = new Set(anchors.map((pair) => pair[side]));
    let gap = 0;
    return list.map((_, i) => (starts.has(i) ? ++gap : gap));
  };
  const [oldGaps, nowGaps] = [gapOf('old', old), gapOf('now', now)];
  const before = grouped(left(old, pairs, 'old'), (i) => oldGaps[i]);
  const behind = grouped(left(now, pairs, 'now'), (j) => nowGaps[j]);
  return [...before].flatMap(([gap, olds]) => alike(olds, behind.get(gap) ?? [], old, now, ALIKE_IN_PLACE));
}

/** Comparing more than this many pairs would be felt; what is left then counts as gone and new. */
const MOST_PAIRS = 40000;

/** The most alike first, each once. */
function alike(
  olds: readonly number[],
  nows: readonly number[],
  old: readonly Sentence[],
  now: readonly Sentence[],
  least: number,
): SameSentence[] {
  if (olds.length * nows.length > MOST_PAIRS) return [];
  const before = olds.map((i) => weighed(old[i]));
  const scored = nows.flatMap((j) => {
    const text = weighed(now[j]);
    return olds.map((i, at) => ({ old: i, now: j, score: score(before[at] as Weighed, text, least) }));
  });
  const fit = scored.filter((pair) => pair.score >= least);
  fit.sort((a, b) => b.score - a.score || Math.abs(a.old - a.now) - Math.abs(b.old - b.now));
  const taken = { old: new Set<number>(), now: new Set<number>() };
  return fit.flatMap((pair): SameSentence[] => {
    if (taken.old.has(pair.old) || taken.now.has(pair.now)) return [];
    taken.old.add(pair.old);
    taken.now.add(pair.now);
    return [{ old: pair.old, now: pair.now, kind: 'changed' }];
  });
}

interface Weighed {
  words: Word[];
  weight: number;
}

function weighed(sentence: Sentence | undefined): Weighed {
  const words = weigh(sentence?.text ?? '');
  return { words, weight: weightOf(words) };
}

/** Likeness looks from one side; a sentence that only grew is alike from the other. 0 where it cannot reach `least`. */
function score(one: Weighed, other: Weighed, least: number): number {
  const most = Math.min(one.weight, other.weight);
  if (scoreBound(most, one.weight, other.weight, 1, 1, 1) < least) return 0;
  return Math.max(scoreOf(measure(one.words, other.words)), scoreOf(measure(other.words, one.words)));
}
