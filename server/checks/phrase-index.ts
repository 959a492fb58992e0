// Finds which of many phrase lists can occur in a side at all, by the first letters of its words: hundreds of patterns cost nothing where none can match.
import type { Side, Word } from './side.ts';

const KEY = 5;

/**
 * An index over items by the phrases that each may match with. Phrases may hold regular expressions, but begin with a
 * letter that is meant as it stands. The answer lists every item one of whose phrases can occur, and some that cannot.
 */
export function phraseIndex<T>(items: readonly T[], phrasesOf: (item: T) => readonly string[]): (side: Side) => T[] {
  const byStart = new Map<string, Set<T>>();
  for (const item of items) {
    for (const phrase of phrasesOf(item)) {
      for (const branch of topBranches(phrase)) {
        const key = startOf(branch);
        const found = byStart.get(key) ?? new Set();
        byStart.set(key, found.add(item));
      }
    }
  }
  const lengths = [...new Set([...byStart.keys()].map((key) => key.length))];
  return (side) => {
    const found = new Set<T>();
    for (const part of side.words.flatMap(partsOf)) {
      for (const length of lengths) {
        if (part.length < length) continue;
        for (const item of byStart.get(part.slice(0, length)) ?? []) found.add(item);
      }
    }
    return [...found];
  };
}

/** A word; one with a hyphen inside may begin a phrase behind it. */
function partsOf({ low }: Word): string[] {
  return low.includes('-') ? [low, ...low.split('-').slice(1)] : [low];
}

/** The alternatives of a phrase that has them at its top: "lease|leasing". */
function topBranches(phrase: string): string[] {
  let depth = 0;
  const branches = [''];
  for (const char of phrase) {
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (char === '|' && depth === 0) branches.push('');
    else branches[branches.length - 1] += char;
  }
  return branches;
}

/** The first letters that every match begins with: up to {@link KEY}, fewer before a sign of the expression. */
function startOf(phrase: string): string {
  const group = /^\(\?:([^|()]+)/.exec(phrase);
  if (group) throw new Error(`the phrase "${phrase}" begins with a group: this is a bug`);
  const literal = /^[\p{L}\p{N}'\u2019]+/u.exec(phrase.toLowerCase())?.[0] ?? '';
  const rest = phrase.charAt(literal.length);
  const sure = /[?*{]/.test(rest) ? literal.slice(0, -1) : literal;
  if (sure === '') throw new Error(`the phrase "${phrase}" begins with no letter: this is a bug`);
  return sure.replace(/\u2019/g, "'").slice(0, KEY);
}
