// The fuzzy index as it follows a database: it begins with its file, catches up before each answer, and keeps the file fresh.
import type { MemoryFeed } from '../../db/stores.ts';
import { withoutCodes } from '../text/inline.ts';
import { words } from '../text/tokenize.ts';
import { FuzzyIndex } from './fuzzy-index.ts';
import { loadIndex, saveIndex } from './index-file.ts';
import type { MemoryIndex, NearQuery, NearUnit, Standing } from './memory-index.ts';

/** Changes read at once: some milliseconds of work, so that a question or the end does not wait long for its turn. */
const AT_ONCE = 250;
/** So many changes make the file worth writing anew, at least; and this share of all texts. */
const WORTH_SAVING = 1000;
const SHARE_WORTH_SAVING = 0.05;
/** How many units full-text search is asked for, and with how many words, where the index is not ready. */
const LIKELY = 100;
const ASKED_WORDS = 8;

/** How patiently an index is waited for. */
export interface FollowedOptions {
  /** How long (ms) a catching up may last before full-text search helps out; for ever where absent. */
  patience?: number;
}

/** Stores answer without leaving the thread, and an index works in steps; between two this lets other events in. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A {@link MemoryIndex} in this thread over a memory, with its file (null for none). What was not in the file is read on the first question. */
export class FollowedIndex implements MemoryIndex {
  readonly #memory: MemoryFeed;
  readonly #file: string | null;
  readonly #patience: number;
  #index: FuzzyIndex | null = null;
  #reached = { seq: 0, mark: '' };
  #known = 0;
  #unsaved = 0;
  #closed = false;
  #catching: Promise<void> | null = null;
  #began = 0;

  constructor(memory: MemoryFeed, file: string | null, { patience = Number.POSITIVE_INFINITY }: FollowedOptions = {}) {
    this.#memory = memory;
    this.#file = file;
    this.#patience = patience;
  }

  standing(): Standing {
    return { ready: this.#index !== null && this.#catching === null, reached: this.#reached.seq, of: this.#known };
  }

  async ready(): Promise<void> {
    // A catching up that had begun before the question may have missed the latest change: then there is another one.
    while (this.#catching) await this.#catching;
    this.#began = performance.now();
    this.#catching = this.#catchUp().finally(() => {
      this.#catching = null;
    });
    await this.#catching;
  }

  async near(query: NearQuery): Promise<NearUnit[]> {
    const caught = await this.#isCaughtUp(query.exhaustive === true ? Number.POSITIVE_INFINITY : this.#patience);
    const found = this.#index?.near(query) ?? [];
    return caught ? found : this.#helpedOut(query, found);
  }

  /** Writes the file where that is worth it. */
  keep(): void {
    const [index, file] = [this.#index, this.#file];
    if (file === null || index === null || this.#catching) return;
    if (this.#unsaved < Math.max(WORTH_SAVING, SHARE_WORTH_SAVING * index.size)) return;
    saveIndex(file, index, this.#reached);
    this.#unsaved = 0;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#catching;
    this.keep();
  }

  async #isCaughtUp(patience: number): Promise<boolean> {
    if (this.#index && !this.#catching && this.#reached.seq === (await this.#memory.changes())) return true;
    const caught = this.ready().then(() => true);
    if (patience === Number.POSITIVE_INFINITY) return caught;
    return Promise.race([caught, falseAfter(this.#began + patience - performance.now())]);
  }

  /** What the index knows so far, and what full-text search finds beside it, by one and the same score. */
  async #helpedOut(query: NearQuery, found: readonly NearUnit[]): Promise<NearUnit[]> {
    const asked = [...new Set(words(withoutCodes(query.text, query.codes ?? [])))];
    const longest = asked.sort((one, other) => other.length - one.length).slice(0, ASKED_WORDS);
    const likely = await this.#memory.likely(longest, LIKELY);
    const beside = new FuzzyIndex();
    beside.see(likely);
    const fresh = new Set(likely.map((unit) => unit.id));
    const all = [...beside.near(query), ...found.filter(({ unit }) => !fresh.has(unit))];
    return all.sort((one, other) => other.score - one.score).slice(0, query.limit);
  }

  async #begin(): Promise<FuzzyIndex> {
    const kept = this.#file === null ? null : await loadIndex(this.#file);
    const follows = kept !== null && (await this.#memory.changeMark(kept.reached.seq)) === kept.reached.mark;
    if (!follows) return new FuzzyIndex();
    this.#reached = kept.reached;
    return kept.index;
  }

  async #catchUp(): Promise<void> {
    this.#index ??= await this.#begin();
    const index = this.#index;
    const memory = this.#memory;
    this.#known = await memory.changes();
    while (!this.#closed && this.#reached.seq < this.#known) {
      const changes = await memory.since(this.#reached.seq, AT_ONCE);
      index.drop(changes.gone);
      index.see(changes.seen);
      this.#reached = { ...this.#reached, seq: changes.seq };
      this.#unsaved += changes.seen.length + changes.gone.length;
      await pause();
      this.#known = await memory.changes();
    }
    for (const _ of index.settling()) await pause();
    this.#reached = { ...this.#reached, mark: await memory.changeMark(this.#reached.seq) };
  }
}

function falseAfter(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, ms, false as const).unref());
}
