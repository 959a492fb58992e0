// Puts together what every verb works with: the stores of a file, the fuzzy index over them, the providers, the clock.
import { openStores } from '../db/open.ts';
import { alignerInThread } from './align-thread.ts';
import type { Config } from './config.ts';
import { programVersion } from './environment.ts';
import type { Desk } from './flow/desk.ts';
import { indexHere, indexInThread } from './memory/open-index.ts';
import { openProviders } from './providers/open.ts';
import { readerInThread } from './read-thread.ts';

/** A desk over an open file, and how to let go of it. */
export interface OpenDesk {
  desk: Desk;
  close(): Promise<void>;
}

/**
 * Opens (or begins) the database `file` and puts a desk together, with the memory's index and alignment in threads of their own
 * where others must not wait for them (`thread`). Throws a UserError where the file cannot be used.
 */
export async function openDesk(config: Config, file: string, { thread = false } = {}): Promise<OpenDesk> {
  const providers = await openProviders(config);
  const stores = openStores(file);
  const index = (thread ? indexInThread : indexHere)(stores.memory, file);
  const desk: Desk = {
    stores,
    index,
    ...(thread ? { aligner: alignerInThread(stores, file) } : {}),
    reader: readerInThread(),
    provider: (name) => (name === undefined ? providers.chosen : providers.named(name)),
    second: providers.second,
    providers: providers.all,
    budget: config.budget,
    now: () => new Date().toISOString(),
    tool: { name: 'Bitexte', version: programVersion() },
  };
  const close = async () => {
    await index.close();
    stores.close();
  };
  return { desk, close };
}
