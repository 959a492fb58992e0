// What the stores promise, as types. Every verb is one whole transaction: done and durable when its promise resolves, or
// not done at all. `flow` sees these types only, so that a second engine can stand behind them.
import type {
  Article,
  ArticleCounts,
  Block,
  Code,
  Format,
  GivenSegment,
  Job,
  JobState,
  Language,
  Neighbour,
  Origin,
  Provenance,
  Role,
  Segment,
  SourceBlock,
  State,
  Unit,
  Version,
} from '../server/model.ts';

/** All stores over one database file. */
export interface Stores {
  articles: ArticleStore;
  segments: SegmentStore;
  memory: MemoryStore;
  lexicons: LexiconStore;
  jobs: JobStore;
  people: PeopleStore;
  dismissals: DismissalStore;
  upkeep: Upkeep;
  close(): void;
}

/** An article as import hands it over. `copyOf`, `block` and `repeats` are indexes into the lists given here. */
export interface NewArticle {
  title: string;
  from: Language;
  to: Language;
  format: Format;
  translationOf: string | null;
  /** The file's bytes as they came, for an export of the whole. */
  bytes: Uint8Array;
  fileName: string | null;
  /** What the format keeps of the whole file beside its blocks (encoding, skeleton); opaque here. */
  layout: unknown;
  blocks: (SourceBlock & { copyOf: number | null; tail: string })[];
  segments: NewSegment[];
  by: string;
  at: string;
}

export interface NewSegment {
  block: number;
  source: string;
  codes: Code[];
  gap: string;
  /** Canonical, normalised source: what exact matches and repetitions compare. */
  key: string;
  /** Words and signs as the trade counts them, for the article's sums. */
  words: number;
  signs: number;
  repeats: number | null;
  /** What a bilingual file brings along for it: its first version. */
  given?: GivenSegment;
}

/** A segment of a later source: the stored one that it is (`id`, null for a new one), and what becomes of it. */
export interface LaterSegment extends NewSegment {
  id: number | null;
  /** The stored segment's version that this was decided on; 0 for a new one. */
  basedOn: number;
  /** Its next version, null where neither text, state nor source changes. */
  next: Omit<SegmentWrite, 'segment' | 'basedOn'> | null;
}

/** A later version of an article's source. `copyOf`, `block` and `repeats` are indexes into the lists given here. */
export interface ArticleUpdate {
  article: number;
  /** The version of the source that this one follows. */
  basedOn: number;
  translationOf: string | null;
  bytes: Uint8Array;
  fileName: string | null;
  layout: unknown;
  blocks: NewArticle['blocks'];
  segments: LaterSegment[];
  /** Stored segments that the source no longer has, with the version that was seen. */
  gone: { id: number; basedOn: number }[];
  by: string;
  at: string;
}

/** What a segment's source was at two versions of the article's source; null where it did not stand in it. */
export interface SourceRow {
  segment: number;
  /** Its place now; 0 where it has none. */
  n: number;
  before: string | null;
  after: string | null;
  codesBefore: Code[];
  codesAfter: Code[];
}

export interface ArticleRow extends Article {
  counts: ArticleCounts;
}

/** A block as stored, with the white space behind its last segment. */
export interface StoredBlock extends Block {
  tail: string;
}

export interface ArticleStore {
  add(article: NewArticle): Promise<number>;
  /** Newest first, without deleted ones; archived ones only on demand. `search` is matched in titles and texts. */
  list(filter?: { archived?: boolean; search?: string }): Promise<ArticleRow[]>;
  /** null where no such article stands (a deleted one does not). */
  get(id: number): Promise<ArticleRow | null>;
  blocks(id: number): Promise<StoredBlock[]>;
  source(id: number, version?: number): Promise<{ bytes: Uint8Array; layout: unknown; fileName: string | null } | null>;
  /** Puts a later source in place, whole; false where the article or one of its segments has changed since. */
  update(update: ArticleUpdate): Promise<boolean>;
  /** The segments that stood at either of two versions of the source, in order of place. */
  sourcesAt(id: number, from: number, to: number): Promise<SourceRow[]>;
  archive(id: number, archived: boolean): Promise<boolean>;
  /** Takes the article off the desk; its rows stay, and `undelete` brings it back. */
  remove(id: number, at: string): Promise<boolean>;
  undelete(id: number): Promise<boolean>;
  setRole(block: number, role: Role): Promise<boolean>;
}

/** One segment's next version. It is refused as stale unless `basedOn` is the segment's current version. */
export interface SegmentWrite {
  segment: number;
  basedOn: number;
  target: string;
  state: State;
  origin: Origin | null;
  provenance: Provenance;
  note: string | null;
  /** Whether a person wrote this segment itself from here on (see Segment.touched). */
  touched: boolean;
  /** Whose version it is, where that is not who decides: an outside translator's. */
  by?: string;
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
}

/** Several segments' next versions with what the memory learns and unlearns by them: all or nothing. */
export interface Decision {
  writes: SegmentWrite[];
  /** Replaces the unit that an earlier approval of the same segment taught. */
  remember: NewUnit[];
  /** Segments whose approval's unit is taken back. */
  forget: number[];
  by: string;
  at: string;
}

export type DecisionResult =
  | { kind: 'written'; segments: Segment[] }
  /** The first stale write, with what stands there now. Nothing was written. */
  | { kind: 'stale'; current: Segment };

/** A piece of a block as a split or a join makes it. */
export type Piece = Omit<NewSegment, 'block' | 'repeats'> & { next: Omit<SegmentWrite, 'segment' | 'basedOn'> };

/** A segment that is cut in two (`second` is new), or that takes up the one behind it (`second` leaves). */
export interface Recut {
  segment: number;
  basedOn: number;
  first: Piece;
  second: { how: 'split'; piece: Piece } | { how: 'join'; segment: number; basedOn: number };
  by: string;
  at: string;
}

export interface SegmentStore {
  /** All translatable segments of an article in order of place. */
  of(article: number): Promise<Segment[]>;
  get(id: number): Promise<Segment | null>;
  at(article: number, n: number): Promise<Segment | null>;
  /** Oldest first; version 0, the empty beginning, is not a row. */
  versions(segment: number): Promise<Version[]>;
  decide(decision: Decision): Promise<DecisionResult>;
  /** Splits or joins; answers what stands now in place of the segment (or the stale one). Nobody repeats it or is repeated by it from here on. */
  recut(recut: Recut): Promise<DecisionResult>;
  /** The segments that a segment was made from by splits and joins, nearest first. */
  lineage(segment: number): Promise<{ cameFrom: number; how: 'split' | 'join' }[]>;
  /** What a person is typing, replaced as they type; a decision on the segment by that person drops it. */
  saveDraft(draft: Draft): Promise<void>;
  drafts(article: number, by: string): Promise<Draft[]>;
  dropDraft(segment: number, by: string): Promise<void>;
}

export interface Draft {
  segment: number;
  by: string;
  text: string;
  basedOn: number;
  at: string;
}

export interface ImportRecord {
  id: number;
  file: string;
  by: string;
  at: string;
  state: 'running' | 'done' | 'undone';
}

export interface MemoryStats {
  units: number;
  memories: { id: number; name: string; units: number }[];
  /** Units by pair of languages, such as `fr-en`. */
  languages: Record<string, number>;
  imports: number;
}

export type Added = 'added' | 'updated' | 'unchanged';

export interface MemoryStore {
  /** Highest priority first. */
  memories(): Promise<
    { id: number; name: string; desk: number; readable: boolean; writable: boolean; priority: number }[]
  >;
  addMemory(name: string, desk: number): Promise<number>;
  /** Visible units whose key on the `from` side equals one of `keys`, turned into that direction; base languages agree (fr, fr-CA). */
  exact(from: Language, to: Language, keys: readonly string[]): Promise<Map<string, Unit[]>>;
  /** Units by id, turned into the direction asked for; those not visible are left out. */
  units(ids: readonly number[], from: Language): Promise<Unit[]>;
  /** Visible units by rising id, in pages. */
  page(after: number, limit: number): Promise<Unit[]>;
  /** Concordance: visible units with the words of `text` on the `from` side (either side without it). Never fails on any string. */
  search(text: string, options: { from?: Language; limit: number; offset?: number }): Promise<Unit[]>;
  /** Begins an import (its units stay invisible), or takes up an unfinished one of the same content hash. */
  beginImport(record: { file: string; hash: string; by: string; at: string }): Promise<ImportRecord>;
  /** Stores units of an import in one transaction; each answer stands at its unit's place. */
  addUnits(importId: number, units: readonly NewUnit[]): Promise<Added[]>;
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
}

/** What whoever follows the memory reads of it. */
export type MemoryFeed = Pick<MemoryStore, 'since' | 'changes' | 'changeMark'>;

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

export interface DismissalStore {
  /** Remembers a dismissal; the same one again replaces who and why. */
  dismiss(dismissal: Dismissal): Promise<void>;
  /** Takes a dismissal back; false where none stood. */
  recall(dismissal: Pick<Dismissal, 'segment' | 'finding' | 'words' | 'target'>): Promise<boolean>;
  /** The dismissals of an article's segments, oldest first. */
  of(article: number): Promise<Dismissal[]>;
}

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
