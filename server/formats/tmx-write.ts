// Writing TMX 1.4b.
import { NotYet } from '../errors.ts';
import type { TmxOptions, TmxUnit } from './bilingual.ts';

/** Writes units as TMX 1.4b (`version="1.4"`), piece by piece. */
// biome-ignore lint/correctness/useYield: the signature stands before the work does
export async function* writeTmx(
  _units: Iterable<TmxUnit> | AsyncIterable<TmxUnit>,
  _options: TmxOptions,
): AsyncGenerator<string> {
  throw new NotYet('TMX cannot be written yet.');
}
