// Step 3's question: what the memory holds for a text, exact or alike, with the place that it is wanted for.
import type { Code, Language, Match, Reason, Unit } from '../model.ts';
import type { Place } from '../text/context.ts';
import { PENALTIES, rankMatches } from '../text/match.ts';
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

/** Circumstances take points off, so the index is asked again for so many times more until nothing it holds back may be better. */
const MORE = 4;
const AT_MOST = 320;

/** A desk whose memory is asked; without a clock no unit is old. */
export type LookupDesk = Pick<Desk, 'stores' | 'index'> & Partial<Pick<Desk, 'now'>>;

/** The best matches, best first. */
export async function lookup(desk: LookupDesk, query: Lookup): Promise<Match[]> {
  const { text, from, to, codes = [], min = 70, limit = 5 } = query;
  const key = matchKey(text, codes);
  if (key === '') return [];
  const exact = (await desk.stores.memory.exact(from, to, [key])).get(key) ?? [];
  const known = new Set(exact.map((unit) => unit.id));
  const asked = { text, codes, from, to, min: Math.min(100, min), exhaustive: query.exhaustive === true };
  for (let fetched = limit; ; fetched *= MORE) {
    const near = await desk.index.near({ ...asked, limit: fetched });
    const ids = near.map((one) => one.unit).filter((id) => !known.has(id));
    const alike = ids.length > 0 ? await desk.stores.memory.units(ids, from) : [];
    const matches = await ranked(desk, query, [...exact, ...alike], { min, limit });
    if (near.length < fetched || fetched >= AT_MOST) return matches;
    if (isSettled(matches, limit, near.at(-1)?.score ?? 0) && (await inOneRank(desk))) return matches;
  }
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
  { min, limit }: { min: number; limit: number },
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
  return rankMatches(wanted, units, {
    ...{ min, limit, ...(await rankingPenalties(desk)) },
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
