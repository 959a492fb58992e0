// What the checks say of a text as it is being typed: the same checks as on the server, run beside the page.
import type { Finding, SegmentView, Term } from '../api/shapes.ts';
import type { Tongue } from '../words/words.tsx';
import { check } from './checker.ts';
import type { EditorState } from './state.ts';

/** Checks that need dictionaries or the memory, and so are heard from the server only. */
const SERVER_ONLY: ReadonlySet<string> = new Set(['spelling', 'inconsistent']);

/** Heard from the server only: what needs dictionaries or the memory, and what a machine did to a kept word. */
function isServers({ check, rule }: Finding): boolean {
  return SERVER_ONLY.has(check) || rule === 'kept';
}

/** What the checks are handed beside a segment. */
export interface CheckedWith {
  from: string;
  to: string;
  language: Tongue;
  terms: readonly Term[];
}

/** The findings of a segment of the open article as its text stands in the field. */
export function findingsNow({ review, tongue }: EditorState, segment: SegmentView): Promise<readonly Finding[]> {
  const { from = '', to = '' } = review?.article ?? {};
  const terms = review?.sides[segment.id]?.terms ?? [];
  const text = review?.typed[segment.id]?.text ?? segment.target;
  return findingsIn(segment, text, { from, to, language: tongue, terms });
}

/** The findings of a text over a segment's source, worded in `language`; an empty text has none. */
export async function findingsIn(segment: SegmentView, text: string, beside: CheckedWith): Promise<readonly Finding[]> {
  if (text.trim() === '') return [];
  const { source, target, codes, findings } = segment;
  const { from, to, language } = beside;
  const terms = beside.terms.map((term) => ({ ...term, target: term.targets }));
  const here = await check({ source, target: text, from, to, codes, terms }, language);
  return [...here, ...(text === target ? findings.filter(isServers) : [])];
}
