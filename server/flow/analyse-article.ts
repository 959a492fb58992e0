// What an article will cost: its words by how much the memory knows of them.
import type { Match, Segment } from '../model.ts';
import { countSigns, countWords } from '../text/count.ts';
import { around, placesOf } from './around.ts';
import type { Desk } from './desk.ts';
import { lookup } from './lookup.ts';

/** Bands of the trade, best first. A repaired match counts by its score before repair. */
export const BANDS = ['repetition', 'context', 'exact', '95-99', '85-94', '75-84', '50-74', 'none'] as const;

/** A band of scores, or a kind that is counted before them. */
export type Band = (typeof BANDS)[number];

/** What falls into a band; words and signs as the trade counts them. */
export interface BandCount {
  segments: number;
  words: number;
  signs: number;
}

/** The counts of each band, and of all together. */
export type Analysis = Record<Band | 'total', BandCount>;

/** Words, signs and segments by band. Nothing is written. Throws NotFound. */
export async function analyseArticle(desk: Desk, article: number): Promise<Analysis> {
  await desk.index.ready();
  const all = await around(desk, article);
  const places = placesOf(all);
  const { from, to } = all.article;
  const analysis = Object.fromEntries(
    [...BANDS, 'total' as const].map((band) => [band, { segments: 0, words: 0, signs: 0 }]),
  ) as Analysis;
  for (const segment of all.segments) {
    const { source: text, codes } = segment;
    const query = { text, codes, from, to, min: 50, limit: 1, ...places.get(segment.id) };
    const band = segment.repeats !== null ? 'repetition' : bandOf((await lookup(desk, query))[0]);
    for (const one of [band, 'total'] as const) add(analysis[one], segment);
  }
  return analysis;
}

function bandOf(match: Match | undefined): Band {
  if (!match) return 'none';
  if (match.kind === 'context') return 'context';
  const score = rawScore(match);
  if (match.kind === 'exact' && score >= 100) return 'exact';
  return score >= 95 ? '95-99' : score >= 85 ? '85-94' : score >= 75 ? '75-84' : score >= 50 ? '50-74' : 'none';
}

/** What repair gained is named among the reasons, and is not the trade's affair. */
function rawScore({ score, reasons }: Match): number {
  return score - reasons.filter((reason) => reason.name === 'repaired').reduce((sum, { points }) => sum + points, 0);
}

function add(count: BandCount, { source, codes }: Segment): void {
  count.segments++;
  count.words += countWords(source, codes);
  count.signs += countSigns(source, codes);
}
