// Finds which of many phrase lists can occur in a side at all, by the first letters of its words: hundreds of patterns cost nothing where none can match.
import { anyOf } from './patterns.ts';
import { type Side, STARTS_OF } from './side.ts';

/**
 * An index over items by the phrases that each may match with. Phrases may hold regular expressions, but begin with a
 * letter that is meant as it stands. The answer lists every item one of whose phrases can occur, and some that cannot.
 */
export function phraseIndex<T>(items: readonly T[], phrasesOf: (item: T) => readonly string[]): (side: Side) => T[] {
  const byStart = new Map<string, Set<T>>();
  for (const item of items) {
    for (const phrase of phrasesOf(item)) {
      for (const branch of branchesOf(phrase)) {
        const key = startOf(branch);
        const found = byStart.get(key) ?? new Set();
        byStart.set(key, found.add(item));
      }
    }
  }
  return (side) => {
    const found = new Set<T>();
    for (const start of side.starts) {
      const items = byStart.get(start);
      if (items) for (const item of items) found.add(item);
    }
    return [...found];
  };
}

/** The first letters with which each match of some phrases begins; null where one of them begins with no letter. */
export function startsOfPhrases(phrases: readonly string[]): string[] | null {
  return phrases.every((phrase) => BEGINS.test(phrase)) ? [...new Set(phrases.flatMap(branchesOf).map(startOf))] : null;
}

/** Whether any of some phrases can stand in a side; those that begin with no letter are asked as the expressions they are. */
export function mayStand(phrases: readonly string[]): (side: Side) => boolean {
  const [plain, loose] = [true, false].map((wanted) => phrases.filter((phrase) => BEGINS.test(phrase) === wanted));
  const indexed = phraseIndex([true], () => plain ?? []);
  const rest = loose && loose.length > 0 ? anyOf(loose, 'iu') : null;
  return (side) => indexed(side).length > 0 || (rest?.test(side.prose) ?? false);
}

const BEGINS = /^(?:\(\?:)?\p{L}(?![?*{])/u;

/** The ways in which a phrase can begin: its alternatives "lease|leasing", and those of a group at its head, "(?:big|great) school". */
function branchesOf(phrase: string): string[] {
  return alternatives(phrase).flatMap((branch) => {
    const end = branch.startsWith('(?:') ? endOfGroup(branch) : -1;
    if (end < 0) return [branch];
    const optional = branch.charAt(end) === '?';
    const rest = branch.slice(optional ? end + 1 : end);
    const begun = alternatives(branch.slice('(?:'.length, end - 1)).map((head) => head + rest);
    return [...begun, ...(optional ? [rest] : [])].flatMap(branchesOf);
  });
}

/** The parts between bars that stand in no group. */
function alternatives(phrase: string): string[] {
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

/** The index behind the bracket that closes the one at the head. */
function endOfGroup(phrase: string): number {
  let depth = 0;
  for (let at = 0; at < phrase.length; at++) {
    if (phrase[at] === '(') depth++;
    if (phrase[at] === ')' && --depth === 0) return at + 1;
  }
  return -1;
}

/** The first letters that every match begins with: up to {@link STARTS_OF}, fewer before a sign of the expression. */
function startOf(phrase: string): string {
  const literal = /^[\p{L}\p{N}]+(?:(?<=^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu))['\u2019])?/u.exec(
    phrase.toLowerCase(),
  );
  const [letters = ''] = literal ?? [];
  const rest = phrase.charAt(letters.length);
  const sure = /[?*{]/.test(rest) ? letters.slice(0, -1) : letters;
  if (sure === '') throw new Error(`the phrase "${phrase}" begins with no letter: this is a bug`);
  return sure.replace(/\u2019/g, "'").slice(0, STARTS_OF);
}
