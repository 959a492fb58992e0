// A memory of 200,000 units as TMX (some 126 MB): how long our reader takes beside a bare saxes parse of the same file in the
// same run, and how much memory it needs. Each reading runs in a process of its own.
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SaxesParser } from 'saxes';
import { built } from './built.ts';

const UNITS = 200_000;
const WORDS =
  'la puce le marché une entreprise des données cette année moins chère que prévu chauffe trop vite selon ses ingénieurs'.split(
    ' ',
  );

/** Units with notes, properties and (three in ten) inline codes, as memories of the trade have them. */
function* units(): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="bench" adminlang="en" srclang="fr" datatype="xml"/><body>\n';
  for (let i = 0; i < UNITS; i++) {
    const text = Array.from({ length: 18 }, (_, n) => WORDS[(i * 7 + n * n) % WORDS.length]).join(' ');
    const seg = i % 10 < 3 ? `${text} <bpt i="1" x="1">&lt;b&gt;</bpt>${i}<ept i="1">&lt;/b&gt;</ept>` : `${text} ${i}`;
    yield `<tu tuid="${i}" creationdate="20260901T080000Z" creationid="Ada"><note>seen in print &amp; online</note><prop type="x-project">dojo</prop><tuv xml:lang="fr"><seg>${seg}.</seg></tuv><tuv xml:lang="en" changedate="20260902T080000Z" changeid="Bo"><seg>${seg}, which is ${text} again.</seg></tuv></tu>\n`;
  }
  yield '</body></tmx>\n';
}

async function bare(file: string): Promise<number> {
  const parser = new SaxesParser();
  let count = 0;
  parser.on('opentag', ({ name }) => {
    if (name === 'tu') count++;
  });
  const decoder = new TextDecoder();
  for await (const chunk of createReadStream(file)) parser.write(decoder.decode(chunk as Uint8Array, { stream: true }));
  parser.close();
  return count;
}

async function ours(file: string): Promise<number> {
  const { readTmx } = (await built('server/formats/tmx-read')) as typeof import('../../server/formats/tmx-read.ts');
  const { decodeStream } = (await built(
    'server/formats/decode-stream',
  )) as typeof import('../../server/formats/decode-stream.ts');
  let count = 0;
  for await (const reads of readTmx(decodeStream(createReadStream(file))))
    for (const read of reads) if (read.kind === 'unit') count++;
  return count;
}

/** Reads the file once and prints what it took. */
async function measure(how: string, file: string): Promise<void> {
  const from = performance.now();
  const before = process.cpuUsage();
  const count = await (how === 'bare' ? bare(file) : ours(file));
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  console.log(JSON.stringify({ count, seconds, cpu, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

/** Runs the benchmark; with `bare FILE` or `ours FILE` it is one of its readings. */
export default async function bench([how, file]: string[]): Promise<void> {
  if (how && file) return measure(how, file);
  const folder = mkdtempSync(join(tmpdir(), 'bitexte-tmx-'));
  const path = join(folder, 'memory.tmx');
  await pipeline(units(), createWriteStream(path));
  console.log(`${UNITS} units, ${Math.round(statSync(path).size / 1e6)} MB`);
  const best = { bare: Number.POSITIVE_INFINITY, ours: Number.POSITIVE_INFINITY };
  for (const one of ['bare', 'ours', 'bare', 'ours'] as const) {
    const tsx = join(import.meta.dirname, '../../node_modules/.bin/tsx');
    const out = execFileSync(tsx, [join(import.meta.dirname, 'run.ts'), 'tmx', one, path], { encoding: 'utf8' });
    const { count, seconds, cpu, megabytes } = JSON.parse(out) as Record<string, number>;
    best[one] = Math.min(best[one], cpu ?? 0);
    console.log(
      `${one}: ${count} units, ${seconds?.toFixed(1)} s (${cpu?.toFixed(1)} s of processor), ${Math.round(megabytes ?? 0)} MB at its most`,
    );
  }
  console.log(
    `ours takes ${(best.ours / best.bare).toFixed(2)} times the processor time of a bare parse (2.5 at most, 150 MB at most)`,
  );
  rmSync(folder, { recursive: true });
}
