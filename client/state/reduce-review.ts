// How the open article changes.
import type { ArticleWhole, SegmentFindings, SegmentView } from '../api/shapes.ts';
import type { ReviewAction } from './actions.ts';
import { shown } from './order.ts';
import type { Filter, Review, Side, Typed } from './state.ts';

const NO_SIDE: Side = { matches: null, versions: null, terms: null, parts: null };

/** The open article after an action; the same value where nothing changed. */
export function reduceReview(review: Review, action: ReviewAction): Review {
  switch (action.type) {
    case 'article':
      return action.article.id === review.id ? withArticle(review, action.article, action.begin ?? null) : review;
    case 'article-missing':
      return action.id === review.id ? { ...review, missing: true } : review;
    case 'segments':
      return withSegments(review, action.segments, action.by);
    case 'findings':
      return action.article === review.id ? withFindings(review, action.found, action.asked) : review;
    case 'active':
      return { ...review, active: action.segment, hidden: null, blocked: null };
    case 'side': {
      const side = { ...(review.sides[action.segment] ?? NO_SIDE), ...action.side };
      return { ...review, sides: { ...review.sides, [action.segment]: side } };
    }
    case 'sides-stale':
      return { ...review, sides: {} };
    case 'dismissed':
      return action.article === review.id ? { ...review, dismissed: action.dismissed } : review;
    case 'filter':
      return withFilter(review, action.filter);
    case 'blocked':
      return { ...review, blocked: action.segment };
    case 'fill-job':
      return action.article === review.id ? { ...review, job: action.job } : review;
    default:
      return reduceTyping(review, action);
  }
}

function reduceTyping(review: Review, action: ReviewAction): Review {
  switch (action.type) {
    case 'typed': {
      const segment = review.segments.find((one) => one.id === action.segment);
      if (!segment) return review;
      const basedOn = review.typed[segment.id]?.basedOn ?? segment.version;
      return withTyped(review, segment.id, { text: action.text, basedOn, kept: 'no' });
    }
    case 'kept': {
      const typed = review.typed[action.segment];
      // What was typed since is not what was kept.
      if (!typed || typed.text !== action.text) return review;
      return withTyped(review, action.segment, { ...typed, kept: action.kept });
    }
    case 'untyped':
      return withoutTyped(review, action.segment);
    case 'clash':
      return { ...review, clash: action.clash };
    default:
      return review;
  }
}

const withTyped = (review: Review, segment: number, typed: Typed): Review => ({
  ...review,
  typed: { ...review.typed, [segment]: typed },
});

function withoutTyped(review: Review, segment: number): Review {
  if (!(segment in review.typed) && !(segment in review.overtaken)) return review;
  const { [segment]: _typed, ...typed } = review.typed;
  const { [segment]: _by, ...overtaken } = review.overtaken;
  return { ...review, typed, overtaken };
}

/** Nobody works at a segment that is not to be seen. */
function withFilter(review: Review, filter: Filter): Review {
  const at = review.active ?? review.hidden;
  const isShown = shown(review.segments, filter).some(({ id }) => id === at);
  return { ...review, filter, active: isShown ? at : null, hidden: isShown ? null : at };
}

function withArticle(
  review: Review,
  { segments, boilerplate, ...article }: ArticleWhole,
  begin: number | null,
): Review {
  const fresh = review.article === null;
  const typed = fresh ? draftsOf(segments) : unkept(review, segments);
  const chosen = review.active ?? begin;
  const active = segments.some((one) => one.id === chosen) ? chosen : null;
  return {
    ...review,
    article,
    missing: false,
    segments: merged(review.segments, segments),
    boilerplate,
    active,
    typed,
  };
}

/** What this person was typing when they left, where it differs from what stands. */
function draftsOf(segments: readonly SegmentView[]): Record<number, Typed> {
  const typed: Record<number, Typed> = {};
  for (const { id, draft, target } of segments) {
    if (draft && draft.text !== target) typed[id] = { text: draft.text, basedOn: draft.basedOn, kept: 'yes' };
  }
  return typed;
}

/**
 * The new list, with the old value of each segment that did not change, so that its row is not drawn again. The list comes
 * before its findings: those of a version that is known already stay until then.
 */
function merged(old: readonly SegmentView[], now: readonly SegmentView[]): SegmentView[] {
  const known = new Map(old.map((segment) => [segment.id, segment]));
  return now.map((come) => {
    const before = known.get(come.id);
    if (!before) return come;
    const segment = before.version === come.version ? { ...come, findings: before.findings } : come;
    return JSON.stringify(before) === JSON.stringify(segment) ? before : segment;
  });
}

function withFindings(review: Review, found: readonly SegmentFindings[], asked: readonly SegmentView[]): Review {
  const findingsOf = new Map(found.map((one) => [one.segment, one]));
  const versions = new Map(asked.map(({ id, version }) => [id, version]));
  const segments = review.segments.map((segment) => {
    const { version = versions.get(segment.id), findings = [] } = findingsOf.get(segment.id) ?? {};
    const same = JSON.stringify(findings) === JSON.stringify(segment.findings);
    return same || version !== segment.version ? segment : { ...segment, findings };
  });
  return { ...review, segments };
}

function withSegments(review: Review, changed: readonly SegmentView[], by: string | undefined): Review {
  const now = new Map(changed.map((segment) => [segment.id, segment]));
  const overtaken = { ...review.overtaken };
  const sides = { ...review.sides };
  const segments = review.segments.map((segment) => {
    const next = now.get(segment.id);
    if (!next || next.version < segment.version) return segment;
    const side = sides[segment.id];
    if (side && next.version > segment.version) sides[segment.id] = { ...side, versions: null };
    if (by !== undefined && segment.id in review.typed && next.version > segment.version) overtaken[segment.id] = by;
    return { ...segment, ...next };
  });
  return { ...review, segments, overtaken, sides, typed: unkept(review, changed) };
}

/**
 * What is typed, no longer as kept where the segment has a newer version: this person may have written that one in another
 * tab, and the server then drops the draft.
 */
function unkept({ typed, segments }: Review, come: readonly SegmentView[]): Review['typed'] {
  const known = new Map(segments.map(({ id, version }) => [id, version]));
  const newer = come.filter(({ id, version }) => typed[id]?.kept === 'yes' && version > (known.get(id) ?? version));
  if (newer.length === 0) return typed;
  const after = { ...typed };
  for (const { id } of newer) if (after[id]) after[id] = { ...after[id], kept: 'no' };
  return after;
}
