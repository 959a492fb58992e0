// What the stores promise of the care of memories, as types: several of them with rights, units edited, removed and merged by
// hand with their history, and the list of doubtful ones.
import type { Code, Unit } from '../server/model.ts';

/** A collection of aligned pairs. Of those that answer, the one of higher priority comes first. */
export interface Memory {
  id: number;
  name: string;
  desk: number;
  /** Its units answer. */
  readable: boolean;
  /** It learns. */
  writable: boolean;
  priority: number;
}

/** What a person can change of a unit. */
export interface UnitState {
  source: string;
  target: string;
  codes: Code[];
  note: string | null;
  author: string;
  changedAt: string;
  removed: boolean;
}

/** What can be done to units by hand. */
export type DeedKind = 'edit' | 'remove' | 'merge' | 'undo';

/** A deed that is to be done. */
export interface NewDeed {
  kind: DeedKind;
  /** The deed that an `undo` takes back. */
  undoes: number | null;
  by: string;
  at: string;
}

/** One done deed: on how many units, one of them, and the deed that took it back, if any still does. */
export interface Deed extends NewDeed {
  id: number;
  units: number;
  unit: number;
  source: string;
  target: string;
  undoneBy: number | null;
}

/** A wanted change of a unit. It is not made where the unit does not stand as `from`, or at that `version`. */
export interface WantedChange {
  unit: number;
  version?: number;
  from?: UnitState;
  to: Partial<UnitState>;
}

/** What a deed did to a unit. */
export interface UnitChange {
  unit: number;
  before: UnitState;
  after: UnitState;
}

/** A step of a unit's history. */
export interface UnitDeed extends UnitChange {
  deed: number;
  kind: DeedKind;
  undoes: number | null;
  by: string;
  at: string;
}

/** A unit with everything that is known of it. `version` counts from 1, one more with each deed. */
export interface UnitWhole {
  unit: Unit;
  version: number;
  removed: boolean;
  /** Whether it answers. */
  visible: boolean;
  memory: Memory;
  /** The file that brought it. */
  file: { name: string; by: string; at: string } | null;
  /** The article whose approval taught it. */
  article: { id: number; title: string; n: number } | null;
}

/** A doubtful unit of the last review, and the earlier one that it is compared with. */
export interface Suspect {
  kind: string;
  unit: Unit;
  other: Unit | null;
}

/** The verbs by which memories and their units are cared for; {@link MemoryStore} has them all. */
export interface MemoryCare {
  /** Highest priority first, then the oldest. */
  memories(): Promise<Memory[]>;
  /** Throws a UserError (`name-taken`, 409) where the desk has one of that name. */
  addMemory(name: string, desk: number): Promise<number>;
  /** Changes what is given; a changed right to read is noted for whoever follows. Throws NotFound, or `name-taken` (409). */
  changeMemory(
    id: number,
    change: Partial<Pick<Memory, 'name' | 'readable' | 'writable' | 'priority'>>,
  ): Promise<Memory>;
  /** A unit, whether it is visible or not; null where no such unit is kept. */
  unit(id: number): Promise<UnitWhole | null>;
  /**
   * Makes changes in one transaction, as a new deed or as more of one that was begun. `stale` names the units that stood
   * otherwise; where nothing could be changed there is no deed.
   */
  changeUnits(
    deed: NewDeed | number,
    changes: readonly WantedChange[],
  ): Promise<{ deed: number | null; changed: number[]; stale: number[] }>;
  /** What a deed did, by rising unit, in pages. */
  changesOf(deed: number, after: number, limit: number): Promise<UnitChange[]>;
  /** Oldest first. */
  unitHistory(unit: number): Promise<UnitDeed[]>;
  /** Newest first. */
  deeds(limit: number): Promise<Deed[]>;
  deed(id: number): Promise<Deed | null>;
  /** Empties the list of doubtful units. */
  forgetSuspects(): Promise<void>;
  addSuspects(suspects: readonly { kind: string; unit: number; other: number | null }[]): Promise<void>;
  /** How many doubtful units there still are, by kind. */
  suspectCounts(): Promise<Record<string, number>>;
  /** Doubtful units of a kind that are still visible, grouped by what they are compared with. */
  suspects(kind: string, limit: number, offset: number): Promise<Suspect[]>;
}
