// How fast the index answers, beside a comparison with every unit and SQLite's FTS5 in the same run.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FuzzyIndex } from '../../server/memory/fuzzy-index.ts';
import { loadIndex, saveIndex } from '../../server/memory/index-file.ts';
import { words } from '../../server/text/tokenize.ts';
import { grown, type Pair } from './memory.corpus.ts';

const MB = 2 ** 20;
/** The slow ones answer the first queries only. */
const FEW = 50;

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);

/** Builds a memory of so many units and prints what it costs and how it answers. Gives the index back. */
export function measureSpeed(pairs: readonly Pair[], queries: readonly Pair[], size: number): FuzzyIndex {
  console.log(`\n${size.toLocaleString('en')} units`);
  const folder = mkdtempSync(join(tmpdir(), 'bitexte-bench-'));
  try {
    const file = join(folder, 'index');
    build(pairs, size, file);
    const opening = performance.now();
    const index = loadIndex(file)?.index;
    if (!index) throw new Error('the index that was just saved cannot be read');
    console.log(
      `  open ${seconds(opening)} s, ${(process.memoryUsage().rss / size).toFixed(0)} bytes of process memory a unit`,
    );
    const ask = (direction: 0 | 1, exhaustive: boolean) => (query: Pair) =>
      index.near({ ...languages(direction), text: query[direction], min: 70, limit: 5, exhaustive });
    times('warming up', queries.slice(0, 300), ask(0, false));
    times('English to French', queries, ask(0, false));
    times('French to English', queries, ask(1, false));
    times('comparing all', queries.slice(0, FEW), ask(0, true));
    const same = queries.slice(0, FEW).every((query) => {
      return JSON.stringify(ask(0, false)(query)) === JSON.stringify(ask(0, true)(query));
    });
    console.log(`  the index answers what comparing all answers: ${same ? 'yes' : 'NO'} (${FEW} queries)`);
    fullText(pairs, queries.slice(0, FEW), size, join(folder, 'fts.db'));
    return index;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function languages(direction: 0 | 1): { from: string; to: string } {
  return direction === 0 ? { from: 'en', to: 'fr' } : { from: 'fr', to: 'en' };
}

function build(pairs: readonly Pair[], size: number, file: string): void {
  const started = performance.now();
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
  const built = seconds(started);
  const saving = performance.now();
  saveIndex(file, index, { seq: 1, mark: '' });
  console.log(`  build ${built} s, save ${seconds(saving)} s, ${(statSync(file).size / MB).toFixed(0)} MB on disk`);
}

/** Prints how long one query takes of the processor: on a machine that does other work as well, the clock would tell of that. */
function times(name: string, queries: readonly Pair[], ask: (query: Pair) => readonly unknown[]): void {
  let answered = 0;
  const taken = queries.map((query) => {
    const started = process.cpuUsage();
    if (ask(query).length > 0) answered++;
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  taken.sort((a, b) => a - b);
  const at = (share: number) => (taken[Math.floor(share * taken.length)] ?? 0).toFixed(3);
  const share = ((100 * answered) / queries.length).toFixed(1);
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
  times('SQLite FTS5', queries, ([source]) => select.all(quoted(source)));
  db.close();
}
