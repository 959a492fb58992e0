import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openStores } from '../../db/open.ts';
import type { Stores } from '../../db/stores.ts';
import { FollowedIndex } from '../../server/memory/followed-index.ts';
import type { MemoryIndex } from '../../server/memory/memory-index.ts';
import { indexFileOf, indexHere, indexInThread } from '../../server/memory/open-index.ts';
import { AT, aUnit } from '../db/samples.ts';

const open: { close(): unknown }[] = [];
const folder = mkdtempSync(join(tmpdir(), 'bitexte-index-'));
let files = 0;

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

function kept<T extends { close(): unknown }>(one: T): T {
  open.push(one);
  return one;
}

const aFile = () => join(folder, `${++files}.db`);
const stores = (file: string) => kept(openStores(file));

async function imported(memory: Stores['memory'], units: ReturnType<typeof aUnit>[], hash: string) {
  const { id } = await memory.beginImport({ file: 'm.tmx', hash, by: 'Zoé', at: AT });
  for (let i = 0; i < units.length; i += 1000) await memory.addUnits(id, units.slice(i, i + 1000));
  await memory.finishImport(id);
  return id;
}

const near = async (index: MemoryIndex, text: string) =>
  (await index.near({ text, from: 'fr', to: 'en', min: 70, limit: 5 })).map((one) => one.unit);

const many = Array.from({ length: 1000 }, (_, i) =>
  aUnit(`Phrase ${'abcdefghij'[i % 10]}${i} du journal`, `Sentence ${i}`),
);

describe.each([
  ['here', indexHere],
  ['in a thread', indexInThread],
])('the index %s', (_, openIndex) => {
  it('finds what was remembered just before, and not what was taken back', async () => {
    const file = aFile();
    const { memory } = stores(file);
    const index = kept(openIndex(memory, file));
    expect(await near(index, 'La puce sort en mai')).toEqual([]);
    const id = await imported(memory, [aUnit('La puce sort en mai', 'The chip ships in May')], 'a');
    expect(await near(index, 'La puce sort en mai')).toHaveLength(1);
    await memory.undoImport(id);
    expect(await near(index, 'La puce sort en mai')).toEqual([]);
  });

  it('notices what another connection wrote', async () => {
    const file = aFile();
    const index = kept(openIndex(stores(file).memory, file));
    await index.ready();
    await imported(stores(file).memory, [aUnit('La puce sort en mai', 'The chip ships in May')], 'b');
    expect(await near(index, 'La puce sort en juin')).toHaveLength(1);
  });

  it('is kept in a file, from which it goes on', async () => {
    const file = aFile();
    const { memory } = stores(file);
    await imported(memory, many, 'c');
    const first = openIndex(memory, file);
    await first.ready();
    const before = await near(first, 'Phrase a10 du journal');
    await first.close();
    expect(statSync(indexFileOf(file) ?? '').size).toBeGreaterThan(30000);
    await imported(memory, [aUnit('Phrase b10 du journal', 'Other sentence')], 'd');
    const second = kept(openIndex(memory, file));
    expect((await near(second, 'Phrase a10 du journal')).slice(0, 1)).toEqual(before.slice(0, 1));
    expect(await near(second, 'Phrase b10 du journal')).toContain(1001);
  });
});

describe('an index that is not ready', () => {
  it('answers with what full-text search finds, and with everything once it is', async () => {
    const { memory } = stores(aFile());
    const units = [...many, aUnit('La puce sort en mai', 'The chip ships in May')];
    await imported(memory, units, 'g');
    let begin = () => {};
    const gate = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const slow = {
      ...memory,
      since: async (after: number, limit: number) => gate.then(() => memory.since(after, limit)),
    };
    const index = kept(new FollowedIndex(slow, null, { patience: 0 }));
    expect(await near(index, 'La puce sort en juin !')).toEqual([1001]);
    expect(index.standing()).toMatchObject({ ready: false, reached: 0 });
    begin();
    await index.ready();
    expect(index.standing()).toEqual({ ready: true, reached: 1001, of: 1001 });
    expect(await near(index, 'La puce sort en juin !')).toEqual([1001]);
  });

  it('waits for everything where every unit is to be compared', async () => {
    const { memory } = stores(aFile());
    await imported(memory, many, 'h');
    const index = kept(new FollowedIndex(memory, null, { patience: 0 }));
    const all = { text: 'Phrase a10 du journal', from: 'fr', to: 'en', min: 0, limit: 2000, exhaustive: true };
    expect(await index.near(all)).toHaveLength(1000);
  });
});

describe('the file of the index', () => {
  it('is not believed where it is damaged or belongs to another history', async () => {
    const file = aFile();
    const { memory } = stores(file);
    await imported(memory, many, 'e');
    const first = indexHere(memory, file);
    await first.ready();
    await first.close();
    const other = aFile();
    await imported(
      stores(other).memory,
      many.map((unit) => ({ ...unit, source: unit.source.replace('Phrase', 'Ligne') })),
      'f',
    );
    rmSync(indexFileOf(other) ?? '', { force: true });
    const strange = kept(indexHere(stores(other).memory, file));
    expect(await near(strange, 'Ligne a10 du journal')).not.toEqual([]);
    writeFileSync(indexFileOf(file) ?? '', 'not an index');
    expect(await near(kept(indexHere(memory, file)), 'Phrase a10 du journal')).not.toEqual([]);
    expect(existsSync(indexFileOf(file) ?? '')).toBe(true);
  });
});
