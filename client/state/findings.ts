// What the checks say of a text as it is being typed: the same checks as on the server, run beside the page.
import { type HouseStyle, PLAIN_STYLE, styleFor } from '../../server/checks/house-style.ts';
import type { Dismissal } from '../api/settled.ts';
import type { Finding, SegmentView, Term } from '../api/shapes.ts';
import type { Tongue } from '../words/words.tsx';
import { check } from './checker.ts';
import { undismissed } from './dismissed.ts';
import type { EditorState } from './state.ts';

/** Checks that need dictionaries or the memory, and so are heard from the server only. */
const SERVER_ONLY: ReadonlySet<string> = new Set(['spelling', 'inconsistent']);

/** Rules that look at the whole article, or at what a machine did to a kept word. */
const SERVER_RULES: ReadonlySet<string | undefined> = new Set(['kept', 'first-mention', 'short-form']);

/** Heard from the server only: what needs dictionaries, the memory or the whole article. */
function isServers({ check, rule }: Finding): boolean {
  return SERVER_ONLY.has(check) || SERVER_RULES.has(rule);
}

/** What the checks are handed beside a segment. */
export interface CheckedWith {
  from: string;
  to: string;
  language: Tongue;
  terms: readonly Term[];
  style: HouseStyle | null;
  dismissed: readonly Dismissal[];
}

/** The findings of a segment of the open article as its text stands in the field. */
export async function findingsNow(
  { review, tongue, style }: EditorState,
  segment: SegmentView,
): Promise<readonly Finding[]> {
  const { from = '', to = '' } = review?.article ?? {};
  const terms = review?.sides[segment.id]?.terms ?? [];
  const text = review?.typed[segment.id]?.text ?? segment.target;
  const dismissed = review?.dismissed ?? [];
  return findingsIn(segment, text, { from, to, language: tongue, terms, style, dismissed });
}

/** The findings of a text over a segment's source, worded in `language`; an empty text has none. */
export async function findingsIn(segment: SegmentView, text: string, beside: CheckedWith): Promise<readonly Finding[]> {
  if (text.trim() === '') return [];
  const { source, target, codes, findings } = segment;
  const { from, language } = beside;
  const { to, ...weighed } = styleFor(beside.style ?? PLAIN_STYLE, beside.to);
  const terms = beside.terms.map((term) => ({ ...term, target: term.targets }));
  const here = await check({ source, target: text, from, to, codes, terms }, { ...weighed, language });
  const found = [...here, ...(text === target ? findings.filter(isServers) : [])];
  return undismissed(found, segment, text, beside.dismissed);
}
