// What one does with findings: wave one through, take that back, mend all certain ones, settle words that nobody knows.
import { z } from 'zod';
import { unknownInArticle } from '../flow/desk-words.ts';
import { dismissFinding, type Meant, recallFinding } from '../flow/dismiss-finding.ts';
import { fixArticle, fixesFor } from '../flow/fix-article.ts';
import type { Parts } from './parts.ts';
import { answers, type Route } from './route.ts';
import { finding, idParam } from './views.ts';

const count = z.int().nonnegative();
const meant = z.object({
  check: z.string().max(100),
  rule: z.string().max(100).optional(),
  side: z.enum(['source', 'target']),
  start: count,
  end: count,
});
const dismissal = z.object({
  segment: z.int(),
  /** The check, or `check/rule`. */
  finding: z.string(),
  words: z.string(),
  target: z.string(),
  why: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
const fixed = z.object({
  segment: z.int(),
  n: z.int(),
  version: count,
  before: z.string(),
  after: z.string(),
  fixed: z.array(finding),
});
const place = z.object({ segment: z.int(), n: z.int(), side: z.enum(['source', 'target']), start: count, end: count });

function meantBy({ rule, ...rest }: z.output<typeof meant>): Meant {
  return { ...rest, ...(rule === undefined ? {} : { rule }) };
}

/** Dismissals, fixes and unknown words of an article. */
export function findingRoutes({ desk }: Parts): Route[] {
  return [
    answers('post /api/segments/:id/dismissals', {
      about:
        'Waves a finding through for this text of the segment; who and why is remembered. 409 where the text changed.',
      params: idParam,
      body: meant.extend({ why: z.string().trim().max(2000).nullable().default(null) }),
      answer: z.object({ dismissed: z.boolean() }),
      handle: async (asked) => {
        const { why, ...rest } = asked.body;
        await dismissFinding(desk, asked.params.id, meantBy(rest), { why: why === '' ? null : why, by: asked.by() });
        return { dismissed: true };
      },
    }),
    answers('delete /api/segments/:id/dismissals', {
      about: 'Takes a dismissal back: the finding is shown again.',
      params: idParam,
      body: meant,
      answer: z.object({ recalled: z.boolean() }),
      handle: async (asked) => ({ recalled: await recallFinding(desk, asked.params.id, meantBy(asked.body)) }),
    }),
    answers('get /api/articles/:id/dismissals', {
      about: 'Lists what was waved through in an article, oldest first, with who and why.',
      params: idParam,
      answer: z.array(dismissal),
      handle: ({ params }) => desk.stores.dismissals.of(params.id),
    }),
    answers('get /api/articles/:id/fixes', {
      about:
        'What the certain fixes of findings would make of an article, of some checks (comma between); changes nothing.',
      params: idParam,
      query: z.object({ checks: z.string().max(1000).optional() }),
      answer: z.array(fixed),
      handle: ({ params, query: { checks } }) =>
        fixesFor(desk, params.id, checks === undefined ? {} : { checks: checks.split(',') }),
    }),
    answers('post /api/articles/:id/fixes', {
      about: 'Makes the certain fixes, of some checks and some segments (by id), as next versions.',
      params: idParam,
      body: z.object({ checks: z.array(z.string()).max(100).optional(), segments: z.array(z.int()).optional() }),
      answer: z.array(fixed),
      handle: (asked) => {
        const { checks, segments } = asked.body;
        const choice = { ...(checks ? { checks } : {}), ...(segments ? { segments } : {}) };
        return fixArticle(desk, asked.params.id, { ...choice, by: asked.by() });
      },
    }),
    answers('get /api/articles/:id/unknown', {
      about: 'Names and tokens that no dictionary and no desk knows, each once with all its places.',
      params: idParam,
      answer: z.array(z.object({ word: z.string(), copied: z.boolean(), places: z.array(place) })),
      handle: ({ params }) => unknownInArticle(desk, params.id),
    }),
  ];
}
