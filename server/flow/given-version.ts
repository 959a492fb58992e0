// The version of a segment that a bilingual file brings along.
import type { NewSegment } from '../../db/stores.ts';
import type { Provenance } from '../model.ts';
import type { GivenSegment } from '../model-given.ts';
import { recode } from '../text/recode.ts';
import type { Next } from './decide-segment.ts';

/** What a file says of a segment, as a version of it; a suggestion keeps where it came from. */
export function givenVersion({ target, state, suggestion, note, locked }: GivenSegment): Next {
  const touched = state !== 'suggested' && state !== 'empty';
  const provenance = { ...told(suggestion), ...(locked ? { locked } : {}) };
  return { target, state, origin: suggestion?.from ?? 'imported', provenance, note, touched };
}

function told(suggestion: GivenSegment['suggestion']): Provenance {
  if (!suggestion) return {};
  const { from, score, kind, name } = suggestion;
  if (from === 'machine') return { provider: name };
  return { ...(score === null ? {} : { score }), ...(kind === null ? {} : { kind }) };
}

/** A version that names the file it came from. */
export function fromFile(version: Next, fileName: string | null): Next {
  return fileName === null ? version : { ...version, provenance: { file: fileName, ...version.provenance } };
}

/** New segments, where repetitions of which the file says nothing have what it says of their first occurrence. */
export function withFollowers(segments: readonly NewSegment[]): NewSegment[] {
  return segments.map((segment) => {
    const leader = segment.repeats === null ? undefined : segments[segment.repeats];
    const said = leader?.given;
    if (!leader || !said || said.target === '' || segment.given) return segment;
    const recoded = recode(segment, { source: leader.source, target: said.target, codes: leader.codes });
    const { locked: _, ...provenance } = said.provenance;
    const follows = { origin: 'propagated', provenance, note: null, touched: false } as const;
    return recoded ? { ...segment, given: { ...said, ...follows, target: recoded.target } } : segment;
  });
}
