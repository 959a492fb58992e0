// What the verbs of the story work with: stores, the fuzzy index, a provider, a clock. Doors open them and hand them in.
import type { Stores } from '../../db/stores.ts';
import type { MemoryIndex } from '../memory/memory-index.ts';
import type { Language } from '../model.ts';
import type { Provider } from '../providers/provider.ts';
import type { Aligner } from './align-texts.ts';
import type { Budget } from './purse.ts';
import type { UnitReader } from './ready-units.ts';

/** The desk at which every verb works. */
export interface Desk {
  stores: Stores;
  index: MemoryIndex;
  /** The provider of that name, or the one in use without a name. Throws a UserError for one that is not configured. */
  provider(name?: string): Provider;
  /** Aligns texts in a thread of its own; where absent, in the thread that asks. */
  aligner?: Aligner;
  /** Reads files of pairs in a thread of its own; where absent, in the thread that asks. */
  reader?: UnitReader;
  /** Takes over where the provider in use fails; absent or null where nobody does. */
  second?: Provider | null;
  /** Every provider that is configured, without `none`; absent where there is none. */
  providers?: readonly Provider[];
  /** What may be sent to services outside this machine, in characters; absent without limits. */
  budget?: Budget;
  /** ISO 8601, UTC. */
  now: () => string;
  /** The program's name and version, as files say who wrote them. */
  tool: { name: string; version: string };
  /** Whether `approve --all` takes untouched matches of 102 without a person's confirmation; false where absent. */
  trusts102?: boolean;
  /** Whether a word of that language stands in a dictionary or among the desk's own words; absent without dictionaries. */
  knows?: (word: string, language: Language) => boolean;
  /** Words that may have been meant for one that no dictionary knows, best first; absent without dictionaries. */
  suggest?: (word: string, language: Language) => string[];
}
