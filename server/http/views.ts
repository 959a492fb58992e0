// The shapes of answers, as zod schemas: openapi.json describes them, and the tests hold every answer to them.
import { z } from 'zod';

const count = z.int().nonnegative();

/** The id in an address. */
export const idParam = z.object({ id: z.coerce.number().int().positive() });

/** A job as `GET /api/jobs/:id` answers it. */
export const jobView = z.object({
  id: z.int(),
  kind: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'interrupted']),
  done: count,
  total: count.nullable(),
  request: z.unknown(),
  result: z.unknown(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  startedBy: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
});

/** What starts long work answers: 202 with its job. */
export const jobStarted = z.object({ job: jobView });
