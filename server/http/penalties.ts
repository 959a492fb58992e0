// What circumstances take off a match at this desk.
import { z } from 'zod';
import { penalties, setPenalties } from '../flow/penalties.ts';
import { PENALTIES, type Penalties } from '../text/match.ts';
import type { Parts } from './parts.ts';
import { answers, type Route } from './route.ts';

const names = Object.keys(PENALTIES) as (keyof Penalties)[];
const point = z.int().min(0).max(100);
const points = z.object(
  Object.fromEntries(names.map((name) => [name, point])) as Record<keyof Penalties, typeof point>,
);
const years = z.int().min(0).max(100);
const settled = z.object({ points, oldAfterYears: years });

/** `/api/memory/penalties`. */
export function penaltyRoutes({ desk }: Parts): Route[] {
  return [
    answers('get /api/memory/penalties', {
      about:
        'Answers what each circumstance takes off a match, and from how many years on a unit is old (0 for never).',
      answer: settled,
      handle: () => penalties(desk),
    }),
    answers('put /api/memory/penalties', {
      about: 'Settles points by name, and the years; what is not named stays.',
      body: z.object({ points: points.partial().optional(), oldAfterYears: years.optional() }),
      answer: settled,
      handle: ({ body }) => setPenalties(desk, body),
    }),
  ];
}
