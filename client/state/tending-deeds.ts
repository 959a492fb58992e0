// What one does in the care of the memory. Each deed on units can be taken back from its message.
import * as memory from '../api/memory.ts';
import type { Failure, Outcome } from '../api/shapes.ts';
import type { Tools } from './tools.ts';

/** What became of an edit: the unit as it stands now, kept or changed meanwhile by somebody else. */
export type Edited = { kept: memory.UnitWhole } | { theirs: memory.UnitWhole };

export interface TendingDeeds {
  loadMemories(): Promise<memory.MemoryHere[] | null>;
  addMemory(name: string): Promise<boolean>;
  changeMemory(id: number, change: Parameters<typeof memory.changeMemory>[1]): Promise<boolean>;
  loadUnit(id: number): Promise<memory.UnitWithHistory | null>;
  /** null once a failure was shown. */
  editUnit(id: number, edit: Parameters<typeof memory.editUnit>[1]): Promise<Edited | null>;
  removeUnit(id: number): Promise<boolean>;
  mergeUnits(keep: number, other: number): Promise<boolean>;
  loadMemoryDeeds(): Promise<memory.Deed[] | null>;
  undoMemoryDeed(id: number): Promise<boolean>;
  /** Answers the number of the job that looks through the memory. */
  checkMemory(): Promise<number | null>;
  loadSuspects(kind: string, limit: number): Promise<memory.Suspects | null>;
  removeSuspects(kind: string): Promise<boolean>;
  loadPenalties(): Promise<memory.Penalties | null>;
  savePenalties(changed: memory.PenaltyChange): Promise<memory.Penalties | null>;
}

/** The deeds of the care of the memory; `changed` shows the memory as it is now. */
export function tendingDeeds(tools: Tools, changed: () => Promise<void>): TendingDeeds {
  const { store, words, note, got } = tools;
  return {
    ...unitDeeds(tools, changed),
    loadMemories: async () => got(await memory.memories()),
    addMemory: async (name) => {
      const added = got(await memory.addMemory(name));
      if (added) await changed();
      return added !== null;
    },
    changeMemory: async (id, change) => {
      const now = got(await memory.changeMemory(id, change));
      if (now) await changed();
      return now !== null;
    },
    checkMemory: async () => {
      const started = got(await memory.checkMemory());
      if (started) store.dispatch({ type: 'job', job: started.job });
      return started?.job.id ?? null;
    },
    loadSuspects: async (kind, limit) => got(await memory.suspects(kind, limit)),
    loadPenalties: async () => got(await memory.penalties()),
    savePenalties: async (changed) => {
      const now = got(await memory.setPenalties(changed));
      if (now) note(words().penalties.kept);
      return now;
    },
  };
}

type UnitDeeds = Pick<
  TendingDeeds,
  'loadUnit' | 'editUnit' | 'removeUnit' | 'mergeUnits' | 'removeSuspects' | 'loadMemoryDeeds' | 'undoMemoryDeed'
>;

function unitDeeds({ words, note, got, fail }: Tools, changed: () => Promise<void>): UnitDeeds {
  const done = async (outcome: Outcome<memory.Done>, say: (units: number) => string): Promise<boolean> => {
    const deed = got(outcome);
    if (!deed) return false;
    note(say(deed.units), { kind: 'memory-deed', deed: deed.deed });
    await changed();
    return true;
  };
  return {
    loadUnit: async (id) => got(await memory.unit(id)),
    editUnit: async (id, edit) => {
      const outcome = await memory.editUnit(id, edit);
      if (!outcome.ok) {
        const theirs = currentOf(outcome.failure);
        if (!theirs) fail(outcome.failure);
        return theirs && { theirs };
      }
      note(words().tending.saved);
      await changed();
      return { kept: outcome.value };
    },
    removeUnit: async (id) => done(await memory.removeUnits([id]), words().tending.removed),
    mergeUnits: async (keep, other) => done(await memory.mergeUnits(keep, [other]), words().tending.merged),
    removeSuspects: async (kind) => done(await memory.removeSuspects(kind), words().tending.removed),
    loadMemoryDeeds: async () => got(await memory.deeds()),
    undoMemoryDeed: async (id) => {
      const undone = got(await memory.undoDeed(id));
      if (undone) note(words().tending.undone(undone.units, undone.stale));
      await changed();
      return undone !== null;
    },
  };
}

/** The unit that stands there now, where a change came too late. */
function currentOf({ code, current }: Failure): memory.UnitWhole | null {
  return code === 'conflict' ? (current as unknown as memory.UnitWhole | null) : null;
}
