// HTML that stands as a block of its own in Markdown: read and written by the format of HTML, within its stretch.
import type { Place, SourceBlock } from '../model.ts';
import type { Edit } from './edits.ts';
import type { BlockText, LaidBlock } from './format.ts';
import { readHtml } from './html-read.ts';
import { writeHtml } from './html-write.ts';
import type { MarkdownLayout } from './markdown-read.ts';

/** The blocks of a stretch of HTML. What it opens may be closed in a later stretch. */
export function htmlBlocks(source: string, place: Place): SourceBlock[] {
  return readHtml(source.slice(place.start, place.end)).blocks.map((block) => {
    const layout: MarkdownLayout = { in: 'html', codes: {}, ...place, whole: place, html: block.layout };
    return { ...block, layout };
  });
}

/** The stretches that change, each whole: an element is taken out of one, but never the stretch itself. */
export function htmlEdits(source: string, blocks: readonly LaidBlock[], texts: readonly BlockText[]): Edit[] {
  const stretches = new Map<number, { place: Place; blocks: LaidBlock[]; texts: BlockText[] }>();
  blocks.forEach((block, i) => {
    const { in: where, start, end, html } = block.layout as MarkdownLayout;
    if (where !== 'html') return;
    const stretch = stretches.get(start) ?? { place: { start, end }, blocks: [], texts: [] };
    stretch.blocks.push({ ...block, layout: html });
    stretch.texts.push(texts[i]);
    stretches.set(start, stretch);
  });
  return [...stretches.values()].flatMap(({ place, blocks, texts }) => {
    const before = source.slice(place.start, place.end);
    const text = writeHtml(before, blocks, texts);
    return text === before ? [] : [{ ...place, text }];
  });
}
