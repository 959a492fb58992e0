// An aligned pair as a file: TMX with the score and both documents of each pair, or a table of the plain texts.

import type { TmxUnit } from '../formats/bilingual.ts';
import { plainUnit } from '../formats/plain-unit.ts';
import { writeTmx } from '../formats/tmx-write.ts';
import { writeTsv } from '../formats/tsv.ts';
import { textsOf } from './check-beads.ts';
import type { Desk } from './desk.ts';
import { type AlignedPair, provenanceOf } from './remember-beads.ts';

/** Who writes the file, and when. */
export interface AlignedHead {
  at: string;
  by: string;
  tool: Desk['tool'];
}

/** The pairs that have both sides, as TMX 1.4b. */
export function pairsAsTmx(pair: AlignedPair, { at, by, tool }: AlignedHead): AsyncGenerator<string> {
  return writeTmx(unitsOf(pair, at, by), {
    head: { tool: tool.name, toolVersion: tool.version, at, by },
    from: pair.from,
  });
}

/** The pairs that have both sides, as TSV under a row of language tags. */
export function pairsAsTsv(pair: AlignedPair, { at, by }: AlignedHead): AsyncGenerator<string> {
  return writeTsv(unitsOf(pair, at, by), [pair.from, pair.to]);
}

function unitsOf(pair: AlignedPair, at: string, by: string): TmxUnit[] {
  return pair.beads.flatMap((bead): TmxUnit[] => {
    const [source, target] = textsOf(pair, bead);
    if (source === '' || target === '') return [];
    const { from, to } = pair;
    const properties = provenanceOf(pair.documents, bead);
    return [plainUnit({ from, to, source, target, author: by, createdAt: at, properties })];
  });
}
