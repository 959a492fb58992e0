import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { openStores } from '../../db/open.ts';
import { bitexte, build, start } from './bitexte.ts';

const UNITS = 4000;
const KILLS = 8;

beforeAll(build, 120_000);

test('an import that is killed at any moment leaves a sound database, and the next one doubles nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bitexte-kill-'));
  const rows = Array.from({ length: UNITS }, (_, i) => `La phrase numéro ${i}.\tSentence number ${i}.`);
  writeFileSync(join(folder, 'many.tsv'), `fr\ten\n${rows.join('\n')}\n`);
  for (let kill = 0; kill < KILLS; kill++) {
    const child = start(folder, ['memory', 'import', 'many.tsv']);
    const ended = once(child, 'close');
    // From the moment that the file is there, which is when writing begins.
    while (!existsSync(join(folder, 'test.db')) && child.exitCode === null) await pause(5);
    await pause(Math.random() * 600);
    child.kill('SIGKILL');
    await ended;
    const stores = openStores(join(folder, 'test.db'));
    expect((await stores.upkeep.verify()).problems).toEqual([]);
    expect([0, UNITS]).toContain((await stores.memory.stats()).units);
    stores.close();
  }
  const last = JSON.parse((await bitexte(folder, ['memory', 'import', 'many.tsv', '--json'])).out);
  expect(last).toMatchObject({ read: UNITS, refused: 0 });
  const stores = openStores(join(folder, 'test.db'));
  expect((await stores.memory.stats()).units).toBe(UNITS);
  expect((await stores.upkeep.verify()).problems).toEqual([]);
  stores.close();
  rmSync(folder, { recursive: true });
}, 180_000);
