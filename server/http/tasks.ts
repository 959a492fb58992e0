// The long work of the browser as tasks: what they are asked, and how they begin again after an interruption.
import { z } from 'zod';
import { alignTaken } from '../flow/align-desk.ts';
import { reviewMemory } from '../flow/check-memory.ts';
import { fillArticle } from '../flow/fill-article.ts';
import { importMemory } from '../flow/import-memory.ts';
import type { JobKinds, Task, Work } from '../flow/jobs.ts';
import { publishMemory } from '../flow/publish-memory.ts';
import type { Job } from '../model.ts';
import type { Parts } from './parts.ts';
import { present } from './present.ts';

type Working = Pick<Parts, 'desk' | 'uploads'>;

const fillRequest = z.object({
  article: z.int(),
  provider: z.string().optional(),
  min: z.number().optional(),
  assemble: z.boolean().optional(),
  budget: z.number().optional(),
});

/** What a fill is asked. */
export type FillRequest = z.infer<typeof fillRequest>;

/** Fills an article. Two fills of one article are one. */
export function fillTask({ desk }: Working, request: FillRequest, by: string): Task {
  const { article, ...options } = request;
  return {
    kind: 'fill',
    lane: `fill ${article}`,
    request,
    by,
    work: (signal) => fillArticle(desk, article, { by, signal, ...present(options) }),
  };
}

const publishRequest = z.object({
  provider: z.string(),
  from: z.string(),
  to: z.string(),
  name: z.string().optional(),
  all: z.boolean().optional(),
});

/** What a publication is asked. */
export type PublishRequest = z.infer<typeof publishRequest>;

/** Publishes the memory at a service. Two publications of one direction are one. */
export function publishTask({ desk }: Working, request: PublishRequest, by: string): Task {
  const { provider, from, to } = request;
  return {
    kind: 'memory-publish',
    lane: `publish ${provider} ${from} ${to}`,
    request,
    by,
    work: (signal) => publishMemory(desk, { signal, ...present(request) }),
  };
}

/** Looks through the memory for doubtful units. Two reviews at once are one. */
export function memoryCheckTask({ desk }: Pick<Working, 'desk'>, by: string): Task {
  const work = (signal: AbortSignal) => reviewMemory(desk, { signal });
  return { kind: 'memory-check', lane: 'memory-check', request: {}, by, work };
}

const importRequest = z.object({
  file: z.string(),
  kept: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  memory: z.int().optional(),
});

/** What an import is asked: the file's own name, the name under which it is kept, and the languages of a bare table. */
export type ImportRequest = z.infer<typeof importRequest>;

/** Imports a kept file, which is dropped at the end unless the work was interrupted. */
export function memoryImportTask({ desk, uploads }: Working, request: ImportRequest, by: string): Task {
  const { file: name, kept, from, to, memory } = request;
  const into = memory === undefined ? {} : { memory };
  const languages = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  async function* work(signal: AbortSignal): Work {
    const interrupted = () => signal.aborted && signal.reason instanceof Error && signal.reason.name === 'Interrupted';
    const file = { name, open: () => uploads.open(kept), path: uploads.path(kept) };
    try {
      return yield* importMemory(desk, file, { by, signal, ...languages, ...into });
    } finally {
      if (!interrupted()) uploads.drop(kept);
    }
  }
  return { kind: 'memory-import', lane: `memory-import ${kept}`, request, by, work };
}

const alignRequest = z.object({ alignment: z.int() });

/** Which pair is to be aligned. */
export type AlignRequest = z.infer<typeof alignRequest>;

/** Aligns a pair that was noted down. */
export function alignTask({ desk }: Pick<Working, 'desk'>, request: AlignRequest, by: string): Task {
  const { alignment } = request;
  return {
    kind: 'align',
    lane: `align ${alignment}`,
    request,
    by,
    work: (signal) => alignTaken(desk, alignment, signal),
  };
}

/** How an ended job's stored request becomes a task again. */
export function jobKinds(working: Working): JobKinds {
  return {
    fill: (request, by) => fillTask(working, fillRequest.parse(request), by),
    align: (request, by) => alignTask(working, alignRequest.parse(request), by),
    'memory-publish': (request, by) => publishTask(working, publishRequest.parse(request), by),
    'memory-check': (_, by) => memoryCheckTask(working, by),
    'memory-import': (request, by) => memoryImportTask(working, importRequest.parse(request), by),
  };
}

/** The names of the files that jobs would read again. */
export function keptFiles(jobs: readonly Job[]): Set<string> {
  const requests = jobs.map(({ request }) => importRequest.safeParse(request).data?.kept);
  return new Set(requests.filter((kept) => kept !== undefined));
}
