// What the stores promise, as types. Every verb is one whole transaction: done and durable when its promise resolves, or
// not done at all. `flow` sees these types only, so that a second engine can stand behind them.
import type { Code, Job, JobState, Language, Neighbour, Unit } from '../server/model.ts';
import type { AlignmentStore } from './alignment-store.ts';
import type { AnswerStore } from './answer-store.ts';
import type { ArticleStore } from './article-store.ts';
import type { MemoryCare } from './memory-care.ts';
import type { SegmentStore } from './segment-store.ts';
import type { SpendingStore } from './spending-store.ts';
import type { TermStore } from './term-store.ts';

export type * from './alignment-store.ts';
export type * from './answer-store.ts';
export type * from './article-store.ts';
export type * from './memory-care.ts';
export type * from './segment-store.ts';
export type * from './spending-store.ts';
export type * from './term-store.ts';

/** All stores over one database file. */
export interface Stores {
  articles: ArticleStore;
  segments: SegmentStore;
  memory: MemoryStore;
  lexicons: LexiconStore;
  alignments: AlignmentStore;
  jobs: JobStore;
  people: PeopleStore;
  desks: DeskStore;
  dismissals: DismissalStore;
  answers: AnswerStore;
  spending: SpendingStore;
  terms: TermStore;
  upkeep: Upkeep;
  close(): void;
}

/** A unit to be remembered; `sourceKey` and `targetKey` are canonical and normalised. */
export interface NewUnit {
  memory: number;
  from: Language;
  to: Language;
  source: string;
  target: string;
  sourceKey: string;
  targetKey: string;
  codes: Code[];
  previous: Neighbour;
  next: Neighbour;
  segment: number | null;
  taught: Unit['taught'];
  group: string | null;
  author: string;
  createdAt: string;
  changedAt: string;
  note: string | null;
  properties: Record<string, string>;
  /** What stands for its texts in the indexes, where another thread has worked it out already. */
  hashes?: UnitHashes;
}

/** 48 bits each: of the source's key, of the target's, and of what makes two units the same. */
export interface UnitHashes {
  source: number;
  target: number;
  identity: number;
}

/** A file that was brought into the memory. */
export interface ImportRecord {
  id: number;
  file: string;
  by: string;
  at: string;
  state: 'running' | 'done' | 'undone';
}

/** How much the memory holds that can be seen. */
export interface MemoryStats {
  units: number;
  memories: { id: number; name: string; units: number }[];
  /** Units by pair of languages, such as `fr-en`. */
  languages: Record<string, number>;
  imports: number;
}

/** What became of a unit that was to be added. */
export type Added = 'added' | 'updated' | 'unchanged';

/** The aligned pairs of all memories. What an unfinished or undone import brought is not visible. */
export interface MemoryStore extends MemoryCare {
  /** Visible units whose key on the `from` side equals one of `keys`, turned into that direction; base languages agree (fr, fr-CA). */
  exact(from: Language, to: Language, keys: readonly string[]): Promise<Map<string, Unit[]>>;
  /** Units by id, turned into the direction asked for; those not visible are left out. */
  units(ids: readonly number[], from: Language): Promise<Unit[]>;
  /** Those of these units that the approval of a confidential article taught. */
  confidential(ids: readonly number[]): Promise<Set<number>>;
  /** Visible units by rising id, in pages. */
  page(after: number, limit: number): Promise<Unit[]>;
  /** Some `count` visible units (fewer in a small memory) from all over the memory, by rising id. */
  spread(count: number): Promise<Unit[]>;
  /** Concordance: visible units with the words of `text` on the `from` side (either side without it). Never fails on any string. */
  search(text: string, options: { from?: Language; limit: number; offset?: number }): Promise<Unit[]>;
  /** Begins an import (its units stay invisible), or takes up an unfinished one of the same content hash. */
  beginImport(record: { file: string; hash: string; by: string; at: string }): Promise<ImportRecord>;
  /** Stores units of an import in one transaction; each answer stands at its unit's place. */
  addUnits(importId: number, units: readonly NewUnit[]): Promise<Added[]>;
  /** A number that is another one after another connection has written to the file. */
  elsewhere(): Promise<number>;
  /** Makes the import's units visible at once. */
  finishImport(importId: number): Promise<void>;
  /** Takes an import back, finished or not. */
  undoImport(importId: number): Promise<void>;
  /** Newest first. */
  imports(): Promise<ImportRecord[]>;
  /** The unit that an approval of each segment taught and that still stands, by segment. */
  taughtBy(segments: readonly number[]): Promise<Map<number, Unit>>;
  stats(): Promise<MemoryStats>;
  /** A number that grows with every change of what is visible, whichever process made it. */
  changes(): Promise<number>;
  /**
   * What changed after the change `after`, in order, some `limit` units at a time: how each concerned unit stands now.
   * `seq` is where to go on; the feed is at its end when `seq` is what `changes` says. From 0 it tells every visible unit.
   */
  since(after: number, limit: number): Promise<MemoryChanges>;
  /**
   * What tells the change of this number from another database's change of the same number; '' where there is none. An
   * index kept beside the file asks so whether it still follows the same history (a restored backup has another one).
   */
  changeMark(seq: number): Promise<string>;
  /** Visible units with any of these words on either side, those with the most and rarest first (bm25). */
  likely(words: readonly string[], limit: number): Promise<SeenUnit[]>;
}

/** What whoever follows the memory reads of it. */
export type MemoryFeed = Pick<MemoryStore, 'since' | 'changes' | 'changeMark' | 'likely'>;

/** A step of the feed of changes. A unit of `seen` replaces what was known under its id; `gone` ids are not visible. */
export interface MemoryChanges {
  seq: number;
  seen: SeenUnit[];
  gone: number[];
}

/** What an index needs to know of a visible unit, in the direction it was stored. */
export type SeenUnit = Pick<Unit, 'id' | 'from' | 'to' | 'source' | 'target' | 'codes' | 'changedAt'>;

/** A kept lexicon as JSON, and the change of the memory (see {@link MemoryStore.changes}) that it was learnt at. */
export interface KeptLexicon {
  atChange: number;
  words: string;
}

/** What alignment learns from the memory. Languages are base tags in alphabetical order. */
export interface LexiconStore {
  /** Some `count` visible pairs of the two languages from all over the memory, `one` in the first. */
  sample(one: Language, other: Language, count: number): Promise<{ one: string; other: string }[]>;
  get(one: Language, other: Language): Promise<KeptLexicon | null>;
  keep(one: Language, other: Language, lexicon: KeptLexicon): Promise<void>;
}

/** Long work as it stands, for whoever looks and for a process that begins after a crash. */
export interface JobStore {
  start(job: { kind: string; request: unknown; by: string; at: string }): Promise<Job>;
  progress(id: number, done: number, total: number | null): Promise<void>;
  end(
    id: number,
    end: { state: JobState; result?: unknown; error?: { code: string; message: string }; at: string },
  ): Promise<Job>;
  get(id: number): Promise<Job | null>;
  /** Newest first. */
  list(limit: number): Promise<Job[]>;
  /** Marks what was running or queued as interrupted, and answers those jobs. */
  interrupt(at: string): Promise<Job[]>;
}

/** A finding that somebody waved through: it stays away from that segment as long as its target is that text. */
export interface Dismissal {
  segment: number;
  /** The check, or `check/rule`. */
  finding: string;
  /** The words that the finding points at. */
  words: string;
  target: string;
  why: string | null;
  by: string;
  at: string;
}

/** Findings that somebody has waved through. */
export interface DismissalStore {
  /** Remembers a dismissal; the same one again replaces who and why. */
  dismiss(dismissal: Dismissal): Promise<void>;
  /** Takes a dismissal back; false where none stood. */
  recall(dismissal: Pick<Dismissal, 'segment' | 'finding' | 'words' | 'target'>): Promise<boolean>;
  /** The dismissals of an article's segments, oldest first. */
  of(article: number): Promise<Dismissal[]>;
}

/** After `before` no sentence ends; or, where `after` is a text, one always ends between the two. */
export interface DeskException {
  before: string;
  after: string | null;
}

/** A word that a desk takes for right; `language` null for a name or token, the same in every language. */
export interface DeskWord {
  word: string;
  language: Language | null;
  by: string;
  at: string;
}

/** What each desk has settled for itself: its style, its words, and where its sentences end. */
export interface DeskStore {
  /** A desk's house style as it was kept, any JSON object; `{}` before one was. */
  style(desk: number): Promise<unknown>;
  setStyle(desk: number, style: unknown): Promise<void>;
  /** A desk's own words, in the order of the alphabet's code points; `language` is a base language. */
  words(desk: number): Promise<DeskWord[]>;
  /** Keeps a word; false where it stands already. */
  addWord(desk: number, word: DeskWord): Promise<boolean>;
  /** Forgets a word; false where none stood. */
  dropWord(desk: number, word: Pick<DeskWord, 'word' | 'language'>): Promise<boolean>;
  /** Replaces a desk's exceptions for a language (its regions included), whole. Neither text may hold ` | `. */
  setExceptions(settled: {
    desk: number;
    language: Language;
    exceptions: readonly DeskException[];
    by: string;
    at: string;
  }): Promise<void>;
  /** In the order in which they were given; none for a desk without any. */
  exceptions(desk: number, language: Language): Promise<DeskException[]>;
  /** Replaces the rules that stand in for those of a language, each any JSON, whole; none: the language's own hold again. */
  setRules(settled: {
    desk: number;
    language: Language;
    rules: readonly unknown[];
    by: string;
    at: string;
  }): Promise<void>;
  /** What {@link setRules} noted, in order. */
  rules(desk: number, language: Language): Promise<unknown[]>;
  /** Notes with an article the rules that it was cut with, any JSON; false where no such article stands. */
  keepSegmentation(article: number, settled: unknown): Promise<boolean>;
  /** What {@link keepSegmentation} noted; null where an article was cut by the rules of its language alone. */
  segmentation(article: number): Promise<unknown>;
}

/** Everybody who has done something here. */
export interface PeopleStore {
  list(): Promise<{ id: number; name: string }[]>;
}

/** The care of the database file. */
export interface Upkeep {
  /** Writes a consistent copy while others work. */
  backup(file: string): Promise<void>;
  /** What the integrity checks say; `ok` is true where nothing is wrong. */
  verify(): Promise<{ ok: boolean; problems: string[]; counts: Record<string, number>; schema: number }>;
  /** Stored settings of the installation (a flag that the sample was offered, say). */
  setting(name: string): Promise<string | null>;
  setSetting(name: string, value: string): Promise<void>;
  /** A number that changes when another process has written the file; what these stores write leaves it as it is. */
  outsideChanges(): Promise<number>;
}
