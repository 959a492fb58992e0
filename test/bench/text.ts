// How well and how fast sentences are found, beside Intl.Segmenter and the npm package sbd, in one run over one corpus of gold.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sbd from 'sbd';
import { sentences } from '../../server/text/segment.ts';
import { corpusFolder } from './corpus.ts';

interface Gold {
  lang: string;
  text: string;
  sentences: string[];
  clean: boolean;
  rebuildable?: boolean;
}

type Engine = (text: string, language: string) => string[];

const intl = new Map(['fr', 'en'].map((tag) => [tag, new Intl.Segmenter(tag, { granularity: 'sentence' })]));
const ENGINES: Record<string, Engine> = {
  bitexte: sentences,
  'Intl.Segmenter': (text, language) => Array.from(intl.get(language)?.segment(text) ?? [], ({ segment }) => segment),
  // sbd 1.0.19 throws on some texts; such a text counts as one sentence.
  sbd: (text) => {
    try {
      return sbd.sentences(text);
    } catch {
      return [text];
    }
  },
};

/** `npm run bench text`. */
export default function bench(): void {
  const folder = corpusFolder('segmentation');
  const sets = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .map((file) => ({ name: file.replace('.jsonl', ''), items: read(join(folder, file)) }));
  for (const { name, items } of sets) {
    console.log(name);
    for (const [engine, cut] of Object.entries(ENGINES))
      console.log(`  ${engine.padEnd(16)}${levels(items, cut)}, ${speed(items, cut)} sentences/s`);
  }
  const all = sets.flatMap(({ items }) => items);
  for (const [engine, cut] of Object.entries(ENGINES))
    console.log(`${engine.padEnd(18)}${speed(all, cut)} sentences/s`);
}

function read(file: string): Gold[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Gold);
}

/** Inner boundaries by the number of solid characters before them, on clean items; and items found exactly. */
function levels(items: readonly Gold[], cut: Engine): string {
  let [hits, found, wanted, exact] = [0, 0, 0, 0];
  for (const gold of items) {
    const own = boundaries(cut(gold.text, gold.lang));
    const right = boundaries(gold.sentences);
    const shared = right.filter((at) => own.includes(at)).length;
    if (shared === own.length && shared === right.length) exact++;
    if (!gold.clean || gold.rebuildable === false) continue;
    hits += shared;
    found += own.length;
    wanted += right.length;
  }
  const percent = (share: number) => (100 * share).toFixed(1);
  const f1 = percent((2 * hits) / (found + wanted));
  return `clean P ${percent(hits / found)} R ${percent(hits / wanted)} F1 ${f1}, exact ${exact}/${items.length}`;
}

function boundaries(pieces: readonly string[]): number[] {
  const out: number[] = [];
  let solid = 0;
  for (const piece of pieces) {
    const own = piece.replace(/\s/g, '').length;
    solid += own;
    if (own > 0) out.push(solid);
  }
  return out.slice(0, -1);
}

const ROUNDS = 8;
/** Small sets are cut several times in a round, so that the clock of the processor has something to count. */
const SIGNS_A_ROUND = 300_000;

/** Sentences a second of processor time, in the best of several rounds after one to warm up. */
function speed(items: readonly Gold[], cut: Engine): string {
  const signs = items.reduce((sum, { text }) => sum + text.length, 0);
  const times = Math.ceil(SIGNS_A_ROUND / signs);
  let best = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const start = process.cpuUsage();
    let count = 0;
    for (let time = 0; time < times; time++) for (const { text, lang } of items) count += cut(text, lang).length;
    const { user, system } = process.cpuUsage(start);
    if (round > 0) best = Math.max(best, (1e6 * count) / (user + system));
  }
  return Math.round(best).toLocaleString('en');
}
