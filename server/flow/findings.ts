// What the checks say of segments as they stand in their article.
import type { KnownTerm } from '../checks/check.ts';
import { runChecks } from '../checks/index.ts';
import type { Finding, Segment, Term } from '../model.ts';
import { grouped } from '../text/grouping.ts';
import type { Around } from './around.ts';
import type { Desk } from './desk.ts';
import { dismissalOf } from './dismiss-finding.ts';
import { spoiltFindings } from './spoilt.ts';

/** The findings of a segment. One without a text, or left out, has none. */
export type Findings = (segment: Segment) => Finding[];

/** Readies the checks for an article, worded in English without a language: the desk’s terms and other translations of the same sentence are handed to them; what somebody dismissed stays away. */
export async function findingsIn(
  desk: Desk,
  { article, segments }: Around,
  language: 'en' | 'fr' = 'en',
): Promise<Findings> {
  const dismissed = new Set((await desk.stores.dismissals.of(article.id)).map(keyOf));
  const terms = (await desk.stores.terms.list(article.desk, article)).map(knownTerm);
  const groups = grouped(segments, (segment) => segment.repeats ?? segment.id);
  return (segment) => {
    const { source, target, codes, state } = segment;
    if (target === '' || state === 'omitted') return [];
    const others = (groups.get(segment.repeats ?? segment.id) ?? []).filter(
      (one) => one.id !== segment.id && one.target !== '',
    );
    const memory = others.map((one) => ({ source: one.source, target: one.target }));
    const knows = desk.knows ? { knows: desk.knows } : {};
    const pair = { source, target, codes, from: article.from, to: article.to, memory, terms, ...knows };
    const found = [...runChecks(pair, { language }), ...spoiltFindings(segment, language)];
    return found.filter((finding) => !dismissed.has(keyOf(dismissalOf(segment, finding))));
  };
}

function knownTerm({ source, targets, forbidden }: Term): KnownTerm {
  return { source, target: targets, forbidden };
}

function keyOf({ segment, finding, words, target }: ReturnType<typeof dismissalOf>): string {
  return JSON.stringify([segment, finding, words, target]);
}

/** The findings that hold an approval back. */
export function errorsAmong(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.severity === 'error');
}
