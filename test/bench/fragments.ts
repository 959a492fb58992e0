// `npm run bench fragments [QUERIES]`: what drafts of fragments are worth where no whole segment serves, beside the source
// itself and the best match below the threshold. Wants BITEXTE_CORPUS; building the memory takes a minute.
import { openStores } from '../../db/open.ts';
import type { NewUnit, Stores } from '../../db/stores.ts';
import { fragmentsOf } from '../../server/flow/fragments.ts';
import { indexHere } from '../../server/memory/open-index.ts';
import { matchKey } from '../../server/text/normalize.ts';
import { chrf, type Pair, realMemory } from './memory.corpus.ts';

const AT = '2026-01-01T00:00:00.000Z';
const BATCH = 10_000;

/** Prints the mean chrF of the drafts for held queries without a match at 70 %, and what a draft takes, in both directions. */
export default async function bench(args: readonly string[]): Promise<void> {
  const { pairs, queries } = realMemory();
  const stores = openStores(':memory:');
  await fill(stores, pairs);
  const index = indexHere(stores.memory, ':memory:');
  for (const direction of [0, 1] as const)
    await drafts({ stores, index, pairs, queries }, direction, Number(args[0] ?? 100));
  stores.close();
}

interface Bench {
  stores: Stores;
  index: ReturnType<typeof indexHere>;
  pairs: readonly Pair[];
  queries: readonly Pair[];
}

async function drafts({ stores, index, pairs, queries }: Bench, direction: 0 | 1, wanted: number): Promise<void> {
  const languages = direction === 0 ? { from: 'en', to: 'fr' } : { from: 'fr', to: 'en' };
  const sums = { draft: 0, source: 0, below: 0, covered: 0 };
  const taken: number[] = [];
  for (const query of queries) {
    if (taken.length === wanted) break;
    const [text, truth] = [query[direction], query[1 - direction] ?? ''];
    const [best] = await index.near({ ...languages, text, min: 25, limit: 1 });
    if (best && best.score >= 70) continue;
    const began = process.cpuUsage();
    const draft = await fragmentsOf({ stores }, { text, ...languages });
    const { user, system } = process.cpuUsage(began);
    taken.push((user + system) / 1000);
    sums.draft += chrf(draft.target, truth);
    sums.source += chrf(text, truth);
    sums.below += best ? chrf(pairs[best.unit - 1]?.[1 - direction] ?? '', truth) : 0;
    sums.covered += 100 * draft.covered;
  }
  taken.sort((a, b) => a - b);
  const mean = (sum: number) => (sum / Math.max(1, taken.length)).toFixed(1);
  const at = (share: number) => (taken[Math.floor(share * taken.length)] ?? 0).toFixed(0);
  console.log(
    `${languages.from} to ${languages.to}, ${taken.length} queries without a match at 70 %: chrF of the draft ${mean(sums.draft)}, of the source itself ${mean(sums.source)}, of the best match below 70 % ${mean(sums.below)}`,
  );
  console.log(
    `  ${mean(sums.covered)} % of the words are covered; a draft takes p50 ${at(0.5)} ms, p95 ${at(0.95)} ms of processor`,
  );
}

async function fill({ memory }: Stores, pairs: readonly Pair[]): Promise<void> {
  const { id } = await memory.beginImport({ file: 'real', hash: 'real', by: 'bench', at: AT });
  const started = performance.now();
  for (let at = 0; at < pairs.length; at += BATCH) await memory.addUnits(id, pairs.slice(at, at + BATCH).map(unitOf));
  await memory.finishImport(id);
  console.log(`${Math.round(pairs.length / ((performance.now() - started) / 1000))} units a second into the database`);
}

function unitOf([source, target]: Pair): NewUnit {
  const unknown = { kind: 'unknown' } as const;
  return {
    ...{ memory: 1, from: 'en', to: 'fr', source, target, sourceKey: matchKey(source), targetKey: matchKey(target) },
    ...{ codes: [], previous: unknown, next: unknown, segment: null, taught: 'import', group: null, author: 'bench' },
    ...{ createdAt: AT, changedAt: AT, note: null, properties: {} },
  };
}
