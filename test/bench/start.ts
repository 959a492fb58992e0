// `npm run bench start [UNITS] [DATABASE]`: a server's memory from its start on (a million units where no number is named):
// when the first right answer comes and when the index is warm, with and without the index's file; how long a question
// takes through the thread; how long the caller's events ever waited; and when units are found that another process wrote, one
// and, at the end, 200,000. DATABASE keeps the file for another run. Wants BITEXTE_CORPUS.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { built } from './built.ts';
import { remember } from './concordance.ts';
import { grown, type Pair, realMemory } from './memory.corpus.ts';

const { openStores } = (await built('db/open')) as typeof import('../../db/open.ts');
const { indexFileOf, indexInThread } = (await built(
  'server/memory/open-index',
)) as typeof import('../../server/memory/open-index.ts');

const LANGUAGES = { from: 'en', to: 'fr', min: 70, limit: 5 };
const QUESTIONS = 1000;
const IMPORTED = 200_000;

/** The command line of this benchmark with other arguments. */
const again = (...args: string[]): [string, string[]] => [
  join(import.meta.dirname, '../../node_modules/.bin/tsx'),
  [join(import.meta.dirname, 'run.ts'), 'start', ...args],
];

/** Prints the figures. With `at DATABASE` it is one start, with `more DATABASE` an import beside one. */
export default async function bench([first = '1000000', second]: readonly string[]): Promise<void> {
  const { pairs, queries } = realMemory();
  if (first === 'at' && second) return start(second, pairs, queries);
  if (first === 'more' && second) return importMore(second, pairs);
  const folder = mkdtempSync(join(tmpdir(), 'bitexte-start-'));
  const database = second ?? join(folder, 'memory.db');
  try {
    if (!existsSync(database)) {
      const stores = openStores(database);
      await remember(stores, grown(pairs, Number(first)));
      stores.close();
    }
    rmSync(indexFileOf(database) ?? '', { force: true });
    for (const what of ['without the index’s file', 'with it']) {
      console.log(what);
      execFileSync(...again('at', database), { stdio: 'inherit' });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(database: string, pairs: readonly Pair[], queries: readonly Pair[]): Promise<void> {
  let began = performance.now();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const longest = (what: string) => {
    console.log(
      `  ${what}: no event of the caller waited longer than ${Math.max(0, delay.max / 1e6 - 1).toFixed(0)} ms`,
    );
    delay.reset();
  };
  const since = () => ((performance.now() - began) / 1000).toFixed(1);
  const wasKept = existsSync(indexFileOf(database) ?? '');
  const stores = openStores(database);
  await pause(1000);
  longest('with nothing to do (what other programs take)');
  began = performance.now();
  const index = indexInThread(stores.memory, database);
  for (const id of [1, 5000, 10_000]) {
    const found = await index.near({ ...LANGUAGES, text: pairs[id - 1]?.[0] ?? '' });
    const right = found.some(({ unit, score }) => unit === id && score === 100);
    console.log(`  answer after ${since()} s: ${right ? 'right' : 'NOT FOUND'}`);
  }
  longest('answering from full-text search');
  await index.ready();
  console.log(`  warm after ${since()} s`);
  longest('while the index came up');
  await answering(index, queries);
  longest('while it answered');
  await noticing(stores, index, database);
  longest('while one unit came in');
  if (wasKept) {
    await catchingUp(index, database);
    longest('while it caught up with another process’s import');
  }
  await index.close();
  longest('while its file was written');
  stores.close();
}

type Index = ReturnType<typeof indexInThread>;

async function answering(index: Index, queries: readonly Pair[]): Promise<void> {
  const taken: number[] = [];
  for (const [text] of queries.slice(0, QUESTIONS)) {
    const asked = performance.now();
    await index.near({ ...LANGUAGES, text });
    taken.push(performance.now() - asked);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => (taken[Math.floor(share * taken.length)] ?? 0).toFixed(2);
  console.log(`  a question through the thread: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}

/** Another process's approval, here another connection's import of one unit, and how long until it is found. */
async function noticing(stores: ReturnType<typeof openStores>, index: Index, database: string): Promise<void> {
  const other = openStores(database);
  const source = `A unit of ${Date.now()} that nobody has seen`;
  const before = (await stores.memory.stats()).units;
  await remember(other, [
    { id: 0, from: 'en', to: 'fr', source, target: 'Une', codes: [], changedAt: '2026-01-02T00:00:00.000Z' },
  ]);
  other.close();
  const wrote = performance.now();
  const found = await index.near({ ...LANGUAGES, text: source });
  const ms = (performance.now() - wrote).toFixed(0);
  const said = found[0]?.score === 100 ? `found by the next question, ${ms} ms` : 'NOT FOUND';
  console.log(`  what another connection wrote (to ${before.toLocaleString('en')} units): ${said}`);
}

/** Imports units that the database has not, and prints the text of the last of them. */
async function importMore(database: string, pairs: readonly Pair[]): Promise<void> {
  const stores = openStores(database);
  const { units } = await stores.memory.stats();
  const more = grown(pairs, units + IMPORTED);
  for (let i = 0; i < units; i++) more.next();
  let last = '';
  function* noted() {
    for (const unit of more) {
      last = unit.source;
      yield unit;
    }
  }
  await remember(stores, noted());
  stores.close();
  console.log(last);
}

async function catchingUp(index: Index, database: string): Promise<void> {
  const { stdout } = await promisify(execFile)(...again('more', database));
  const text = stdout.trimEnd().split('\n').at(-1) ?? '';
  const wrote = performance.now();
  const since = () => ((performance.now() - wrote) / 1000).toFixed(1);
  const [best] = await index.near({ ...LANGUAGES, text });
  console.log(
    `  of ${IMPORTED.toLocaleString('en')} units of another process the last one: ${best?.score === 100 ? 'found' : 'NOT FOUND'} after ${since()} s`,
  );
  await index.ready();
  console.log(`  caught up after ${since()} s`);
}
