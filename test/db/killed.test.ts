// A process that is killed at any moment leaves a database that opens, verifies, and holds all that was acknowledged.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openStores } from '../../db/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'bitexte-'));
afterAll(() => rmSync(folder, { recursive: true }));
const KILLS = 5;

/** Lets a newsroom work in the file, kills it a moment after its first word, and answers what it had acknowledged. */
async function killed(file: string, after: number): Promise<{ imported?: number; approved?: number }[]> {
  const script = join(import.meta.dirname, 'newsroom.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (data: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), after);
    said += data.toString();
  });
  const signal = await new Promise((resolve) => child.on('close', (_code, by) => resolve(by)));
  expect(signal).toBe('SIGKILL');
  return said
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

it('is whole after every kill', async () => {
  const file = join(folder, 'newsroom.db');
  for (let kill = 0; kill < KILLS; kill++) {
    const acknowledged = await killed(file, Math.random() * 400);
    const stores = openStores(file);
    expect(await stores.upkeep.verify()).toMatchObject({ ok: true, problems: [] });
    // Whole or absent: nothing of an article stands without the rest.
    for (const article of await stores.articles.list()) expect(article.counts.segments).toBe(21);
    for (const { imported, approved } of acknowledged) {
      if (imported !== undefined) expect(await stores.articles.get(imported)).not.toBeNull();
      if (approved === undefined) continue;
      const segments = await stores.segments.of(approved);
      expect(segments.every((segment) => segment.state === 'approved')).toBe(true);
      expect((await stores.memory.taughtBy(segments.map((segment) => segment.id))).size).toBe(21);
    }
    stores.close();
  }
}, 240_000);
