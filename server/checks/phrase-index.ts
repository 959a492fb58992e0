// Finds which of many phrase lists can occur in a side at all, by the first letters of its words: hundreds of patterns cost nothing where none can match.
import type { Side, Word } from './side.ts';

const KEY = 3;

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
  return (side) => {
    const found = new Set<T>();
    for (const start of side.words.flatMap(startsOf)) for (const item of byStart.get(start) ?? []) found.add(item);
    return [...found];
  };
}

/** The keys under which a word may be found; one with a hyphen inside may begin a phrase behind it. */
function startsOf({ low }: Word): string[] {
  const parts = low.includes('-') ? [low, ...low.split('-').slice(1)] : [low];
  return parts.flatMap((part) => [part.slice(0, 1), part.slice(0, 2), part.slice(0, KEY)]);
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

/** The first letters that every match begins with: up to three, fewer before a sign of the expression. */
function startOf(phrase: string): string {
  const group = /^\(\?:([^|()]+)/.exec(phrase);
  if (group) throw new Error(`the phrase "${phrase}" begins with a group: this is a bug`);
  const literal = /^[\p{L}\p{N}'\u2019]+/u.exec(phrase.toLowerCase())?.[0] ?? '';
  const rest = phrase.charAt(literal.length);
  const sure = /[?*{]/.test(rest) ? literal.slice(0, -1) : literal;
  if (sure === '') throw new Error(`the phrase "${phrase}" begins with no letter: this is a bug`);
  return sure.replace(/\u2019/g, "'").slice(0, KEY);
}
