// Roles that a person has set outlive a later version of the source.
import type { StoredBlock } from '../../db/stores.ts';
import type { SourceBlock } from '../model.ts';
import { withoutCodes } from '../text/inline.ts';
import { matchSentences } from '../text/source-match.ts';

type Incoming = (SourceBlock & { copyOf: number | null; roleBy?: string | null })[];

/** The blocks of a later source, those that a person had cast under their old role. A copy has that of what it repeats. */
export function keepRoles(blocks: Incoming, stored: readonly StoredBlock[]): Incoming {
  if (stored.every(({ roleBy }) => roleBy === null)) return blocks;
  const texts = (list: Pick<StoredBlock, 'text' | 'codes'>[]) =>
    list.map(({ text, codes }) => ({ text: withoutCodes(text, codes), role: '' }));
  const pairs = matchSentences(texts([...stored]), texts(blocks));
  const cast = new Map(pairs.map(({ old, now }) => [now, stored[old]]));
  const own = blocks.map((block, i): Incoming[number] => {
    const before = cast.get(i);
    return before && before.roleBy !== null ? { ...block, role: before.role, roleBy: before.roleBy } : block;
  });
  return own.map((block) =>
    block.copyOf === null ? block : { ...block, role: own[block.copyOf]?.role ?? block.role },
  );
}
