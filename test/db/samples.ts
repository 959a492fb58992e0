// An article, units and decisions for the tests of the stores.
import type { NewArticle, NewSegment, NewUnit, SegmentWrite } from '../../db/stores.ts';

export const AT = '2026-03-02T10:00:00.000Z';

/** An article of one block for each list of sentences; a sentence that stood before repeats it. */
export function anArticle(blocks: string[][], over: Partial<NewArticle> = {}): NewArticle {
  const segments: NewSegment[] = [];
  for (const [block, sentences] of blocks.entries()) {
    for (const [i, source] of sentences.entries()) {
      const earlier = segments.findIndex((segment) => segment.source === source);
      segments.push({
        block,
        source,
        codes: [],
        gap: i === 0 ? '' : ' ',
        key: source.toLowerCase(),
        words: source.split(' ').length,
        signs: source.length,
        repeats: earlier < 0 ? null : earlier,
      });
    }
  }
  return {
    title: 'La puce qui monte',
    from: 'fr',
    to: 'en',
    format: 'text',
    translationOf: null,
    bytes: new TextEncoder().encode(blocks.map((block) => block.join(' ')).join('\n\n')),
    fileName: 'puce.txt',
    layout: { encoding: 'utf-8' },
    blocks: blocks.map((block) => ({
      role: 'body',
      text: block.join(' '),
      codes: [],
      layout: null,
      copyOf: null,
      tail: '',
    })),
    segments,
    by: 'Zoé',
    at: AT,
    ...over,
  };
}

/** A unit, French to English, without context. */
export function aUnit(source: string, target: string, over: Partial<NewUnit> = {}): NewUnit {
  return {
    memory: 1,
    from: 'fr',
    to: 'en',
    source,
    target,
    sourceKey: source.toLowerCase(),
    targetKey: target.toLowerCase(),
    codes: [],
    previous: { kind: 'unknown' },
    next: { kind: 'unknown' },
    segment: null,
    taught: 'import',
    group: null,
    author: 'Zoé',
    createdAt: AT,
    changedAt: AT,
    note: null,
    properties: {},
    ...over,
  };
}

/** A person's next version of a segment. */
export function aWrite(
  segment: number,
  basedOn: number,
  target: string,
  over: Partial<SegmentWrite> = {},
): SegmentWrite {
  return {
    segment,
    basedOn,
    target,
    state: 'translated',
    origin: 'human',
    provenance: {},
    note: null,
    touched: true,
    ...over,
  };
}
