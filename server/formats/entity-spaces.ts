// No-break spaces spelled as entities, for target systems that lose the characters: &nbsp; and &#8239;.
import { NBSP, NNBSP } from '../text/typography.ts';
import type { BlockText } from './format.ts';

/** Formats in which an entity is read as the character it names. */
export const WITH_ENTITIES: ReadonlySet<string> = new Set(['html', 'markdown']);

/** Two signs that a file does not use, to stand for the spaces until what a format escapes is escaped. */
export interface StandIns {
  narrow: string;
  wide: string;
}

/** Signs for private use that do not occur in a source; throws where all are taken. */
export function standInsFor(source: string): StandIns {
  const free: string[] = [];
  for (let unit = 0xe000; unit <= 0xf8ff && free.length < 2; unit++)
    if (!source.includes(String.fromCharCode(unit))) free.push(String.fromCharCode(unit));
  const [narrow, wide] = free;
  if (!narrow || !wide) throw new Error('the file uses every sign for private use');
  return { narrow, wide };
}

/** A new text with signs in the place of its no-break spaces. */
export function withStandIns(text: BlockText, { narrow, wide }: StandIns): BlockText {
  return typeof text === 'string' ? text.replaceAll(NNBSP, narrow).replaceAll(NBSP, wide) : text;
}

/** The written file with the entities in the place of the signs. */
export function withEntities(written: string, { narrow, wide }: StandIns): string {
  return written.replaceAll(narrow, '&#8239;').replaceAll(wide, '&nbsp;');
}
