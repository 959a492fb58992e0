// Two processes that write to one file: neither is refused, neither sleeps through its turn, and who waits holds up nobody else.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { writing } from '../../db/verbs.ts';

let close: () => void;
let mine: ReturnType<typeof openDatabase>;
let theirs: ReturnType<typeof openDatabase>;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'bitexte-'));
  mine = openDatabase(join(folder, 'm.db'));
  theirs = openDatabase(join(folder, 'm.db'));
  mine.exec('CREATE TABLE told (word TEXT)');
  close = () => {
    mine.close();
    theirs.close();
    rmSync(folder, { recursive: true });
  };
});

afterEach(() => close());

const told = () =>
  mine
    .prepare<[], { word: string }>('SELECT word FROM told')
    .all()
    .map(({ word }) => word);
const tell = (word: string) => mine.prepare('INSERT INTO told VALUES (?)').run(word);

it('waits for another process while everything else goes on, and keeps the order', async () => {
  const say = writing(mine, tell);
  theirs.exec('BEGIN IMMEDIATE');
  const waiting = [say('one'), say('two')];
  await after(20);
  expect(told()).toEqual([]);
  theirs.exec('COMMIT');
  await Promise.all(waiting);
  expect(told()).toEqual(['one', 'two']);
});

it('fails alone where the work itself fails while it waits', async () => {
  const say = writing(mine, (word: string) => {
    if (word === 'no') throw new Error('not that word');
    tell(word);
  });
  theirs.exec('BEGIN IMMEDIATE');
  const waiting = Promise.allSettled([say('one'), say('no'), say('two')]);
  theirs.exec('COMMIT');
  expect((await waiting).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(told()).toEqual(['one', 'two']);
});

it('says so where the other one does not end', async () => {
  const say = writing(mine, tell);
  theirs.exec('BEGIN IMMEDIATE');
  vi.useFakeTimers();
  const refused = expect(say('one')).rejects.toMatchObject({ code: 'database-busy', status: 503 });
  await vi.advanceTimersByTimeAsync(6000);
  await refused;
  vi.useRealTimers();
  theirs.exec('ROLLBACK');
  await say('two');
  expect(told()).toEqual(['two']);
});
