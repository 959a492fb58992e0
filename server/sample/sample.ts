// The sample that the first start offers: a news story written for it, and a small memory that knows some of its sentences by
// heart, some in their place, some nearly, and others not at all.
import type { ArticleFile } from '../flow/import-article.ts';
import type { SampleUnit } from '../flow/take-sample.ts';
import article from './article.json' with { type: 'json' };
import memory from './memory.json' with { type: 'json' };

/** The sample article as a file. */
export function sampleArticle(): ArticleFile {
  const { lines, fileName, from, to } = article;
  return { bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), fileName, from, to };
}

/** The sample memory, French to English. */
export function sampleUnits(): SampleUnit[] {
  const { from, to } = memory;
  return memory.units.map((unit) => ({ ...unit, from, to }));
}
