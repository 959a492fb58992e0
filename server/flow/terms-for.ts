// The desk's terms that stand in a segment's source, in whatever form.
import { occurrences } from '../checks/inflection.ts';
import { Side } from '../checks/side.ts';
import type { Term } from '../model.ts';
import { segmentOf } from './around.ts';
import type { Desk } from './desk.ts';

/** A term of a segment, and where it stands in the source: UTF-16 offsets of the one string. */
export interface TermInSource extends Term {
  places: [number, number][];
}

/** The terms of the article's desk that the source of a segment holds. Throws NotFound where there is no such segment. */
export async function termsFor(desk: Pick<Desk, 'stores'>, segmentId: number): Promise<TermInSource[]> {
  const { segment, article } = await segmentOf(desk, segmentId);
  const source = new Side(segment.source, segment.codes, article.from);
  const terms = await desk.stores.terms.list(article.desk, article);
  return terms.flatMap((term) => {
    const places = occurrences(term.source, source).map(({ start, end }): [number, number] => {
      const placed = source.place(start, end);
      return [placed.start, placed.end];
    });
    return places.length > 0 ? [{ ...term, places }] : [];
  });
}
