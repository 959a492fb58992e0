// A unit of which no more is known than its two texts.
import type { TmxUnit } from './bilingual.ts';

/** A unit that says nothing but what is given: nobody wrote it, at no time, and its neighbours are not known. */
export function plainUnit(said: Pick<TmxUnit, 'from' | 'to' | 'source' | 'target'> & Partial<TmxUnit>): TmxUnit {
  return {
    id: null,
    codes: [],
    author: null,
    createdAt: null,
    changedBy: null,
    changedAt: null,
    note: null,
    previous: null,
    next: null,
    properties: {},
    group: null,
    ...said,
  };
}
