// Segmentation rules in the manner of SRX 2.0: at each place of the text the first rule that fits decides. The rules come from outside,
// and what they cost stays linear in the text.
import { type Automaton, automatonOf, endsIn, fitsAt, Unwalkable } from './linear-regex.ts';
import type { RegexFault } from './regex-fault.ts';

/** One rule: what stands before and behind a place, as JavaScript expressions, and whether a sentence ends there. */
export interface SrxRule {
  break: boolean;
  before: string;
  after: string;
  flags: string;
}

/** A rule ready to walk: `before` leads to a place from the text's start, `back` from the place itself. */
interface Ready {
  breaks: boolean;
  before: Automaton;
  back: Automaton;
  after: Automaton;
}

const known = new WeakMap<readonly SrxRule[], Ready[]>();

/** Why a rule cannot be walked in bounded time; null where it can. */
export function unwalkable(rule: SrxRule): RegexFault | null {
  try {
    ready(rule);
    return null;
  } catch (error) {
    if (error instanceof Unwalkable) return error.fault;
    throw error;
  }
}

/** The UTF-16 offsets at which the rules break a text, in order, both ends left out. A rule that is unwalkable says nothing. */
export function breaksBySrx(text: string, rules: readonly SrxRule[]): number[] {
  const compiled = known.get(rules) ?? rules.filter((rule) => unwalkable(rule) === null).map(ready);
  known.set(rules, compiled);
  const breaks = new Set<number>();
  compiled.forEach((rule, i) => {
    if (!rule.breaks) return;
    const earlier = compiled.slice(0, i).filter(({ breaks: does }) => !does);
    for (const at of kept(text, placesOf(text, rule), earlier)) breaks.add(at);
  });
  return [...breaks].sort((a, b) => a - b);
}

/** True where what a walkable rule wants behind a place stands at the head of a text. */
export function fitsAhead(rule: SrxRule, text: string): boolean {
  return fitsAt(ready(rule).after, text, 0);
}

function ready({ break: breaks, before, after, flags }: SrxRule): Ready {
  return {
    breaks,
    before: automatonOf(before, flags, false),
    back: automatonOf(before, flags, true),
    after: automatonOf(after, flags, false),
  };
}

function placesOf(text: string, { before, after }: Ready): number[] {
  const ends = endsIn(before, text);
  const places: number[] = [];
  for (let at = 1; at < text.length; at++) if (ends[at] === 1 && fitsAt(after, text, at)) places.push(at);
  return places;
}

/** Where one place in so many signs may be a break, each exception walks the whole text once instead of back from every place. */
const MANY = 32;

function kept(text: string, places: readonly number[], exceptions: readonly Ready[]): readonly number[] {
  let left = places;
  for (const { before, back, after } of exceptions) {
    const ends = left.length * MANY > text.length ? endsIn(before, text) : null;
    left = left.filter((at) => !((ends ? ends[at] === 1 : fitsAt(back, text, at)) && fitsAt(after, text, at)));
  }
  return left;
}
