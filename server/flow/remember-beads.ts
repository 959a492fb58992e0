// What an alignment teaches the memory, as one import that can be taken back whole.
import { createHash } from 'node:crypto';
import type { NewUnit } from '../../db/stores.ts';
import { UserError } from '../errors.ts';
import type { Alignment, JudgedBead, PublishedDocument } from '../model-alignment.ts';
import { isOffered, SURE } from '../text/align-corrections.ts';
import { matchKey } from '../text/normalize.ts';
import { type BeadTexts, textsOf } from './check-beads.ts';
import type { Desk } from './desk.ts';
import { writableMemory } from './teach.ts';

/** An aligned pair of documents. */
export interface AlignedPair extends BeadTexts {
  documents: Alignment['documents'];
  beads: readonly JudgedBead[];
}

/** What was remembered of a pair. */
export interface RememberedPair {
  /** The number by which it can be taken back. */
  import: number;
  added: number;
  unchanged: number;
  /** Beads that are not sure enough, that a check doubts, that were left out or have no partner. */
  waiting: number;
}

const BATCH = 200;

/** Remembers what is offered (see {@link isOffered}), each unit with where it came from. Doing it again with the same pair adds nothing. */
export async function rememberBeads(
  desk: Pick<Desk, 'stores' | 'now'>,
  pair: AlignedPair,
  { above = SURE, by }: { above?: number; by: string },
): Promise<RememberedPair> {
  const { memory } = await writableMemory(desk, 1);
  if (memory === null) throw new UserError('no-memory', 'no memory may be written to; make one writable first', 409);
  const at = desk.now();
  const units = unitsOf(pair, above, { memory, by, at });
  const hash = createHash('sha256')
    .update(JSON.stringify([memory, pair.source, pair.target, pair.beads, above]))
    .digest('hex');
  const file = pair.documents.map(({ name }) => name).join(' + ');
  const record = await desk.stores.memory.beginImport({ file, hash, by, at });
  const answers: string[] = [];
  for (let k = 0; k < units.length; k += BATCH) {
    answers.push(...(await desk.stores.memory.addUnits(record.id, units.slice(k, k + BATCH))));
  }
  await desk.stores.memory.finishImport(record.id);
  const added = answers.filter((answer) => answer !== 'unchanged').length;
  const unchanged = answers.length - added;
  return { import: record.id, added, unchanged, waiting: pair.beads.length - units.length };
}

/** Where a unit of a pair came from, as its properties say it: both documents, their addresses and dates. When it was aligned is its own date. */
export function provenanceOf(documents: readonly PublishedDocument[], bead: JudgedBead): Record<string, string> {
  const [source, target] = documents;
  const known = {
    'source-address': source?.address,
    'target-address': target?.address,
    'source-date': source?.date,
    'target-date': target?.date,
    ...(bead.decided === null ? {} : { decided: bead.decided }),
  };
  return {
    documents: documents.map(({ name }) => name).join(' + '),
    confidence: bead.score.toFixed(3),
    ...Object.fromEntries(Object.entries(known).flatMap(([name, value]) => (value ? [[name, value]] : []))),
  };
}

function unitsOf(pair: AlignedPair, above: number, on: { memory: number; by: string; at: string }): NewUnit[] {
  return pair.beads.flatMap((bead): NewUnit[] => {
    const [source, target] = textsOf(pair, bead);
    if (!isOffered(bead, above) || source.trim() === '' || target.trim() === '') return [];
    return [
      {
        memory: on.memory,
        from: pair.from,
        to: pair.to,
        source,
        target,
        sourceKey: matchKey(source),
        targetKey: matchKey(target),
        codes: [],
        previous: { kind: 'unknown' },
        next: { kind: 'unknown' },
        segment: null,
        taught: 'align',
        group: null,
        author: on.by,
        createdAt: on.at,
        changedAt: on.at,
        note: null,
        properties: provenanceOf(pair.documents, bead),
      },
    ];
  });
}
