// What the bilingual file that an article came with says of its segments, for a file of its owner's that comes back.
import { type OutsideRow, readOutside } from '../formats/outside.ts';
import { withoutIllegal } from '../formats/xml-write.ts';
import type { Segment } from '../model.ts';
import { grouped } from '../text/grouping.ts';
import type { Around } from './around.ts';
import type { Desk } from './desk.ts';

/** Rows of the article's own source by the segments that they have become. */
export type OwnersRows = ReadonlyMap<Segment, OutsideRow>;

/** Reads the source of an article that came as XLIFF; nothing for others, and nothing of what was cut anew here. */
export async function ownersRows(desk: Pick<Desk, 'stores'>, all: Around): Promise<OwnersRows> {
  const { id, format } = all.article;
  const source = format === 'xliff' ? await desk.stores.articles.source(id) : null;
  if (!source) return new Map();
  const rows = grouped(readOutside(source.bytes, source.fileName).rows, (row) => withoutForms(row.source));
  return new Map(
    all.segments.flatMap((segment): [Segment, OutsideRow][] => {
      const row = rows.get(withoutForms(segment.source))?.shift();
      return row ? [[segment, row]] : [];
    }),
  );
}

/** What a row is known by to its owner: ids are unique in one file of those that an XLIFF may hold. */
export function rowName({ name, source }: OutsideRow): string {
  return `${name}\n${withoutForms(source)}`;
}

/** A text without anything that could be a code: a row of a table does not say which of its forms are. */
export function withoutForms(text: string): string {
  return spaced(text.replace(/<\/?\d{1,9}\/?>/g, ''));
}

/** A text as it comes back from files that keep neither its spaces nor what XML cannot hold. */
export function spaced(text: string): string {
  return withoutIllegal(text).replace(/\s+/g, ' ').trim();
}
