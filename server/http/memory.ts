// The memory: it takes files in, answers for a text, is searched, and leaves as a file.
import { z } from 'zod';
import { NotFound, UserError } from '../errors.ts';
import { exportMemory } from '../flow/export-memory.ts';
import { lookup } from '../flow/lookup.ts';
import { memoryNamed } from '../flow/memories.ts';
import { searchMemory } from '../flow/search-memory.ts';
import type { Parts } from './parts.ts';
import { answers, answersFile, type Route } from './route.ts';
import { memoryImportTask } from './tasks.ts';
import { code, idParam, jobStarted, language, matchView } from './views.ts';

/** The largest file that is taken into the memory at once, in bytes. */
const LARGEST = 500 * 1024 * 1024;

const maybeLanguage = z.preprocess((value) => (value === '' ? undefined : value), language.optional());
const limit = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual);

/** `/api/memory`. */
export function memoryRoutes(parts: Parts): Route[] {
  return [...importRoutes(parts), ...questionRoutes(parts), ...exportRoutes(parts)];
}

const importRecord = z.object({
  id: z.int(),
  file: z.string(),
  by: z.string(),
  at: z.string(),
  state: z.enum(['running', 'done', 'undone']),
});

function importRoutes(parts: Parts): Route[] {
  const { memory } = parts.desk.stores;
  return [
    answers('post /api/memory/import', {
      about:
        'Brings a TMX, XLIFF, TSV or CSV file (each also .gz) into the memory (`memory` names one of several), as a job.',
      body: z.object({ from: maybeLanguage, to: maybeLanguage, memory: z.string().optional() }),
      upload: LARGEST,
      keeps: true,
      status: 202,
      answer: jobStarted,
      handle: async (asked) => {
        const { from, to, memory: named } = asked.body;
        if (!asked.file) throw new UserError('nothing-sent', 'Send the file as "file", in a multipart form.');
        const by = asked.by();
        const into = named ? { memory: (await memoryNamed(parts.desk, named)).id } : {};
        const { fileName, kept } = asked.file;
        const request = { file: fileName, kept, ...(from ? { from } : {}), ...(to ? { to } : {}), ...into };
        return { job: await parts.jobs.start(memoryImportTask(parts, request, by)) };
      },
    }),
    answers('get /api/memory/imports', {
      about: 'Lists the files that were brought in, newest first.',
      answer: z.array(importRecord),
      handle: () => memory.imports(),
    }),
    answers('delete /api/memory/imports/:id', {
      about: 'Takes a whole import back.',
      params: idParam,
      answer: importRecord,
      handle: async ({ params }) => {
        await memory.undoImport(params.id);
        const record = (await memory.imports()).find(({ id }) => id === params.id);
        if (!record) throw new NotFound(`There is no import ${params.id}.`);
        return record;
      },
    }),
  ];
}

const span = z.tuple([z.int(), z.int()]);

function questionRoutes({ desk }: Parts): Route[] {
  return [
    answers('get /api/memory/matches', {
      about: 'Lists what the memory holds for a text, best first.',
      query: z.object({
        text: z.string().min(1).max(100_000),
        from: language,
        to: language,
        min: z.coerce.number().min(0).max(102).default(70),
        limit: limit(100, 5),
      }),
      answer: z.array(matchView),
      handle: ({ query }) => lookup(desk, query),
    }),
    answers('get /api/memory/search', {
      about: 'Concordance: the newest units that hold the words of `q`, and where in them.',
      query: z.object({
        q: z.string().max(10_000),
        from: maybeLanguage,
        limit: limit(1000, 50),
        offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
      }),
      answer: z.array(
        z.object({
          id: z.int(),
          memory: z.int(),
          from: z.string(),
          to: z.string(),
          source: z.string(),
          target: z.string(),
          codes: z.array(code),
          author: z.string(),
          changedAt: z.string(),
          spans: z.array(span),
          targetSpans: z.array(span),
          counterparts: z.array(span),
        }),
      ),
      handle: ({ query: { q, from, ...rest } }) => searchMemory(desk, { text: q, ...(from ? { from } : {}), ...rest }),
    }),
    answers('get /api/memory/stats', {
      about: 'Says how much the memory holds.',
      answer: z.object({
        units: z.int(),
        memories: z.array(z.object({ id: z.int(), name: z.string(), units: z.int() })),
        languages: z.record(z.string(), z.int()),
        imports: z.int(),
      }),
      handle: () => desk.stores.memory.stats(),
    }),
  ];
}

function exportRoutes({ desk }: Parts): Route[] {
  return [
    answersFile('get /api/memory/export/:as', {
      about: 'Answers the whole memory as a TMX or TSV file.',
      params: z.object({ as: z.enum(['tmx', 'tsv']) }),
      handle: async ({ params: { as }, name }) => ({
        fileName: `memory.${as}`,
        mime: as === 'tmx' ? 'application/x-tmx+xml; charset=utf-8' : 'text/tab-separated-values; charset=utf-8',
        bytes: exportMemory(desk, { as, by: name }),
      }),
    }),
  ];
}
