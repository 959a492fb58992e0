// A person cuts a segment in two, or joins two of one block. The histories stay reachable from what comes of it.
import type { Piece, Recut } from '../../db/stores.ts';
import { UserError } from '../errors.ts';
import type { Code, Segment } from '../model.ts';
import { countSigns, countWords } from '../text/count.ts';
import { type Cut, codesIn, cutBlock, joinCuts, plain, renumber } from '../text/inline.ts';
import { matchKey } from '../text/normalize.ts';
import { segmentOf } from './around.ts';
import { changedSince, refuseStale } from './decide-segment.ts';
import type { Desk } from './desk.ts';

/**
 * Cuts the segment at a UTF-16 offset of its one-string source; answers both parts. The first keeps the id, and the text as
 * a draft. Throws NotFound, Conflict, and a UserError where a part would hold no text.
 */
export async function splitSegment(
  desk: Desk,
  id: number,
  how: { offset: number; version?: number; by: string },
): Promise<[Segment, Segment]> {
  const { segment } = await segmentOf(desk, id);
  refuseStale(segment, how.version);
  const [first, second] = cutAt(segment, how.offset);
  const target = keeping(segment.target, segment.codes, first.codes);
  const [one, other] = await recut(desk, segment, how.by, {
    first: pieceOf(first, target, target === '' ? 'empty' : 'draft'),
    second: { how: 'split', piece: pieceOf(second, '', 'empty') },
  });
  return [one ?? segment, other ?? segment];
}

/**
 * Joins the segment with the next one of its block; answers the joined one, which keeps the first one's id. Two confirmed
 * texts stay confirmed, else the joined one is a draft. Throws NotFound, Conflict, and a UserError at the end of a block.
 */
export async function joinSegment(desk: Desk, id: number, how: { version?: number; by: string }): Promise<Segment> {
  const { segment } = await segmentOf(desk, id);
  refuseStale(segment, how.version);
  const next = await desk.stores.segments.at(segment.article, segment.n + 1);
  if (next?.block !== segment.block)
    throw new UserError(
      'nothing-to-join',
      `Segment ${segment.n} is the last of its block: there is none to join it with.`,
      422,
    );
  const source = joinCuts([cutOf(segment, segment.source, ''), cutOf(next, next.source, next.gap)]);
  const targets = [cutOf(segment, segment.target, ''), cutOf(next, next.target, next.gap)].filter(
    (cut) => cut.text !== '',
  );
  const target = joinCuts(targets.map((cut, i) => (i === 0 ? { ...cut, gap: '' } : cut)));
  const codes = codesIn(source, [...segment.codes, ...next.codes]);
  const first = pieceOf(
    { text: source, codes, gap: segment.gap },
    keeping(target, [...segment.codes, ...next.codes], codes),
    joinedState(segment, next),
  );
  const [joined] = await recut(desk, segment, how.by, {
    first,
    second: { how: 'join', segment: next.id, basedOn: next.version },
  });
  return joined ?? segment;
}

async function recut(
  desk: Desk,
  segment: Segment,
  by: string,
  parts: Pick<Recut, 'first' | 'second'>,
): Promise<Segment[]> {
  const result = await desk.stores.segments.recut({
    segment: segment.id,
    basedOn: segment.version,
    by,
    at: desk.now(),
    ...parts,
  });
  if (result.kind === 'stale') throw changedSince(result.current);
  return result.segments;
}

function cutAt(segment: Segment, offset: number): [Cut, Cut] {
  const { offsets } = plain(segment.source, segment.codes);
  const at = offsets.findIndex((place) => place >= offset);
  // Half a surrogate pair is no character, and the database would not keep it.
  const whole = Number.isInteger(offset) && !/[\udc00-\udfff]/.test(segment.source.charAt(offsets[at] ?? 0));
  const { cuts } = at > 0 && whole ? cutBlock(segment.source, segment.codes, [at]) : { cuts: [] };
  const [first, second] = cuts;
  if (!first || !second || cuts.length > 2)
    throw new UserError(
      'bad-offset',
      `Segment ${segment.n} cannot be cut at ${offset}: both parts must hold text.`,
      422,
    );
  return [{ ...first, gap: segment.gap }, second];
}

function cutOf({ codes }: Segment, text: string, gap: string): Cut {
  return { text, codes, gap };
}

/** A target without the codes that its source no longer has. */
function keeping(target: string, codes: readonly Code[], kept: readonly Code[]): string {
  return renumber(target, codes, new Map(kept.map((code) => [code.id, code.id])));
}

function joinedState(one: Segment, other: Segment): Segment['state'] {
  if (one.target === '' && other.target === '') return 'empty';
  const confirmed = [one, other].every(({ state }) => state === 'translated' || state === 'approved');
  return confirmed ? 'translated' : 'draft';
}

function pieceOf({ text, codes, gap }: Cut, target: string, state: Segment['state']): Piece {
  return {
    source: text,
    codes,
    gap,
    key: matchKey(text, codes),
    words: countWords(text, codes),
    signs: countSigns(text, codes),
    next: { target, state, origin: 'source', provenance: {}, note: null, touched: state !== 'empty' },
  };
}
