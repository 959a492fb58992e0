// What is known of long work.
import type { Job } from '../api/shapes.ts';

/** Whether a job has ended; it never goes on under the same id. */
export function isOver({ state }: Job): boolean {
  return state !== 'running' && state !== 'queued';
}

/**
 * Whether an ended job's work can be taken up again: it was cut off, or it ended before its time with something left over,
 * as a fill does when a service's quota is used up. What may not leave this machine is not tried again.
 */
export function canResume({ state, result }: Pick<Job, 'state' | 'result'>): boolean {
  if (state !== 'done') return state === 'interrupted' || state === 'failed' || state === 'cancelled';
  const { stoppedBy, empty } = (result ?? {}) as { stoppedBy?: { code: string } | null; empty?: number };
  return stoppedBy != null && stoppedBy.code !== 'confidential' && (empty ?? 0) > 0;
}

/**
 * The jobs with one more, or a newer state of one. The stream can be faster than the answer that began the job: what has
 * ended stays so, and nothing goes back to less than was done.
 */
export function withJob(jobs: Readonly<Record<number, Job>>, job: Job): Record<number, Job> {
  const known = jobs[job.id];
  return known && !isOver(job) && isAhead(known, job) ? jobs : { ...jobs, [job.id]: job };
}

function isAhead(known: Job, job: Job): boolean {
  return isOver(known) || known.done > job.done || (known.total !== null && job.total === null);
}
