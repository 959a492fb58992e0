// Long work: how far it is, stop it, take it up again, and how it ended.
import type { ReactNode } from 'react';
import type { Job } from '../api/shapes.ts';
import { useDeeds } from '../state/deeds.tsx';
import { canResume } from '../state/jobs.ts';
import { useSelect } from '../state/store.tsx';
import { wordsOf } from '../state/tools.ts';
import { useWords } from '../words/words.tsx';

interface JobLineProps {
  id: number;
  /** What the work is, in words. */
  title: string;
  /** Words its result. */
  result: (result: unknown) => ReactNode;
  /** Puts the line away; without it, the page's own job is. */
  away?: () => void;
  /** Is told the job that takes the work up again. */
  again?: (job: number) => void;
}

/** One line about a job; nothing where the job is not known. */
export function JobLine({ id, title, result, away, again }: JobLineProps) {
  const words = useWords();
  const deeds = useDeeds();
  const job = useSelect((state) => state.jobs[id]);
  if (!job) return null;
  const running = job.state === 'running' || job.state === 'queued';
  return (
    <div className={`job ${job.state}`}>
      {running && <Running job={job} title={title} />}
      {/* There from the beginning: what is put into it at the end is heard. */}
      <div role="status" className={running ? 'unseen' : 'job-end'}>
        {!running && endOf(job, result, words)}
      </div>
      <div className="job-acts">
        {running && (
          <button type="button" className="quiet" onClick={() => void deeds.cancelJob(id)}>
            {words.jobs.cancel}
          </button>
        )}
        {canResume(job) && (
          <button
            type="button"
            className="quiet"
            onClick={() => void deeds.resumeJob(id).then((next) => next !== null && again?.(next))}
          >
            {words.jobs.resume}
          </button>
        )}
        {!running && (
          <button
            type="button"
            className="bare close"
            onClick={away ?? deeds.putJobAway}
            aria-label={words.frame.close}
          >
            ×
          </button>
        )}
      </div>
    </div>
  );
}

function Running({ job, title }: { job: Job; title: string }) {
  const words = useWords();
  return (
    <label className="job-progress">
      <span>
        {title} <span className="figures">{words.jobs.progress(job.done, job.total)}</span>
      </span>
      <progress {...(job.total ? { value: job.done, max: job.total } : {})} />
    </label>
  );
}

function endOf(job: Job, result: JobLineProps['result'], words: ReturnType<typeof useWords>): ReactNode {
  if (job.state === 'done') return result(job.result);
  if (job.state === 'interrupted') return words.jobs.interrupted;
  if (job.state === 'cancelled') return words.jobs.cancelled;
  return (
    <>
      {words.jobs.failed} {job.error && wordsOf(job.error, words)}
    </>
  );
}
