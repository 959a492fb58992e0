// What the checks say of an article.
import type { Finding } from '../model.ts';
import { around } from './around.ts';
import type { Desk } from './desk.ts';
import { findingsIn } from './findings.ts';

/** A segment's findings. */
export interface SegmentFindings {
  segment: number;
  n: number;
  findings: Finding[];
}

/** The segments that have findings, in order. Throws NotFound. */
export async function checkArticle(desk: Desk, article: number, language?: 'en' | 'fr'): Promise<SegmentFindings[]> {
  const all = await around(desk, article);
  const findings = await findingsIn(desk, all, language);
  return all.segments
    .map((segment) => ({ segment: segment.id, n: segment.n, findings: findings(segment) }))
    .filter((one) => one.findings.length > 0);
}
