// Repairing words: names that stand alike on both sides, the mark at the end, the case of the first letter.

import type { Repairable } from './repair.ts';
import { monthEdit, monthsNamed } from './repair-dates.ts';
import type { Difference } from './repair-differences.ts';
import { type Edit, insideQuotes, SLOT } from './repair-quantities.ts';
import { tokenize } from './tokenize.ts';
import { NBSP, NNBSP } from './typography.ts';

const END_MARK = /^(?:[.!?;:\u2026]|\.{3})?$/u;
const ELLIPSES = ['...', '\u2026'];
const SPACED_IN_FRENCH: Readonly<Record<string, string>> = { '!': NNBSP, '?': NNBSP, ';': NNBSP, ':': NBSP };

/** The edit for a text that ends with another mark, or with none; null where that is not the difference. */
export function endMarkEdit(difference: Difference, { target, to }: Repairable): Edit[] | null {
  const { query, source, last } = difference;
  if (!last || !END_MARK.test(query) || !END_MARK.test(source)) return null;
  const end = target.trimEnd().length;
  const there = target.slice(0, end).endsWith(source) ? source : ELLIPSES.includes(source) ? '\u2026' : null;
  const body = there !== null && target.slice(0, end).endsWith(there) ? end - there.length : -1;
  // Where the source has no mark at its end the target must have none either.
  if (body < 0 || (source === '' && /[.!?;:\u2026]$/u.test(target.slice(0, end)))) return null;
  const french = to.toLowerCase().startsWith('fr');
  const mark = french && query === '...' ? '\u2026' : query;
  return [
    { start: target.slice(0, body).trimEnd().length, end, text: french ? (SPACED_IN_FRENCH[mark] ?? '') + mark : mark },
  ];
}

/**
 * The edit for a text that begins with the same word in a capital; null where that is not the difference. A capital is
 * never taken away: « French » and names keep theirs, and nothing here knows them.
 */
export function firstLetterEdit({ query, source, first }: Difference, { target }: Repairable): Edit[] | null {
  if (!first || query === source || query.slice(1) !== source.slice(1)) return null;
  const letter = target.charAt(0);
  if (query.charAt(0) !== source.charAt(0).toUpperCase() || !PLAIN_WORD.test(target)) return null;
  const raised = letter.toUpperCase();
  return raised === letter || raised.length > 1 ? null : [{ start: 0, end: 1, text: raised }];
}

/** A name, a command or a function is written as it is, wherever it stands. */
const PLAIN_WORD = /^\p{L}\p{Ll}+(?![\p{L}\d_()])/u;

/** The edits for a name that the target has as it is, each time the source has it; null where that is not the difference. */
export function nameEdit(difference: Difference, { target, source, to }: Repairable): Edit[] | null {
  const { query: wanted, source: old, first } = difference;
  if (!isName(wanted, first) || !isName(old, false) || wanted.toLowerCase() === old.toLowerCase()) return null;
  if (insideQuotes(difference.text, difference.start, difference.end)) return null;
  const there = occurrences(target, old);
  if (there.length !== 1 || occurrences(source, old).length !== 1) return null;
  const [start] = there as [number];
  if (!fits(target.slice(0, start), wanted, to)) return null;
  return [{ start, end: start + old.length, text: wanted }];
}

/** The edit for a month that is named without a day or a year, "the March figures"; null where that is not the difference. */
export function monthNameEdit(difference: Difference, { target, from, to }: Repairable): Edit[] | null {
  const months = monthsNamed(from, difference.source, difference.query);
  if (!months || insideQuotes(difference.text, difference.start, difference.end)) return null;
  const edit = monthEdit(target, to, ...months);
  return edit && [edit];
}

/** Words that are written the same in every language: capitals (not where a sentence begins), digits or signs in them. */
function isName(text: string, first: boolean): boolean {
  if (text.length < 2 || text.includes(SLOT)) return false;
  const words = tokenize(text).filter((token) => token.kind !== 'space');
  return words.every(({ kind, text: word }, i) => {
    if (kind === 'punctuation') return words.length > 1 && word === '-';
    if (kind === 'address' || kind === 'handle') return true;
    const inner = /\p{Lu}|[\d_./]/u.test(word.slice(1));
    return inner || (/^\p{Lu}\p{L}/u.test(word) && !(first && i === 0));
  });
}

/** Where a name stands in a text as words of its own. */
export function occurrences(text: string, name: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + name.length))) found.push(at);
  }
  return found;
}

function isLetter(char: string): boolean {
  return /[\p{L}\p{N}_]/u.test(char);
}

const VOWEL = /^[aeiouàâäéèêëîïôöùûüœæ]/iu;
/** Sounds that no letter tells: a mute or an aspirated h, "a university" and "an umbrella", « l’Ypres ». */
const UNSURE = /^[huy]/iu;
const ELIDED = /(?:[ldjmntsc]|qu)['\u2019]$|(?:^|[^\p{L}])an\s$/iu;
const FULL = {
  fr: /(?:^|[^\p{L}])(?:de|le|la|que|ne|se|je|me|te|ce|du|au|si)\s$/iu,
  en: /(?:^|[^\p{L}])a\s$/iu,
};

/** Whether the word before a name may stay: « d’Apple » but « de Google », "an Apple" but "a Google". */
export function fits(before: string, wanted: string, to: string): boolean {
  const full = to.toLowerCase().startsWith('fr') ? FULL.fr : FULL.en;
  if (ELIDED.test(before)) return VOWEL.test(wanted) && !UNSURE.test(wanted);
  return !full.test(before) || (!VOWEL.test(wanted) && !UNSURE.test(wanted));
}
