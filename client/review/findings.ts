// What the checks say of a segment: the server's findings while its text stands.
import type { Finding, SegmentView } from '../api/shapes.ts';

/** The findings of what is in the field. Those of the stored text are dropped once it is edited. */
export function useFindings(segment: SegmentView, text: string): readonly Finding[] {
  return text === segment.target ? segment.findings : NONE;
}

const NONE: readonly Finding[] = [];
