// The memory's doubtful units, for somebody to review.
import { type UnitFaultKind, unitJudge } from '../checks/unit-faults.ts';
import type { Language, Unit } from '../model.ts';
import type { Desk } from './desk.ts';
import { pagesOf } from './export-memory.ts';

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

function suspectOf({ id, from, to, source, target }: Unit, kind: UnitFaultKind, other: Unit | undefined): SuspectUnit {
  const beside = other ? { other: { unit: other.id, target: other.target } } : {};
  return { unit: id, kind, from, to, source, target, ...beside };
}
