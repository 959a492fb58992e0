// Step 6: a reviewer approves. What is approved enters the memory with its neighbours, once.
import { Blocked, UserError } from '../errors.ts';
import type { Finding, Segment } from '../model.ts';
import { type Around, around, leaderOf } from './around.ts';
import { type Changed, type Choice, decideAll, decideSegment } from './decide-segment.ts';
import type { Desk } from './desk.ts';
import { errorsAmong, type Findings, findingsIn } from './findings.ts';

/** Which segments, by place: `all`, single places (which confirms them), and ranges from first to last. */
export interface Selection {
  all?: boolean;
  named?: readonly number[];
  ranges?: readonly (readonly [number, number])[];
}

/** Who approves, and how. */
export interface ApproveOptions {
  by: string;
  /** Approves over error findings; they are recorded. */
  insist?: boolean;
  /** Approves for publication without teaching the memory. */
  noMemory?: boolean;
}

/** A segment that was not approved, and why. */
export interface BlockedSegment {
  n: number;
  why: string;
  findings?: Finding[];
}

/** What came of an approval. */
export interface Approval {
  /** How many segments became approved, repetitions that followed included. */
  approved: number;
  blocked: BlockedSegment[];
}

/** Reads « 1,4-9 » as places and ranges. Throws a UserError for anything else. */
export function selectionOf(text: string): Required<Pick<Selection, 'named' | 'ranges'>> {
  const named: number[] = [];
  const ranges: [number, number][] = [];
  for (const part of text.split(',')) {
    const [, first, last] = /^\s*(\d{1,9})\s*(?:-\s*(\d{1,9})\s*)?$/.exec(part) ?? [];
    if (!first || Number(first) < 1 || (last && Number(last) < Number(first)))
      throw new UserError('bad-places', `« ${text} » names no segments: write places such as 1,4-9.`);
    if (last) ranges.push([Number(first), Number(last)]);
    else named.push(Number(first));
  }
  return { named, ranges };
}

/** Approves the chosen segments of an article; those that may not be come back in `blocked`. Throws NotFound. */
export async function approve(
  desk: Desk,
  article: number,
  which: Selection,
  options: ApproveOptions,
): Promise<Approval> {
  for (;;) {
    const all = await around(desk, article);
    const { choices, blocked } = judge(desk, all, which, options, await findingsIn(desk, all));
    const written = await decideAll(desk, all, choices, options.by);
    if (written) return { approved: written.length, blocked };
  }
}

/** Approves one segment by id. Throws NotFound, Conflict, and Blocked (422) with its error findings unless one insists. */
export async function approveSegment(
  desk: Desk,
  id: number,
  options: ApproveOptions & { version?: number },
): Promise<Changed> {
  return decideSegment(desk, id, options, async (segment, kin) => {
    if (segment.state === 'approved' || segment.state === 'omitted') return null;
    const findings = await findingsIn(desk, kin);
    const why = hindrance(segment, true, desk, options, findings);
    if (why) throw new Blocked(`Segment ${segment.n} cannot be approved: ${why.why}.`, [why]);
    const { next, learning } = approved(segment, options, findings);
    return { next: { ...next, touched: true }, learning };
  });
}

interface Judgement {
  choices: Choice[];
  blocked: BlockedSegment[];
}

function judge(desk: Desk, all: Around, which: Selection, options: ApproveOptions, findings: Findings): Judgement {
  const named = new Set(which.named);
  const chosen = all.segments.filter((segment) => named.has(segment.n) || isInRange(segment, which));
  const ids = new Set(chosen.map((segment) => segment.id));
  const judgement: Judgement = { choices: [], blocked: missing(all, which) };
  for (const segment of chosen) {
    if (segment.state === 'approved' || segment.state === 'omitted') continue;
    const why = hindrance(segment, named.has(segment.n), desk, options, findings);
    const leader = leaderOf(segment, all);
    if (why) judgement.blocked.push(why);
    // It follows what is decided on its leader; deciding on it too would set it apart.
    else if (leader.id === segment.id || !ids.has(leader.id)) {
      const { next, learning } = approved(segment, options, findings);
      judgement.choices.push({ segment, next: { ...next, touched: true }, learning });
    }
  }
  judgement.blocked.sort((a, b) => a.n - b.n);
  return judgement;
}

function isInRange(segment: Segment, which: Selection): boolean {
  return which.all === true || (which.ranges ?? []).some(([first, last]) => segment.n >= first && segment.n <= last);
}

function missing(all: Around, which: Selection): BlockedSegment[] {
  const gone = (which.named ?? []).filter((n) => n > all.segments.length);
  return [...new Set(gone)].map((n) => ({ n, why: 'there is no such segment' }));
}

const NOT_BY_ITSELF: Partial<Record<Segment['state'], string>> = {
  suggested: 'not confirmed by a person',
  draft: 'still a draft',
  rejected: 'rejected',
};

/** Why a segment may not be approved, or null. One that is named is thereby confirmed. */
function hindrance(
  segment: Segment,
  named: boolean,
  desk: Pick<Desk, 'trusts102'>,
  options: ApproveOptions,
  findings: Findings,
): BlockedSegment | null {
  const { n, state, target } = segment;
  if (target === '') return { n, why: 'it is empty' };
  const trusted = desk.trusts102 === true && state === 'suggested' && (segment.provenance.score ?? 0) >= 102;
  const why = named || trusted ? undefined : NOT_BY_ITSELF[state];
  if (why) return { n, why };
  const errors = options.insist ? [] : errorsAmong(findings(segment));
  const said = [...new Set(errors.map((error) => `${error.check}: ${error.message}`))].join(' ');
  return errors.length > 0 ? { n, why: said, findings: errors } : null;
}

function approved(segment: Segment, options: ApproveOptions, findings: Findings): Omit<Choice, 'segment'> {
  const { target, origin, touched } = segment;
  // Who does not insist has none, or would have been held back.
  const errors = options.insist ? errorsAmong(findings(segment)) : [];
  const insisted = [...new Set(errors.map((error) => error.check))];
  const { insisted: _, ...kept } = segment.provenance;
  const provenance = insisted.length > 0 ? { ...kept, insisted } : kept;
  return {
    next: { target, state: 'approved', origin, provenance, note: null, touched },
    learning: options.noMemory ? 'keep' : 'remember',
  };
}
