// How fast the index answers, beside a comparison with every unit and SQLite's FTS5 in the same run.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { FuzzyIndex as Index } from '../../server/memory/fuzzy-index.ts';
import { words } from '../../server/text/tokenize.ts';
import { built } from './built.ts';
import { grown, type Pair } from './memory.corpus.ts';

const { FuzzyIndex } = (await built(
  'server/memory/fuzzy-index',
)) as typeof import('../../server/memory/fuzzy-index.ts');
const { loadIndex, saveIndex } = (await built(
  'server/memory/index-file',
)) as typeof import('../../server/memory/index-file.ts');

const MB = 2 ** 20;
/** The slow ones answer the first queries only, and fewer where there are more than `MANY` units. */
const FEW = 50;
const FEWEST = 10;
const MANY = 1_000_000;

const TSX = join(import.meta.dirname, '../../node_modules/.bin/tsx');

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);

/** Builds a memory of so many units and prints what it costs and how it answers, compared with every unit for `proving` queries. */
export async function measureSpeed(
  pairs: readonly Pair[],
  queries: readonly Pair[],
  size: number,
  proving = size > MANY ? FEWEST : FEW,
): Promise<Index> {
  console.log(`\n${size.toLocaleString('en')} units`);
  const folder = mkdtempSync(join(tmpdir(), 'bitexte-bench-'));
  try {
    const file = join(folder, 'index');
    // In a process of its own, for at five million units this one has no room for what a build leaves behind.
    execFileSync(TSX, [join(import.meta.dirname, 'run.ts'), 'memory', 'build', String(size), file], {
      stdio: 'inherit',
    });
    opened(file, size);
    const index = (await loadIndex(file))?.index;
    if (!index) throw new Error('the index that was just saved cannot be read');
    const ask = (direction: 0 | 1, exhaustive: boolean) => (query: Pair) =>
      index.near({ ...languages(direction), text: query[direction], min: 70, limit: 5, exhaustive });
    times('warming up', queries.slice(0, 300), ask(0, false));
    times('English to French', queries, ask(0, false));
    times('French to English', queries, ask(1, false));
    const few = queries.slice(0, size > MANY ? FEWEST : FEW);
    times('comparing all', few, ask(0, true), 1);
    const other = queries.slice(0, proving).filter((query) => {
      return JSON.stringify(ask(0, false)(query)) !== JSON.stringify(ask(0, true)(query));
    });
    console.log(`  of ${proving} queries the index answers ${proving - other.length} as comparing all does`);
    fullText(pairs, few, size, join(folder, 'fts.db'));
    return index;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A program that opens the index of its argument and prints, as JSON, seconds and bytes. */
const OPENING = `
const { loadIndex } = await import('./dist/server/memory/index-file.js');
const [opening, before] = [performance.now(), process.cpuUsage()];
const kept = await loadIndex(process.argv.at(-1));
const { user, system } = process.cpuUsage(before);
const seconds = (performance.now() - opening) / 1000;
console.log(JSON.stringify({ seconds, cpu: (user + system) / 1e6, rss: process.memoryUsage().rss, texts: kept.index.size }));
`;

/** Opens the index in a process of its own, which holds nothing else, and prints what that takes. */
function opened(file: string, size: number): void {
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', OPENING, file], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
  });
  const { seconds, cpu, rss } = JSON.parse(out) as Record<'seconds' | 'cpu' | 'rss', number>;
  console.log(
    `  open ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of processor), ${(rss / size).toFixed(0)} bytes of process memory a unit`,
  );
}

function languages(direction: 0 | 1): { from: string; to: string } {
  return direction === 0 ? { from: 'en', to: 'fr' } : { from: 'fr', to: 'en' };
}

/** Builds the index of so many units into a file, and prints what that takes. */
export function buildIndex(pairs: readonly Pair[], size: number, file: string): void {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const index = new FuzzyIndex();
  let batch = [];
  for (const unit of grown(pairs, size)) {
    batch.push(unit);
    if (batch.length < 5000) continue;
    index.see(batch);
    batch = [];
  }
  index.see(batch);
  index.settle();
  const whole = seconds(started);
  const { user, system } = process.cpuUsage(before);
  const cpu = ((user + system) / 1e6).toFixed(1);
  const most = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  const saving = performance.now();
  saveIndex(file, index, { seq: 1, mark: '' });
  console.log(
    `  build ${whole} s (${cpu} s of processor), save ${seconds(saving)} s, ${(statSync(file).size / MB).toFixed(0)} MB on disk, ${most} MB of memory at most`,
  );
}

/** Passes over the queries, of which each query's best time counts: others use the machine too. */
const PASSES = 3;

/** Prints how long one query takes, by the clock. */
function times(
  name: string,
  queries: readonly Pair[],
  ask: (query: Pair) => readonly unknown[],
  passes = PASSES,
): void {
  const taken = queries.map(() => Number.POSITIVE_INFINITY);
  const answered = new Set<number>();
  for (let pass = 0; pass < passes; pass++) {
    for (const [i, query] of queries.entries()) {
      const started = performance.now();
      if (ask(query).length > 0) answered.add(i);
      taken[i] = Math.min(taken[i] ?? 0, performance.now() - started);
    }
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => (taken[Math.floor(share * taken.length)] ?? 0).toFixed(3);
  const share = ((100 * answered.size) / queries.length).toFixed(1);
  console.log(
    `  ${name.padEnd(20)} p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ${share} % answered (${queries.length} queries)`,
  );
}

/** Candidates as full-text search gives them: any of the words, the best 100 by bm25. */
function fullText(pairs: readonly Pair[], queries: readonly Pair[], size: number, file: string): void {
  const db = new Database(file);
  db.exec("CREATE VIRTUAL TABLE t USING fts5(source, content='', tokenize='unicode61 remove_diacritics 2')");
  const insert = db.prepare('INSERT INTO t (rowid, source) VALUES (?, ?)');
  db.transaction(() => {
    for (const unit of grown(pairs, size)) insert.run(unit.id, unit.source);
  })();
  const select = db.prepare('SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT 100');
  const quoted = (text: string) =>
    words(text)
      .map((word) => `"${word.replaceAll('"', '""')}"`)
      .join(' OR ') || '"x"';
  times('SQLite FTS5', queries, ([source]) => select.all(quoted(source)), 1);
  db.close();
}
