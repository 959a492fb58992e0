// Which segments of an article are empty and want a machine's suggestion.
import type { Segment } from '../model.ts';
import { withoutCodes } from '../text/inline.ts';

/**
 * The gaps of an article in order of place, each with its untouched repetitions, which follow it and are never sent.
 * Only `empty` segments are gaps: no suggestion and no person's text is ever written over.
 */
export function gapsOf(segments: readonly Segment[]): { gap: Segment; followers: Segment[] }[] {
  const groups = new Map<number, { gap: Segment; followers: Segment[] }>();
  for (const segment of segments) {
    if (segment.state !== 'empty' || withoutCodes(segment.source, segment.codes).trim() === '') continue;
    const root = segment.touched ? segment.id : (segment.repeats ?? segment.id);
    const group = groups.get(root);
    if (group) group.followers.push(segment);
    else groups.set(root, { gap: segment, followers: [] });
  }
  return [...groups.values()];
}

/** What a service counts of these texts: code points, without codes. */
export function charactersIn(segments: readonly Segment[]): number {
  return segments.reduce((sum, { source, codes }) => sum + [...withoutCodes(source, codes)].length, 0);
}
