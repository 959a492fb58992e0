// Plain text: each line that is not blank is a block; spaces around it and the ends of lines stay where they are.
import type { Place, SourceBlock } from '../model.ts';
import { inOrder, splice } from './edits.ts';
import type { BlockText, FileFormat, LaidBlock } from './format.ts';

/** A line with its end, in UTF-16 offsets of the file's text. */
interface Line extends Place {
  /** Where the line's characters stop and its end (CRLF, LF or CR) begins. */
  textEnd: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const found of text.matchAll(/(.*?)(\r\n|[\n\r\u2028\u2029]|$)/gsy)) {
    if (found[0] === '') break;
    const textEnd = found.index + (found[1]?.length ?? 0);
    lines.push({ start: found.index, textEnd, end: found.index + found[0].length });
  }
  return lines;
}

function readBlocks(text: string): SourceBlock[] {
  return linesOf(text).flatMap((line): SourceBlock[] => {
    const raw = text.slice(line.start, line.textEnd);
    const inner = raw.trim();
    if (inner === '') return [];
    const start = line.start + raw.length - raw.trimStart().length;
    const layout: Place = { start, end: start + inner.length };
    return [{ role: 'body', text: inner, codes: [], layout }];
  });
}

function write(source: string, blocks: readonly LaidBlock[], texts: readonly BlockText[]): string {
  const wanted = blocks.flatMap((block, i) => {
    const text = texts[i];
    return typeof text === 'string' ? [{ ...(block.layout as Place), text }] : [];
  });
  const edits = inOrder(wanted);
  const gone = blocks.filter((_, i) => texts[i] === null).map((block) => (block.layout as Place).start);
  if (gone.length === 0) return splice(source, edits);
  return keptLines(source, gone)
    .map((line) => splice(source, edits, line.start, line.end))
    .join('');
}

/** The lines without those that hold a removed block, and without blank lines that would stand doubled for it. */
function keptLines(text: string, gone: readonly number[]): Line[] {
  const kept: Line[] = [];
  let next = 0;
  let removed = false;
  const blank = (line: Line | undefined) => !line || text.slice(line.start, line.textEnd).trim() === '';
  for (const line of linesOf(text)) {
    const here = gone[next];
    if (here !== undefined && here < line.end) {
      next++;
      removed = true;
    } else if (!blank(line)) {
      removed = false;
      kept.push(line);
    } else if (!removed || !blank(kept.at(-1))) kept.push(line);
  }
  while (removed && kept.length > 0 && blank(kept.at(-1))) kept.pop();
  return kept;
}

/** Plain text, one block a line. A block taken out takes its line along and leaves no doubled blank line. */
export const plainText: FileFormat = {
  read: (text) => ({ format: 'text', title: null, language: null, blocks: readBlocks(text) }),
  write,
};
