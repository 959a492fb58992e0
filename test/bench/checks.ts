// How well and how fast the checks work: pairs of a corpus that carry labels, pairs of our own, and pairs a second.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckedPair, runChecks } from '../../server/checks/index.ts';
import { openSpelling } from '../../server/spelling.ts';
import { readTriples } from '../checks/triples.ts';
import { built } from './built.ts';
import { corpusFolder } from './corpus.ts';

interface Labelled {
  id: string;
  src_lang: string;
  src: string;
  tgt_lang: string;
  tgt: string;
  expect: string[];
  alt?: string[];
  forbid: string[];
  profile?: string;
  glossary?: { src: string; tgt: string[]; forbidden?: string[] }[];
  forbidden?: string[];
  tm?: { src: string; tgt: string }[];
}

interface Tally {
  hits: number;
  misses: number;
  alarms: number;
}

/** `npm run bench checks`. */
export default async function bench(): Promise<void> {
  meaning();
  const lines = readFileSync(join(corpusFolder('checks'), 'pairs.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const { knows } = await openSpelling();
  const pairs = lines.map((line) => JSON.parse(line) as Labelled);
  levels(
    pairs.filter(({ profile }) => profile !== 'strict').map((label) => ({ label, pair: { ...pairOf(label), knows } })),
  );
  await speed(pairs.map(pairOf));
}

function pairOf(label: Labelled): CheckedPair {
  return {
    source: label.src,
    target: label.tgt,
    from: label.src_lang,
    to: label.tgt_lang,
    terms: (label.glossary ?? []).map(({ src, tgt, forbidden = [] }) => ({ source: src, target: tgt, forbidden })),
    forbidden: label.forbidden ?? [],
    memory: (label.tm ?? []).map(({ src, tgt }) => ({ source: src, target: tgt })),
  };
}

/** Precision and recall by check; a pair without an expected fault on which anything forbidden speaks is a false alarm. */
function levels(tried: readonly { label: Labelled; pair: CheckedPair }[]): void {
  const tallies = new Map<string, Tally>();
  const tally = (name: string) => {
    const found = tallies.get(name) ?? { hits: 0, misses: 0, alarms: 0 };
    tallies.set(name, found);
    return found;
  };
  let [right, disturbed] = [0, 0];
  for (const { label, pair } of tried) {
    const fired = new Set<string>(runChecks(pair).map(({ check }) => check));
    for (const name of label.expect) {
      const hit = [name, ...(label.alt ?? [])].some((one) => fired.has(one));
      tally(name)[hit ? 'hits' : 'misses']++;
    }
    const alarms = label.forbid.filter((name) => fired.has(name));
    for (const name of alarms) tally(name).alarms++;
    if (label.expect.length > 0) continue;
    right++;
    if (alarms.length > 0) disturbed++;
  }
  for (const [name, counts] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(row(name, counts));
  const sum = [...tallies.values()].reduce((all, { hits, misses, alarms }) => ({
    hits: all.hits + hits,
    misses: all.misses + misses,
    alarms: all.alarms + alarms,
  }));
  console.log(row('all', sum));
  console.log(`a false alarm on ${disturbed} of ${right} right pairs`);
}

function row(name: string, { hits, misses, alarms }: Tally): string {
  const [precision, recall] = [hits / (hits + alarms || 1), hits / (hits + misses || 1)];
  return `${name.padEnd(18)} precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  (${hits} found, ${misses} missed, ${alarms} false)`;
}

/** The checks of meaning on the pairs written for them. */
function meaning(): void {
  for (const id of ['negation', 'hedge', 'attribution']) {
    const text = readFileSync(join(import.meta.dirname, `../cases/checks/${id}.txt`), 'utf8');
    const counts: Tally = { hits: 0, misses: 0, alarms: 0 };
    for (const pair of readTriples(text)) {
      const speaks = runChecks(pair).some(({ check, rule }) => check === id && rule !== 'back-translated');
      if (pair.wrong) counts[speaks ? 'hits' : 'misses']++;
      else if (speaks) counts.alarms++;
    }
    console.log(row(id, counts));
  }
}

/** How often all pairs are checked: at first, until the code is warm, and then. */
const [FIRST, WARMING, WARM] = [10, 30, 120];

/** Pairs a second on one core, by the time the process was on the processor: in a process that has just begun to check, and in one that is warm. */
async function speed(pairs: readonly CheckedPair[]): Promise<void> {
  const { runChecks } = (await built('server/checks/index')) as typeof import('../../server/checks/index.ts');
  const rate = (rounds: number): number => {
    const before = process.cpuUsage();
    for (let round = 0; round < rounds; round++) for (const pair of pairs) runChecks(pair);
    const { user, system } = process.cpuUsage(before);
    return Math.round((pairs.length * rounds * 1e6) / (user + system));
  };
  const first = rate(FIRST);
  rate(WARMING);
  console.log(
    `${rate(WARM)} pairs a second on one core (5000 at least); the first ${pairs.length * FIRST} at ${first} a second`,
  );
}
