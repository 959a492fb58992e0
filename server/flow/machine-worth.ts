// What machine translation was worth here, from the versions themselves: how much of its text reviewers kept. It counts words
// on the page, never people.
import type { ReviewedSuggestion, Stores } from '../../db/stores.ts';
import { type ChrfCounts, chrfOf, countChrf, noCounts } from '../text/chrf.ts';
import { editDistance } from '../text/edit-distance.ts';
import { withoutCodes } from '../text/inline.ts';

/** One service and model at one desk in one month of approvals (UTC). Characters are code points, without inline codes. */
export interface Worth {
  /** Such as `2026-03`. */
  month: string;
  /** The desk's name. */
  desk: string;
  provider: string;
  /** null where the service named none. */
  model: string | null;
  /** Approved segments that began as its suggestion. */
  segments: number;
  /** Those of them that were approved as they came. */
  unchanged: number;
  /** Characters of the approved texts. */
  characters: number;
  /** Characters that reviewers inserted, deleted or replaced. */
  edited: number;
  /** `edited` per approved character; above 1 where more was struck out than is left. */
  editRate: number;
  /** chrF of all suggestions beside the approved texts, from 0 to 100. */
  chrf: number;
}

const PAGE = 500;

/** One row for each month, desk, provider and model, oldest first. */
export async function machineWorth({ stores }: { stores: Pick<Stores, 'answers'> }): Promise<Worth[]> {
  const rows = new Map<string, { row: Worth; counts: ChrfCounts }>();
  for (let after = 0; ; ) {
    const page = await stores.answers.reviewed(after, PAGE);
    for (const one of page) count(rows, one);
    after = page.at(-1)?.segment ?? after;
    if (page.length < PAGE) break;
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { row, counts }]) => ({ ...row, chrf: chrfOf(counts) }));
}

function count(rows: Map<string, { row: Worth; counts: ChrfCounts }>, reviewed: ReviewedSuggestion): void {
  const { month, desk, provider, model } = reviewed;
  const key = JSON.stringify([month, desk, provider, model ?? '']);
  const empty = { segments: 0, unchanged: 0, characters: 0, edited: 0, editRate: 0, chrf: 0 };
  const sums = rows.get(key) ?? { row: { month, desk, provider, model, ...empty }, counts: noCounts() };
  const { row, counts } = sums;
  const approved = withoutCodes(reviewed.approved, reviewed.codes);
  const suggestion = withoutCodes(reviewed.suggestion, reviewed.codes);
  row.segments++;
  if (reviewed.suggestion === reviewed.approved) row.unchanged++;
  row.characters += [...approved].length;
  row.edited += editDistance(suggestion, approved);
  row.editRate = row.edited / Math.max(1, row.characters);
  countChrf(counts, suggestion, approved);
  rows.set(key, sums);
}
