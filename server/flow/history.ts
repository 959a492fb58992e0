// What became of a segment, and of an article, over its versions.
import { NotFound, UserError } from '../errors.ts';
import type { Version } from '../model.ts';
import { type Change, difference } from '../text/difference.ts';
import type { Desk } from './desk.ts';

/** A version with what changed in its target since the version before. */
export interface HistoryVersion extends Version {
  changes: Change[];
}

/** What became of a segment, and of those that it was cut or joined from. */
export interface History {
  /** Oldest first. */
  versions: HistoryVersion[];
  /** The segments that a split or a join made this one from, with their own versions. */
  cameFrom: { segment: number; how: 'split' | 'join'; versions: Version[] }[];
}

/** The history of a segment. Throws NotFound. */
export async function segmentHistory(desk: Desk, segment: number): Promise<History> {
  if (!(await desk.stores.segments.get(segment))) throw new NotFound(`There is no segment ${segment}.`);
  const versions = await desk.stores.segments.versions(segment);
  const cameFrom: History['cameFrom'] = [];
  for (const { cameFrom: earlier, how } of await desk.stores.segments.lineage(segment))
    cameFrom.push({ segment: earlier, how, versions: await desk.stores.segments.versions(earlier) });
  return {
    versions: versions.map((version, i) => ({ ...version, changes: compared(versions[i - 1], version) })),
    cameFrom,
  };
}

/** What changed in the target from one version to another; from an empty beginning where the first is absent. */
function compared(before: Version | undefined, after: Version): Change[] {
  return difference(before?.target ?? '', after.target, before?.codes ?? [], after.codes);
}

/** What one segment's source was and is between two versions of the article's source. */
export interface SourceChange {
  kind: 'unchanged' | 'changed' | 'added' | 'removed';
  /** The segment's place now; null where it has left. */
  n: number | null;
  segment: number;
  before: string | null;
  after: string | null;
  changes: Change[];
}

/** The differences between two versions of the article's source (the last two where absent). Throws NotFound. */
export async function diffArticle(
  desk: Desk,
  id: number,
  versions: { from?: number; to?: number } = {},
): Promise<{ from: number; to: number; segments: SourceChange[] }> {
  const article = await desk.stores.articles.get(id);
  if (!article) throw new NotFound(`There is no article ${id}.`);
  const to = versions.to ?? article.version;
  const from = versions.from ?? Math.max(1, to - 1);
  for (const version of [from, to]) {
    if (!Number.isInteger(version) || version < 1 || version > article.version)
      throw new UserError(
        'no-version',
        `Article ${id} has source versions 1 to ${article.version}, not ${version}.`,
        404,
      );
  }
  const rows = await desk.stores.articles.sourcesAt(id, from, to);
  return { from, to, segments: rows.map(changeOf) };
}

function changeOf({ segment, n, before, after, codesBefore, codesAfter }: SourceRow): SourceChange {
  const kind = before === null ? 'added' : after === null ? 'removed' : before === after ? 'unchanged' : 'changed';
  const changes = kind === 'unchanged' ? [] : difference(before ?? '', after ?? '', codesBefore, codesAfter);
  return { kind, n: n === 0 ? null : n, segment, before, after, changes };
}

type SourceRow = Awaited<ReturnType<Desk['stores']['articles']['sourcesAt']>>[number];
