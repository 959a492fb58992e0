// Alignment in its own thread over a real file: the lexicon is learnt there, kept here, and catches up with what the memory learns.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStores } from '../db/open.ts';
import type { Stores } from '../db/stores.ts';
import { alignerInThread } from '../server/align-thread.ts';
import type { Aligner } from '../server/flow/align-texts.ts';
import { importMemory } from '../server/flow/import-memory.ts';
import { lexiconFrom } from '../server/text/lexicon-text.ts';
import { finished, freshDesk } from './fresh-desk.ts';

let folder: string;
let stores: Stores;
let align: Aligner;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitexte-thread-'));
  const file = join(folder, 'desk.db');
  stores = openStores(file);
  align = alignerInThread(stores, file);
});

afterAll(() => {
  stores.close();
  rmSync(folder, { recursive: true, force: true });
});

const SOURCE = ['Le scaphandrier répare la turbine.', 'La loutre dort sous le quai.', 'Le gardien ferme le barrage.'];
const TARGET = ['The diver mends the turbine.', 'The otter sleeps below the quay.', 'The keeper shuts the dam.'];

async function teach(rows: readonly string[]): Promise<void> {
  const bytes = new TextEncoder().encode(['fr\ten', ...rows, ''].join('\n'));
  const open = async function* () {
    yield bytes;
  };
  await finished(importMemory({ ...freshDesk(), stores }, { name: 'taught.tsv', open }, { by: 'Zoé' }));
}

async function wordsOf() {
  const { beads, words } = await align({ source: SOURCE, target: TARGET, from: 'fr', to: 'en' });
  expect(beads.map(({ source, target }) => [source, target])).toEqual([0, 1, 2].map((i) => [[i], [i]]));
  return words === null ? null : lexiconFrom(words);
}

it('aligns without a lexicon while the memory is small, then with one that follows the memory', {
  timeout: 60_000,
}, async () => {
  expect(await wordsOf()).toBeNull();

  const places = ['au port', 'en ville', 'à la gare', 'au moulin', 'sur le pont'];
  const english = ['at the port', 'in town', 'at the station', 'at the mill', 'on the bridge'];
  await teach(
    Array.from({ length: 600 }, (_, i) => {
      const [where, there] = [places[i % 5], english[i % 5]];
      return i % 2
        ? `Le gardien dort ${where}, jour ${i}.\tThe keeper sleeps ${there}, day ${i}.`
        : `Une porte ferme ${where}, jour ${i}.\tA door shuts ${there}, day ${i}.`;
    }),
  );
  const learnt = await wordsOf();
  expect([...(learnt?.forward.get('gardien')?.keys() ?? [])]).toContain('keeper');
  expect(learnt?.forward.has('loutre')).toBe(false);
  const kept = await stores.lexicons.get('en', 'fr');
  expect(kept?.atChange).toBe(await stores.memory.changes());

  await teach(Array.from({ length: 20 }, (_, i) => `La loutre ${i} nage.\tThe otter ${i} swims.`));
  const followed = await wordsOf();
  expect([...(followed?.forward.get('loutre')?.keys() ?? [])]).toContain('otter');
  expect([...(followed?.forward.get('gardien')?.keys() ?? [])]).toContain('keeper');
  const later = await stores.lexicons.get('en', 'fr');
  expect(later?.atChange).toBeGreaterThan(kept?.atChange ?? 0);
  expect(later && lexiconFrom(later.words)?.more).toBe(20);
});
