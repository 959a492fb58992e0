// The desk's terms that stand in a segment's source, in whatever form.
import { occurrences } from '../checks/inflection.ts';
import { Side } from '../checks/side.ts';
import type { Term } from '../model.ts';
import { aroundSegment } from './around.ts';
import type { Desk } from './desk.ts';

/** The terms of the article's desk that the source of a segment holds. Throws NotFound where there is no such segment. */
export async function termsFor(desk: Pick<Desk, 'stores'>, segmentId: number): Promise<Term[]> {
  const { segment, all } = await aroundSegment(desk, segmentId);
  const source = new Side(segment.source, segment.codes, all.article.from);
  const terms = await desk.stores.terms.list(all.article.desk, all.article);
  return terms.filter((term) => occurrences(term.source, source).length > 0);
}
