// A file's pairs made ready for the memory: keyed, or refused with a reason, some hundreds at a time.
import type { NewUnit } from '../../db/stores.ts';
import type { Read, TmxUnit } from '../formats/bilingual.ts';
import { because, refusal, type Why } from '../formats/refusal.ts';
import type { Language, Neighbour } from '../model.ts';
import type { Refusal } from '../model-refusal.ts';
import { canonical, withoutCodes } from '../text/inline.ts';
import { matchKey } from '../text/normalize.ts';
import { readUnits } from './read-units.ts';

/** A file that can be opened more than once, for it is hashed before it is read. */
export interface MemoryFile {
  name: string;
  open(): AsyncIterable<Uint8Array>;
  /** Where another thread can read it by itself; absent where it has no place. */
  path?: string;
}

/** Into which memory a file's units go, and what is said of author and time where the file does not. */
export interface Learning {
  memory: number;
  by: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** How a file is read. */
export interface Reading {
  /** The languages of a table without a row that names them; a file's own languages win. */
  languages: { from?: Language; to?: Language };
  learning: Learning;
  /** How many units of the file are made ready at once, from 1. */
  size: number;
}

/** `read` units of a file: those that the memory can learn, and why it cannot learn the others. */
export interface ReadyUnits {
  read: number;
  units: NewUnit[];
  refusals: Refusal[];
}

/** Makes a file's units ready, in its order. Throws a UserError for a file that holds something else. */
export type UnitReader = (file: MemoryFile, reading: Reading) => AsyncGenerator<ReadyUnits>;

/** The {@link UnitReader} that works in the caller's thread. */
export async function* readyUnits(
  file: MemoryFile,
  { languages, learning, size }: Reading,
): AsyncGenerator<ReadyUnits> {
  let before = 0;
  for await (const batch of batches(readUnits(file, languages), size)) {
    yield readyOf(batch, before, learning);
    before += batch.length;
  }
}

function readyOf(batch: readonly Read<TmxUnit>[], before: number, learning: Learning): ReadyUnits {
  const ready: ReadyUnits = { read: batch.length, units: [], refusals: [] };
  for (const [i, item] of batch.entries()) {
    const refused = item.kind === 'refused' ? item : refusalOf(item.unit, before + i + 1);
    if (refused) {
      const { at, why, code, values, place } = refused;
      ready.refusals.push({ at, why, code, values, place });
    } else if (item.kind === 'unit') ready.units.push(unitOf(item.unit, learning));
  }
  return ready;
}

/** What is longer (UTF-16 units) is no segment. */
const LONGEST = 100_000;

/** Pieces put together, or cut, into batches of one size; the last one may be smaller. */
async function* batches<T>(pieces: AsyncIterable<readonly T[]>, size: number): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  for await (const piece of pieces) {
    for (const item of piece) {
      batch.push(item);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Why a unit that could be read cannot be remembered, or null. */
function refusalOf(unit: TmxUnit, number: number): Refusal | null {
  const why = whyNot(unit);
  return why && refusal({ unit: number, ...(unit.id === null ? {} : { name: unit.id }) }, why);
}

function whyNot({ source, target, codes, from, to }: TmxUnit): Why | null {
  if (withoutCodes(source, codes).trim() === '') return because('source-empty');
  if (withoutCodes(target, codes).trim() === '') return because('target-empty');
  if (source.length > LONGEST || target.length > LONGEST) return because('too-long', { most: LONGEST });
  return from === to ? because('one-language', { language: from }) : null;
}

/** A unit of a file as the memory keeps it; what the file does not say of author and time is said of this import. */
export function unitOf(unit: TmxUnit, { memory, by, at }: Learning): NewUnit {
  const { source, target, codes } = canonical(unit.source, unit.target, unit.codes);
  return {
    memory,
    from: unit.from,
    to: unit.to,
    source,
    target,
    codes,
    sourceKey: matchKey(source, codes),
    targetKey: matchKey(target, codes),
    previous: neighbour(unit.previous),
    next: neighbour(unit.next),
    segment: null,
    taught: 'import',
    group: unit.group,
    author: unit.changedBy ?? unit.author ?? by,
    createdAt: unit.createdAt ?? unit.changedAt ?? at,
    changedAt: unit.changedAt ?? unit.createdAt ?? at,
    note: unit.note,
    properties: unit.properties,
  };
}

/** One for all: what is the same object crosses between threads once. */
const UNKNOWN: Neighbour = { kind: 'unknown' };

function neighbour(text: string | null): Neighbour {
  if (text === null) return UNKNOWN;
  return text === '' ? { kind: 'edge' } : { kind: 'text', key: matchKey(text) };
}
