// Which findings of a text somebody has waved through.
import type { Dismissal } from '../api/settled.ts';
import type { Finding, SegmentView } from '../api/shapes.ts';

/** The findings of a segment's text without those that were waved through for exactly this text. */
export function undismissed(
  findings: readonly Finding[],
  segment: Pick<SegmentView, 'id' | 'source'>,
  text: string,
  dismissed: readonly Dismissal[],
): readonly Finding[] {
  const own = dismissed.filter((one) => one.segment === segment.id && one.target === text);
  if (own.length === 0) return findings;
  return findings.filter(({ check, rule, side, start, end }) => {
    const name = rule === undefined ? check : `${check}/${rule}`;
    const words = (side === 'source' ? segment.source : text).slice(start, end);
    return !own.some((one) => one.finding === name && one.words === words);
  });
}
