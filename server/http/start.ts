// What a browser asks first: whether the server lives, and what is set up.
import { z } from 'zod';
import type { Parts } from './parts.ts';
import { answers, type Route } from './route.ts';

const health = z.object({ ok: z.boolean(), version: z.string() });

/** `GET /api/health`. */
export function startRoutes(parts: Parts): Route[] {
  return [
    answers('get /api/health', {
      about: 'Says that the server answers.',
      answer: health,
      handle: async () => ({ ok: true, version: parts.desk.tool.version }),
    }),
  ];
}
