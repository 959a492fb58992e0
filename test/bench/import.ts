// `npm run bench import [UNITS…]`: how fast the command line imports real units (200000 and 378000 where none is named) as TMX
// and as TSV into a new database, with its full-text index, and how much memory that takes. Then a second time, which
// changes nothing. The program that was built runs in processes of its own. Wants BITEXTE_CORPUS.
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { grown, type Pair, realMemory } from './memory.corpus.ts';

const GOAL = 25_000;

/** Prints units a second, by the clock and of the processor, and the most memory. */
export default async function bench(args: readonly string[]): Promise<void> {
  const { pairs } = realMemory();
  const folder = mkdtempSync(join(tmpdir(), 'bitexte-import-'));
  try {
    for (const units of args.length > 0 ? args.map(Number) : [200_000, pairs.length]) {
      for (const kind of ['tmx', 'tsv'] as const) {
        const file = join(folder, `memory.${kind}`);
        await pipeline(kind === 'tmx' ? tmx(pairs, units) : tsv(pairs, units), createWriteStream(file));
        console.log(`\n${units.toLocaleString('en')} units as ${kind}, ${Math.round(statSync(file).size / 1e6)} MB`);
        const database = join(folder, `${kind}-${units}.db`);
        measured('new', database, file, units);
        measured('again', database, file, units);
        rmSync(database);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What XML 1.0 §2.2 cannot hold, of which real texts have a few. */
const NO_CHAR = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
  return text.replace(NO_CHAR, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function* tmx(pairs: readonly Pair[], size: number): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="bench" adminlang="en" srclang="en" datatype="plaintext"/><body>\n';
  for (const { id, source, target } of grown(pairs, size)) {
    const [en, fr] = [source, target].map(escaped);
    yield `<tu tuid="${id}" creationdate="20260901T080000Z" creationid="Ada"><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="fr"><seg>${fr}</seg></tuv></tu>\n`;
  }
  yield '</body></tmx>\n';
}

function* tsv(pairs: readonly Pair[], size: number): Generator<string> {
  yield 'en\tfr\n';
  for (const { source, target } of grown(pairs, size)) yield `${source}\t${target}\n`;
}

/** Makes a program say, at its end, what it took. */
const TELLING = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('\\n' + JSON.stringify(process.resourceUsage()) + '\\n'))",
)}`;

function measured(what: string, database: string, file: string, units: number): void {
  const program = join(import.meta.dirname, '../../dist/server/cli/main.js');
  const began = performance.now();
  const args = ['--import', TELLING, program, '--db', database, '--json', 'memory', 'import', file];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - began) / 1000;
  const used = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as NodeJS.ResourceUsage;
  const { added, unchanged, refused } = JSON.parse(stdout) as Record<'added' | 'unchanged' | 'refused', number>;
  const cpu = (used.userCPUTime + used.systemCPUTime) / 1e6;
  const rate = (time: number) => Math.round(units / time).toLocaleString('en');
  console.log(
    `  ${what}: ${rate(seconds)} units a second by the clock (${GOAL.toLocaleString('en')} at least), ${rate(cpu)} of one processor, ${Math.round(used.maxRSS / 1024)} MB at its most; added ${added}, unchanged ${unchanged}, refused ${refused}`,
  );
}
