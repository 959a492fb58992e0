import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStores } from '../../db/open.ts';
import { sentence } from '../flow/filling.ts';
import { type FakeDeepL, startFakeDeepL } from '../providers/fake-deepl.ts';
import { bitexte, build, type Ended, start } from './bitexte.ts';

beforeAll(build, 120_000);

let fake: FakeDeepL;
let folder: string;
let env: Record<string, string>;
beforeEach(async () => {
  fake = await startFakeDeepL('kill-key-81d0aa:fx');
  folder = mkdtempSync(join(tmpdir(), 'bitexte-fill-'));
  env = { DEEPL_AUTH_KEY: fake.key, DEEPL_SERVER_URL: fake.url };
  const sentences = Array.from({ length: 120 }, (_, n) => sentence(n));
  writeFileSync(join(folder, 'article.txt'), sentences.join('\n'));
});
afterEach(async () => {
  await fake.close();
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]): Promise<Ended> => bitexte(folder, args, '', env);

test('a fill that is killed half way sends only what was not answered, the next time', async () => {
  await run('article', 'import', 'article.txt', '--from', 'fr', '--to', 'en');
  // The first call is answered, the others never.
  fake.hold = (number) => (number === 0 ? Promise.resolve() : new Promise(() => undefined));
  const child = start(folder, ['article', 'fill', '1'], env);
  const ended = once(child, 'close');
  const stores = openStores(join(folder, 'test.db'));
  const suggested = async () => (await stores.segments.of(1)).filter(({ state }) => state === 'suggested').length;
  while (((await suggested()) === 0 || fake.received.length < 3) && child.exitCode === null) await pause(20);
  child.kill('SIGKILL');
  await ended;
  const before = await suggested();
  stores.close();
  expect(before).toBe(fake.answered().length);
  fake.hold = async () => undefined;
  const again = JSON.parse((await run('article', 'fill', '1', '--json')).out);
  expect(again).toMatchObject({ machine: 120, empty: 0, stoppedBy: null });
  expect(fake.answered()).toHaveLength(120);
  expect(new Set(fake.answered()).size).toBe(120);
}, 120_000);

test('the key of a free service is announced before it is first used, and stands nowhere that the program writes', async () => {
  const ran: Ended[] = [await run('article', 'import', 'article.txt', '--from', 'fr', '--to', 'en')];
  // The service quotes the key in its refusals.
  fake.failures = Array(8).fill(403);
  ran.push(await run('article', 'fill', '1'));
  expect(ran.at(-1)?.code).toBe(1);
  expect(ran.at(-1)?.err).toMatch(/free service[\s\S]*refuses the key/);
  fake.failures = [];
  for (const args of [
    ...['article fill 1', 'article approve 1 --segments 1-5 --insist', 'providers account'],
    ...['providers report', 'providers publish --from fr --to en', 'article show 1 --json'],
    ...['article export 1 --as xliff2 --out a.xlf', 'article export 1 --as tmx --out a.tmx'],
    ...['article export 1 --as article --allow-incomplete --out a.txt', 'backup copy.db'],
  ])
    ran.push(await run(...args.split(' ')));
  expect(ran.slice(2).map(({ code }) => code)).toEqual(Array(ran.length - 2).fill(0));
  expect(ran[2]?.err).not.toContain('free service');
  const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  expect(written.length).toBeGreaterThan(5);
  for (const text of [...written, ...ran.flatMap(({ out, err }) => [out, err])]) expect(text).not.toContain('81d0aa');
}, 120_000);
