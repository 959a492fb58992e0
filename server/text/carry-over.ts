// Carrying a small change of a source into its translation: another number, another name, other codes.
import type { Code, Unit } from '../model.ts';
import { type Change, difference } from './difference.ts';
import { withoutCodes } from './inline.ts';
import { withoutTypography } from './normalize.ts';
import { recode } from './recode.ts';
import { repairedTarget } from './repair-match.ts';
import { type Token, tokenize } from './tokenize.ts';

/** A text to be replaced by another, both one token. */
interface Swap {
  old: string;
  now: string;
}

/**
 * The target of an earlier source under the later one: its codes take the later numbers, and each number, name or address
 * that another took the place of is replaced, where its place in the target is certain. null where anything else changed:
 * that takes a person.
 */
export function carryOver(
  before: Pick<Unit, 'source' | 'target' | 'codes' | 'from' | 'to'>,
  now: { source: string; codes: readonly Code[] },
): string | null {
  return repairedTarget(now, before)?.target ?? swappedTarget(before, now);
}

/** What repair leaves alone: other codes, other typography beside it, tokens that stand the same in both languages. */
function swappedTarget(
  before: Pick<Unit, 'source' | 'target' | 'codes'>,
  now: { source: string; codes: readonly Code[] },
): string | null {
  const recoded = recode(now, before);
  const swaps = swapsBetween(withoutCodes(before.source, before.codes), withoutCodes(now.source, now.codes));
  if (!recoded || !swaps) return null;
  return swaps.reduce((target: string | null, swap) => target && swapped(target, now.codes, swap), recoded.target);
}

/** The changes between two texts as swaps, those of mere typography left out; null where one is neither. */
function swapsBetween(before: string, now: string): Swap[] | null {
  const swaps: Swap[] = [];
  for (const { old, now: come } of replacements(difference(before, now))) {
    if (withoutTypography(old) === withoutTypography(come)) continue;
    if (!isFixed(old) || !isFixed(come) || count(before, old) !== 1) return null;
    swaps.push({ old, now: come });
  }
  return swaps;
}

/** What stands in the place of what; '' where something only went or came. */
function replacements(changes: readonly Change[]): Swap[] {
  return changes.flatMap((change, i): Swap[] => {
    if (change.kind === 'equal') return [];
    const beside = change.kind === 'delete' ? changes[i + 1] : changes[i - 1];
    if (change.kind === 'delete') return [{ old: change.text, now: beside?.kind === 'insert' ? beside.text : '' }];
    return beside?.kind === 'delete' ? [] : [{ old: '', now: change.text }];
  });
}

/** True for one token that reads the same in both languages: digits, an address, a handle, a name. */
function isFixed(text: string): boolean {
  const [token, more] = tokenize(text);
  if (!token || more) return false;
  return token.kind === 'word' ? /[\p{Lu}\d]/u.test(text) : token.kind !== 'space' && token.kind !== 'punctuation';
}

function count(text: string, wanted: string): number {
  return tokenize(text).filter((token) => token.text === wanted).length;
}

function swapped(target: string, codes: readonly Code[], swap: Swap): string | null {
  const found = tokenize(target, codes).filter((token: Token) => token.text === swap.old && token.kind !== 'code');
  const [token] = found;
  if (!token || found.length > 1) return null;
  return target.slice(0, token.start) + swap.now + target.slice(token.end);
}
