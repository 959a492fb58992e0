// Writing new texts into the parts of an office document. What did not change keeps its characters, every other part its bytes.
import type { Code } from '../model.ts';
import { decode, encode } from './decode.ts';
import { type Edit, inOrder, splice } from './edits.ts';
import type { BlockText, LaidBlock } from './format.ts';
import { type AltLayout, type OfficeLayout, type OfficeWriting, paragraphXml, type WriteText } from './office-items.ts';
import { escapeAttribute, escapeText } from './xml-write.ts';
import { pack } from './zip.ts';

/** How a format writes. */
export interface OfficeManner {
  writeText: WriteText;
  /** A part under the prefixes that readers know, and back under its own; absent where it always has those. */
  usualPrefixes?(xml: string): string;
  ownPrefixes?(written: string, original: string): string;
}

/** The archive with the new texts of its blocks; the very same bytes where nothing is new. */
export function writeParts(
  bytes: Uint8Array,
  files: Map<string, Uint8Array>,
  blocks: readonly LaidBlock[],
  texts: readonly BlockText[],
  { writeText, usualPrefixes, ownPrefixes }: OfficeManner,
): Uint8Array {
  let changed = false;
  for (const part of new Set(blocks.map(({ layout }) => (layout as OfficeLayout).part))) {
    const decoded = decode(files.get(part) ?? new Uint8Array());
    const xml = usualPrefixes?.(decoded.text) ?? decoded.text;
    const writing: OfficeWriting = { xml, edits: [], writeText };
    // What stands inside of something else is written first.
    for (const change of changesOf(part, blocks, texts)) writing.edits.push(...editsOf(writing, change));
    const written = splice(xml, inOrder(writing.edits));
    if (written === xml) continue;
    files.set(part, encode(ownPrefixes?.(written, decoded.text) ?? written, decoded).bytes);
    changed = true;
  }
  return changed ? pack(files) : bytes;
}

interface Change {
  layout: OfficeLayout;
  text: string | null;
  codes: Code[];
}

/** The blocks of a part with a new text (or none), smaller ones first. */
function changesOf(part: string, blocks: readonly LaidBlock[], texts: readonly BlockText[]): Change[] {
  const changes = blocks.flatMap((block, i): Change[] => {
    const layout = block.layout as OfficeLayout;
    const text = texts[i];
    if (layout.part !== part || text === undefined || text === block.text) return [];
    return [{ layout, text, codes: block.codes as Code[] }];
  });
  return changes.sort((a, b) => sizeOf(a.layout) - sizeOf(b.layout));
}

function sizeOf(layout: OfficeLayout): number {
  return layout.in === 'paragraph' ? layout.whole.end - layout.whole.start : 0;
}

function editsOf(writing: OfficeWriting, { layout, text, codes }: Change): Edit[] {
  if (layout.in !== 'paragraph') return altEdits(layout, text ?? '');
  const places = layout.twin ? [layout, layout.twin] : [layout];
  // A cell must hold a paragraph, so one that goes leaves an empty one behind there.
  if (text === null)
    return places.map(({ whole, inner }) => (layout.cell ? { ...inner, text: '' } : { ...whole, text: '' }));
  const written = paragraphXml(writing, layout, text, codes);
  return places.map(({ inner }) => ({ ...inner, text: written }));
}

function altEdits({ in: where, places }: AltLayout, text: string): Edit[] {
  const written = where === 'attribute' ? escapeAttribute(text) : escapeText(text);
  return places.map((place) => ({ ...place, text: written }));
}
