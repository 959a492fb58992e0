// Rules that a regular expression can say: where it matches in a side's prose, there is a fault.
import type { Fault, Pair, Said } from './check.ts';
import { isQuotedVerbatim } from './quotations.ts';
import type { Side } from './side.ts';

/** One rule over the prose of the target. The whole match is the span: look-arounds keep the context out of it. */
export interface PatternRule {
  /** Global, with the `u` flag. */
  pattern: RegExp;
  /** What every match holds, said without look-arounds, or whether a text can hold one: a cheap question before the dear one. */
  hint: string | RegExp | ((target: Side) => boolean);
  message: Said | ((found: RegExpExecArray) => Said);
  fix?: (found: RegExpExecArray) => string | undefined;
  rule?: string;
  /** True where the match is no fault after all. */
  unless?: (found: RegExpExecArray, pair: Pair) => boolean;
}

/** All faults of some rules over the target's prose. */
export function* patternFaults(pair: Pair, rules: readonly PatternRule[]): Generator<Fault> {
  const { prose } = pair.target;
  for (const { pattern, hint, message, fix, rule, unless } of rules) {
    if (!mayMatch(hint, pair.target)) continue;
    for (const found of prose.matchAll(pattern)) {
      if (unless?.(found, pair) || isCopied(found, pair)) continue;
      const text = fix?.(found);
      yield {
        side: 'target',
        start: found.index,
        end: found.index + found[0].length,
        message: typeof message === 'function' ? message(found) : message,
        ...(rule === undefined ? {} : { rule }),
        ...(text === undefined ? {} : { fix: text }),
      };
    }
  }
}

/** Inside a quotation that is the source's, letter for letter: the manners of its language go with it. */
function isCopied({ index, 0: text, input }: RegExpExecArray, { source }: Pair): boolean {
  return isQuotedVerbatim(index, index + text.length, input, source.text);
}

function mayMatch(hint: PatternRule['hint'], target: Side): boolean {
  if (typeof hint === 'string') return target.prose.includes(hint);
  return typeof hint === 'function' ? hint(target) : hint.test(target.prose);
}

/** A pattern of whole words or phrases, in any case, with either apostrophe and any space. An entry may hold regular expressions. */
export function anyOf(phrases: readonly string[], flags = 'giu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.map(loosen).join('|')})(?:(?<!\\p{L})|(?![\\p{L}\\p{N}]))`, flags);
}

function loosen(phrase: string): string {
  return phrase.replace(/['\u2019]/g, "['\u2019]").replace(/ /g, '\\s+');
}
