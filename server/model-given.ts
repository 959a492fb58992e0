// The nouns of files that hold both languages. Types only.
import type { Code, MatchKind, State } from './model.ts';

/** A segment that a bilingual file has cut itself, with the translation that it brings along. */
export interface GivenSegment {
  text: string;
  codes: Code[];
  gap: string;
  target: string;
  /** Never above `translated`. */
  state: State;
  /** Where a `suggested` text came from. */
  suggestion: { from: 'memory' | 'machine'; score: number | null; kind: MatchKind | null; name: string } | null;
  /** What the file remarks on the segment. */
  note: string | null;
  /** Whether its owner has locked it: what the file has is to stay. Absent where not. */
  locked?: true;
}
