// `npm run bench memory [SIZE…]`: speed at each size (100000 377684 1000000 5000000 where none is named; the last one takes a
// quarter of an hour and 8 GB), with every query held against a comparison with all units at the first of them; then, at 377684,
// the quality of suggestions on the real memory. Wants BITEXTE_CORPUS.
import { realMemory } from './memory.corpus.ts';
import { measureQuality } from './memory.quality.ts';
import { buildIndex, measureSpeed } from './memory.speed.ts';

/** Prints the figures of the memory's engine. With `build SIZE FILE` it is one build. */
export default async function bench(args: readonly string[]): Promise<void> {
  const { pairs, queries } = realMemory();
  const [first, size, file] = args;
  if (first === 'build' && file !== undefined) return buildIndex(pairs, Number(size), file);
  const sizes = args.length > 0 ? args.map(Number) : [100_000, pairs.length, 1_000_000, 5_000_000];
  for (const [i, size] of sizes.entries()) {
    const index = await measureSpeed(pairs, queries, size, i === 0 ? queries.length : undefined);
    if (size === pairs.length) measureQuality(index, pairs, queries);
  }
}
