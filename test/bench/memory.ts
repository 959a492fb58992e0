// `npm run bench memory [SIZE…]`: speed at each size (100000 377684 1000000 where none is named; 5000000 takes ten minutes
// and 4 GB), then the quality of suggestions on the real memory. Wants BITEXTE_CORPUS.
import { realMemory } from './memory.corpus.ts';
import { measureQuality } from './memory.quality.ts';
import { measureSpeed, openAndTell } from './memory.speed.ts';

/** Prints the figures of the memory's engine. */
export default function bench(args: readonly string[]): void {
  if (args[0] === 'open') {
    openAndTell(args[1] ?? '');
    return;
  }
  const { pairs, queries } = realMemory();
  const sizes = args.length > 0 ? args.map(Number) : [100_000, pairs.length, 1_000_000];
  for (const size of sizes) {
    const index = measureSpeed(pairs, queries, size);
    if (size === pairs.length) measureQuality(index, pairs, queries);
  }
}
