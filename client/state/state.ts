// Everything the editor knows, in one value.
import type { HouseStyle } from '../../server/checks/house-style.ts';
import type { Assembled } from '../../server/text/fragments.ts';
import { type Alignments, NO_ALIGNMENTS, openingAlignment } from '../align/state.ts';
import type { Dismissal, TermInSource } from '../api/settled.ts';
import type {
  ArticleView,
  Failure,
  FillPlan,
  Found,
  Furniture,
  Health,
  ImportView,
  Job,
  Match,
  MemoryStats,
  State as SegmentState,
  SegmentView,
  Version,
} from '../api/shapes.ts';
import type { Tongue } from '../words/words.tsx';
import type { Place } from './place.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** How to take a step back. */
export type Undo =
  /** Repetitions that followed the segment go back to what they were. */
  | { kind: 'propagation'; segment: number }
  | { kind: 'undelete'; article: number }
  /** What was done to units of the memory by hand. */
  | { kind: 'memory-deed'; deed: number }
  /** A pair back on the list of alignments. */
  | { kind: 'alignment'; alignment: number }
  /** What an alignment taught, out of the memory. */
  | { kind: 'remembered'; alignment: number }
  | { kind: 'archive'; article: number; archived: boolean };

/** A message that stays until it is read or goes by; a failure is worded where it is shown. */
export interface Notice {
  id: number;
  text: string;
  tone: 'quiet' | 'failure';
  undo: Undo | null;
}

/** The desk's list; `articles` is null until it was loaded. */
export interface Desk {
  articles: ArticleView[] | null;
  search: string;
  archived: boolean;
}

export type FilterKind = 'all' | 'open' | 'findings' | 'repeats' | SegmentState;

export interface Filter {
  kind: FilterKind;
  text: string;
}

/** What a person has typed over a segment and not yet confirmed. */
export interface Typed {
  text: string;
  /** The version that it was typed over. */
  basedOn: number;
  /** Whether the server has it as a draft. */
  kept: 'no' | 'saving' | 'yes';
}

/** What was fetched for the side of one segment; null until it came. */
export interface Side {
  matches: Match[] | null;
  versions: Version[] | null;
  terms: TermInSource[] | null;
  /** The parts that the memory knows, once they were asked for. */
  parts: Assembled | null;
}

/** A save that came too late: what this person wants, and what stands there now. */
export interface Clash {
  segment: number;
  mine: string;
  theirs: SegmentView;
  by: string | null;
}

/** The article that is open. */
export interface Review {
  id: number;
  article: ArticleView | null;
  missing: boolean;
  segments: SegmentView[];
  boilerplate: Furniture[];
  /** The id of the segment one works at. */
  active: number | null;
  /** The one that one worked at before the filter hid it: one is back there when it is shown again. */
  hidden: number | null;
  typed: Record<number, Typed>;
  sides: Record<number, Side>;
  filter: Filter;
  clash: Clash | null;
  /** Who changed a segment that this person was typing in, by segment. */
  overtaken: Record<number, string>;
  /** The segment whose approval its findings hold back. */
  blocked: number | null;
  /** What was waved through in this article. */
  dismissed: readonly Dismissal[];
  /** The job that fills this article, its end included until it is put away. */
  job: number | null;
}

export interface MemoryPage {
  q: string;
  found: Found[] | null;
  limit: number;
  stats: MemoryStats | null;
  imports: ImportView[] | null;
  job: number | null;
}

/** What lies over the page. */
export type Dialog =
  | { kind: 'who' }
  | { kind: 'bring'; text: string; html: string | null; file: File | null }
  | { kind: 'reason'; about: 'reject' | 'omit'; segment: number }
  | { kind: 'clash' }
  | { kind: 'split'; segment: number }
  | { kind: 'fill'; plan: FillPlan };

export interface EditorState {
  tongue: Tongue;
  theme: Theme;
  /** undefined until the server said; null where no name was given. */
  me: string | null | undefined;
  health: Health | null;
  /** The desk's house style; null until an article was opened. */
  style: HouseStyle | null;
  /** Grows whenever the desk's terms, words or house style have changed: the pages that show them look again. */
  settled: number;
  line: 'open' | 'lost';
  place: Place;
  desk: Desk;
  review: Review | null;
  memory: MemoryPage;
  alignments: Alignments;
  jobs: Record<number, Job>;
  notices: Notice[];
  /** What a screen reader is told; the number makes equal sentences heard again. */
  said: { text: string; times: number };
  dialog: Dialog | null;
  /** True between Ctrl + M and the key after it. */
  chord: boolean;
  showSpaces: boolean;
}

/** The state before anything was loaded. */
export function initialState(tongue: Tongue, theme: Theme, place: Place): EditorState {
  return {
    tongue,
    theme,
    me: undefined,
    health: null,
    style: null,
    settled: 0,
    line: 'open',
    place,
    desk: { articles: null, search: '', archived: false },
    review: place.page === 'article' ? opening(place.id) : null,
    memory: { q: '', found: null, limit: 30, stats: null, imports: null, job: null },
    alignments: { ...NO_ALIGNMENTS, open: place.page === 'alignment' ? openingAlignment(place.id) : null },
    jobs: {},
    notices: [],
    said: { text: '', times: 0 },
    dialog: null,
    chord: false,
    showSpaces: false,
  };
}

/** An article that is being opened. */
export function opening(id: number): Review {
  return {
    id,
    article: null,
    missing: false,
    segments: [],
    boilerplate: [],
    active: null,
    hidden: null,
    typed: {},
    sides: {},
    filter: { kind: 'all', text: '' },
    clash: null,
    overtaken: {},
    blocked: null,
    dismissed: [],
    job: null,
  };
}

export type { Failure };
