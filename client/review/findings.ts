// The findings of what is in the field, kept up with while one types.
import { useEffect, useState } from 'react';
import type { Dismissal } from '../api/settled.ts';
import type { Finding, SegmentView, Term } from '../api/shapes.ts';
import { hasBegun } from '../state/checker.ts';
import { findingsIn } from '../state/findings.ts';
import { atRest } from '../state/rest.ts';
import { useSelect } from '../state/store.tsx';

/** A text with what is found in it. */
export interface Checked {
  text: string;
  findings: readonly Finding[];
  /** True before the checks have answered for the first time. */
  waiting?: true;
}

/** How long (ms) typing rests before the text is checked. */
const PAUSE = 100;

/** The findings of a segment's text as it stands in the field; while one types, those before and behind the place move along. */
export function useFindings(segment: SegmentView): Checked {
  const { id, target } = segment;
  const text = useSelect((state) => state.review?.typed[id]?.text ?? target);
  const from = useSelect((state) => state.review?.article?.from ?? '');
  const to = useSelect((state) => state.review?.article?.to ?? '');
  const language = useSelect((state) => state.tongue);
  const terms = useSelect((state) => state.review?.sides[id]?.terms) ?? NO_TERMS;
  const style = useSelect((state) => state.style);
  const dismissed = useSelect((state) => state.review?.dismissed) ?? NO_DISMISSALS;
  const [checked, setChecked] = useState<Checked>({ text: target, findings: segment.findings, waiting: true });
  useEffect(() => {
    let current = true;
    const look = async () => {
      const findings = await findingsIn(segment, text, { from, to, language, terms, style, dismissed });
      if (current) setChecked({ text, findings });
    };
    const callOff = hasBegun() ? after(PAUSE, look) : atRest(look);
    return () => {
      current = false;
      callOff();
    };
  }, [segment, text, from, to, language, terms, style, dismissed]);
  return checked.text === text ? checked : carried(checked, text);
}

function after(pause: number, work: () => void): () => void {
  const timer = setTimeout(work, pause);
  return () => clearTimeout(timer);
}

const NO_TERMS: readonly Term[] = [];
const NO_DISMISSALS: readonly Dismissal[] = [];

/** The findings of an earlier text that a later one still has: those before what changed, and those behind it, moved. */
export function carried({ text: before, findings }: Checked, text: string): Checked {
  const moved = text.length - before.length;
  const shortest = Math.min(before.length, text.length);
  let head = 0;
  while (head < shortest && before[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  return {
    text,
    findings: findings.flatMap((finding) => {
      if (finding.side === 'source' || finding.end <= head) return [finding];
      if (finding.start < before.length - tail) return [];
      return [{ ...finding, start: finding.start + moved, end: finding.end + moved }];
    }),
  };
}
