// Pairs of texts in a table of tab- or comma-separated values.
import { NotYet } from '../errors.ts';
import type { Read, TmxUnit } from './bilingual.ts';

/** Reads rows into units. A first row of language tags names the columns; without it `from` and `to` are needed. */
// biome-ignore lint/correctness/useYield: the signature stands before the work does
export function* readTable(_text: string, _languages: { from?: string; to?: string } = {}): Generator<Read<TmxUnit>> {
  throw new NotYet('Tables cannot be read yet.');
}

/** Writes units as TSV with a row of language tags first. */
// biome-ignore lint/correctness/useYield: the signature stands before the work does
export async function* writeTsv(
  _units: Iterable<TmxUnit> | AsyncIterable<TmxUnit>,
  _languages: { from: string; to: string },
): AsyncGenerator<string> {
  throw new NotYet('Tables cannot be written yet.');
}
