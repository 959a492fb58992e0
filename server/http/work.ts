// The fill, and the article's way out.
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { chooseProviders } from '../flow/choose-provider.ts';
import { EXPORTS, exportArticle } from '../flow/export-article.ts';
import { fillArticle } from '../flow/fill-article.ts';
import { mergeFile } from '../flow/merge-file.ts';
import { LARGEST_FILE } from '../formats/decode.ts';
import { TYPESET_PROFILES } from '../text/typeset.ts';
import type { Parts } from './parts.ts';
import { present } from './present.ts';
import { usageView } from './providers.ts';
import { answers, answersFile, type Route } from './route.ts';
import { fillTask } from './tasks.ts';
import { idParam, jobStarted } from './views.ts';

const count = z.int().nonnegative();
const stop = z.object({ code: z.string(), message: z.string() });

/** What a fill would do: segments by where their suggestion would come from, and what would be sent. */
const plannedFill = z.object({
  context: count,
  exact: count,
  repaired: count,
  fuzzy: count,
  assembled: count,
  machine: count,
  propagated: count,
  empty: count,
  sentCharacters: count,
  billedCharacters: count,
  provider: z.string(),
  stoppedBy: stop.nullable(),
  notices: z.array(stop),
  usage: z.object({ before: usageView.nullable(), after: usageView.nullable() }).nullable(),
  plan: z.object({ calls: count, warning: z.enum(['deepl-free']).nullable() }).optional(),
});

const fillOptions = z.object({
  provider: z.string().max(50).optional(),
  min: z.number().min(1).max(102).optional(),
  assemble: z.boolean().optional(),
  budget: z.int().nonnegative().optional(),
});

/** What became of a file that came back. Conflicts are shown, never written. */
const mergedView = z.object({
  updated: count,
  unchanged: count,
  unknown: count,
  comments: count,
  conflicts: z.array(
    z.object({
      n: z.int(),
      segment: z.int(),
      version: count,
      source: z.string(),
      before: z.string().nullable(),
      ours: z.string(),
      theirs: z.string(),
    }),
  ),
  unknownUnits: z.array(z.object({ name: z.string(), source: z.string() })),
});

/** `/api/articles/:id/fill`, `/api/articles/:id/merge` and `/api/articles/:id/export`. */
export function workRoutes(parts: Parts): Route[] {
  const { desk, jobs } = parts;
  return [
    answers('get /api/articles/:id/fill', {
      about: 'Says what a fill would do and send. Nothing is written or sent.',
      params: idParam,
      query: fillOptions.extend({
        min: z.coerce.number().min(1).max(102).optional(),
        assemble: z.stringbool().optional(),
        budget: z.coerce.number().int().nonnegative().optional(),
      }),
      answer: plannedFill,
      handle: async ({ params, query }) => {
        const dry = fillArticle(desk, params.id, { by: '', dryRun: true, ...present(query) });
        for (;;) {
          const step = await dry.next();
          if (step.done) return step.value;
        }
      },
    }),
    answers('post /api/articles/:id/fill', {
      about: 'Fills an article, as a job: the memory first, then the provider.',
      params: idParam,
      body: fillOptions,
      status: 202,
      answer: jobStarted,
      handle: async (asked) => {
        const by = asked.by();
        const { id: article } = asked.params;
        // A provider that is not configured, or may not be asked, is said at once, not by a failed job.
        await chooseProviders(desk, article, asked.body.provider);
        return { job: await jobs.start(fillTask(parts, { article, ...present(asked.body) }, by)) };
      },
    }),
    answers('post /api/articles/:id/merge', {
      about:
        'Takes back a file (XLIFF, or the table of two columns as HTML or DOCX) that was translated or corrected outside.',
      params: idParam,
      upload: LARGEST_FILE,
      answer: mergedView,
      handle: async (asked) => {
        if (!asked.file) throw new UserError('nothing-sent', 'Send the file as "file", in a multipart form.');
        return mergeFile(desk, asked.params.id, asked.file, asked.by());
      },
    }),
    answersFile('get /api/articles/:id/export/:as', {
      about: `Answers an article as a file: ${EXPORTS.join(', ')}.`,
      params: idParam.extend({ as: z.enum(EXPORTS) }),
      query: z.object({
        whole: z.stringbool().default(false),
        allowIncomplete: z.stringbool().default(false),
        fillEmpty: z.stringbool().default(false),
        typeset: z.enum(['default', ...TYPESET_PROFILES]).optional(),
        spaces: z.enum(['characters', 'nbsp', 'entities']).optional(),
      }),
      handle: async ({ params, query, name }) => {
        const by = name === null ? {} : { by: name };
        const file = await exportArticle(desk, params.id, { as: params.as, ...query, ...by });
        return { fileName: file.fileName, mime: file.mediaType, bytes: file.bytes };
      },
    }),
  ];
}
