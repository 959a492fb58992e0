// A segment's text goes to all its repetitions on demand, those that a person had changed included, and can be taken back.
import type { SegmentWrite } from '../../db/stores.ts';
import type { Segment } from '../model.ts';
import { type Kin, withKin } from './around.ts';
import { follow } from './decide-segment.ts';
import type { Desk } from './desk.ts';

/** Writes the segment's text and state into its repetitions; answers those that changed. Throws NotFound. */
export async function propagate(desk: Desk, segment: number, how: { by: string }): Promise<Segment[]> {
  return write(desk, segment, how.by, async (leader, kin) => {
    const { target, state, origin, provenance } = leader;
    const next = { target, state, origin, provenance, note: null, touched: false };
    const wanted = repetitionsOf(leader, kin).flatMap((one) => follow(one, leader, next) ?? []);
    const stands = new Map(kin.segments.map((one) => [one.id, one]));
    return wanted.filter(
      (one) => stands.get(one.segment)?.target !== one.target || stands.get(one.segment)?.state !== state,
    );
  });
}

/** Gives repetitions that still stand as propagated from this segment the version they had before. Throws NotFound. */
export async function undoPropagate(desk: Desk, segment: number, how: { by: string }): Promise<Segment[]> {
  return write(desk, segment, how.by, async (leader, kin) => {
    const writes: SegmentWrite[] = [];
    for (const one of repetitionsOf(leader, kin)) {
      if (one.origin === 'propagated' && one.provenance.follows === leader.id) writes.push(await undone(desk, one));
    }
    return writes;
  });
}

async function write(
  desk: Desk,
  id: number,
  by: string,
  choose: (leader: Segment, kin: Kin) => Promise<SegmentWrite[]>,
): Promise<Segment[]> {
  for (;;) {
    const { segment, kin } = await withKin(desk, id);
    const writes = await choose(segment, kin);
    if (writes.length === 0) return [];
    // One pair is one unit: repetitions that now follow teach nothing by themselves.
    const forget = writes.map((one) => one.segment);
    const result = await desk.stores.segments.decide({ writes, remember: [], forget, by, at: desk.now() });
    if (result.kind === 'written') return result.segments;
  }
}

function repetitionsOf(segment: Segment, kin: Kin): Segment[] {
  const root = segment.repeats ?? segment.id;
  return kin.segments.filter((one) => one.id !== segment.id && (one.id === root || one.repeats === root));
}

/** The version before the newest, written again, without an approval that nobody gave. */
async function undone(desk: Desk, segment: Segment): Promise<SegmentWrite> {
  const before = (await desk.stores.segments.versions(segment.id)).at(-2);
  const state = before?.state === 'approved' ? 'translated' : (before?.state ?? 'empty');
  return {
    segment: segment.id,
    basedOn: segment.version,
    target: before?.target ?? '',
    state,
    origin: before ? 'restored' : null,
    provenance: before ? { restores: before.number } : {},
    note: null,
    touched: before !== undefined && before.origin !== 'propagated',
  };
}
