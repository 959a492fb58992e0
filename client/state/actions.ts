// What may happen to the state.
import type { HouseStyle } from '../../server/checks/house-style.ts';
import type { AlignAction } from '../align/reduce.ts';
import type { Dismissal } from '../api/settled.ts';
import type {
  ArticleView,
  ArticleWhole,
  Found,
  Health,
  ImportView,
  Job,
  MemoryStats,
  SegmentFindings,
  SegmentView,
} from '../api/shapes.ts';
import type { Tongue } from '../words/words.tsx';
import type { Place } from './place.ts';
import type { Clash, Dialog, Filter, Side, Theme, Typed, Undo } from './state.ts';

/** What may happen to the open article. */
export type ReviewAction =
  /** `begin` is the segment to work at where none is chosen yet. */
  | { type: 'article'; article: ArticleWhole; begin?: number | null }
  | { type: 'article-missing'; id: number }
  /** Segments as they now stand; one that is older than what is known changes nothing. */
  | { type: 'segments'; segments: SegmentView[]; by?: string }
  /** What the checks found in the whole article as it stood in `asked`; it says nothing of what has changed since. */
  | { type: 'findings'; article: number; found: SegmentFindings[]; asked: readonly SegmentView[] }
  | { type: 'dismissed'; article: number; dismissed: readonly Dismissal[] }
  | { type: 'active'; segment: number | null }
  | { type: 'typed'; segment: number; text: string }
  | { type: 'kept'; segment: number; text: string; kept: Typed['kept'] }
  | { type: 'untyped'; segment: number }
  | { type: 'side'; segment: number; side: Partial<Side> }
  | { type: 'sides-stale' }
  | { type: 'filter'; filter: Filter }
  | { type: 'clash'; clash: Clash | null }
  | { type: 'blocked'; segment: number | null }
  | { type: 'fill-job'; article: number; job: number | null };

/** What may happen elsewhere. */
export type FrameAction =
  | { type: 'place'; place: Place }
  | { type: 'tongue'; tongue: Tongue }
  | { type: 'theme'; theme: Theme }
  | { type: 'me'; name: string | null }
  | { type: 'health'; health: Health }
  | { type: 'style'; style: HouseStyle }
  /** The desk's terms, words or house style are others now. */
  | { type: 'settled' }
  | { type: 'line'; line: 'open' | 'lost' }
  | { type: 'job'; job: Job }
  | { type: 'notice'; text: string; tone: 'quiet' | 'failure'; undo?: Undo | null }
  | { type: 'notice-gone'; id: number }
  | { type: 'said'; text: string }
  | { type: 'dialog'; dialog: Dialog | null }
  | { type: 'chord'; chord: boolean }
  | { type: 'show-spaces' };

/** What may happen to the lists of articles and of the memory. */
export type ListAction =
  | { type: 'articles'; articles: ArticleView[] }
  | { type: 'desk-view'; search?: string; archived?: boolean }
  | { type: 'memory-query'; q: string; limit: number }
  | { type: 'memory-found'; q: string; found: Found[] }
  | { type: 'memory-stats'; stats: MemoryStats }
  | { type: 'memory-imports'; imports: ImportView[] }
  | { type: 'memory-job'; job: number | null };

export type Action = ReviewAction | FrameAction | ListAction | AlignAction;
