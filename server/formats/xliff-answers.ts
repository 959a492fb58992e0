// What a desk says to each segment of an owner's file, which keeps its own cuts whatever a person has split or joined meanwhile.
import type { Code } from '../model.ts';
import { joinCuts, withoutCodes } from '../text/inline.ts';
import type { WrittenSegment } from './format.ts';
import type { XliffSegment, XliffUnit } from './xliff-units.ts';

/** A segment of the file with what now stands for it. */
export interface Answer {
  segment: XliffSegment;
  now: WrittenSegment;
  /** Whether its translation stands in a segment before it, with which a person joined it: then it holds none of its own. */
  absorbed: boolean;
  /** The elements that its codes came from. */
  marks: XliffSegment['at']['marks'];
}

/** Segments of the file and of the desk that cover the same text, as few as go. */
interface Stretch {
  theirs: XliffSegment[];
  ours: WrittenSegment[];
}

/** What stands for each segment of the file. One of whose text nothing stands on the desk has no answer. */
export function answersOf(unit: XliffUnit, segments: readonly WrittenSegment[]): Answer[] {
  return stretchesOf(unit.segments, segments).flatMap(({ theirs, ours }) => {
    const now = together(ours);
    const marks = new Map(theirs.flatMap(({ at }) => [...at.marks]));
    return theirs.map((segment, i): Answer => {
      const absorbed = i > 0;
      return { segment, now: absorbed ? { ...now, target: '', codes: [] } : now, absorbed, marks };
    });
  });
}

function stretchesOf(theirs: readonly XliffSegment[], ours: readonly WrittenSegment[]): Stretch[] {
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < theirs.length && j < ours.length) {
    const stretch: Stretch = { theirs: theirs.slice(i, ++i), ours: ours.slice(j, ++j) };
    let [file, desk] = [bareOf(stretch.theirs), bareOf(stretch.ours)];
    while (file.length !== desk.length) {
      const from = file.length < desk.length ? theirs.slice(i, ++i) : [];
      const more = file.length > desk.length ? ours.slice(j, ++j) : [];
      if (from.length + more.length === 0) break;
      stretch.theirs.push(...from);
      stretch.ours.push(...more);
      file += bareOf(from);
      desk += bareOf(more);
    }
    if (file === desk) stretches.push(stretch);
  }
  return stretches;
}

function bareOf(segments: readonly { source: string; codes: readonly Code[] }[]): string {
  return segments.map(({ source, codes }) => withoutCodes(source, codes).replace(/\s+/g, '')).join('');
}

const RANK: WrittenSegment['state'][] = [
  'empty',
  'suggested',
  'omitted',
  'draft',
  'rejected',
  'translated',
  'approved',
];

function least<T extends Pick<WrittenSegment, 'state'>>(parts: readonly T[]): T {
  return parts.toSorted((a, b) => RANK.indexOf(a.state) - RANK.indexOf(b.state))[0] as T;
}

/** Whether a person has said something that is to be read. */
function isWritten({ state }: Pick<WrittenSegment, 'state'>): boolean {
  return state !== 'empty' && state !== 'suggested' && state !== 'omitted';
}

/**
 * Several segments as one: the texts that people wrote, in order, and the least of their states. What nobody has translated
 * yet makes it a draft; what is left out on purpose takes nothing away.
 */
function together(parts: readonly WrittenSegment[]): WrittenSegment {
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  const written = parts.filter(isWritten);
  if (written.length === 0) return { ...least(parts), target: '', codes: [] };
  const open = parts.some(({ state }) => state === 'empty' || state === 'suggested');
  const target = joinCuts(
    written.map(({ target: text, codes, gap }, i) => ({ text, codes, gap: i === 0 ? '' : gap || ' ' })),
  );
  const codes = written.flatMap((part) => part.codes);
  return { ...least(written), ...(open ? { state: 'draft' as const } : {}), target, codes };
}

/** Whether the desk has something to say that the file does not: a suggestion that nobody has read is nothing. */
export function differs({ segment, now }: Answer): boolean {
  if (!isWritten(now)) return false;
  if (now.target !== segment.target) return true;
  if (segment.locked) return false;
  const was = segment.state === 'approved' ? 'translated' : segment.state;
  return now.state !== was;
}

/** What the unit as a whole can say: the least of what its segments say. */
export function leastOf(unit: XliffUnit, answers: readonly Answer[]): Pick<WrittenSegment, 'state' | 'reason'> {
  const bySegment = new Map(answers.map(({ segment, now }) => [segment, now]));
  const nothing = { state: 'empty', reason: null } as const;
  return least(unit.segments.map((segment) => bySegment.get(segment) ?? nothing));
}
