// What an approval teaches: the pair in canonical form, with its neighbours, for the desk's own memory.
import type { ArticleRow, NewUnit } from '../../db/stores.ts';
import type { Segment } from '../model.ts';
import type { Place } from '../text/context.ts';
import { canonical } from '../text/inline.ts';
import { matchKey } from '../text/normalize.ts';
import type { Desk } from './desk.ts';

/** Where units go (null: no memory may be written to), and where each segment stands. */
export interface MemoryPlace {
  memory: number | null;
  places: ReadonlyMap<number, Place>;
}

/** The first memory that the desk may write to. */
export async function writableMemory(desk: Pick<Desk, 'stores'>, id: number): Promise<{ memory: number | null }> {
  const memories = await desk.stores.memory.memories();
  const own = memories.find((memory) => memory.writable && memory.desk === id) ?? memories.find((one) => one.writable);
  return { memory: own?.id ?? null };
}

/** The unit that a segment's approval with this target teaches; null without a memory. */
export function unitOf(
  segment: Segment,
  target: string,
  article: Pick<ArticleRow, 'from' | 'to'>,
  { memory, places, by, at }: MemoryPlace & { by: string; at: string },
): NewUnit | null {
  if (memory === null) return null;
  const pair = canonical(segment.source, target, segment.codes);
  const place = places.get(segment.id);
  return {
    memory,
    from: article.from,
    to: article.to,
    ...pair,
    sourceKey: matchKey(pair.source, pair.codes),
    targetKey: matchKey(pair.target, pair.codes),
    previous: place?.previous ?? { kind: 'unknown' },
    next: place?.next ?? { kind: 'unknown' },
    segment: segment.id,
    taught: 'approve',
    group: null,
    author: by,
    createdAt: at,
    changedAt: at,
    note: null,
    properties: { role: segment.role },
  };
}
