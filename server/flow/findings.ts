// What the checks say of segments as they stand in their article.
import type { KnownTerm } from '../checks/check.ts';
import { isExplained, mentionFindings } from '../checks/first-mention.ts';
import { styleFor } from '../checks/house-style.ts';
import type { CheckOptions } from '../checks/index.ts';
import type { Finding, Segment, Term } from '../model.ts';
import { grouped } from '../text/grouping.ts';
import type { Around, Kin } from './around.ts';
import { checkedOnce } from './checked-once.ts';
import type { Desk } from './desk.ts';
import { knownAt } from './desk-words.ts';
import { dismissalOf } from './dismiss-finding.ts';
import { houseStyle } from './house-style.ts';
import { spoiltFindings } from './spoilt.ts';
import { turn } from './turn.ts';

/** The findings of a segment. One without a text, or left out, has none. */
export type Findings = (segment: Segment) => Finding[];

/** Readies the checks for an article, worded in English without a language: the desk’s terms and other translations of the same sentence are handed to them; what somebody dismissed stays away. */
export async function findingsIn(desk: Desk, all: Kin, language: 'en' | 'fr' = 'en'): Promise<Findings> {
  const { article, segments } = all;
  const dismissed = new Set((await desk.stores.dismissals.of(article.id)).map(keyOf));
  const terms = (await desk.stores.terms.list(article.desk, article)).map(knownTerm);
  const knows = await knownAt(desk, article.desk);
  const { to, ...weighed } = styleFor(await houseStyle(desk, article.desk), article.to);
  const options = { ...weighed, language };
  const mentions = await mentionsIn(desk, all, terms, { ...options, to });
  const groups = grouped(segments, (segment) => segment.repeats ?? segment.id);
  return (segment) => {
    const { source, target, codes, state } = segment;
    if (target === '' || state === 'omitted') return [];
    const others = (groups.get(segment.repeats ?? segment.id) ?? []).filter(
      (one) => one.id !== segment.id && one.target !== '',
    );
    const memory = others.map((one) => ({ source: one.source, target: one.target }));
    const pair = { source, target, codes, from: article.from, to, memory, terms, ...(knows ? { knows } : {}) };
    const found = [
      ...checkedOnce(pair, options),
      ...(mentions.get(segment.id) ?? []),
      ...spoiltFindings(segment, language),
    ];
    return found.filter((finding) => !dismissed.has(keyOf(dismissalOf(segment, finding))));
  };
}

/** Few enough (segments) that a key pressed meanwhile in somebody's browser does not wait long for its turn. */
const AT_ONCE = 20;

/** The findings of an article's segments by id; between a few of them everything else on the server has its turn. */
export async function findingsOfAll(
  desk: Desk,
  all: Around,
  language?: 'en' | 'fr',
): Promise<ReadonlyMap<number, Finding[]>> {
  const findings = await findingsIn(desk, all, language);
  const found = new Map<number, Finding[]>();
  for (const [i, segment] of all.segments.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await turn();
    found.set(segment.id, findings(segment));
  }
  return found;
}

/** What is said of terms over the article as a whole, by segment: all of it is read only for a term that has more to it than its words. */
async function mentionsIn(
  desk: Desk,
  { article, segments, whole }: Kin,
  terms: readonly KnownTerm[],
  { to, ...options }: CheckOptions & { to: string },
): Promise<ReadonlyMap<number, Finding[]>> {
  const explained = terms.filter(isExplained);
  if (explained.length === 0) return NO_FINDINGS;
  const all = whole ? segments : await desk.stores.segments.of(article.id);
  const shown = all.filter(({ state }) => state !== 'omitted');
  const pairs = shown.map(({ source, target, codes }) => ({ source, target, codes, from: article.from, to }));
  const found = mentionFindings(pairs, explained, options);
  return new Map(shown.map(({ id }, i) => [id, found[i] ?? []]));
}

const NO_FINDINGS: ReadonlyMap<number, Finding[]> = new Map();

/** A term as the checks know it. */
function knownTerm({ source, targets, forbidden, gloss, short }: Term): KnownTerm {
  return { source, target: targets, forbidden, ...(gloss ? { gloss } : {}), ...(short ? { short } : {}) };
}

function keyOf({ segment, finding, words, target }: ReturnType<typeof dismissalOf>): string {
  return JSON.stringify([segment, finding, words, target]);
}

/** The findings that hold an approval back. */
export function errorsAmong(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.severity === 'error');
}
