// Alignment against gold: strict and lax F1 by family, with and without a memory, and time; the best peer that runs without a
// neural model (hunalign with a dictionary, as published for these documents) beside it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Bead } from '../../server/model-alignment.ts';
import { align } from '../../server/text/align.ts';
import { type Lexicon, learnFromTexts } from '../../server/text/lexicon.ts';
import { corpusFolder } from './corpus.ts';

/** Strict F1 of hunalign with a MUSE dictionary on documents of the same families. */
const PEER: Record<string, number> = {
  mers: 0.991,
  mersE: 0.951,
  mersH: 0.843,
  rblogE: 0.944,
  rblogH: 0.801,
  tbdev: 0.808,
};
/** What is to be reached, strict: with a memory, and by the document alone. */
const BOUNDS: Record<'memory' | 'alone', Record<string, number>> = {
  memory: { mers: 0.995, mersE: 0.995, mersH: 0.99, rblogE: 0.99, rblogH: 0.98 },
  alone: { mersH: 0.98, rblogH: 0.94, tbdev: 0.88 },
};
/** How many pairs of the memory teach. */
const SAMPLE = 32_000;

interface Tally {
  right: number;
  given: number;
  found: number;
  gold: number;
  lonelyFound: number;
  lonely: number;
}

const lines = (path: string) => readFileSync(path, 'utf8').replace(/\n$/, '').split('\n');

function keysOf(beads: readonly Pick<Bead, 'source' | 'target'>[]): string[] {
  return beads.flatMap(({ source, target }) => {
    if (source.length === 0) return target.map((t) => `:${t}`);
    if (target.length === 0) return source.map((s) => `${s}:`);
    return [`${source.join()}:${target.join()}`];
  });
}

function goldOf(path: string): string[] {
  const beads = lines(path).map((line) => {
    const [source, target] = line.split(':').map((side) => JSON.parse(side) as number[]);
    return { source: source ?? [], target: target ?? [] };
  });
  return keysOf(beads);
}

const isLonely = (key: string) => key.startsWith(':') || key.endsWith(':');

function lexiconOf(folder: string): Lexicon {
  const rows = gunzipSync(readFileSync(join(folder, 'memory', 'tm.tsv.gz')))
    .toString()
    .split('\n');
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  return learnFromTexts(
    rows
      .filter((_, i) => i % step === 0)
      .map((row) => {
        const [target = '', source = ''] = row.split('\t');
        return { source, target };
      }),
  );
}

function measure(folder: string, lexicon: Lexicon | undefined): void {
  const families = new Map<string, Tally>();
  const sure = { right: 0, given: 0 };
  const began = performance.now();
  let sentences = 0;
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.gold'))
    .map((file) => file.slice(0, -5))) {
    const german = name === 'tbdev';
    if (german && lexicon) continue;
    const source = lines(join(folder, name + (german ? '.de' : '.fr')));
    const target = lines(join(folder, name + (german ? '.fr' : '.en')));
    const beads = align(source, target, lexicon ? { lexicon } : {});
    const gold = new Set(goldOf(join(folder, `${name}.gold`)));
    sentences += source.length;
    count(families, name.replace(/\d+$/, ''), keysOf(beads), gold);
    for (const bead of beads.filter((one) => one.score > 0.9 && one.source.length > 0 && one.target.length > 0)) {
      sure.given++;
      if (gold.has(`${bead.source.join()}:${bead.target.join()}`)) sure.right++;
    }
  }
  print(families, lexicon !== undefined);
  const seconds = (performance.now() - began) / 1000;
  console.log(`beads over 0.9 that are right: ${((100 * sure.right) / sure.given).toFixed(2)} %`);
  console.log(`${Math.round(sentences / seconds)} source sentences a second\n`);
}

/** The news articles of test/cases/align: each a list of beads, line by line. */
function newsArticles(): { source: string[]; target: string[] }[][] {
  const text = readFileSync(new URL('../cases/align/news.txt', import.meta.url), 'utf8');
  const side = (sentences: string) => sentences.split(' | ').map((sentence) => sentence.trim());
  const bead = (line: string) => {
    if (line.startsWith('- ')) return { source: [line.slice(2)], target: [] };
    if (line.startsWith('+ ')) return { source: [], target: [line.slice(2)] };
    const [source = '', target = ''] = line.split(' = ');
    return { source: side(source), target: side(target) };
  };
  const articles = text.split(/^== .*\n/m).slice(1);
  return articles.map((article) => article.trim().split('\n').map(bead));
}

/** Prints strict F1 on the news articles, with all that was counted. */
function measureNews(lexicon: Lexicon | undefined): void {
  const families = new Map<string, Tally>();
  for (const article of newsArticles()) {
    const [source, target] = [article.flatMap((bead) => bead.source), article.flatMap((bead) => bead.target)];
    let [s, t] = [0, 0];
    const gold = article.map((bead) => ({
      source: bead.source.map(() => s++),
      target: bead.target.map(() => t++),
    }));
    count(families, 'news', keysOf(align(source, target, lexicon ? { lexicon } : {})), new Set(keysOf(gold)));
  }
  print(families, lexicon !== undefined);
}

function count(families: Map<string, Tally>, family: string, keys: readonly string[], gold: ReadonlySet<string>): void {
  const tally = families.get(family) ?? { right: 0, given: 0, found: 0, gold: 0, lonelyFound: 0, lonely: 0 };
  families.set(family, tally);
  const given = new Set(keys);
  tally.given += keys.length;
  tally.right += keys.filter((key) => gold.has(key)).length;
  for (const key of gold) {
    const found = given.has(key) ? 1 : 0;
    if (isLonely(key)) {
      tally.lonely++;
      tally.lonelyFound += found;
    } else {
      tally.gold++;
      tally.found += found;
    }
  }
}

function print(families: ReadonlyMap<string, Tally>, memory: boolean): void {
  console.log(`${memory ? `with a lexicon of ${SAMPLE} pairs of memory` : 'the document alone'}:`);
  console.log('family   strict F1  bound   peer   unpartnered found');
  const bounds = BOUNDS[memory ? 'memory' : 'alone'];
  for (const [family, tally] of families) {
    const [p, r] = [tally.right / tally.given, tally.found / tally.gold];
    const f1 = (2 * p * r) / (p + r);
    const lonely = tally.lonely === 0 ? '–' : (tally.lonelyFound / tally.lonely).toFixed(3);
    const bound = bounds[family]?.toFixed(3) ?? '–';
    const peer = PEER[family]?.toFixed(3) ?? '–';
    console.log(
      `${family.padEnd(8)} ${f1.toFixed(3).padStart(9)} ${bound.padStart(6)} ${peer.padStart(6)}   ${lonely}`,
    );
  }
}

/** What an article and a report may cost: seconds of processor time, and megabytes for the whole process. */
const SIZES = [
  { sentences: 200, seconds: 1, megabytes: 1000 },
  { sentences: 5000, seconds: 60, megabytes: 1000 },
] as const;

function cost(folder: string, lexicon: Lexicon): void {
  for (const { sentences, seconds, megabytes } of SIZES) {
    const { source, target } = textOf(folder, sentences);
    if (sentences === SIZES[0].sentences) align(source, target, { lexicon });
    const before = process.cpuUsage();
    align(source, target, { lexicon });
    const { user, system } = process.cpuUsage(before);
    const taken = ((user + system) / 1e6).toFixed(2);
    const held = Math.round(process.memoryUsage().rss / 1e6);
    console.log(
      `${source.length} sentences: ${taken} s of processor time (at most ${seconds}), the process holds ${held} MB (at most ${megabytes})`,
    );
  }
}

/** The hard documents one after another, again and again, cut off behind so many source sentences. */
function textOf(folder: string, sentences: number): { source: string[]; target: string[] } {
  const names = readdirSync(folder).filter((file) => /^(?:mers|rblog)H.*\.gold$/.test(file));
  const [source, target]: [string[], string[]] = [[], []];
  for (let at = 0; source.length < sentences; at++) {
    const name = join(folder, names[at % names.length] ?? '');
    source.push(...lines(name.replace(/gold$/, 'fr')));
    target.push(...lines(name.replace(/gold$/, 'en')));
  }
  const share = sentences / source.length;
  return { source: source.slice(0, sentences), target: target.slice(0, Math.round(target.length * share)) };
}

/** Prints the levels of alignment, and what it costs. */
export default function benchAlign([only]: string[] = []): void {
  const folder = corpusFolder('alignment');
  const lexicon = lexiconOf(corpusFolder());
  if (only === 'news' || only === undefined) {
    measureNews(undefined);
    measureNews(lexicon);
  }
  if (only === 'news') return;
  if (only !== 'cost') {
    measure(folder, undefined);
    measure(folder, lexicon);
  }
  cost(folder, lexicon);
}
