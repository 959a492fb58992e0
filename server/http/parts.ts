// What the doors to the browser are handed by main.
import type { Stores } from '../../db/stores.ts';
import type { Jobs } from '../flow/jobs.ts';
import type { Provider } from '../providers/provider.ts';
import type { Events } from './events.ts';

/** Everything that routes work with. Nothing here is opened or chosen by them. */
export interface Parts {
  stores: Stores;
  provider: Provider;
  jobs: Jobs;
  events: Events;
  now: () => string;
  /** The folder of the built editor, or null where only /api is served. */
  editor: string | null;
  /** Gets one text per bug; never a key. */
  log: (line: string) => void;
  /** The program's version. */
  version: string;
}
