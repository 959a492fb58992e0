// Articles: they come in, are seen, change their source, are put away and leave.
import { z } from 'zod';
import { NotFound, UserError } from '../errors.ts';
import { analyseArticle, BANDS } from '../flow/analyse-article.ts';
import { checkArticle } from '../flow/check-article.ts';
import { diffArticle } from '../flow/history.ts';
import { importArticle, pageFile } from '../flow/import-article.ts';
import { setRole } from '../flow/set-role.ts';
import { updateArticle } from '../flow/update-article.ts';
import { LARGEST_FILE, LARGEST_TEXT } from '../formats/decode.ts';
import type { Parts } from './parts.ts';
import { present } from './present.ts';
import { answers, type Route, type Uploaded } from './route.ts';
import { wholeArticle } from './show.ts';
import {
  articleView,
  changeView,
  finding,
  format,
  idParam,
  importedView,
  language,
  role,
  wholeArticleView,
  worded,
} from './views.ts';

const given = z.object({ id: z.int() });
const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

const newArticle = z.object({
  title: orNothing(z.string().max(1000).optional()),
  from: orNothing(language.optional()),
  to: orNothing(language.optional()),
  format: orNothing(format.optional()),
  text: z.string().optional(),
  url: orNothing(z.string().max(4000).optional()),
  confidential: orNothing(z.union([z.boolean(), z.stringbool()]).optional()),
});

/** `/api/articles`: in, and seen. */
export function articleRoutes(parts: Parts): Route[] {
  return [...incomingRoutes(parts), ...castingRoutes(parts), ...deskRoutes(parts), ...readingRoutes(parts)];
}

function castingRoutes({ desk }: Parts): Route[] {
  return [
    answers('put /api/blocks/:id/role', {
      about:
        'Says what a block is in its article; as furniture its segments leave the work, and come back with another role.',
      params: idParam,
      body: z.object({ role }),
      answer: z.object({ article: z.int(), block: z.int(), role }),
      handle: (asked) => setRole(desk, asked.params.id, asked.body.role, asked.by()),
    }),
  ];
}

function incomingRoutes({ desk, readPage }: Parts): Route[] {
  return [
    answers('post /api/articles', {
      about: 'Brings an article in: a pasted text or the address of a page as JSON, or a file as multipart.',
      body: newArticle,
      upload: LARGEST_FILE,
      json: LARGEST_TEXT,
      status: 201,
      answer: importedView,
      handle: async (asked) => {
        const { text, url, ...told } = asked.body;
        const file =
          url === undefined
            ? { ...fileOf(asked.file, text), ...present(told) }
            : { ...pageFile(await readPage(url)), ...present(told), format: 'html' as const };
        const { id, notices } = await importArticle(desk, file, asked.by());
        return { ...(await articleOf(desk, id)), notices };
      },
    }),
    answers('put /api/articles/:id/source', {
      about: 'Takes a later version of the source; what did not change keeps its translation.',
      params: idParam,
      body: newArticle.pick({ format: true, text: true }),
      upload: LARGEST_FILE,
      json: LARGEST_TEXT,
      answer: z.object({
        version: z.int(),
        unchanged: z.int(),
        changed: z.int(),
        moved: z.int(),
        added: z.int(),
        removed: z.int(),
        taken: z.int(),
        kept: z.int(),
      }),
      handle: async (asked) => {
        const { text, ...told } = asked.body;
        return updateArticle(desk, asked.params.id, { ...fileOf(asked.file, text), ...present(told) }, asked.by());
      },
    }),
  ];
}

function fileOf(file: Uploaded | null, text: string | undefined): { bytes: Uint8Array; fileName: string | null } {
  if (file) return { bytes: file.bytes, fileName: file.fileName };
  if (text === undefined)
    throw new UserError('nothing-sent', 'Send a text as "text", an address as "url", or a file as "file".');
  return { bytes: new TextEncoder().encode(text), fileName: null };
}

async function articleOf(desk: Parts['desk'], id: number) {
  const article = await desk.stores.articles.get(id);
  if (!article) throw new NotFound(`There is no article ${id}.`);
  return article;
}

function deskRoutes({ desk }: Parts): Route[] {
  const { articles } = desk.stores;
  const moved = async (id: number, done: Promise<boolean>) => {
    if (!(await done)) throw new NotFound(`There is no article ${id}.`);
    return { id };
  };
  return [
    answers('get /api/articles', {
      about: 'Lists the articles, newest first; archived ones too on demand.',
      query: z.object({ archived: z.stringbool().optional(), search: z.string().max(1000).optional() }),
      answer: z.array(articleView),
      handle: ({ query }) => articles.list(present(query)),
    }),
    answers('post /api/articles/:id/archive', {
      about: 'Puts an article away, or brings it back.',
      params: idParam,
      body: z.object({ archived: z.boolean().default(true) }),
      answer: given,
      handle: ({ params, body }) => moved(params.id, articles.archive(params.id, body.archived)),
    }),
    answers('post /api/articles/:id/unarchive', {
      about: 'Brings an archived article back.',
      params: idParam,
      answer: given,
      handle: ({ params }) => moved(params.id, articles.archive(params.id, false)),
    }),
    answers('put /api/articles/:id/confidential', {
      about: 'Keeps an article on this machine, or no longer: no service outside of it sees it or what it taught.',
      params: idParam,
      body: z.object({ confidential: z.boolean() }),
      answer: given,
      handle: ({ params, body }) => moved(params.id, articles.setConfidential(params.id, body.confidential)),
    }),
    answers('delete /api/articles/:id', {
      about: 'Takes an article off the desk; it can be brought back.',
      params: idParam,
      answer: given,
      handle: ({ params }) => moved(params.id, articles.remove(params.id, desk.now())),
    }),
    answers('post /api/articles/:id/undelete', {
      about: 'Brings a deleted article back.',
      params: idParam,
      answer: given,
      handle: ({ params }) => moved(params.id, articles.undelete(params.id)),
    }),
  ];
}

const band = z.object({ segments: z.int(), words: z.int(), signs: z.int() });

const versionNumber = z.coerce.number().int().positive().optional();

function readingRoutes({ desk }: Parts): Route[] {
  return [
    answers('get /api/articles/:id', {
      about:
        'Answers an article with its segments, their findings (without `checked=false`), and what this person was typing in them.',
      params: idParam,
      query: worded.extend({ checked: z.stringbool().default(true) }),
      answer: wholeArticleView,
      handle: ({ params, name, query }) => wholeArticle(desk, params.id, { name, query, checked: query.checked }),
    }),
    answers('get /api/articles/:id/analysis', {
      about: 'Says how much of an article the memory knows: segments, words and signs by band.',
      params: idParam,
      answer: z.record(z.enum([...BANDS, 'total']), band),
      handle: ({ params }) => analyseArticle(desk, params.id),
    }),
    answers('get /api/articles/:id/findings', {
      about: 'Answers what the checks find in an article, for the segments where they find something.',
      params: idParam,
      query: worded,
      answer: z.array(z.object({ segment: z.int(), n: z.int(), version: z.int(), findings: z.array(finding) })),
      handle: ({ params, query }) => checkArticle(desk, params.id, query.lang),
    }),
    answers('get /api/articles/:id/diff', {
      about: 'Compares two versions of the source, segment by segment; the last two where none are named.',
      params: idParam,
      query: z.object({ from: versionNumber, to: versionNumber }),
      answer: z.object({
        from: z.int(),
        to: z.int(),
        segments: z.array(
          z.object({
            kind: z.enum(['unchanged', 'changed', 'added', 'removed']),
            n: z.int().nullable(),
            segment: z.int(),
            before: z.string().nullable(),
            after: z.string().nullable(),
            changes: z.array(changeView),
          }),
        ),
      }),
      handle: ({ params, query }) => diffArticle(desk, params.id, present(query)),
    }),
  ];
}
