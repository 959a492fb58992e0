// Step 5: a person works on a segment. A write says which version it was based on; a stale one gets a Conflict.
import type { Segment } from '../model.ts';
import { type Changed, type Choice, decideSegment } from './decide-segment.ts';
import type { Desk } from './desk.ts';

export type { Changed } from './decide-segment.ts';

/** What a person writes into a segment. */
export interface Edit {
  segment: number;
  target: string;
  /** `translated` where absent. */
  state?: 'draft' | 'translated';
  /** The version that the person saw; the current one where absent. */
  version?: number;
  by: string;
}

/**
 * Writes a person's text, or confirms what stands. White space at the ends goes, and line breaks that the source does not
 * have; an empty text gives `empty`. An approved segment whose text stays the same stays approved. Throws NotFound,
 * Conflict with the current segment.
 */
export async function setSegment(desk: Desk, edit: Edit): Promise<Changed> {
  return decideSegment(desk, edit.segment, edit, (segment) => {
    const target = tidied(edit.target, segment.source);
    const state = target === '' ? 'empty' : (edit.state ?? 'translated');
    return isSettled(segment, target, state) ? null : written(segment, target, state);
  });
}

function tidied(text: string, source: string): string {
  const lines = /[\r\n]/.test(source) ? text : text.replace(/\s*[\r\n]\s*/g, ' ');
  return lines.trim();
}

function isSettled(segment: Segment, target: string, state: Segment['state']): boolean {
  if (target !== segment.target) return false;
  if (segment.state === 'approved') return state === 'translated';
  // A repetition that is set to the text that it has goes on following: nothing was changed.
  return segment.state === state;
}

function written(segment: Segment, target: string, state: Segment['state']): Omit<Choice, 'segment'> {
  const same = target === segment.target && segment.origin !== null;
  const { insisted: _, ...provenance } = segment.provenance;
  return {
    next: {
      target,
      state,
      // Who confirms a suggestion as it stands has not written it.
      origin: same ? segment.origin : 'human',
      provenance: same ? provenance : {},
      note: null,
      touched: true,
    },
    learning: 'keep',
  };
}
