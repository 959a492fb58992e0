// Step 3's question: what the memory holds for a text, exact or alike, with the place that it is wanted for.
import type { Code, Language, Match, Reason, Unit } from '../model.ts';
import type { Place } from '../text/context.ts';
import { PENALTIES, type RankOptions, rankMatches } from '../text/match.ts';
import { matchKey } from '../text/normalize.ts';
import type { KnownTerm } from '../text/repair-terms.ts';
import { placeOf, segmentOf } from './around.ts';
import type { Desk } from './desk.ts';
import { rankingPenalties } from './penalties.ts';
import { OWN_DESK } from './settled-rules.ts';

/** The text that is asked for. Without a place nothing is a context match. */
export interface Lookup extends Partial<Place> {
  text: string;
  codes?: readonly Code[];
  from: Language;
  to: Language;
  /** The lowest score, 70 where absent. */
  min?: number;
  /** How many at most, 5 where absent. */
  limit?: number;
  exhaustive?: boolean;
}

/** Circumstances take points off, so the index is asked again, for so many, where what it holds back may be better. */
const AT_MOST = 320;

/** A desk whose memory is asked; without a clock no unit is old. */
export type LookupDesk = Pick<Desk, 'stores' | 'index'> & Partial<Pick<Desk, 'now'>>;

/** The best matches, best first. */
export async function lookup(desk: LookupDesk, query: Lookup): Promise<Match[]> {
  const { text, from, to, codes = [], min = 70, limit = 5 } = query;
  const key = matchKey(text, codes);
  if (key === '') return [];
  const exact = (await desk.stores.memory.exact(from, to, [key])).get(key) ?? [];
  const ask = (least: number, most: number) => answer(desk, { ...query, min, limit }, exact, { least, most });
  const first = await ask(min, limit);
  if (first.isWhole || limit >= AT_MOST) return first.matches;
  if (isSettled(first.matches, limit, first.last) && (await inOneRank(desk))) return first.matches;
  // Circumstances add nothing: what is less alike than the last of enough matches scores, cannot come before it.
  const worst = first.matches.length < limit ? min : Math.max(min, first.matches.at(-1)?.score ?? 0);
  return (await ask(worst, AT_MOST)).matches;
}

/** The matches among `exact` and the units that the index finds, `most` at most and no less alike than `least`. */
async function answer(
  desk: LookupDesk,
  query: Lookup & Pick<RankOptions, 'min' | 'limit'>,
  exact: readonly Unit[],
  { least, most }: { least: number; most: number },
): Promise<{ matches: Match[]; isWhole: boolean; last: number }> {
  const { text, codes = [], from, to, exhaustive = false } = query;
  const near = await desk.index.near({ text, codes, from, to, exhaustive, min: Math.min(100, least), limit: most });
  const [isWhole, last] = [near.length < most, near.at(-1)?.score ?? 0];
  const raw = new Map(near.map(({ unit, score }) => [unit, Math.round(score * 100)]));
  const known = new Set(exact.map(({ id }) => id));
  const ids = near.map(({ unit }) => unit).filter((id) => !known.has(id));
  const alike = ids.length > 0 ? await desk.stores.memory.units(ids, from) : [];
  const cut = isWhole ? [] : alike.filter(({ id }) => raw.get(id) === Math.round(last * 100));
  const units = [...exact, ...alike, ...(await others(desk, query, cut))];
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return { matches: await ranked(desk, query, [...byId.values()], { ...query, raw }), isWhole, last };
}

/** All units with the texts of these: equals of the last that the index tells may be held back, other targets of one text among them. */
async function others({ stores }: LookupDesk, { from, to }: Lookup, units: readonly Unit[]): Promise<Unit[]> {
  if (units.length === 0) return [];
  const keys = units.map(({ source, codes }) => matchKey(source, codes));
  return [...(await stores.memory.exact(from, to, keys)).values()].flat();
}

/** Whether no unit that is at most so much alike can be among the best. What lost nothing to circumstances is in the index's order. */
function isSettled(matches: readonly Match[], limit: number, score: number): boolean {
  const worst = matches.at(-1);
  if (!worst || matches.length < limit) return false;
  return worst.score > score || !matches.some((match) => match.reasons.some(isCircumstance));
}

/** Whether no memory comes before another; where one does, it may come with a unit that the index puts behind its equals. */
async function inOneRank({ stores }: LookupDesk): Promise<boolean> {
  return new Set((await stores.memory.memories()).map(({ priority }) => priority)).size < 2;
}

function isCircumstance({ name, points }: Reason): boolean {
  return points < 0 && (name === 'codes' || name in PENALTIES);
}

async function ranked(
  desk: LookupDesk,
  query: Lookup,
  units: readonly Unit[],
  options: Required<Pick<RankOptions, 'min' | 'limit' | 'raw'>>,
): Promise<Match[]> {
  if (units.length === 0) return [];
  const memories = new Map((await desk.stores.memory.memories()).map((memory) => [memory.id, memory]));
  const wanted = {
    source: query.text,
    codes: query.codes ?? [],
    previous: query.previous ?? { kind: 'unknown' as const },
    next: query.next ?? { kind: 'unknown' as const },
    segment: query.segment ?? null,
    role: query.role,
  };
  const { min, limit, raw } = options;
  return rankMatches(wanted, units, {
    ...{ min, limit, raw },
    ...(await rankingPenalties(desk)),
    terms: await knownTerms(desk, query),
    memoryName: (id) => memories.get(id)?.name ?? String(id),
    foreign: (id) => (memories.get(id)?.desk ?? OWN_DESK) !== OWN_DESK,
    priority: (id) => memories.get(id)?.priority ?? 0,
  });
}

/** What the desk calls things, for repairs. */
async function knownTerms({ stores }: LookupDesk, { from, to }: Lookup): Promise<KnownTerm[]> {
  const terms = await stores.terms.list(OWN_DESK, { from, to });
  return terms.flatMap(({ source, targets: [target] }) => (target === undefined ? [] : [{ source, target }]));
}

/** The matches for a segment in its place. Throws NotFound. */
export async function matchesFor(
  desk: Desk,
  id: number,
  options: { min?: number; limit?: number } = {},
): Promise<Match[]> {
  const { segment, article } = await segmentOf(desk, id);
  const { source: text, codes } = segment;
  const { from, to } = article;
  return lookup(desk, { text, codes, from, to, ...(await placeOf(desk, id)), ...options });
}
