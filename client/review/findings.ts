// The findings of what is in the field, kept up with while one types.
import { useDeferredValue, useMemo } from 'react';
import type { Finding, SegmentView, Term } from '../api/shapes.ts';
import { findingsIn } from '../state/findings.ts';
import { useSelect } from '../state/store.tsx';

/** A text with what is found in it: a moment behind what is typed where a key would otherwise have to wait. */
export interface Checked {
  text: string;
  findings: readonly Finding[];
}

/** The findings of a segment's text as it stands in the field. */
export function useFindings(segment: SegmentView): Checked {
  const { id, target } = segment;
  const text = useDeferredValue(useSelect((state) => state.review?.typed[id]?.text ?? target));
  const from = useSelect((state) => state.review?.article?.from ?? '');
  const to = useSelect((state) => state.review?.article?.to ?? '');
  const language = useSelect((state) => state.tongue);
  const terms = useSelect((state) => state.review?.sides[id]?.terms) ?? NO_TERMS;
  return useMemo(
    () => ({ text, findings: findingsIn(segment, text, { from, to, language, terms }) }),
    [segment, text, from, to, language, terms],
  );
}

const NO_TERMS: readonly Term[] = [];
