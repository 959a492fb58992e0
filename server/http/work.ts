// The fill, and the article's way out.
import { z } from 'zod';
import { NotFound } from '../errors.ts';
import { EXPORTS, exportArticle } from '../flow/export-article.ts';
import type { Parts } from './parts.ts';
import { answers, answersFile, type Route } from './route.ts';
import { fillTask } from './tasks.ts';
import { idParam, jobStarted } from './views.ts';

/** `/api/articles/:id/fill` and `/api/articles/:id/export`. */
export function workRoutes(parts: Parts): Route[] {
  const { desk, jobs } = parts;
  return [
    answers('post /api/articles/:id/fill', {
      about: 'Fills an article, as a job: the memory first, then the provider.',
      params: idParam,
      body: z.object({
        provider: z.string().max(50).optional(),
        min: z.number().min(1).max(102).optional(),
        assemble: z.boolean().optional(),
      }),
      status: 202,
      answer: jobStarted,
      handle: async (asked) => {
        const { provider, min, assemble } = asked.body;
        const by = asked.by();
        const { id: article } = asked.params;
        if (!(await desk.stores.articles.get(article))) throw new NotFound(`There is no article ${article}.`);
        // A provider that is not configured is said at once, not by a failed job.
        desk.provider(provider);
        const told = {
          ...(provider === undefined ? {} : { provider }),
          ...(min === undefined ? {} : { min }),
          ...(assemble === undefined ? {} : { assemble }),
        };
        return { job: await jobs.start(fillTask(parts, { article, ...told }, by)) };
      },
    }),
    answersFile('get /api/articles/:id/export/:as', {
      about: `Answers an article as a file: ${EXPORTS.join(', ')}.`,
      params: idParam.extend({ as: z.enum(EXPORTS) }),
      query: z.object({
        whole: z.stringbool().default(false),
        allowIncomplete: z.stringbool().default(false),
        fillEmpty: z.stringbool().default(false),
      }),
      handle: async ({ params, query, name }) => {
        const by = name === null ? {} : { by: name };
        const file = await exportArticle(desk, params.id, { as: params.as, ...query, ...by });
        return { fileName: file.fileName, mime: file.mediaType, bytes: file.bytes };
      },
    }),
  ];
}
