// The care of the memory: several memories with rights, units edited, removed and merged with undo, the list of doubtful ones.
import { z } from 'zod';
import { changeMemory, createMemory, listMemories } from '../flow/memories.ts';
import {
  editUnit,
  mergeUnits,
  REMOVABLE,
  removeSuspects,
  removeUnits,
  undoDeed,
  unitWithHistory,
} from '../flow/tend-memory.ts';
import type { Parts } from './parts.ts';
import { answers, type Route } from './route.ts';
import { memoryCheckTask } from './tasks.ts';
import { code, idParam, jobStarted } from './views.ts';

const memoryView = z.object({
  id: z.int(),
  name: z.string(),
  desk: z.int(),
  readable: z.boolean(),
  writable: z.boolean(),
  priority: z.int(),
});
const countedMemory = memoryView.extend({ units: z.int() });
const unitView = z.object({
  id: z.int(),
  memory: z.int(),
  from: z.string(),
  to: z.string(),
  source: z.string(),
  target: z.string(),
  codes: z.array(code),
  taught: z.string(),
  author: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  segment: z.int().nullable(),
  import: z.int().nullable(),
  note: z.string().nullable(),
  properties: z.record(z.string(), z.string()),
});
const wholeUnit = z.object({
  unit: unitView,
  version: z.int(),
  removed: z.boolean(),
  visible: z.boolean(),
  memory: memoryView,
  file: z.object({ name: z.string(), by: z.string(), at: z.string() }).nullable(),
  article: z.object({ id: z.int(), title: z.string(), n: z.int() }).nullable(),
});
const kind = z.enum(['edit', 'remove', 'merge', 'undo']);
const stateView = z.object({
  source: z.string(),
  target: z.string(),
  codes: z.array(code),
  note: z.string().nullable(),
  author: z.string(),
  changedAt: z.string(),
  removed: z.boolean(),
});
const unitDeed = z.object({
  unit: z.int(),
  deed: z.int(),
  kind,
  undoes: z.int().nullable(),
  by: z.string(),
  at: z.string(),
  before: stateView,
  after: stateView,
});
const deedView = z.object({
  id: z.int(),
  kind,
  undoes: z.int().nullable(),
  undoneBy: z.int().nullable(),
  by: z.string(),
  at: z.string(),
  units: z.int(),
  unit: z.int(),
  source: z.string(),
  target: z.string(),
});
const done = z.object({ deed: z.int(), units: z.int() });
const ids = z.array(z.int().positive()).min(1).max(10_000);

/** `/api/memory/memories`, `…/units`, `…/deeds` and `…/suspects`. */
export function tendingRoutes(parts: Parts): Route[] {
  return [...memoriesRoutes(parts), ...unitRoutes(parts), ...deedRoutes(parts), ...suspectRoutes(parts)];
}

function memoriesRoutes({ desk }: Parts): Route[] {
  return [
    answers('get /api/memory/memories', {
      about: 'Lists the memories, in the order in which they answer.',
      answer: z.array(countedMemory),
      handle: () => listMemories(desk),
    }),
    answers('post /api/memory/memories', {
      about: 'Makes an empty memory.',
      body: z.object({ name: z.string() }),
      status: 201,
      answer: countedMemory,
      handle: ({ body }) => createMemory(desk, body.name),
    }),
    answers('put /api/memory/memories/:id', {
      about: 'Changes a memory’s name, rights or priority: of several that hold a text, the highest comes first.',
      params: idParam,
      body: z.object({
        name: z.string().optional(),
        readable: z.boolean().optional(),
        writable: z.boolean().optional(),
        priority: z.int().min(-1000).max(1000).optional(),
      }),
      answer: countedMemory,
      handle: ({ params, body: { name, readable, writable, priority } }) =>
        changeMemory(desk, params.id, {
          ...(name === undefined ? {} : { name }),
          ...(readable === undefined ? {} : { readable }),
          ...(writable === undefined ? {} : { writable }),
          ...(priority === undefined ? {} : { priority }),
        }),
    }),
  ];
}

function unitRoutes({ desk }: Parts): Route[] {
  return [
    answers('get /api/memory/units/:id', {
      about: 'Answers a unit with where it came from and its history, oldest first.',
      params: idParam,
      answer: wholeUnit.extend({ history: z.array(unitDeed) }),
      handle: ({ params }) => unitWithHistory(desk, params.id),
    }),
    answers('put /api/memory/units/:id', {
      about: 'Changes a unit’s texts or note; `version` is the one that the change was based on.',
      params: idParam,
      body: z.object({
        source: z.string().max(100_000),
        target: z.string().max(100_000),
        version: z.int(),
        note: z.string().max(10_000).nullable().default(null),
      }),
      answer: wholeUnit,
      handle: ({ params, body, by }) => editUnit(desk, params.id, body, by()),
    }),
    answers('post /api/memory/units/remove', {
      about: 'Takes units out of the memory, whoever taught them; the deed undoes it.',
      body: z.object({ units: ids }),
      answer: done,
      handle: ({ body, by }) => removeUnits(desk, body.units, by()),
    }),
    answers('post /api/memory/units/:id/merge', {
      about: 'Keeps this unit and takes out the others; the deed undoes it.',
      params: idParam,
      body: z.object({ others: ids }),
      answer: done,
      handle: ({ params, body, by }) => mergeUnits(desk, params.id, body.others, by()),
    }),
  ];
}

function deedRoutes({ desk }: Parts): Route[] {
  return [
    answers('get /api/memory/deeds', {
      about: 'Lists what was done to units by hand, newest first.',
      query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(50) }),
      answer: z.array(deedView),
      handle: ({ query }) => desk.stores.memory.deeds(query.limit),
    }),
    answers('delete /api/memory/deeds/:id', {
      about: 'Undoes a deed on all units that still stand as it left them; `stale` counts the others.',
      params: idParam,
      answer: done.extend({ stale: z.int() }),
      handle: ({ params, by }) => undoDeed(desk, params.id, by()),
    }),
  ];
}

function suspectRoutes(parts: Parts): Route[] {
  const { desk, jobs } = parts;
  return [
    answers('post /api/memory/check', {
      about: 'Looks through the memory for doubtful units, as a job; nothing is removed.',
      status: 202,
      answer: jobStarted,
      handle: async ({ by }) => ({ job: await jobs.start(memoryCheckTask(parts, by())) }),
    }),
    answers('get /api/memory/suspects', {
      about:
        'Lists the doubtful units of one kind that the last check found and that are still there, with counts by kind.',
      query: z.object({
        kind: z.string().default('duplicate'),
        limit: z.coerce.number().int().min(1).max(500).default(50),
        offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
      }),
      answer: z.object({
        counts: z.record(z.string(), z.int()),
        suspects: z.array(z.object({ kind: z.string(), unit: unitView, other: unitView.nullable() })),
      }),
      handle: async ({ query }) => ({
        counts: await desk.stores.memory.suspectCounts(),
        suspects: await desk.stores.memory.suspects(query.kind, query.limit, query.offset),
      }),
    }),
    answers('post /api/memory/suspects/remove', {
      about: 'Removes all doubtful units of one kind; the deed undoes it.',
      body: z.object({ kind: z.enum(REMOVABLE) }),
      answer: done,
      handle: ({ body, by }) => removeSuspects(desk, body.kind, by()),
    }),
  ];
}
