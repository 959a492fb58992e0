// A database of one's own for each test, in memory.
import { openStores } from '../db/open.ts';
import type { Stores } from '../db/stores.ts';

/** Stores over a new, empty, migrated database that goes with the process. */
export function freshStores(): Stores {
  return openStores(':memory:');
}
