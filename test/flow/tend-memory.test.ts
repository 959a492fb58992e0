// The memory tended by hand: what is edited, removed or merged answers so at once, keeps its history, and can be undone.
import { beforeEach, describe, expect, it } from 'vitest';
import { reviewMemory } from '../../server/flow/check-memory.ts';
import type { Desk } from '../../server/flow/desk.ts';
import { importMemory } from '../../server/flow/import-memory.ts';
import { lookup } from '../../server/flow/lookup.ts';
import { changeMemory, createMemory, listMemories } from '../../server/flow/memories.ts';
import { searchMemory } from '../../server/flow/search-memory.ts';
import {
  editUnit,
  mergeUnits,
  removeSuspects,
  removeUnits,
  undoDeed,
  unitWithHistory,
} from '../../server/flow/tend-memory.ts';
import { finished, freshDesk } from '../fresh-desk.ts';

const ROWS = [
  'La puce chauffe.\tThe chip heats up.',
  'La puce chauffe.\tThe chip is hot.',
  'La puce chauffe !\tThe chip heats up!',
  'Le four 3 est prêt.\tOven 3 is ready.',
  'Le four 4 est prêt.\tOven 4 is ready.',
  'Le prix est dans la boîte.\tLe prix est dans la boîte.',
];

let desk: Desk;

const bring = (rows: readonly string[] = ROWS, memory?: number) => {
  const open = async function* () {
    yield new TextEncoder().encode(`fr\ten\n${rows.join('\n')}\n`);
  };
  const options = { by: 'Zoé', ...(memory === undefined ? {} : { memory }) };
  return finished(importMemory(desk, { name: 'pairs.tsv', open }, options));
};

const targets = async (text: string) =>
  (await lookup(desk, { text, from: 'fr', to: 'en', min: 100 })).map(({ target }) => target);

beforeEach(async () => {
  desk = freshDesk();
  await bring();
});

describe('an edit', () => {
  const edited = { source: 'La puce chauffe.', target: 'The chip runs hot.', note: 'house style', version: 1 };

  it('answers from then on, is found by its new words, and keeps who said what when', async () => {
    await editUnit(desk, 1, edited, 'Léa');
    expect(await targets('La puce chauffe.')).toEqual(['The chip runs hot.', 'The chip is hot.']);
    expect((await searchMemory(desk, { text: 'runs', limit: 9 })).map(({ id }) => id)).toEqual([1]);
    expect(await searchMemory(desk, { text: '"heats up."', limit: 9, from: 'en' })).toHaveLength(1);
    const { history, version, file } = await unitWithHistory(desk, 1);
    expect(history).toMatchObject([
      { kind: 'edit', by: 'Léa', before: { target: 'The chip heats up.', author: 'Zoé' }, after: { author: 'Léa' } },
    ]);
    expect({ version, file }).toMatchObject({ version: 2, file: { name: 'pairs.tsv', by: 'Zoé' } });
  });

  it('is undone, and the undoing is undone, each a step of the history', async () => {
    await editUnit(desk, 1, edited, 'Léa');
    const undone = await undoDeed(desk, 1, 'Zoé');
    expect(await targets('La puce chauffe.')).toContain('The chip heats up.');
    await undoDeed(desk, undone.deed, 'Zoé');
    expect(await targets('La puce chauffe.')).toContain('The chip runs hot.');
    expect((await unitWithHistory(desk, 1)).history.map(({ kind }) => kind)).toEqual(['edit', 'undo', 'undo']);
    await expect(undoDeed(desk, undone.deed, 'Zoé')).rejects.toMatchObject({ code: 'changed-since' });
  });

  it('of a stale version is refused with what stands there', async () => {
    await editUnit(desk, 1, edited, 'Léa');
    const late = editUnit(desk, 1, { ...edited, target: 'Hot chip.' }, 'Max');
    await expect(late).rejects.toMatchObject({ code: 'conflict', current: { unit: { target: 'The chip runs hot.' } } });
  });

  it('is not doubled by the file that brought the unit', async () => {
    await editUnit(desk, 1, edited, 'Léa');
    expect(await bring([...ROWS, 'Autre.\tOther.'])).toMatchObject({ added: 1, unchanged: 6 });
    expect(await targets('La puce chauffe.')).not.toContain('The chip heats up.');
  });

  it.each([
    ['an empty side', { ...edited, target: ' ' }, 'empty-text'],
    ['an unknown unit', edited, 'not-found', 99],
  ])('%s is refused', async (_, edit, code, id = 1) => {
    await expect(editUnit(desk, id, edit, 'Léa')).rejects.toMatchObject({ code });
  });
});

describe('a removal', () => {
  it('takes the units out of every answer, and undoing brings all back', async () => {
    const { deed } = await removeUnits(desk, [1, 2, 3], 'Léa');
    expect(await targets('La puce chauffe.')).toEqual([]);
    expect((await desk.stores.memory.stats()).units).toBe(3);
    await undoDeed(desk, deed, 'Léa');
    expect((await desk.stores.memory.stats()).units).toBe(6);
    expect(await targets('La puce chauffe.')).toHaveLength(2);
  });

  it('holds against the same file, until it is undone', async () => {
    const { deed } = await removeUnits(desk, [2], 'Léa');
    await bring([...ROWS, 'Autre.\tOther.']);
    expect(await targets('La puce chauffe.')).toEqual(['The chip heats up.']);
    await undoDeed(desk, deed, 'Léa');
    expect(await targets('La puce chauffe.')).toHaveLength(2);
  });

  it('is one deed over many transactions', async () => {
    const many = Array.from({ length: 450 }, (_, i) => `Nº ${i}\tNo. ${i}`);
    await bring(many);
    const ids = (await desk.stores.memory.page(6, 1000)).map(({ id }) => id);
    const { deed, units } = await removeUnits(desk, ids, 'Léa');
    expect(units).toBe(450);
    expect(await desk.stores.memory.deed(deed)).toMatchObject({ units: 450, undoneBy: null });
    expect(await undoDeed(desk, deed, 'Léa')).toMatchObject({ units: 450, stale: 0 });
  });
});

describe('a review', () => {
  it('lists what repeats, nearly repeats, contradicts, or is doubtful in itself, and each is dealt with', async () => {
    await bring(['La puce chauffe.\tThe chip heats up.'], await (await createMemory(desk, 'Autre')).id);
    const counts = await finished(reviewMemory(desk));
    expect(counts).toEqual({ duplicate: 1, contradictory: 1, near: 1, numbers: 1, copied: 1 });
    const [near] = await desk.stores.memory.suspects('near', 9, 0);
    expect([near?.other?.id, near?.unit.id]).toEqual([1, 3]);
    await mergeUnits(desk, 3, [1], 'Léa');
    await removeSuspects(desk, 'copied', 'Léa');
    expect(await desk.stores.memory.suspectCounts()).toEqual({ numbers: 1 });
    expect(await desk.stores.memory.deeds(9)).toMatchObject([
      { kind: 'remove', units: 1, source: 'Le prix est dans la boîte.' },
      { kind: 'merge', units: 1, source: 'La puce chauffe.' },
    ]);
    await expect(removeSuspects(desk, 'copied', 'Léa')).rejects.toMatchObject({ code: 'nothing-to-do' });
  });
});

describe('several memories', () => {
  it('are made, renamed and ordered; the same source answers first from the one that comes first', async () => {
    const house = await createMemory(desk, ' House ');
    await bring(['La puce chauffe.\tHot chip.'], house.id);
    await bring(['La puce chauffe.\tThe newest chip is hot.'], 1);
    await changeMemory(desk, house.id, { priority: 5, name: 'House style' });
    expect((await listMemories(desk)).map(({ name, units }) => [name, units])).toEqual([
      ['House style', 1],
      ['Memory', 7],
    ]);
    expect((await targets('La puce chauffe.'))[0]).toBe('Hot chip.');
    await expect(createMemory(desk, 'House style')).rejects.toMatchObject({ code: 'name-taken' });
    await expect(createMemory(desk, '  ')).rejects.toMatchObject({ code: 'empty-name' });
  });

  it('that may not be read answers nothing, and whoever follows is told both ways', async () => {
    const before = await desk.stores.memory.changes();
    await changeMemory(desk, 1, { readable: false });
    expect(await targets('La puce chauffe.')).toEqual([]);
    const hidden = await desk.stores.memory.since(before, 4);
    const rest = await desk.stores.memory.since(hidden.seq, 4);
    expect([...hidden.gone, ...rest.gone]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(rest.seq).toBe(await desk.stores.memory.changes());
    await changeMemory(desk, 1, { readable: true });
    expect((await desk.stores.memory.since(rest.seq, 9)).seen).toHaveLength(6);
  });

  it('that may not be written to learns nothing and is not edited', async () => {
    await changeMemory(desk, 1, { writable: false });
    await expect(bring(['Un.\tOne.'])).rejects.toMatchObject({ code: 'no-memory' });
    await expect(bring(['Un.\tOne.'], 1)).rejects.toMatchObject({ code: 'read-only' });
    await expect(removeUnits(desk, [1], 'Léa')).rejects.toMatchObject({ code: 'read-only' });
  });
});
