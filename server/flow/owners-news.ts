// A later version of an owner's XLIFF: what it says of the translation that the one before did not say.
import { readDocument } from '../formats/format.ts';
import type { Segment } from '../model.ts';
import type { GivenSegment } from '../model-given.ts';
import { grouped } from '../text/grouping.ts';
import type { Around } from './around.ts';
import type { Next } from './decide-segment.ts';
import type { Desk } from './desk.ts';
import { fromFile } from './given-version.ts';

/** What a file says of a segment. */
export type Said = Pick<GivenSegment, 'target' | 'state' | 'note'>;

/** What the source so far says of the stored segments, by their ids. Nothing is known of what was cut anew here. */
export async function saidSoFar(desk: Pick<Desk, 'stores'>, all: Around): Promise<ReadonlyMap<number, Said>> {
  const { id, format } = all.article;
  const source = format === 'xliff' ? await desk.stores.articles.source(id) : null;
  if (!source) return new Map();
  const { blocks } = readDocument(source.bytes, { fileName: source.fileName, format: 'xliff' });
  const said = grouped(
    blocks.flatMap((block) => block.given?.segments ?? []),
    ({ text }) => text,
  );
  return new Map(
    all.segments.flatMap((segment): [number, Said][] => {
      const given = said.get(segment.source)?.shift();
      return given ? [[segment.id, given]] : [];
    }),
  );
}

/** What the file says of a stored segment now, and what it said before; undefined where it says, or said, nothing. */
export interface News {
  now: Next | undefined;
  before: Said | undefined;
}

/**
 * What becomes of a segment by the file's own translation of it: `taken` is its next version, `kept` says that the file has another
 * text than a person here, which stays. Both are empty where the file says nothing new.
 */
export function heardOf(
  old: Segment,
  { now, before }: News,
  fileName: string | null,
): { taken: Next | null; kept: boolean } {
  const nothing = { taken: null, kept: false };
  if (!now || now.state === 'empty' || (before && same(now, before))) return nothing;
  if (now.target === old.target && now.state === old.state) return nothing;
  // A repetition that has had its first occurrence's text since a file came has none of its own.
  const followed = old.origin === 'propagated' && old.provenance.file !== undefined && before?.state === 'empty';
  const untouched = old.state === 'empty' || followed || (before !== undefined && same(before, old));
  const suggestion = now.state === 'suggested';
  if (untouched || (old.state === 'suggested' && !suggestion))
    return { taken: { ...fromFile(now, fileName), note: null }, kept: false };
  return { taken: null, kept: !suggestion && now.target !== old.target };
}

function same(one: Omit<Said, 'note'>, other: Omit<Said, 'note'>): boolean {
  return one.target === other.target && one.state === other.state;
}

/** A remark of the file that it did not make before; null where there is none. */
export function remarkOf({ now, before }: News): string | null {
  return now?.note === before?.note ? null : (now?.note ?? null);
}
