// What an article will cost: its words by how much the memory knows of them.
import { NotYet } from '../errors.ts';
import type { Desk } from './desk.ts';

/** Bands of the trade, best first. A repaired match counts by its score before repair. */
export const BANDS = ['repetition', 'context', 'exact', '95-99', '85-94', '75-84', '50-74', 'none'] as const;

export type Band = (typeof BANDS)[number];

export interface BandCount {
  segments: number;
  words: number;
  signs: number;
}

export type Analysis = Record<Band | 'total', BandCount>;

/** Words, signs and segments by band. Nothing is written. Throws NotFound. */
export async function analyseArticle(_desk: Desk, _article: number): Promise<Analysis> {
  throw new NotYet('Articles cannot be analysed yet.');
}
