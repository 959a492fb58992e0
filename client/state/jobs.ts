// What is known of long work.
import type { Job } from '../api/shapes.ts';

/** Whether a job has ended; it never goes on under the same id. */
export function isOver({ state }: Job): boolean {
  return state !== 'running' && state !== 'queued';
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
