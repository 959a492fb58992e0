// `npm run bench concordance [SIZE] [FILE]`: how long the first page of a concordance takes (a million units where no size is
// named), by kind of question. FILE keeps the database for another run. Wants BITEXTE_CORPUS.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores } from '../../db/open.ts';
import type { NewUnit, SeenUnit, Stores } from '../../db/stores.ts';
import { searchMemory } from '../../server/flow/search-memory.ts';
import { matchKey } from '../../server/text/normalize.ts';
import { words } from '../../server/text/tokenize.ts';
import { grown, type Pair, realMemory } from './memory.corpus.ts';

const PAGE = 50;
const QUESTIONS = 100;
const AT = '2026-01-01T00:00:00.000Z';

/** Prints p50, p95 and the longest of each kind of question, of the processor: a machine that does other work would tell of that. */
export default async function bench([size = '1000000', file]: readonly string[]): Promise<void> {
  const { pairs, queries } = realMemory();
  const folder = mkdtempSync(join(tmpdir(), 'bitexte-bench-'));
  const path = file ?? join(folder, 'memory.db');
  const isNew = !existsSync(path);
  const stores = openStores(path);
  try {
    if (isNew) await remember(stores, grown(pairs, Number(size)));
    console.log(`${(await stores.memory.stats()).units.toLocaleString('en')} units, the first page of ${PAGE}`);
    await searchMemory({ stores }, { text: 'warm up', limit: PAGE });
    for (const [kind, texts] of questions(pairs, queries)) await measure(stores, kind, texts);
  } finally {
    stores.close();
    rmSync(folder, { recursive: true });
  }
}

/** Imports units into a memory, and prints how long that took. */
export async function remember(stores: Stores, units: Iterable<SeenUnit>): Promise<void> {
  const began = performance.now();
  const record = await stores.memory.beginImport({ file: 'bench', hash: `bench ${Date.now()}`, by: 'bench', at: AT });
  let batch: NewUnit[] = [];
  let stored = 0;
  const flush = async () => {
    stored += (await stores.memory.addUnits(record.id, batch)).length;
    batch = [];
  };
  for (const unit of units) {
    batch.push(newUnit(unit));
    if (batch.length === 5000) await flush();
  }
  await flush();
  await stores.memory.finishImport(record.id);
  const seconds = (performance.now() - began) / 1000;
  console.log(`stored in ${seconds.toFixed(0)} s, ${Math.round(stored / seconds).toLocaleString('en')} units a second`);
}

function newUnit({ from, to, source, target, codes }: SeenUnit): NewUnit {
  const unknown = { kind: 'unknown' as const };
  return {
    ...{
      memory: 1,
      from,
      to,
      source,
      target,
      codes,
      previous: unknown,
      next: unknown,
      segment: null,
      taught: 'import',
    },
    ...{ sourceKey: matchKey(source), targetKey: matchKey(target), group: null, author: 'bench', note: null },
    ...{ createdAt: AT, changedAt: AT, properties: {} },
  };
}

/** Questions by kind, of words of the held queries and of the memory. */
function questions(pairs: readonly Pair[], queries: readonly Pair[]): [string, string[]][] {
  const counts = new Map<string, number>();
  for (let i = 0; i < pairs.length; i += 20)
    for (const side of pairs[i] ?? [])
      for (const word of new Set(words(side.toLowerCase()))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byCount = [...counts].filter(([word]) => /^\p{L}{2,}$/u.test(word)).sort((a, b) => b[1] - a[1]);
  const named = byCount.map(([word]) => word);
  const rare = named.slice(-4000).filter((_, i) => i % 20 === 0);
  const middling = named.slice(1000, 3000).filter((_, i) => i % 10 === 0);
  const runs = (length: number) =>
    queries.slice(0, QUESTIONS).map((query, i) => {
      const all = words(query[i % 2] ?? '');
      const at = Math.max(0, Math.floor((all.length - length) / 2));
      return all.slice(at, at + length).join(' ');
    });
  return [
    ['rare words', rare],
    ['middling words', middling],
    ['the most frequent words', named.slice(0, QUESTIONS)],
    ['phrases of two words', runs(2).map((run) => `"${run}"`)],
    ['phrases of four words', runs(4).map((run) => `"${run}"`)],
    ['two words anywhere', runs(2)],
    ['five words anywhere', runs(5)],
    ['beginnings (word*)', middling.map((word) => `${word.slice(0, 4)}*`)],
    ['short beginnings', ['a*', 'c*', 'de*', 'le*', 'con*', 'pro*', 'sup*', 'in*', 'th*', 's*']],
    ['while typing "ordinateur"', Array.from({ length: 10 }, (_, i) => 'ordinateur'.slice(0, i + 1))],
    ['whole sentences', queries.slice(0, QUESTIONS).map((query, i) => query[i % 2] ?? '')],
  ];
}

async function measure(stores: Stores, kind: string, texts: readonly string[]): Promise<void> {
  for (const from of [undefined, 'fr'] as const) {
    const taken: { text: string; ms: number }[] = [];
    let marked = 0;
    for (const text of texts.slice(0, QUESTIONS)) {
      const began = process.cpuUsage();
      const found = await searchMemory({ stores }, { text, limit: PAGE, ...(from ? { from } : {}) });
      const { user, system } = process.cpuUsage(began);
      taken.push({ text, ms: (user + system) / 1000 });
      if (found.some(({ counterparts }) => counterparts.length > 0)) marked++;
    }
    taken.sort((a, b) => a.ms - b.ms);
    const at = (share: number) => (taken[Math.floor(share * taken.length)]?.ms ?? 0).toFixed(1).padStart(6);
    const slowest = taken.at(-1);
    console.log(
      `${kind.padEnd(28)}${(from ?? 'both').padEnd(5)} p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${slowest?.ms.toFixed(0)} ms (${slowest?.text}), counterpart told ${marked}/${taken.length}`,
    );
  }
}
