// Ranks what the memory holds for a text, and says of each match why it scores what it does.
import type { Code, Match, Reason, Role, Unit } from '../model.ts';
import { contextScore, type Place } from './context.ts';
import { dayWords } from './day-words.ts';
import { reasonsFor } from './explain.ts';
import { withoutCodes } from './inline.ts';
import { matchKey } from './normalize.ts';
import { recode } from './recode.ts';
import { repairedMatch } from './repair-match.ts';
import type { KnownTerm } from './repair-terms.ts';
import { ROLES } from './roles.ts';
import { type Likeness, likeness, measure, scoreOf } from './similarity.ts';
import { APOSTROPHES, DOUBLE_QUOTES, ZERO_WIDTHS } from './typography.ts';
import { type Word, weigh } from './weigh.ts';

/** The text that a match is wanted for, and its place. */
export interface MatchQuery extends Place {
  source: string;
  codes: readonly Code[];
}

/** Points that circumstances take off, by name; 0 names the circumstance without taking anything. */
export interface Penalties {
  /** The match holds a word that hangs on the day (« hier », "last week") and context does not vouch for it. */
  day: number;
  /** The pair was aligned by the program and no person has looked at it. */
  'not-reviewed': number;
  /** The unit belongs to another desk's memory. */
  'other-desk': number;
  /** The target came from a machine. */
  machine: number;
  /** The same source has other targets too. */
  'several-targets': number;
  /** The unit was last changed before `oldBefore`. */
  old: number;
}

/** The points that circumstances take off, unless a desk has settled others. */
export const PENALTIES: Readonly<Penalties> = {
  day: 2,
  'not-reviewed': 2,
  'other-desk': 1,
  machine: 5,
  'several-targets': 0,
  old: 1,
};

/** How matches are ranked. */
export interface RankOptions {
  /** The lowest score to answer, 0 to 102. */
  min: number;
  limit: number;
  penalties?: Partial<Penalties>;
  /** ISO 8601; without it no unit is old. */
  oldBefore?: string;
  /** A memory's name by its id; without it, the id. */
  memoryName?: (id: number) => string;
  /** A memory's place among others that hold the same text: the highest comes first. Without it all are equal. */
  priority?: (id: number) => number;
  /** The desk's terms of this direction, with which matches are repaired. */
  terms?: readonly KnownTerm[];
  /** True for a memory of another desk. */
  foreign?: (memory: number) => boolean;
  /** What {@link likeness} counts, by unit, where it is known. Of what is answered it is counted all the same, and all anew where it differs. */
  raw?: ReadonlyMap<number, number>;
}

/** The text that is asked for, made ready to be compared with many. */
interface Asked {
  query: MatchQuery;
  /** Its key, with and without its codes, and its words. */
  key: string;
  plain: string;
  words: readonly Word[];
}

/** The reasons of a score; null where it is not the one that was told. */
type Why = () => Reason[] | null;

interface Ranked {
  /** Without its reasons: they cost more than the score and few of many are shown. */
  match: Match;
  reasons: Why;
  /** Finer than the score, to choose between equals of the display. */
  fine: number;
  /** That of its memory. */
  place: number;
}

/**
 * The best matches among units that are already turned into the query's direction, best first: by score, then one agreeing
 * neighbour, then the memory of the higher priority, then the newest `changedAt`, then the lowest id. Equal pairs are answered once. A difference that
 * {@link matchKey} unifies costs one point, as codes do; 100 and more is the same text, with context as in {@link contextScore}.
 * A fuzzy match that can be put right for certain comes back `repaired`, in its raw score's place.
 */
export function rankMatches(query: MatchQuery, units: readonly Unit[], options: RankOptions): Match[] {
  const asked = ask(query);
  const several = severalTargets(units);
  const ranked = units.flatMap((unit) => rank(asked, unit, several, options) ?? []);
  ranked.sort(
    (a, b) =>
      b.fine - a.fine || b.place - a.place || compareDates(b.match.at, a.match.at) || a.match.unit - b.match.unit,
  );
  const best = distinct(ranked.filter(({ match }) => match.score >= options.min)).slice(0, options.limit);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const explained = best.map(({ match, reasons }) => ({ ...match, reasons: reasons() }));
  if (!explained.every(isExplained)) return rankMatches(query, units, { ...options, raw: new Map() });
  return explained.map((match) => repairedMatch(query, match, byId.get(match.unit) as Unit, options.terms));
}

function isExplained(match: Omit<Match, 'reasons'> & { reasons: Reason[] | null }): match is Match {
  return match.reasons !== null;
}

function ask(query: MatchQuery): Asked {
  const plain = matchKey(withoutCodes(query.source, query.codes));
  return { query, key: matchKey(query.source, query.codes), plain, words: weigh(plain) };
}

function rank(asked: Asked, unit: Unit, several: ReadonlySet<string>, options: RankOptions): Ranked | null {
  const recoded = recode(asked.query, unit);
  if (!recoded) return null;
  const base = baseScore(asked, unit, recoded.whole, options.raw?.get(unit.id));
  const penalties = penaltiesOf(unit, base.score > 100, several, options);
  const score = Math.max(0, base.score + penalties.reduce((sum, reason) => sum + reason.points, 0));
  const kind = score > 100 ? 'context' : base.exact ? 'exact' : 'fuzzy';
  return {
    fine: base.fine - (base.score - score) * 100,
    place: options.priority?.(unit.memory) ?? 0,
    reasons: () => base.reasons()?.concat(penalties) ?? null,
    match: {
      score,
      source: unit.source,
      target: recoded.target,
      kind,
      reasons: [],
      unit: unit.id,
      memory: options.memoryName?.(unit.memory) ?? String(unit.memory),
      author: unit.author,
      at: unit.changedAt,
    },
  };
}

interface Base {
  score: number;
  fine: number;
  exact: boolean;
  reasons: Why;
}

function baseScore({ query, key, plain, words }: Asked, unit: Unit, sameCodes: boolean, told?: number): Base {
  if (key === matchKey(unit.source, unit.codes)) return exactScore(query, unit, sameCodes);
  const codes: Reason[] = [{ name: 'codes', points: -1 }];
  const theirs = matchKey(withoutCodes(unit.source, unit.codes));
  if (plain === theirs) return { score: 99, fine: 9900, exact: false, reasons: () => codes };
  const raw = told ?? scoreOf(measure(words, weigh(theirs)));
  const score = Math.min(99, Math.floor(raw / 100));
  const own = () => lossReasons(likeness(words, weigh(theirs)), raw, score);
  if (sameCodes) return { score, fine: Math.min(9950, raw), exact: false, reasons: own };
  const reasons = () => own()?.concat(codes) ?? null;
  return { score: Math.max(0, score - 1), fine: Math.min(9950, raw) - 100, exact: false, reasons };
}

/** Why words score so much (where none differs, something between them does); null where they do not. */
function lossReasons({ raw, losses }: Likeness, told: number, score: number): Reason[] | null {
  if (raw !== told) return null;
  return losses.length > 0 ? reasonsFor(losses, score) : [{ name: 'spacing', points: score - 100 }];
}

function exactScore(query: MatchQuery, unit: Unit, sameCodes: boolean): Base {
  const mine = withoutCodes(query.source, query.codes);
  const theirs = withoutCodes(unit.source, unit.codes);
  const typed = mine === theirs ? null : typing(mine, theirs);
  if (!sameCodes || typed) {
    const name = typed ?? 'codes';
    return { score: 99, fine: sameCodes ? 9970 : 9960, exact: sameCodes, reasons: () => [{ name, points: -1 }] };
  }
  const context = contextScore(query, { ...unit, role: roleOf(unit) });
  return {
    score: context.score,
    fine: context.score * 100 + (context.oneAgrees ? 50 : 0),
    exact: true,
    reasons: () => context.reasons,
  };
}

/** The role that the unit's sentence had where it was approved, where that was noted. */
function roleOf({ properties }: Unit): Role | undefined {
  return ROLES.find((role) => role === properties['role']);
}

const SPACES = new RegExp(`[\\s${ZERO_WIDTHS}]+`, 'g');

/** What a typist did differently in two texts of one key: spacing, apostrophes, quotes, or other marks. */
function typing(one: string, other: string): string {
  const same = (rewrite: (text: string) => string) => rewrite(one) === rewrite(other);
  const spaces = (text: string) => text.normalize('NFC').replace(SPACES, '');
  const apostrophes = (text: string) => spaces(text).replace(new RegExp(`[${APOSTROPHES}]`, 'g'), "'");
  if (same(spaces)) return 'spacing';
  if (same(apostrophes)) return 'apostrophes';
  return same((text) => apostrophes(text).replace(new RegExp(`''|[${DOUBLE_QUOTES}]`, 'g'), '"'))
    ? 'quotes'
    : 'punctuation';
}

function penaltiesOf(unit: Unit, inContext: boolean, several: ReadonlySet<string>, options: RankOptions): Reason[] {
  const points = { ...PENALTIES, ...options.penalties };
  const found: Reason[] = [];
  const add = (name: keyof Penalties, words?: string) =>
    found.push({ name, points: -points[name] || 0, ...(words ? { words } : {}) });
  const days = inContext ? [] : dayWords(unit.source, unit.from);
  if (days.length > 0) add('day', days.join(', '));
  if (unit.taught === 'align') add('not-reviewed');
  if (options.foreign?.(unit.memory)) add('other-desk');
  if (unit.properties['origin'] === 'machine') add('machine');
  if (several.has(matchKey(unit.source, unit.codes))) add('several-targets');
  if (options.oldBefore !== undefined && unit.changedAt < options.oldBefore) add('old');
  return found;
}

/** The source keys that stand with more than one target among the units. */
function severalTargets(units: readonly Unit[]): Set<string> {
  const first = new Map<string, string>();
  const several = new Set<string>();
  for (const unit of units) {
    const key = matchKey(unit.source, unit.codes);
    const target = first.get(key);
    if (target === undefined) first.set(key, unit.target);
    else if (target !== unit.target) several.add(key);
  }
  return several;
}

function compareDates(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function distinct(ranked: readonly Ranked[]): Ranked[] {
  const seen = new Set<string>();
  return ranked.filter(({ match }) => {
    const pair = `${match.source}\u0000${match.target}`;
    return seen.has(pair) ? false : seen.add(pair);
  });
}
