// The version of a segment that a bilingual file brings along.
import type { GivenSegment, Provenance } from '../model.ts';
import type { Next } from './decide-segment.ts';

/** What a file says of a segment, as a version of it; a suggestion keeps where it came from. */
export function givenVersion({ target, state, suggestion, note }: GivenSegment): Next {
  const touched = state !== 'suggested' && state !== 'empty';
  return { target, state, origin: suggestion?.from ?? 'imported', provenance: told(suggestion), note, touched };
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
