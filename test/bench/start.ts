// `npm run bench start [UNITS] [DATABASE]`: a server's memory from its start on (a million units where no number is named):
// when the first right answer comes and when the index is warm, with and without the index's file; how long a question
// takes through the thread; how long the caller's events ever waited; and when a unit is found that another process wrote.
// DATABASE keeps the file for another run. Wants BITEXTE_CORPUS.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { built } from './built.ts';
import { remember } from './concordance.ts';
import { grown, type Pair, realMemory } from './memory.corpus.ts';

const { openStores } = (await built('db/open')) as typeof import('../../db/open.ts');
const { indexFileOf, indexInThread } = (await built(
  'server/memory/open-index',
)) as typeof import('../../server/memory/open-index.ts');

const LANGUAGES = { from: 'en', to: 'fr', min: 70, limit: 5 };
const QUESTIONS = 1000;

/** Prints the figures. With `at DATABASE` it is one start. */
export default async function bench([first = '1000000', second]: readonly string[]): Promise<void> {
  const { pairs, queries } = realMemory();
  if (first === 'at' && second) return start(second, pairs, queries);
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
      const tsx = join(import.meta.dirname, '../../node_modules/.bin/tsx');
      execFileSync(tsx, [join(import.meta.dirname, 'run.ts'), 'start', 'at', database], { stdio: 'inherit' });
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
