// What the checks say of an article.
import type { Finding } from '../model.ts';
import { around } from './around.ts';
import type { Desk } from './desk.ts';
import { findingsOfAll } from './findings.ts';

/** The findings of a segment as its version of that number stands. */
export interface SegmentFindings {
  segment: number;
  n: number;
  version: number;
  findings: Finding[];
}

/** The segments that have findings, in order. Throws NotFound. */
export async function checkArticle(desk: Desk, article: number, language?: 'en' | 'fr'): Promise<SegmentFindings[]> {
  const all = await around(desk, article);
  const findings = await findingsOfAll(desk, all, language);
  return all.segments
    .map(({ id, n, version }) => ({ segment: id, n, version, findings: findings.get(id) ?? [] }))
    .filter((one) => one.findings.length > 0);
}
