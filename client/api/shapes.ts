// What the server answers, as the editor uses it. The nouns are the server's own; only what HTTP adds stands here.
import type {
  Article,
  ArticleCounts,
  Code,
  Finding,
  Job,
  Match,
  MatchKind,
  Reason,
  Segment,
  State,
  Term,
  Version,
} from '../../server/model.ts';
import type { RegexFault } from '../../server/text/regex-fault.ts';

export type { Article, ArticleCounts, Finding, Job, Match, MatchKind, Reason, Segment, State, Term, Version };

/** An article on the desk. */
export interface ArticleView extends Article {
  counts: ArticleCounts;
  changedAt?: string;
}

/** A segment as the review page shows it; `draft` is what this person was typing. */
export interface SegmentView extends Omit<Segment, 'article' | 'gap'> {
  findings: Finding[];
  /** True in a stray copy of another block, which the clean export leaves out. */
  copy?: boolean;
  draft?: DraftView | null;
}

/** The findings of a segment as its version of that number stands. */
export interface SegmentFindings {
  segment: number;
  version: number;
  findings: Finding[];
}

/** What a person was typing, and the version it was typed over. */
export interface DraftView {
  text: string;
  basedOn: number;
  at?: string;
}

/** An article with its segments: translatable ones, and those of page furniture. */
export interface ArticleWhole extends ArticleView {
  segments: SegmentView[];
  boilerplate: Furniture[];
}

/** A block of page furniture, which nobody translates. */
export interface Furniture {
  block: number;
  n: number;
  text: string;
}

/** A segment after a change, with the repetitions that changed with it. */
export interface ChangedSegment extends SegmentView {
  followed: SegmentView[];
}

/** A pair of the memory where something was found. `spans` point at UTF-16 offsets of the searched side. */
export interface Found {
  id?: number;
  source: string;
  target: string;
  codes?: Code[];
  from?: string;
  to?: string;
  spans: [number, number][];
  targetSpans?: [number, number][];
  /** What translates the words, on the side that was not asked for. */
  counterparts?: [number, number][];
  author?: string;
  changedAt?: string;
  memory?: number;
}

/** An import of a file into the memory. */
export interface ImportView {
  id: number;
  file: string;
  by: string;
  at: string;
  state: 'running' | 'done' | 'undone';
}

/** What the memory holds. */
export interface MemoryStats {
  units: number;
  memories?: { id: number; name: string; units: number }[];
  languages?: Record<string, number>;
  imports?: number;
}

/** What the server says of itself. */
export interface Health {
  ok: boolean;
  version: string;
  provider?: string;
  /** True where the first start may offer the sample. */
  sample?: boolean;
}

/** What an approval of several segments answers. */
export interface Approval {
  approved: number;
  blocked: { n: number; why: string }[];
}

/** The one shape of a failure, with what came beside it. */
export interface Failure {
  status: number;
  code: string;
  message: string;
  /** What the message names, such as a line. */
  values?: Record<string, string | number>;
  /** What stands there now, where a save was stale. */
  current: SegmentView | null;
  /** What held an approval back. */
  blocked: unknown;
}

/** An answer: a value, or a failure. Nothing is thrown for either. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** A segment that was changed here and outside. Nothing was written. */
export interface MergeConflict {
  n: number;
  segment: number;
  version: number;
  source: string;
  before: string | null;
  ours: string;
  theirs: string;
}

/** What became of a file that came back. */
export interface Merged {
  updated: number;
  unchanged: number;
  unknown: number;
  comments: number;
  conflicts: MergeConflict[];
  unknownUnits: { name: string; source: string }[];
}

/** What the desk has settled about where sentences end; `srx` counts rules that stand in for those of the language. */
export interface SegmentationView {
  language: string;
  exceptions: { before: string; after: string | null }[];
  srx: number;
}

/** A rule of an SRX file that JavaScript cannot say. */
export interface SegmentationRefusal extends RegexFault {
  line: number;
  rule: string;
}

/** What stands after a file was taken over. */
export interface SegmentationTaken extends SegmentationView {
  refused: SegmentationRefusal[];
}

/** Characters used in a service's period; no limit known where null. */
export interface Usage {
  used: number;
  limit: number | null;
}

/** What a service says of itself and of the account. */
export interface Account {
  ok: boolean;
  detail: string;
  code: string | null;
  usage: Usage | null;
}

/** A service that is set up. */
export interface ProviderFacts {
  id: string;
  chosen: boolean;
  second: boolean;
  /** False where no text leaves this machine. */
  leaves: boolean;
  bills: boolean;
  warning: string | null;
  /** Whether it keeps translation memories. */
  publishes: boolean;
  /** Characters of this month. */
  spent: number;
}

export interface ProvidersHere {
  providers: ProviderFacts[];
  budget: { run: number | null; month: number | null; spent: number };
}

/** What a service was worth in a month at a desk. */
export interface Worth {
  month: string;
  desk: string;
  provider: string;
  model: string | null;
  segments: number;
  unchanged: number;
  characters: number;
  edited: number;
  editRate: number;
  chrf: number;
}

/** What a fill would do and send. */
export interface FillPlan {
  provider: string;
  context: number;
  exact: number;
  repaired: number;
  fuzzy: number;
  machine: number;
  empty: number;
  sentCharacters: number;
  billedCharacters: number;
  plan?: { calls: number; warning: string | null };
}
