// Step 3: the memory answers. What it knows is written as suggestions; a person's text is never written over.
import type { Match, Origin, Provenance, Segment } from '../model.ts';
import { type Around, around, leaderOf, placesOf } from './around.ts';
import { decideAll, type Next } from './decide-segment.ts';
import type { Desk } from './desk.ts';
import type { Progress } from './jobs.ts';
import { lookup } from './lookup.ts';

/** What the memory wrote. */
export interface Leveraged {
  /** Segments that got a suggestion, their untouched repetitions included. */
  written: number;
}

/** What the memory would write into a segment. */
export interface Suggestion {
  segment: Segment;
  match: Match;
}

/** How many segments are asked for before their suggestions are stored together. */
const AT_ONCE = 40;

/**
 * Suggests the best match at or above `min` for every segment without a person's text, and keeps each finished batch. A
 * suggestion that stands gives way only to a better one of the memory. Throws NotFound.
 */
export async function* leverage(
  desk: Desk,
  article: number,
  options: { by: string; min: number; signal?: AbortSignal },
): AsyncGenerator<Progress, Leveraged> {
  const total = openIn(await around(desk, article)).length;
  // A single question may be answered before the index is ready; what is written must not depend on when it was asked.
  await desk.index.ready();
  const asked = new Set<number>();
  let written = 0;
  for (;;) {
    const all = await around(desk, article);
    const open = openIn(all).filter((segment) => !asked.has(segment.id));
    yield { done: asked.size, total: Math.max(total, asked.size) };
    if (open.length === 0 || options.signal?.aborted) return { written };
    const found = await suggestionsFor(desk, all, open.slice(0, AT_ONCE), options.min);
    const changed = await decideAll(desk, all, found.map(choiceOf), options.by);
    // Somebody was faster: what stands now is asked for anew.
    if (!changed) continue;
    written += changed.length;
    for (const segment of open.slice(0, AT_ONCE)) asked.add(segment.id);
  }
}

/** Segments that the memory may write: no person's text stands there, and they follow no other. */
export function openIn(all: Around): Segment[] {
  return all.segments.filter((segment) => {
    const open = segment.state === 'empty' || segment.state === 'suggested';
    return open && leaderOf(segment, all).id === segment.id && !(segment.touched && segment.state === 'suggested');
  });
}

/** The best match for each segment, where it is better than what stands there. */
export async function suggestionsFor(
  desk: Desk,
  all: Around,
  segments: readonly Segment[],
  min: number,
): Promise<Suggestion[]> {
  const places = placesOf(all);
  const { from, to } = all.article;
  const found: Suggestion[] = [];
  for (const segment of segments) {
    const { source: text, codes } = segment;
    const matches = await lookup(desk, { text, codes, from, to, min, limit: 5, ...places.get(segment.id) });
    const match = matches.find((one) => one.score >= min && mayFill(one));
    if (match && isBetter(match, segment)) found.push({ segment, match });
  }
  return found;
}

/** What hangs on the day it is read, such as « hier », only a person may take over. */
function mayFill(match: Match): boolean {
  return !match.reasons.some((reason) => reason.name === 'day');
}

function isBetter(match: Match, { state, origin, target, provenance }: Segment): boolean {
  if (state === 'empty') return true;
  if (match.target === target && provenance.score === match.score) return false;
  // A machine's answer has been paid for and read in context; only the very same sentence is better.
  return origin === 'machine' ? match.score >= 100 : match.score > (provenance.score ?? 0);
}

const ORIGINS: Partial<Record<Match['kind'], Origin>> = { repaired: 'repaired', assembled: 'assembled' };

function choiceOf({ segment, match }: Suggestion): { segment: Segment; next: Next; learning: 'keep' } {
  const { score, kind, reasons, unit, raw } = match;
  const provenance: Provenance = { score, kind, reasons, unit, ...(raw === undefined ? {} : { raw }) };
  const origin = ORIGINS[kind] ?? 'memory';
  return {
    segment,
    next: { target: match.target, state: 'suggested', origin, provenance, note: null, touched: false },
    learning: 'keep',
  };
}
