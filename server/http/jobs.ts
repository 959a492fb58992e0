// Long work as the browser sees it: how far it is, stop it, take it up again; and the stream that tells all of it.
import { z } from 'zod';
import { NotFound } from '../errors.ts';
import type { Parts } from './parts.ts';
import { answers, answersEvents, type Route } from './route.ts';
import { idParam, jobStarted, jobView } from './views.ts';

const RECENT = 50;

/** `/api/jobs` and `/api/events`. */
export function jobRoutes(parts: Parts): Route[] {
  return [
    answers('get /api/jobs', {
      about: `Lists the newest ${RECENT} jobs, newest first.`,
      answer: z.array(jobView),
      handle: () => parts.jobs.list(RECENT),
    }),
    answers('get /api/jobs/:id', {
      about: 'Answers one job with its progress.',
      params: idParam,
      answer: jobView,
      handle: async ({ params }) => {
        const job = await parts.jobs.get(params.id);
        if (!job) throw new NotFound(`There is no job ${params.id}.`);
        return job;
      },
    }),
    answers('delete /api/jobs/:id', {
      about: 'Stops a job and answers it when it has stopped; what it finished stays.',
      params: idParam,
      answer: jobView,
      handle: ({ params }) => parts.jobs.cancel(params.id),
    }),
    answers('post /api/jobs/:id/resume', {
      about: 'Begins the work of an ended job again, as a new job; what was finished is not done twice.',
      params: idParam,
      status: 202,
      answer: jobStarted,
      handle: async (asked) => ({ job: await parts.jobs.resume(asked.params.id, asked.by()) }),
    }),
    answersEvents('get /api/events', {
      about:
        'Server-sent events: `job`, `segments`, `articles`, `memory`, `alignments`; `reset` asks to load everything afresh.',
      open: (request, response) => parts.events.open(request, response),
    }),
  ];
}
