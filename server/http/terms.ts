// The desk's terms: listed, written, brought in and out as files, suggested by the memory.
import { z } from 'zod';
import { NotFound, UserError } from '../errors.ts';
import { exportTerms, TERMS_EXPORTS } from '../flow/export-terms.ts';
import { importTerms } from '../flow/import-terms.ts';
import { acceptKnownTerms, knownTerms, suggestTerms } from '../flow/suggest-terms.ts';
import { withWords } from '../formats/terms.ts';
import type { Parts } from './parts.ts';
import { answers, answersFile, type Route } from './route.ts';
import { idParam, language, refusalView, termView } from './views.ts';

const LARGEST = 20 * 1024 * 1024;
const word = z.string().trim().min(1).max(500);
const direction = z.object({ from: language, to: language });

const newTerm = z
  .object({
    from: language,
    to: language,
    source: word,
    targets: z.array(word).max(50),
    forbidden: z.array(word).max(50).default([]),
    note: z.string().max(5000).nullable().default(null),
    partOfSpeech: z.enum(['noun', 'verb', 'adjective', 'adverb', 'properNoun', 'other']).optional(),
    gloss: word.optional(),
    short: word.optional(),
    keep: z.literal(true).optional(),
  })
  .refine(
    ({ targets, forbidden, gloss, short }) => targets.length + forbidden.length > 0 || gloss || short,
    'give a translation or a forbidden word',
  )
  .refine(
    ({ targets, forbidden }) => !forbidden.some((one) => targets.includes(one)),
    'a word is either a translation or forbidden',
  );

/** `/api/terms`. */
export function termRoutes({ desk }: Parts): Route[] {
  const { terms } = desk.stores;
  return [
    answers('get /api/terms', {
      about: 'Lists the desk’s terms, of one direction where both languages are given.',
      query: direction.partial(),
      answer: z.array(termView),
      handle: ({ query: { from, to } }) => terms.list(1, from && to ? { from, to } : undefined),
    }),
    answers('put /api/terms', {
      about: 'Keeps a term; one of the same source text and languages is replaced.',
      body: newTerm,
      answer: z.object({ result: z.enum(['added', 'updated', 'unchanged']) }),
      handle: async (asked) => {
        const { partOfSpeech, gloss, short, keep, ...entry } = asked.body;
        const said = { ...(partOfSpeech ? { partOfSpeech } : {}), ...(gloss ? { gloss } : {}) };
        const term = withWords({ ...entry, ...said, ...(short ? { short } : {}), ...(keep ? { keep } : {}) });
        const [result = 'unchanged'] = await terms.put([term], { desk: 1, by: asked.by(), at: desk.now() });
        return { result };
      },
    }),
    answers('delete /api/terms/:id', {
      about: 'Forgets a term.',
      params: idParam,
      answer: z.object({ id: z.int() }),
      handle: async ({ params: { id } }) => {
        if (!(await terms.remove(id))) throw new NotFound(`There is no term ${id}.`);
        return { id };
      },
    }),
    ...fileRoutes(desk),
    answers('get /api/terms/known', {
      about: 'The words of the trade that come with the program and are no terms of the desk yet.',
      query: direction,
      answer: z.array(z.object({ source: z.string(), targets: z.array(z.string()) })),
      handle: ({ query }) => knownTerms(desk, query),
    }),
    answers('post /api/terms/known', {
      about: 'Makes all of them terms of the desk.',
      body: direction,
      answer: z.object({ added: z.int() }),
      handle: (asked) => acceptKnownTerms(desk, asked.body, { by: asked.by() }),
    }),
    answers('get /api/terms/suggestions', {
      about: 'Phrases of the memory that translate each other again and again and are no terms yet, best first.',
      query: direction.extend({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
      answer: z.array(
        z.object({
          source: z.string(),
          target: z.string(),
          together: z.int(),
          sourceIn: z.int(),
          targetIn: z.int(),
          score: z.number(),
        }),
      ),
      handle: ({ query: { limit, ...way } }) => suggestTerms(desk, way, { limit }),
    }),
  ];
}

function fileRoutes(desk: Parts['desk']): Route[] {
  return [
    answers('post /api/terms/import', {
      about: 'Brings terms in from CSV, TSV (first row: fr,en,forbidden,note) or TBX.',
      upload: LARGEST,
      answer: z.object({
        added: z.int(),
        updated: z.int(),
        unchanged: z.int(),
        refused: z.int(),
        refusals: z.array(refusalView),
      }),
      handle: async (asked) => {
        if (!asked.file) throw new UserError('nothing-sent', 'Send the file as "file", in a multipart form.');
        const { fileName: name, bytes } = asked.file;
        const work = importTerms(desk, { name, bytes }, { by: asked.by() });
        for (;;) {
          const step = await work.next();
          if (step.done) return step.value;
        }
      },
    }),
    answersFile('get /api/terms/export/:as', {
      about: 'Answers the terms as CSV (one direction) or TBX-Basic.',
      params: z.object({ as: z.enum(TERMS_EXPORTS) }),
      query: direction.partial(),
      handle: async ({ params: { as }, query: { from, to } }) => ({
        fileName: `terms.${as}`,
        mime: as === 'tbx' ? 'application/x-tbx; charset=utf-8' : 'text/csv; charset=utf-8',
        bytes: Buffer.from(await exportTerms(desk, { as, ...(from && to ? { direction: { from, to } } : {}) }), 'utf8'),
      }),
    }),
  ];
}
