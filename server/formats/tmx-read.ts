// Reading TMX 1.1 to 1.4b.
import { NotYet } from '../errors.ts';
import type { Read, TmxUnit } from './bilingual.ts';

/** Reads a TMX file from chunks of decoded text (see `decodeStream`); unusable units are yielded as refused, with place and reason. */
// biome-ignore lint/correctness/useYield: the signature stands before the work does
export async function* readTmx(_chunks: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Read<TmxUnit>> {
  throw new NotYet('TMX cannot be read yet.');
}
