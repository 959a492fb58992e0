import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStores } from '../../db/open.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitexte-changes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what another connection writes is noticed, what this one writes is not', async () => {
  const file = join(folder, 'shared.db');
  const [here, there] = [openStores(file), openStores(file)];
  const before = await here.upkeep.outsideChanges();
  await here.upkeep.setSetting('a', '1');
  expect(await here.upkeep.outsideChanges()).toBe(before);
  await there.upkeep.setSetting('a', '2');
  expect(await here.upkeep.outsideChanges()).not.toBe(before);
  here.close();
  there.close();
});
