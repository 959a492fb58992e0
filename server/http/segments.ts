// Segments: a person writes, a reviewer decides, and what stands beside a segment helps both.
import { z } from 'zod';
import { NotFound } from '../errors.ts';
import { approve, approveSegment, selectionOf } from '../flow/approve.ts';
import { fragmentsFor } from '../flow/fragments.ts';
import { segmentHistory } from '../flow/history.ts';
import { matchesFor } from '../flow/lookup.ts';
import { omit } from '../flow/omit.ts';
import { propagate, undoPropagate } from '../flow/propagate.ts';
import { joinSegment, splitSegment } from '../flow/recut.ts';
import { reject } from '../flow/reject.ts';
import { restoreVersion } from '../flow/restore-version.ts';
import { setSegment } from '../flow/review.ts';
import { termsFor } from '../flow/terms-for.ts';
import { withdraw } from '../flow/withdraw.ts';
import type { Parts } from './parts.ts';
import { answers, type Route } from './route.ts';
import { changedSegments, decided, oneSegment } from './show.ts';
import {
  approvalView,
  changedView,
  changeView,
  finding,
  idParam,
  matchView,
  segmentView,
  termView,
  versionView,
  worded,
} from './views.ts';

/** The version that the person saw. */
const version = z.int().nonnegative();
/** One segment's text, in UTF-16 units. */
const target = z.string().max(100_000);
const reason = z.string().trim().min(1, 'must say why').max(2000);
const based = z.object({ version });
const reasoned = z.object({ version, reason });

/** `/api/segments` and the approval of many. */
export function segmentRoutes(parts: Parts): Route[] {
  return [
    ...writingRoutes(parts),
    ...draftRoutes(parts),
    ...approvalRoutes(parts),
    ...decisionRoutes(parts),
    ...repetitionRoutes(parts),
    ...cuttingRoutes(parts),
    ...besideRoutes(parts),
  ];
}

function writingRoutes({ desk }: Parts): Route[] {
  return [
    answers('get /api/segments/:id', {
      about: 'Answers one segment.',
      params: idParam,
      query: worded,
      answer: segmentView,
      handle: (asked) => oneSegment(desk, asked.params.id, asked),
    }),
    answers('put /api/segments/:id', {
      about: 'Writes a person’s text as the segment’s next version; 409 with the current one where `version` is older.',
      params: idParam,
      query: worded,
      body: z.object({ target, state: z.enum(['draft', 'translated']).optional(), version }),
      answer: changedView,
      handle: (asked) => {
        const { target: text, state } = asked.body;
        const edit = { segment: asked.params.id, target: text, by: asked.by(), version: asked.body.version };
        return decided(desk, asked, setSegment(desk, { ...edit, ...(state ? { state } : {}) }));
      },
    }),
  ];
}

function draftRoutes({ desk }: Parts): Route[] {
  return [
    answers('put /api/segments/:id/draft', {
      about: 'Keeps what this person is typing; it is no version yet.',
      params: idParam,
      body: z.object({ text: target, version: z.int().nonnegative() }),
      answer: z.object({ at: z.string() }),
      handle: async (asked) => {
        const { text, version: basedOn } = asked.body;
        if (!(await desk.stores.segments.get(asked.params.id)))
          throw new NotFound(`There is no segment ${asked.params.id}.`);
        const at = desk.now();
        await desk.stores.segments.saveDraft({ segment: asked.params.id, by: asked.by(), text, basedOn, at });
        return { at };
      },
    }),
    answers('delete /api/segments/:id/draft', {
      about: 'Drops what this person was typing.',
      params: idParam,
      answer: z.object({ id: z.int() }),
      handle: async (asked) => {
        await desk.stores.segments.dropDraft(asked.params.id, asked.by());
        return { id: asked.params.id };
      },
    }),
  ];
}

function approvalRoutes({ desk }: Parts): Route[] {
  return [
    answers('post /api/segments/:id/approve', {
      about: 'Approves a segment, which confirms it; 422 with its findings where errors stand, unless one insists.',
      params: idParam,
      query: worded,
      body: z.object({ version, memory: z.boolean().optional(), insist: z.boolean().optional() }),
      answer: changedView,
      handle: (asked) => {
        const { insist = false, memory = true } = asked.body;
        const options = { by: asked.by(), insist, noMemory: !memory, version: asked.body.version };
        return decided(desk, asked, approveSegment(desk, asked.params.id, options));
      },
    }),
    answers('post /api/articles/:id/approve', {
      about: 'Approves all that a person confirmed or left out, or the named places (1,4-9).',
      params: idParam,
      body: z
        .object({
          all: z.boolean().optional(),
          segments: z.string().max(10_000).optional(),
          memory: z.boolean().optional(),
          insist: z.boolean().optional(),
        })
        .refine(({ all, segments }) => (all === true) !== (segments !== undefined), 'give either "all" or "segments"'),
      answer: approvalView,
      handle: (asked) => {
        const { segments, memory = true, insist = false } = asked.body;
        const which = segments === undefined ? { all: true } : selectionOf(segments);
        return approve(desk, asked.params.id, which, { by: asked.by(), insist, noMemory: !memory });
      },
    }),
  ];
}

function decisionRoutes({ desk }: Parts): Route[] {
  return [
    answers('post /api/segments/:id/reject', {
      about: 'Sends a segment back with a reason; the memory forgets it.',
      params: idParam,
      query: worded,
      body: reasoned,
      answer: changedView,
      handle: (asked) => {
        const how = { reason: asked.body.reason, by: asked.by(), version: asked.body.version };
        return decided(desk, asked, reject(desk, asked.params.id, how));
      },
    }),
    answers('post /api/segments/:id/omit', {
      about: 'Leaves a segment out on purpose, with a reason.',
      params: idParam,
      query: worded,
      body: reasoned,
      answer: changedView,
      handle: (asked) => {
        const how = { reason: asked.body.reason, by: asked.by(), version: asked.body.version };
        return decided(desk, asked, omit(desk, asked.params.id, how));
      },
    }),
    answers('post /api/segments/:id/withdraw', {
      about: 'Takes an approval back; the memory forgets it.',
      params: idParam,
      query: worded,
      body: based,
      answer: changedView,
      handle: (asked) =>
        decided(desk, asked, withdraw(desk, asked.params.id, { by: asked.by(), version: asked.body.version })),
    }),
    answers('post /api/segments/:id/restore', {
      about: 'Brings back the text of version `to` as a new version; 0 is the empty beginning.',
      params: idParam,
      query: worded,
      body: z.object({ version, to: z.int().nonnegative() }),
      answer: changedView,
      handle: (asked) => {
        const how = { to: asked.body.to, by: asked.by(), version: asked.body.version };
        return decided(desk, asked, restoreVersion(desk, asked.params.id, how));
      },
    }),
  ];
}

function repetitionRoutes({ desk }: Parts): Route[] {
  return [
    answers('post /api/segments/:id/propagate', {
      about: 'Writes the segment’s text into all its repetitions, those that a person had changed too.',
      params: idParam,
      query: worded,
      answer: z.array(segmentView),
      handle: async (asked) => changedSegments(desk, await propagate(desk, asked.params.id, { by: asked.by() }), asked),
    }),
    answers('delete /api/segments/:id/propagate', {
      about: 'Takes the propagation back: repetitions get the version they had before.',
      params: idParam,
      query: worded,
      answer: z.array(segmentView),
      handle: async (asked) =>
        changedSegments(desk, await undoPropagate(desk, asked.params.id, { by: asked.by() }), asked),
    }),
  ];
}

function cuttingRoutes({ desk }: Parts): Route[] {
  return [
    answers('post /api/segments/:id/split', {
      about: 'Cuts a segment in two at a UTF-16 offset of its source; both histories stay reachable.',
      params: idParam,
      query: worded,
      body: z.object({ version, offset: z.int().positive() }),
      answer: z.array(segmentView),
      handle: async (asked) => {
        const how = { offset: asked.body.offset, by: asked.by(), version: asked.body.version };
        return changedSegments(desk, await splitSegment(desk, asked.params.id, how), asked);
      },
    }),
    answers('post /api/segments/:id/join', {
      about: 'Joins a segment with the next one of its block.',
      params: idParam,
      query: worded,
      body: based,
      answer: segmentView,
      handle: async (asked) => {
        const joined = await joinSegment(desk, asked.params.id, { by: asked.by(), version: asked.body.version });
        return oneSegment(desk, joined.id, asked);
      },
    }),
  ];
}

const historyVersion = versionView.extend({ changes: z.array(changeView) });

function besideRoutes({ desk }: Parts): Route[] {
  return [
    answers('get /api/segments/:id/versions', {
      about: 'Lists the versions of a segment, oldest first, each with what changed in it.',
      params: idParam,
      answer: z.array(historyVersion),
      handle: async ({ params }) => (await segmentHistory(desk, params.id)).versions,
    }),
    answers('get /api/segments/:id/history', {
      about: 'The versions of a segment, and those of the segments that it was cut or joined from.',
      params: idParam,
      answer: z.object({
        versions: z.array(historyVersion),
        cameFrom: z.array(
          z.object({ segment: z.int(), how: z.enum(['split', 'join']), versions: z.array(versionView) }),
        ),
      }),
      handle: ({ params }) => segmentHistory(desk, params.id),
    }),
    answers('get /api/segments/:id/matches', {
      about: 'Lists what the memory holds for a segment in its place, best first.',
      params: idParam,
      query: z.object({
        min: z.coerce.number().min(0).max(102).optional(),
        limit: z.coerce.number().int().min(1).max(100).optional(),
      }),
      answer: z.array(matchView),
      handle: ({ params, query: { min, limit } }) =>
        matchesFor(desk, params.id, {
          ...(min === undefined ? {} : { min }),
          ...(limit === undefined ? {} : { limit }),
        }),
    }),
    answers('get /api/segments/:id/fragments', {
      about:
        'Lists the parts of a segment’s source that the memory knows, with their translations, and a draft made of them.',
      params: idParam,
      answer: z.object({
        target: z.string(),
        covered: z.number(),
        fragments: z.array(
          z.object({
            ...{ start: z.int(), end: z.int(), words: z.int() },
            ...{ text: z.string(), target: z.string(), support: z.number() },
          }),
        ),
      }),
      handle: ({ params }) => fragmentsFor(desk, params.id),
    }),
    answers('get /api/segments/:id/terms', {
      about: 'Lists the desk’s terms that stand in a segment’s source.',
      params: idParam,
      answer: z.array(termView.extend({ places: z.array(z.tuple([z.int(), z.int()])) })),
      handle: ({ params }) => termsFor(desk, params.id),
    }),
    answers('get /api/segments/:id/findings', {
      about: 'Lists what the checks find in a segment.',
      params: idParam,
      query: worded,
      answer: z.array(finding),
      handle: async (asked) => (await oneSegment(desk, asked.params.id, asked)).findings,
    }),
  ];
}
