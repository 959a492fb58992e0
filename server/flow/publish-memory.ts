// What a newsroom has approved goes to a service as a translation memory of its own. Nothing that a confidential article taught
// is in it.

import type { TmxUnit } from '../formats/bilingual.ts';
import { plainUnit } from '../formats/plain-unit.ts';
import { writeTmx } from '../formats/tmx-write.ts';
import type { Unit } from '../model.ts';
import { sameLanguage } from '../text/language.ts';
import type { Desk } from './desk.ts';
import { pagesOf } from './export-memory.ts';
import type { Progress } from './jobs.ts';
import { publisherOf } from './providers-here.ts';

/** What goes to which service, in which direction. */
export interface PublishOptions {
  /** The service. */
  provider: string;
  from: string;
  to: string;
  /** What the memory is called there; the direction and the day where absent. */
  name?: string;
  /** Also what files brought in and what was aligned, beside what was approved here. */
  all?: boolean;
  signal?: AbortSignal;
}

/** What a service was given. */
export interface Published {
  provider: string;
  name: string;
  /** Pairs that went. */
  units: number;
  /** Pairs that stayed here because the article that taught them is confidential. */
  held: number;
}

/**
 * Publishes the pairs of two languages as TMX, in the direction `from` to `to`. Each time makes a new memory at the service:
 * it takes no changes to one. Without any pair nothing is sent. Throws a UserError where the service takes no memories, and
 * ProviderFailed.
 */
export async function* publishMemory(desk: Desk, options: PublishOptions): AsyncGenerator<Progress, Published> {
  const { from, to, signal = new AbortController().signal } = options;
  const provider = publisherOf(desk, options.provider);
  const name = options.name ?? `Bitexte ${from}-${to}, ${desk.now().slice(0, 10)}`;
  const published: Published = { provider: provider.id, name, units: 0, held: 0 };
  const units: TmxUnit[] = [];
  for await (const page of pagesOf(desk.stores.memory)) {
    signal.throwIfAborted();
    const mine = page.filter((unit) => (options.all || unit.taught === 'approve') && isBetween(unit, options));
    const hidden = await desk.stores.memory.confidential(mine.map(({ id }) => id));
    published.held += hidden.size;
    for (const unit of mine) if (!hidden.has(unit.id)) units.push(pairAlone(unit));
    yield { done: units.length, total: null };
  }
  published.units = units.length;
  if (units.length === 0) return published;
  await provider.publish(name, await tmxOf(desk, units, from), signal);
  return published;
}

/** The two texts and nothing of who wrote them, when, or beside what. */
function pairAlone({ from, to, source, target, codes }: Unit): TmxUnit {
  return plainUnit({ from, to, source, target, codes });
}

function isBetween(unit: { from: string; to: string }, { from, to }: PublishOptions): boolean {
  return sameLanguage(unit.from, from) && sameLanguage(unit.to, to);
}

async function tmxOf({ tool, now }: Desk, units: TmxUnit[], from: string): Promise<Uint8Array> {
  const head = { tool: tool.name, toolVersion: tool.version, at: now(), by: null };
  const pieces: Buffer[] = [];
  for await (const piece of writeTmx(each(units), { head, from, level: 1 })) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
