// What a browser asks first: whether the server lives, what is set up, and whether there is a sample to begin with.
import { z } from 'zod';
import { declineSample, sampleOffered, takeSample } from '../flow/take-sample.ts';
import { sampleArticle, sampleUnits } from '../sample/sample.ts';
import type { Parts } from './parts.ts';
import { answers, type Route } from './route.ts';

const health = z.object({
  ok: z.boolean(),
  version: z.string(),
  /** Which provider fills gaps. */
  provider: z.string(),
  /** Whether the sample is to be offered. */
  sample: z.boolean(),
  /** Whether matches come from the whole index yet, and how many of the memory's changes it has read. */
  memory: z.object({ ready: z.boolean(), reached: z.int(), of: z.int() }),
});

/** `GET /api/health` and `/api/sample`. */
export function startRoutes({ desk }: Parts): Route[] {
  return [
    answers('get /api/health', {
      about: 'Says that the server answers, and what is set up.',
      answer: health,
      handle: async () => ({
        ok: true,
        version: desk.tool.version,
        provider: desk.provider().id,
        sample: await sampleOffered(desk),
        memory: desk.index.standing(),
      }),
    }),
    answers('post /api/sample', {
      about: 'Brings the sample article and the sample memory in; answers the article that stands already.',
      status: 201,
      answer: z.object({ id: z.int() }),
      handle: async (asked) => {
        const sample = { article: sampleArticle(), units: sampleUnits() };
        return { id: await takeSample(desk, sample, asked.by()) };
      },
    }),
    answers('delete /api/sample', {
      about: 'Declines the sample: it is not offered again.',
      answer: z.object({ sample: z.boolean() }),
      handle: async () => {
        await declineSample(desk);
        return { sample: false };
      },
    }),
  ];
}
