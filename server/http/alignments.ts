// The alignment desk: published pairs come in, are corrected bead by bead, and are remembered.
import { z } from 'zod';
import { NotFound, UserError } from '../errors.ts';
import {
  alignmentOf,
  correctAlignment,
  forgetAlignment,
  realign,
  rememberAlignment,
  takePair,
} from '../flow/align-desk.ts';
import { type PublishedText, publishedArticle, publishedPage, publishedText } from '../flow/published.ts';
import { LARGEST_FILE } from '../formats/decode.ts';
import type { Language } from '../model.ts';
import type { Parts } from './parts.ts';
import { answers, type Route } from './route.ts';
import { alignTask } from './tasks.ts';
import { format, idParam, jobView, language } from './views.ts';

/** More beads than any report has. */
const MOST_BEADS = 200_000;

const given = z.object({ id: z.int() });

/** One side of a pair: a pasted text, a file (`name` and its bytes as `base64`), the address of a page, or an article of the desk. */
const side = z.object({
  text: z.string().optional(),
  name: z.string().max(1000).optional(),
  base64: z.base64().optional(),
  format: format.optional(),
  url: z.string().max(4000).optional(),
  article: z.int().optional(),
});

const count = z.int().nonnegative();
const decided = z.enum(['kept', 'made', 'out']).nullable();
const places = z.array(count).max(MOST_BEADS);
const bead = z
  .object({ source: places, target: places, score: z.number(), decided, flags: z.array(z.string()) })
  .meta({ id: 'Bead' });
const publishedDocument = z.object({
  name: z.string(),
  address: z.string().nullable(),
  date: z.string().nullable(),
  article: z.int().nullable(),
});

const alignmentView = z
  .object({
    id: z.int(),
    from: language,
    to: language,
    documents: z.tuple([publishedDocument, publishedDocument]),
    state: z.enum(['aligning', 'open', 'refused']),
    why: z.string().nullable(),
    trust: z.number(),
    counts: z.object({ beads: count, pairs: count, offered: count, doubtful: count, flagged: count, out: count }),
    version: z.int(),
    remembered: z.object({ import: z.int(), version: z.int(), units: count }).nullable(),
    createdAt: z.string(),
    createdBy: z.string(),
    changedAt: z.string(),
    changedBy: z.string(),
  })
  .meta({ id: 'Alignment' });

const wholeView = alignmentView.extend({
  source: z.array(z.string()),
  target: z.array(z.string()),
  beads: z.array(bead),
});

const started = z.object({ id: z.int(), job: jobView });

/** `/api/alignments`. */
export function alignmentRoutes(parts: Parts): Route[] {
  return [...incomingRoutes(parts), ...listRoutes(parts), ...correctingRoutes(parts), ...memoryRoutes(parts)];
}

function incomingRoutes(parts: Parts): Route[] {
  const { desk, jobs } = parts;
  return [
    answers('post /api/alignments', {
      about:
        'Brings a published pair in and aligns it, as a job: texts, files, pages of the web or articles of the desk.',
      body: z.object({ from: language, to: language, source: side, target: side }),
      json: LARGEST_FILE,
      status: 202,
      answer: started,
      handle: async (asked) => {
        const { from, to, source, target } = asked.body;
        const by = asked.by();
        const one = await readSide(parts, source, from);
        const other = await readSide(parts, target, to);
        const id = await takePair(desk, { source: one, target: other, from, to }, by);
        return { id, job: await jobs.start(alignTask(parts, { alignment: id }, by)) };
      },
    }),
    answers('post /api/alignments/:id/align', {
      about: 'Aligns a pair that was cut off before it was aligned, as a job.',
      params: idParam,
      status: 202,
      answer: started,
      handle: async (asked) => {
        const { id, state } = await alignmentOf(desk, asked.params.id);
        if (state === 'open') throw new UserError('aligned', 'This pair is aligned already.', 409);
        return { id, job: await jobs.start(alignTask(parts, { alignment: id }, asked.by())) };
      },
    }),
  ];
}

type Side = z.output<typeof side>;

async function readSide({ desk, readPage }: Parts, asked: Side, from: Language): Promise<PublishedText> {
  const { text, name, base64, url, article } = asked;
  const kind = asked.format ? { format: asked.format } : {};
  if (article !== undefined) return publishedArticle(desk, article);
  if (url !== undefined) return publishedText(publishedPage(await readPage(url)), from);
  if (base64 !== undefined) {
    const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
    return publishedText({ bytes, fileName: name ?? 'file', ...kind }, from);
  }
  return named(await publishedText({ bytes: textBytes(text), fileName: name ?? '', ...kind }, from));
}

const LONGEST_NAME = 80;

/** A pasted text is called by how it begins. */
function named({ document, sentences }: PublishedText): PublishedText {
  const [first = ''] = sentences;
  const begin = first.length <= LONGEST_NAME ? first : `${first.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
  return { document: { ...document, name: document.name || begin }, sentences };
}

function textBytes(text: string | undefined): Uint8Array {
  if (text !== undefined) return new TextEncoder().encode(text);
  throw new UserError('nothing-sent', 'Each side is a "text", a "name" with its "base64", a "url" or an "article".');
}

function listRoutes({ desk }: Parts): Route[] {
  const { alignments } = desk.stores;
  const gone = async (id: number, done: Promise<boolean>) => {
    if (!(await done)) throw new NotFound(`There is no alignment ${id}.`);
    return { id };
  };
  return [
    answers('get /api/alignments', {
      about: 'Lists the published pairs on the alignment desk, newest first.',
      answer: z.array(alignmentView),
      handle: () => alignments.list(),
    }),
    answers('get /api/alignments/:id', {
      about: 'Answers a published pair with its sentences and its beads.',
      params: idParam,
      answer: wholeView,
      handle: async ({ params }) => {
        const { words: _, ...alignment } = await alignmentOf(desk, params.id);
        return alignment;
      },
    }),
    answers('delete /api/alignments/:id', {
      about: 'Takes a pair off the alignment desk; what it taught stays in the memory, and it can be brought back.',
      params: idParam,
      answer: given,
      handle: ({ params }) => gone(params.id, alignments.remove(params.id, desk.now())),
    }),
    answers('post /api/alignments/:id/undelete', {
      about: 'Brings a pair back that was taken off the alignment desk.',
      params: idParam,
      answer: given,
      handle: ({ params }) => gone(params.id, alignments.undelete(params.id)),
    }),
  ];
}

const corrected = z.object({ version: z.int(), at: count, removed: count, beads: z.array(bead) });
const version = z.int();

function correctingRoutes({ desk }: Parts): Route[] {
  return [
    answers('post /api/alignments/:id/correct', {
      about: 'Puts beads in place of others over the same sentences; answers all beads whose scores this changed.',
      params: idParam,
      body: z.object({
        version,
        at: count,
        removed: z.int().positive(),
        beads: z
          .array(z.object({ source: places, target: places, decided }))
          .min(1)
          .max(MOST_BEADS),
      }),
      answer: corrected,
      handle: (asked) => correctAlignment(desk, asked.params.id, asked.body, asked.by()),
    }),
    answers('post /api/alignments/:id/realign', {
      about: 'Aligns a stretch of beads anew, from one place to before another; `apart` never as one bead.',
      params: idParam,
      body: z.object({ version, from: count, to: z.int().positive(), apart: z.boolean().default(false) }),
      answer: corrected,
      handle: (asked) => realign(desk, asked.params.id, asked.body, asked.by()),
    }),
  ];
}

function memoryRoutes({ desk }: Parts): Route[] {
  return [
    answers('post /api/alignments/:id/remember', {
      about:
        'Remembers the pairs that are sure, made or kept, in place of what was remembered of this alignment before.',
      params: idParam,
      body: z.object({ version, above: z.number().min(0).max(1).optional() }),
      answer: z.object({ import: z.int(), added: count, unchanged: count, waiting: count }),
      handle: (asked) => {
        const { version: seen, above } = asked.body;
        const told = { version: seen, ...(above === undefined ? {} : { above }) };
        return rememberAlignment(desk, asked.params.id, told, asked.by());
      },
    }),
    answers('delete /api/alignments/:id/remember', {
      about: 'Takes what was remembered of this alignment back out of the memory.',
      params: idParam,
      answer: given,
      handle: async (asked) => {
        await forgetAlignment(desk, asked.params.id, asked.by());
        return { id: asked.params.id };
      },
    }),
  ];
}
