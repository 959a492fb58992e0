// The care of the memory, asked of the server: several memories, units by hand, deeds and doubtful units, penalties.
import type { Code, Unit } from '../../server/model.ts';
import { call } from './call.ts';
import type { Job } from './shapes.ts';

/** A memory with its rights, its place among the others (the highest priority answers first), and its size. */
export interface MemoryHere {
  id: number;
  name: string;
  readable: boolean;
  writable: boolean;
  priority: number;
  units: number;
}

export type DeedKind = 'edit' | 'remove' | 'merge' | 'undo';

/** How a unit stood before or after a deed. */
interface UnitState {
  source: string;
  target: string;
  codes: Code[];
  note: string | null;
  removed: boolean;
}

/** A step of a unit's history. */
export interface UnitDeed {
  deed: number;
  kind: DeedKind;
  by: string;
  at: string;
  before: UnitState;
  after: UnitState;
}

/** A unit with where it came from; `version` is what a change is based on. */
export interface UnitWhole {
  unit: Unit;
  version: number;
  removed: boolean;
  memory: Omit<MemoryHere, 'units'>;
  file: { name: string; by: string; at: string } | null;
  article: { id: number; title: string; n: number } | null;
}

export type UnitWithHistory = UnitWhole & { history: UnitDeed[] };

/** What was done to units by hand, all at once; `undoneBy` where it was taken back. */
export interface Deed {
  id: number;
  kind: DeedKind;
  undoneBy: number | null;
  by: string;
  at: string;
  units: number;
  source: string;
}

export interface Done {
  deed: number;
  units: number;
}

/** A doubtful unit, and the earlier one that it repeats or contradicts. */
export interface Suspect {
  kind: string;
  unit: Unit;
  other: Unit | null;
}

export interface Suspects {
  counts: Record<string, number>;
  suspects: Suspect[];
}

/** Points that circumstances take off a match, and the years from which on a unit is old (0 for never). */
export interface Penalties {
  points: Record<string, number>;
  oldAfterYears: number;
}

/** Some of the penalties: what is not named stays as it is. */
export type PenaltyChange = Partial<Penalties>;

const put = <T>(path: string, body: object) => call<T>(path, { method: 'PUT', body });
const post = <T>(path: string, body: object) => call<T>(path, { method: 'POST', body });

export const memories = () => call<MemoryHere[]>('/memory/memories');
export const addMemory = (name: string) => post<MemoryHere>('/memory/memories', { name });
export const changeMemory = (id: number, change: Partial<Omit<MemoryHere, 'id' | 'units'>>) =>
  put<MemoryHere>(`/memory/memories/${id}`, change);

export const unit = (id: number) => call<UnitWithHistory>(`/memory/units/${id}`);
export const editUnit = (id: number, edit: { source: string; target: string; note: string | null; version: number }) =>
  put<UnitWhole>(`/memory/units/${id}`, edit);
export const removeUnits = (units: readonly number[]) => post<Done>('/memory/units/remove', { units });
export const mergeUnits = (keep: number, others: readonly number[]) =>
  post<Done>(`/memory/units/${keep}/merge`, { others });

export const deeds = () => call<Deed[]>('/memory/deeds');
export const undoDeed = (id: number) => call<Done & { stale: number }>(`/memory/deeds/${id}`, { method: 'DELETE' });

export const checkMemory = () => post<{ job: Job }>('/memory/check', {});
export const suspects = (kind: string, limit: number) =>
  call<Suspects>(`/memory/suspects?${new URLSearchParams({ kind, limit: String(limit) })}`);
export const removeSuspects = (kind: string) => post<Done>('/memory/suspects/remove', { kind });

export const penalties = () => call<Penalties>('/memory/penalties');
export const setPenalties = (changed: PenaltyChange) => put<Penalties>('/memory/penalties', changed);
