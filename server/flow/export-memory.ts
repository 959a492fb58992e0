// The memory leaves: as TMX for other tools, as a table for other programs.
import type { MemoryStore } from '../../db/stores.ts';
import type { TmxUnit } from '../formats/bilingual.ts';
import { writeTmx } from '../formats/tmx-write.ts';
import { writeTsv } from '../formats/tsv.ts';
import type { Language, Neighbour, Unit } from '../model.ts';
import { withoutCodes } from '../text/inline.ts';
import type { Desk } from './desk.ts';

/** What the memory can leave as. */
export const MEMORY_EXPORTS = ['tmx', 'tsv'] as const;

/** One of {@link MEMORY_EXPORTS}. */
export type MemoryExportKind = (typeof MEMORY_EXPORTS)[number];

const PAGE = 1000;

/** Writes all visible units piece by piece. TMX keeps codes, neighbours and details; TSV the plain texts, a language a column. */
export async function* exportMemory(
  { stores, now, tool }: Pick<Desk, 'stores' | 'now' | 'tool'>,
  { as, by }: { as: MemoryExportKind; by: string | null },
): AsyncGenerator<string> {
  const languages = await languagesOf(stores.memory);
  if (as === 'tsv') {
    yield* writeTsv(rowsOf(stores.memory), languages.length === 0 ? ['fr', 'en'] : languages);
    return;
  }
  const from = await oneDirection(stores.memory);
  const head = { tool: tool.name, toolVersion: tool.version, at: now(), by };
  yield* writeTmx(tmxUnits(stores.memory), { head, from: from ?? '*all*' });
}

/** All visible units by rising id, up to 1,000 at a time. */
export async function* pagesOf(memory: MemoryStore): AsyncGenerator<Unit[]> {
  for (let after = 0; ; ) {
    const units = await memory.page(after, PAGE);
    const last = units.at(-1);
    if (!last) return;
    yield units;
    after = last.id;
  }
}

async function* unitsOf(memory: MemoryStore): AsyncGenerator<Unit> {
  for await (const units of pagesOf(memory)) yield* units;
}

/** The tags that stand in the memory: those of sources first, the most frequent ones before others. */
async function languagesOf(memory: MemoryStore): Promise<Language[]> {
  const sources = new Map<Language, number>();
  const targets = new Map<Language, number>();
  for await (const { from, to } of unitsOf(memory)) {
    sources.set(from, (sources.get(from) ?? 0) + 1);
    targets.set(to, (targets.get(to) ?? 0) + 1);
  }
  const byCount = (counts: Map<Language, number>) => [...counts].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
  return [...new Set([...byCount(sources), ...byCount(targets)])];
}

/** The source language that all units share, or null. */
async function oneDirection(memory: MemoryStore): Promise<Language | null> {
  let found: Language | null = null;
  for await (const { from } of unitsOf(memory)) {
    if (found !== null && found !== from) return null;
    found = from;
  }
  return found;
}

async function* rowsOf(memory: MemoryStore): AsyncGenerator<TmxUnit> {
  for await (const unit of unitsOf(memory)) {
    const { source, target, codes } = unit;
    yield { ...tmxUnit(unit), source: withoutCodes(source, codes), target: withoutCodes(target, codes), codes: [] };
  }
}

async function* tmxUnits(memory: MemoryStore): AsyncGenerator<TmxUnit> {
  for await (const unit of unitsOf(memory)) yield tmxUnit(unit);
}

function tmxUnit(unit: Unit): TmxUnit {
  const { from, to, source, target, codes, author, createdAt, changedAt, note, properties, group } = unit;
  return {
    from,
    to,
    source,
    target,
    codes,
    author,
    createdAt,
    changedAt,
    note,
    properties,
    group,
    id: String(unit.id),
    changedBy: author,
    previous: neighbourText(unit.previous),
    next: neighbourText(unit.next),
  };
}

function neighbourText(neighbour: Neighbour): string | null {
  if (neighbour.kind === 'text') return neighbour.key;
  return neighbour.kind === 'edge' ? '' : null;
}
