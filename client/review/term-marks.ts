// Where the desk's terms stand in the source of the sentence that one works at.
import { useMemo } from 'react';
import type { TermInSource } from '../api/settled.ts';
import type { Stretch } from '../parts/coded.tsx';
import { useSelect } from '../state/store.tsx';

const NONE: readonly TermInSource[] = [];

/** A mark for each place of a term. */
export function useTermMarks(segment: number): readonly Stretch[] {
  const terms = useSelect((state) => state.review?.sides[segment]?.terms ?? NONE);
  return useMemo(
    () => terms.flatMap(({ places }) => places.map(([start, end]) => ({ start, end, className: 'term-here' }))),
    [terms],
  );
}
