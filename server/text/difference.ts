// What changed between two one-string texts, word by word. Shortest edit script after Myers 1986, by the package `diff`.
import { diffArrays } from 'diff';
import type { Code } from '../model.ts';
import { tokenize } from './tokenize.ts';

/** A run of one text or both. Offsets are UTF-16 units. */
export interface Change {
  kind: 'equal' | 'insert' | 'delete';
  text: string;
  /** Where the run stands in the old text (an insertion: where it would stand, with no length). */
  before: [number, number];
  /** Where the run stands in the new text (a deletion: where it would stand, with no length). */
  after: [number, number];
}

/** Edits beyond this are a rewriting: nobody reads them word by word, and the time would grow with their square. */
const MOST_EDITS = 1500;

interface Run {
  kind: Change['kind'];
  tokens: readonly string[];
}

/**
 * The runs of both texts in order, a deletion before the insertion in its place: without insertions they join to the old
 * text, without deletions to the new one. Tokens are those of {@link tokenize}: a code is one, and spaces change by
 * themselves (U+00A0 for a plain one is seen). Two texts too unlike for words differ as a whole between their equal ends.
 */
export function difference(
  one: string,
  other: string,
  codes: readonly Code[] = [],
  otherCodes: readonly Code[] = codes,
): Change[] {
  const old = tokenize(one, codes).map((token) => token.text);
  const now = tokenize(other, otherCodes).map((token) => token.text);
  return placed(runsOf(old, now));
}

function runsOf(old: readonly string[], now: readonly string[]): Run[] {
  const head = equalHead(old, now);
  const tail = equalTail(old, now, head);
  const [oldMiddle, newMiddle] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  return [
    { kind: 'equal', tokens: old.slice(0, head) },
    ...runsBetween(oldMiddle, newMiddle),
    { kind: 'equal', tokens: old.slice(old.length - tail) },
  ];
}

function equalHead(old: readonly string[], now: readonly string[]): number {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  return head;
}

function equalTail(old: readonly string[], now: readonly string[], head: number): number {
  const most = Math.min(old.length, now.length) - head;
  let tail = 0;
  while (tail < most && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return tail;
}

function runsBetween(old: string[], now: string[]): Run[] {
  const found = diffArrays(old, now, { maxEditLength: MOST_EDITS });
  if (!found) {
    return [
      { kind: 'delete', tokens: old },
      { kind: 'insert', tokens: now },
    ];
  }
  return found.map(({ value, added, removed }) => ({
    kind: added ? 'insert' : removed ? 'delete' : 'equal',
    tokens: value,
  }));
}

/** Gives runs their offsets; empty ones go, and neighbours of one kind are one. */
function placed(runs: readonly Run[]): Change[] {
  const changes: Change[] = [];
  let before = 0;
  let after = 0;
  for (const { kind, tokens } of runs) {
    const text = tokens.join('');
    if (text === '') continue;
    const [toBefore, toAfter] = [
      kind === 'insert' ? before : before + text.length,
      kind === 'delete' ? after : after + text.length,
    ];
    const last = changes.at(-1);
    if (last?.kind === kind) {
      last.text += text;
      last.before[1] = toBefore;
      last.after[1] = toAfter;
    } else changes.push({ kind, text, before: [before, toBefore], after: [after, toAfter] });
    [before, after] = [toBefore, toAfter];
  }
  return changes;
}

/** The pairs of indexes at which two lists are equal in order: a longest common subsequence. Lists too unlike for it meet at their ends alone. */
export function equalPairs(old: readonly string[], now: readonly string[]): [number, number][] {
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const { kind, tokens } of runsOf(old, now)) {
    if (kind === 'equal') tokens.forEach((_, at) => void pairs.push([i + at, j + at]));
    if (kind !== 'insert') i += tokens.length;
    if (kind !== 'delete') j += tokens.length;
  }
  return pairs;
}
