// Step 6: a reviewer approves. What is approved enters the memory with its neighbours, once.
import { NotYet } from '../errors.ts';
import type { Finding } from '../model.ts';
import type { Desk } from './desk.ts';
import type { Changed } from './review.ts';

/** Which segments, by place: `all`, single places (which confirms them), and ranges from first to last. */
export interface Selection {
  all?: boolean;
  named?: readonly number[];
  ranges?: readonly (readonly [number, number])[];
}

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

export interface Approval {
  /** How many segments became approved, repetitions that followed included. */
  approved: number;
  blocked: BlockedSegment[];
}

/** Reads « 1,4-9 » as places and ranges. Throws a UserError for anything else. */
export function selectionOf(_text: string): Selection {
  throw new NotYet('Places cannot be read yet.');
}

/** Approves the chosen segments of an article; those that may not be come back in `blocked`. Throws NotFound. */
export async function approve(
  _desk: Desk,
  _article: number,
  _which: Selection,
  _options: ApproveOptions,
): Promise<Approval> {
  throw new NotYet('Segments cannot be approved yet.');
}

/** Approves one segment by id. Throws NotFound, Conflict, and Blocked (422) with its error findings unless one insists. */
export async function approveSegment(
  _desk: Desk,
  _segment: number,
  _options: ApproveOptions & { version?: number },
): Promise<Changed> {
  throw new NotYet('Segments cannot be approved yet.');
}
