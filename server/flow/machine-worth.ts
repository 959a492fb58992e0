// What machine translation was worth here, from the versions themselves: how much of its text reviewers kept. It counts words
// on the page, never people.
import type { ReviewedSuggestion, Stores } from '../../db/stores.ts';
import { editDistance } from '../text/edit-distance.ts';
import { withoutCodes } from '../text/inline.ts';

/** One service and model in one month of approvals (UTC). Characters are code points, without inline codes. */
export interface Worth {
  /** Such as `2026-03`. */
  month: string;
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
}

const PAGE = 500;

/** One row for each month, provider and model, oldest first. */
export async function machineWorth({ stores }: { stores: Pick<Stores, 'answers'> }): Promise<Worth[]> {
  const rows = new Map<string, Worth>();
  for (let after = 0; ; ) {
    const page = await stores.answers.reviewed(after, PAGE);
    for (const one of page) count(rows, one);
    after = page.at(-1)?.segment ?? after;
    if (page.length < PAGE) break;
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function count(rows: Map<string, Worth>, { month, provider, model, ...texts }: ReviewedSuggestion): void {
  const key = JSON.stringify([month, provider, model ?? '']);
  const empty = { segments: 0, unchanged: 0, characters: 0, edited: 0, editRate: 0 };
  const row = rows.get(key) ?? { month, provider, model, ...empty };
  const approved = withoutCodes(texts.approved, texts.codes);
  const edited = editDistance(withoutCodes(texts.suggestion, texts.codes), approved);
  row.segments++;
  if (texts.suggestion === texts.approved) row.unchanged++;
  row.characters += [...approved].length;
  row.edited += edited;
  row.editRate = row.edited / Math.max(1, row.characters);
  rows.set(key, row);
}
