// All certain fixes of an article's findings at once, shown before they are made.
import type { Finding, Segment } from '../model.ts';
import { type Around, around } from './around.ts';
import { type Choice, decideAll } from './decide-segment.ts';
import type { Desk } from './desk.ts';
import { findingsIn } from './findings.ts';

/** A segment that fixes change. */
export interface FixedSegment {
  segment: number;
  n: number;
  version: number;
  before: string;
  after: string;
  /** The findings that go, each with its fix. */
  fixed: Finding[];
}

/** Which fixes: those of some checks, of some segments (by id); all without either. */
export interface FixChoice {
  checks?: readonly string[];
  segments?: readonly number[];
}

/** What the certain fixes would make of an article, in order; nothing is changed. Approved segments are left alone. Throws NotFound. */
export async function fixesFor(desk: Desk, article: number, choice: FixChoice = {}): Promise<FixedSegment[]> {
  return (await planned(desk, article, choice)).map(({ fixed }) => fixed);
}

/** Makes the certain fixes, as next versions by the person who asked, in one transaction; answers what was changed. Throws NotFound. */
export async function fixArticle(
  desk: Desk,
  article: number,
  { by, ...choice }: FixChoice & { by: string },
): Promise<FixedSegment[]> {
  for (;;) {
    const plans = await planned(desk, article, choice);
    const [first] = plans;
    if (!first) return [];
    const choices = plans.map(({ segment, fixed }) => choiceFor(segment, fixed.after));
    if (await decideAll(desk, first.all, choices, by)) return plans.map(({ fixed }) => fixed);
  }
}

interface Planned {
  segment: Segment;
  all: Around;
  fixed: FixedSegment;
}

async function planned(desk: Desk, article: number, { checks, segments }: FixChoice): Promise<Planned[]> {
  const all = await around(desk, article);
  const findings = await findingsIn(desk, all);
  const asked = all.segments.filter(
    ({ id, state, repeats, touched }) =>
      state !== 'approved' && (repeats === null || touched) && (segments === undefined || segments.includes(id)),
  );
  return asked.flatMap((segment) => {
    const fixes = findings(segment).filter(({ check }) => checks === undefined || checks.includes(check));
    const { after, fixed } = applied(segment.target, fixes);
    if (after === segment.target) return [];
    const { id, n, version, target } = segment;
    return [{ segment, all, fixed: { segment: id, n, version, before: target, after, fixed } }];
  });
}

/** A text with the certain fixes of its findings; of two that touch each other only the first is made. */
export function applied(target: string, findings: readonly Finding[]): { after: string; fixed: Finding[] } {
  const certain = findings
    .filter(({ fix, side }) => fix !== undefined && side === 'target')
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const fixed: Finding[] = [];
  let [after, at] = ['', 0];
  for (const finding of certain) {
    if (finding.start < at || (fixed.length > 0 && finding.start === at)) continue;
    after += target.slice(at, finding.start) + finding.fix;
    at = finding.end;
    fixed.push(finding);
  }
  return { after: after + target.slice(at), fixed };
}

/** A fixed text keeps its state: who fixes typography has not confirmed the sentence. */
function choiceFor(segment: Segment, after: string): Choice {
  const { state, origin, provenance, touched } = segment;
  const next = { target: after, state, origin, provenance, note: 'fixes of findings', touched };
  return { segment, next, learning: 'keep' };
}
