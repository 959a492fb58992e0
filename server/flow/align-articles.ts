// A published pair comes into the memory: two files are read and cut into sentences, their sentences aligned, and what is
// sure enough is remembered. Everything else waits for a person.
import { createHash } from 'node:crypto';
import type { NewUnit } from '../../db/stores.ts';
import { UserError } from '../errors.ts';
import { decode } from '../formats/decode.ts';
import type { Format, Language } from '../model.ts';
import { align, type Bead, trust } from '../text/align.ts';
import { withoutCodes } from '../text/inline.ts';
import { matchKey } from '../text/normalize.ts';
import { lexiconFor } from './align-lexicon.ts';
import type { Desk } from './desk.ts';
import { readSource } from './read-source.ts';
import { writableMemory } from './teach.ts';

/** One side of a published pair. */
export interface PublishedFile {
  bytes: Uint8Array;
  fileName: string;
  format?: Format;
}

/** Both sides, sentence by sentence, and which belong together. */
export interface AlignedPair {
  source: string[];
  target: string[];
  beads: Bead[];
  from: Language;
  to: Language;
  /** The share of sentences that surely have a partner. */
  trust: number;
  /** Names of both files. */
  documents: [string, string];
}

export interface AlignOptions {
  from: Language;
  to: Language;
  /** Each line is one sentence already, blank lines included. */
  sentences?: boolean;
}

/** Aligns two files. Throws a UserError (`not-a-translation`, 422) where one is not the other's translation. */
export async function alignFiles(
  desk: Pick<Desk, 'stores'> | null,
  source: PublishedFile,
  target: PublishedFile,
  options: AlignOptions,
): Promise<AlignedPair> {
  const one = sentencesOf(source, options.from, options.sentences === true);
  const other = sentencesOf(target, options.to, options.sentences === true);
  const lexicon = desk === null ? undefined : await lexiconFor(desk.stores, options.from, options.to);
  const beads = align(one, other, lexicon ? { lexicon } : {});
  const { share, translation } = trust(one, other, beads);
  if (!translation) throw notATranslation(source, target, share);
  const { from, to } = options;
  return { source: one, target: other, beads, from, to, trust: share, documents: [source.fileName, target.fileName] };
}

function notATranslation(source: PublishedFile, target: PublishedFile, share: number): UserError {
  const sure = Math.round(share * 100);
  return new UserError(
    'not-a-translation',
    `${target.fileName} is not a translation of ${source.fileName}: ${sure} % of their sentences find a partner; check the files, and --from and --to`,
    422,
  );
}

/** The sentences of a file that were written by its author: no furniture, no stray copies, no codes. */
function sentencesOf(file: PublishedFile, language: Language, lines: boolean): string[] {
  const { document, blocks, segments } = readSource(file, () => language);
  if (lines && document.format === 'text') return linesOf(file);
  return segments
    .filter(({ block }) => blocks[block]?.role !== 'furniture' && blocks[block]?.copyOf === null)
    .map((segment) => withoutCodes(segment.source, segment.codes));
}

/** The lines of a decoded file, blank ones as '', without the one behind the last line end. */
function linesOf({ bytes, fileName }: PublishedFile): string[] {
  const lines = decode(bytes, fileName).text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.trim());
}

/** What was remembered of a pair. */
export interface RememberedPair {
  /** The number by which it can be taken back. */
  import: number;
  added: number;
  unchanged: number;
  /** Beads not sure enough, or without a partner. */
  waiting: number;
}

/**
 * Remembers the beads whose score is `above` or more, each with both documents' names and its score. Doing it again with
 * the same pair adds nothing.
 */
export async function rememberPair(
  desk: Pick<Desk, 'stores' | 'now'>,
  pair: AlignedPair,
  above: number,
  by: string,
): Promise<RememberedPair> {
  const { memory } = await writableMemory(desk, 1);
  if (memory === null) throw new UserError('no-memory', 'no memory may be written to; make one writable first', 409);
  const at = desk.now();
  const units = unitsOf(pair, above, { memory, by, at });
  const hash = createHash('sha256')
    .update(JSON.stringify([memory, pair.source, pair.target, above]))
    .digest('hex');
  const record = await desk.stores.memory.beginImport({ file: pair.documents.join(' + '), hash, by, at });
  const answers: string[] = [];
  for (let k = 0; k < units.length; k += BATCH) {
    answers.push(...(await desk.stores.memory.addUnits(record.id, units.slice(k, k + BATCH))));
  }
  await desk.stores.memory.finishImport(record.id);
  const added = answers.filter((answer) => answer !== 'unchanged').length;
  return {
    import: record.id,
    added,
    unchanged: answers.length - added,
    waiting: pair.beads.length - units.length,
  };
}

const BATCH = 200;

/** The texts of a bead, its sentences joined by a space. */
export function textsOf({ source, target }: Pick<AlignedPair, 'source' | 'target'>, bead: Bead): [string, string] {
  const text = (sentences: readonly string[], at: readonly number[]) => at.map((i) => sentences[i] ?? '').join(' ');
  return [text(source, bead.source), text(target, bead.target)];
}

function unitsOf(pair: AlignedPair, above: number, on: { memory: number; by: string; at: string }): NewUnit[] {
  return pair.beads.flatMap((bead): NewUnit[] => {
    const [source, target] = textsOf(pair, bead);
    if (source.trim() === '' || target.trim() === '' || bead.score < above) return [];
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
        properties: { documents: pair.documents.join(' + '), confidence: bead.score.toFixed(3) },
      },
    ];
  });
}
