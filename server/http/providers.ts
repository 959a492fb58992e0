// Services: which are set up, what their accounts say, what goes to them, and what they were worth.
import { z } from 'zod';
import { machineWorth } from '../flow/machine-worth.ts';
import { accountOf, providersHere, publisherOf } from '../flow/providers-here.ts';
import type { Parts } from './parts.ts';
import { answers, type Route } from './route.ts';
import { publishTask } from './tasks.ts';
import { jobStarted, language } from './views.ts';

const named = z.object({ name: z.string().max(50) });

/** Characters used in the running period; no limit known where null. */
export const usageView = z.object({ used: z.number(), limit: z.number().nullable() });

const providerFacts = z.object({
  id: z.string(),
  chosen: z.boolean(),
  second: z.boolean(),
  leaves: z.boolean(),
  bills: z.boolean(),
  warning: z.enum(['deepl-free']).nullable(),
  glossaries: z.boolean(),
  publishes: z.boolean(),
  spent: z.int(),
});

const budget = z.object({ run: z.int().nullable(), month: z.int().nullable(), spent: z.int() });

const worth = z.object({
  month: z.string(),
  desk: z.string(),
  provider: z.string(),
  model: z.string().nullable(),
  segments: z.int(),
  unchanged: z.int(),
  characters: z.int(),
  edited: z.int(),
  editRate: z.number(),
  chrf: z.number(),
});

/** `/api/providers`. */
export function providerRoutes(parts: Parts): Route[] {
  const { desk, jobs } = parts;
  return [
    answers('get /api/providers', {
      about: 'Lists the services that are set up, and the budget. None of them is asked.',
      answer: z.object({ providers: z.array(providerFacts), budget }),
      handle: () => providersHere(desk),
    }),
    answers('get /api/providers/report', {
      about: 'Says how much of a machine’s text reviewers kept, by month, desk, provider and model.',
      answer: z.array(worth),
      handle: () => machineWorth(desk),
    }),
    answers('get /api/providers/:name/account', {
      about: 'Asks a service whether it answers, and what its account has used.',
      params: named,
      answer: z.object({
        ok: z.boolean(),
        detail: z.string(),
        code: z.string().nullable(),
        usage: usageView.nullable(),
      }),
      handle: ({ params }) => accountOf(desk, params.name, new AbortController().signal),
    }),
    answers('post /api/providers/:name/publish', {
      about: 'Gives the approved pairs of two languages to a service as a translation memory, as a job.',
      params: named,
      body: z.object({
        from: language,
        to: language,
        name: z.string().trim().min(1).max(200).optional(),
        all: z.boolean().optional(),
      }),
      status: 202,
      answer: jobStarted,
      handle: async (asked) => {
        // What takes no memories is said at once, not by a failed job.
        const provider = publisherOf(desk, asked.params.name).id;
        return { job: await jobs.start(publishTask(parts, { ...asked.body, provider }, asked.by())) };
      },
    }),
  ];
}
