// The memory is tended by hand: units are edited, removed and merged, each deed with its history, and undone as a whole.
import type { DeedKind, Suspect, UnitDeed, UnitState, UnitWhole, WantedChange } from '../../db/stores.ts';
import { Conflict, NotFound, UserError } from '../errors.ts';
import { codeFaults } from '../text/code-faults.ts';
import { canonical, withoutCodes } from '../text/inline.ts';
import type { Desk } from './desk.ts';
import { turn } from './turn.ts';

type Tending = Pick<Desk, 'stores' | 'now'>;

/** What was done: the deed to undo it by, and how many units it changed. */
export interface Done {
  deed: number;
  units: number;
}

/** A unit as an editor leaves it, and the version that it was based on. */
export interface UnitEdit {
  source: string;
  target: string;
  note: string | null;
  version?: number;
}

/** Units a transaction. */
const AT_ONCE = 200;

/** A unit with its history, oldest first. Throws NotFound. */
export async function unitWithHistory(
  { stores }: Pick<Desk, 'stores'>,
  id: number,
): Promise<UnitWhole & { history: UnitDeed[] }> {
  const whole = await stores.memory.unit(id);
  if (!whole) throw new NotFound(`There is no unit ${id}.`);
  return { ...whole, history: await stores.memory.unitHistory(id) };
}

/**
 * Changes a unit's texts or note. Throws NotFound, Conflict where another version stands, and UserErrors for an empty side,
 * broken codes, and a memory that may not be written to. Text as it is is no error and no deed.
 */
export async function editUnit(desk: Tending, id: number, edit: UnitEdit, by: string): Promise<UnitWhole> {
  const whole = await writableUnit(desk, id);
  if (whole.removed) throw new UserError('removed', `Unit ${id} has been removed: undo that first.`, 409);
  if (edit.version !== undefined && edit.version !== whole.version) throw stale(whole);
  const texts = editedTexts(whole, edit);
  const { source, target, note } = whole.unit;
  if (texts.source === source && texts.target === target && edit.note === note) return whole;
  const at = desk.now();
  const to = { ...texts, note: edit.note, author: by, changedAt: at };
  const deed = { kind: 'edit' as const, undoes: null, by, at };
  const { changed } = await desk.stores.memory.changeUnits(deed, [{ unit: id, version: whole.version, to }]);
  const now = await writableUnit(desk, id);
  if (changed.length === 0) throw stale(now);
  return now;
}

function stale(current: UnitWhole): Conflict<UnitWhole> {
  return new Conflict('Somebody has changed this unit meanwhile: load it afresh.', current);
}

function editedTexts({ unit }: UnitWhole, edit: UnitEdit): Pick<UnitState, 'source' | 'target' | 'codes'> {
  for (const [side, text] of [
    ['source', edit.source],
    ['target', edit.target],
  ] as const)
    if (withoutCodes(text, unit.codes).trim() === '')
      throw new UserError('empty-text', `The ${side} is empty. Remove the unit instead.`, 422);
  const broken = [
    ...codeFaults(edit.source, edit.target, unit.codes),
    ...codeFaults(edit.source, edit.source, unit.codes),
  ];
  if (broken[0]) throw new UserError('codes', `Code ${broken[0].id} is ${broken[0].fault} in the text.`, 422);
  return canonical(edit.source, edit.target, unit.codes);
}

async function writableUnit({ stores }: Pick<Desk, 'stores'>, id: number): Promise<UnitWhole> {
  const whole = await stores.memory.unit(id);
  if (!whole) throw new NotFound(`There is no unit ${id}.`);
  if (!whole.memory.writable)
    throw new UserError('read-only', `“${whole.memory.name}” may not be written to. Give it that right first.`, 409);
  return whole;
}

/** Takes units out of the memory, whoever taught them; throws as {@link editUnit} does, before any is removed. */
export async function removeUnits(desk: Tending, ids: readonly number[], by: string): Promise<Done> {
  return removed(desk, 'remove', ids, by);
}

/** Keeps one unit and takes out the others that say the same; throws as {@link editUnit} does. */
export async function mergeUnits(desk: Tending, keep: number, others: readonly number[], by: string): Promise<Done> {
  const kept = await writableUnit(desk, keep);
  if (!kept.visible)
    throw new UserError('not-seen', `Unit ${keep} is not in use, so nothing can be merged into it.`, 409);
  return removed(
    desk,
    'merge',
    others.filter((id) => id !== keep),
    by,
  );
}

async function removed(desk: Tending, kind: DeedKind, ids: readonly number[], by: string): Promise<Done> {
  const units = [...new Set(ids)];
  for (const id of units) await writableUnit(desk, id);
  const done = await changeAll(desk, { kind, undoes: null, by }, [
    units.map((unit) => ({ unit, to: { removed: true } })),
  ]);
  if (!done) throw new UserError('nothing-to-do', 'None of these units is in use any more.', 409);
  return done;
}

type Changes = AsyncIterable<WantedChange[]> | Iterable<WantedChange[]>;

/** Makes changes that come in lists, some at a time, all as one deed; null where nothing was left to change. */
async function changeAll(
  { stores, now }: Tending,
  what: { kind: DeedKind; undoes: number | null; by: string },
  lists: Changes,
): Promise<Done | null> {
  let deed: number | null = null;
  let units = 0;
  for await (const list of lists) {
    for (let i = 0; i < list.length; i += AT_ONCE) {
      const some = list.slice(i, i + AT_ONCE);
      const outcome = await stores.memory.changeUnits(deed ?? { ...what, at: now() }, some);
      deed = outcome.deed;
      units += outcome.changed.length;
      await turn();
    }
  }
  return deed === null ? null : { deed, units };
}

/** The kinds of doubt of which all units may be removed at once: the others want a look at each. */
export const REMOVABLE = ['duplicate', 'codes', 'language', 'empty', 'copied'] as const;

/** Removes all units that the last review doubted in one way; those of memories that may not be written to stay. */
export async function removeSuspects(desk: Tending, kind: (typeof REMOVABLE)[number], by: string): Promise<Done> {
  const { memory } = desk.stores;
  const writable = new Set((await memory.memories()).flatMap((one) => (one.writable ? [one.id] : [])));
  async function* lists(): AsyncGenerator<WantedChange[]> {
    let kept = 0;
    for (;;) {
      const some: Suspect[] = await memory.suspects(kind, AT_ONCE, kept);
      if (some.length === 0) return;
      const ours = some.filter(({ unit }) => writable.has(unit.memory));
      kept += some.length - ours.length;
      if (ours.length > 0) yield ours.map(({ unit }) => ({ unit: unit.id, to: { removed: true } }));
    }
  }
  const done = await changeAll(desk, { kind: 'remove', undoes: null, by }, lists());
  if (!done) throw new UserError('nothing-to-do', 'No such unit is left in a memory that may be written to.', 409);
  return done;
}

/**
 * Undoes a deed on all units that still stand as it left them, as a deed of its own (which can be undone again). Throws
 * NotFound, and a UserError (`changed-since`, 409) where none stands so any more.
 */
export async function undoDeed(desk: Tending, id: number, by: string): Promise<Done & { stale: number }> {
  const { memory } = desk.stores;
  const deed = await memory.deed(id);
  if (!deed) throw new NotFound(`There is no deed ${id}.`);
  async function* lists(): AsyncGenerator<WantedChange[]> {
    for (let after = 0; ; ) {
      const changes = await memory.changesOf(id, after, AT_ONCE);
      const last = changes.at(-1);
      if (!last) return;
      yield changes.map((change) => ({ unit: change.unit, from: change.after, to: change.before }));
      after = last.unit;
    }
  }
  const done = await changeAll(desk, { kind: 'undo', undoes: id, by }, lists());
  if (!done) throw new UserError('changed-since', 'Its units have been changed since, or it was undone already.', 409);
  return { ...done, stale: deed.units - done.units };
}
