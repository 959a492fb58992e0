// A desk's terms come in from a file.

import { decode } from '../formats/decode.ts';
import { readTbx } from '../formats/tbx.ts';
import type { TermFile } from '../formats/terms.ts';
import { readTermsTable } from '../formats/terms-csv.ts';
import type { Refusal } from '../model-refusal.ts';
import type { Desk } from './desk.ts';
import type { Progress } from './jobs.ts';

/** What came of it; `refused` counts the entries that stayed out; `refusals` say of the first thousand why. */
export interface TermsImported {
  added: number;
  updated: number;
  unchanged: number;
  refused: number;
  refusals: Refusal[];
}

const BATCH = 200;

/**
 * Reads a whole file (TBX by its content, else a table: TSV by its name, CSV otherwise) before anything is kept, so that
 * a broken one leaves nothing. A term that stands already becomes what the file says. Yields progress; an aborted signal
 * ends it, and the same file again goes on from there. Throws a UserError for a file that holds no terms.
 */
export async function* importTerms(
  { stores, now }: Pick<Desk, 'stores' | 'now'>,
  file: { name: string; bytes: Uint8Array },
  { desk = 1, by, signal }: { desk?: number; by: string; signal?: AbortSignal },
): AsyncGenerator<Progress, TermsImported> {
  const { terms, refused, refusals } = await readTerms(file);
  const sum: TermsImported = { added: 0, updated: 0, unchanged: 0, refused, refusals };
  for (let done = 0; done < terms.length && !signal?.aborted; done += BATCH) {
    yield { done, total: terms.length };
    const answers = await stores.terms.put(terms.slice(done, done + BATCH), { desk, by, at: now() });
    for (const answer of answers) sum[answer]++;
  }
  return sum;
}

async function readTerms({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<TermFile> {
  const { text } = decode(bytes, name);
  if (text.trimStart().startsWith('<')) return readTbx(text);
  return readTermsTable(text, /\.(tsv|tab|txt)$/i.test(name) ? 'tsv' : 'csv');
}
