// All checks, and how they are run over a pair. The same code answers on the server and, as a person types, in the browser.
import type { Code, Finding, Language } from '../model.ts';
import { acronym } from './acronym.ts';
import { attribution } from './attribution.ts';
import { boilerplate } from './boilerplate.ts';
import { brackets } from './brackets.ts';
import type { Check, CheckName, Fault, KnownTerm, Pair, Profile } from './check.ts';
import { currency } from './currency.ts';
import { date } from './date.ts';
import { doubleSpace } from './double-space.ts';
import { endPunctuation } from './end-punctuation.ts';
import { falseFriend } from './false-friend.ts';
import { forbiddenTerm } from './forbidden-term.ts';
import { hedge } from './hedge.ts';
import { inconsistent } from './inconsistent.ts';
import { length } from './length.ts';
import { name } from './name.ts';
import { negation } from './negation.ts';
import { number } from './number.ts';
import { percent } from './percent.ts';
import { type Weight, weigh } from './preset.ts';
import { quotes } from './quotes.ts';
import { repeatedWord } from './repeated-word.ts';
import { Side } from './side.ts';
import { spelling } from './spelling.ts';
import { tag } from './tag.ts';
import { term } from './term.ts';
import { typographyEn } from './typography-en.ts';
import { typographyFr } from './typography-fr.ts';
import { unit } from './unit.ts';
import { untranslated } from './untranslated.ts';
import { url } from './url.ts';

/** Every check there is, in the order in which the manual shows them. */
export const CHECKS: readonly Check[] = [
  number,
  currency,
  date,
  unit,
  percent,
  typographyFr,
  typographyEn,
  quotes,
  brackets,
  endPunctuation,
  untranslated,
  repeatedWord,
  doubleSpace,
  length,
  tag,
  url,
  term,
  forbiddenTerm,
  acronym,
  name,
  inconsistent,
  falseFriend,
  spelling,
  boilerplate,
  negation,
  hedge,
  attribution,
];

/** A source, its target and what is known beside them. Texts are one-string texts; `codes` serve both. */
export interface CheckedPair {
  source: string;
  target: string;
  from: Language;
  to: Language;
  codes?: readonly Code[];
  terms?: readonly KnownTerm[];
  forbidden?: readonly string[];
  /** Other pairs, in the same direction. */
  memory?: readonly { source: string; target: string }[];
  knows?: (word: string, language: Language) => boolean;
}

export interface CheckOptions {
  /** `default` without it. */
  profile?: Profile;
  /** The language of the messages; English without it. */
  language?: 'en' | 'fr';
  /** A desk's own weights, by check (`quotes`) or rule (`typography-fr/apostrophe`). */
  style?: Readonly<Record<string, Weight>>;
}

/** The findings of all checks over a pair, by place: target before source, then start, then check. No text makes it throw. */
export function runChecks(checked: CheckedPair, options: CheckOptions = {}): Finding[] {
  const pair = pairOf(checked);
  const findings: Finding[] = [];
  for (const { id, run } of CHECKS) {
    for (const fault of run(pair)) {
      const finding = findingOf(id, fault, pair, options);
      if (finding) findings.push(finding);
    }
  }
  return findings.sort(byPlace);
}

/** The pair as the checks see it. */
export function pairOf(checked: CheckedPair): Pair {
  const codes = checked.codes ?? [];
  return {
    source: new Side(checked.source, codes, checked.from),
    target: new Side(checked.target, codes, checked.to),
    terms: checked.terms ?? [],
    forbidden: checked.forbidden ?? [],
    memory: checked.memory ?? [],
    knows: checked.knows ?? null,
  };
}

/** A fault as a finding: weighed, worded, at its place in the one string; null where it weighs nothing. */
export function findingOf(check: CheckName, fault: Fault, pair: Pair, options: CheckOptions): Finding | null {
  const severity = weigh(check, fault.rule, options.profile ?? 'default', options.style);
  if (severity === 'off') return null;
  const { start, end, whole } = fault.placed
    ? { ...fault, whole: true }
    : pair[fault.side].place(fault.start, fault.end);
  return {
    check,
    ...(fault.rule === undefined ? {} : { rule: fault.rule }),
    severity,
    message: fault.message[options.language ?? 'en'],
    side: fault.side,
    start,
    end,
    ...(fault.fix === undefined || !whole ? {} : { fix: fault.fix }),
  };
}

function byPlace(a: Finding, b: Finding): number {
  if (a.side !== b.side) return a.side === 'target' ? -1 : 1;
  return a.start - b.start || a.end - b.end || (a.check < b.check ? -1 : a.check > b.check ? 1 : 0);
}
