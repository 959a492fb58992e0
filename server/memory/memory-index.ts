// The door to the fuzzy index: which units are near a text. It follows the database by itself.
import type { Code, Language } from '../model.ts';

/** What is looked for: a text with its codes, in one direction. */
export interface NearQuery {
  text: string;
  codes?: readonly Code[];
  from: Language;
  to: Language;
  /** The lowest score to answer, 0 to 100. */
  min: number;
  limit: number;
  /** Scans every unit instead of asking the index: slow, and there to prove the index right. */
  exhaustive?: boolean;
}

/** A unit and how alike its text is to the one asked for, 0 to 100 with hundredths, before circumstances take points off. */
export interface NearUnit {
  unit: number;
  score: number;
}

/** How many of the memory's changes the index has read; `ready` where it answers from what it has read alone. */
export interface Standing {
  ready: boolean;
  reached: number;
  of: number;
}

/** The fuzzy index over all visible units. A unit that was remembered before the question is in the answer. */
export interface MemoryIndex {
  /**
   * The best `limit` units at or above `min`, best first, then newest, then by id. A server's index that needs long to catch
   * up (the first start, a large import) answers in the meantime with what full-text search finds, which may miss some.
   */
  near(query: NearQuery): Promise<NearUnit[]>;
  standing(): Standing;
  /** Resolves once the index has caught up with the database, so that a question is answered at its own speed. */
  ready(): Promise<void>;
  /** Lets go of threads and files; no question may follow. */
  close(): Promise<void>;
}
