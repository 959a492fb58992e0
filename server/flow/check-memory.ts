// The memory's doubtful units: listed for somebody to review, who then removes or merges them (see tend-memory).
import { type UnitFaultKind, unitJudge } from '../checks/unit-faults.ts';
import type { Language, Unit } from '../model.ts';
import type { Desk } from './desk.ts';
import { pagesOf } from './export-memory.ts';
import type { Progress } from './jobs.ts';
import { turn } from './turn.ts';

/** A fault of a unit with the unit's texts, and the earlier unit that it repeats or contradicts. */
export interface SuspectUnit {
  unit: number;
  kind: UnitFaultKind;
  from: Language;
  to: Language;
  source: string;
  target: string;
  other?: { unit: number; target: string };
}

/** Goes once through all visible units by rising id and yields their faults; it changes nothing. */
export async function* checkMemory({ stores }: Pick<Desk, 'stores'>): AsyncGenerator<SuspectUnit> {
  const faultsOf = unitJudge();
  for await (const units of pagesOf(stores.memory)) {
    const found = units.flatMap((unit) => faultsOf(unit).map((fault) => ({ unit, fault })));
    const others = new Map<number, Unit>();
    const earlier = new Map(found.flatMap(({ unit, fault }) => (fault.other ? [[fault.other, unit.from]] : [])));
    for (const from of new Set(earlier.values())) {
      const ids = [...earlier].filter(([, language]) => language === from).map(([id]) => id);
      for (const other of await stores.memory.units(ids, from)) others.set(other.id, other);
    }
    for (const { unit, fault } of found) yield suspectOf(unit, fault.kind, others.get(fault.other ?? 0));
  }
}

/**
 * Looks through the memory again and keeps what is doubtful as the list to review; nothing else changes. Answers how many of
 * each kind there are.
 */
export async function* reviewMemory(
  { stores }: Pick<Desk, 'stores'>,
  { signal }: { signal?: AbortSignal } = {},
): AsyncGenerator<Progress, Record<string, number>> {
  const { memory } = stores;
  const faultsOf = unitJudge();
  const { units: total } = await memory.stats();
  await memory.forgetSuspects();
  let done = 0;
  for await (const units of pagesOf(memory)) {
    const found = units.flatMap((unit) => faultsOf(unit));
    await memory.addSuspects(found.map(({ unit, kind, other }) => ({ unit, kind, other: other ?? null })));
    done += units.length;
    yield { done, total: Math.max(total, done) };
    if (signal?.aborted) break;
    await turn();
  }
  return memory.suspectCounts();
}

function suspectOf({ id, from, to, source, target }: Unit, kind: UnitFaultKind, other: Unit | undefined): SuspectUnit {
  const beside = other ? { other: { unit: other.id, target: other.target } } : {};
  return { unit: id, kind, from, to, source, target, ...beside };
}
