// Reading in a thread of its own: the same units, refusals and mistakes as in the caller's, and no thread that outlives its reader.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashesOf } from '../db/unit-rows.ts';
import { type MemoryFile, type ReadyUnits, readyUnits } from '../server/flow/ready-units.ts';
import { readerInThread } from '../server/read-thread.ts';
import { build } from './cli/bitexte.ts';

const folder = mkdtempSync(join(tmpdir(), 'bitexte-read-'));
const reading = { languages: {}, learning: { memory: 1, by: 'Zoé', at: '2026-01-01T00:00:00.000Z' }, size: 40 };

beforeAll(build, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, text: string): MemoryFile & { path: string } {
  const path = join(folder, name);
  writeFileSync(path, text);
  const open = async function* () {
    yield readFileSync(path);
  };
  return { name, path, open };
}

const unit = (n: number) =>
  `<tu tuid="u${n}" changedate="20260901T080000Z" changeid="Ada"><note>n° ${n}</note><prop type="x-context-pre">Before ${n}.</prop>
   <tuv xml:lang="en"><seg>Chip ${n} <bpt i="1">&lt;b&gt;</bpt>waits<ept i="1">&lt;/b&gt;</ept> “here”.</seg></tuv>
   <tuv xml:lang="fr"><seg>${n % 17 === 0 ? '' : `La puce ${n} <bpt i="1">&lt;b&gt;</bpt>attend<ept i="1">&lt;/b&gt;</ept> là\u00a0!`}</seg></tuv></tu>\n`;
const tmx = (count: number, end = '</body></tmx>') =>
  `<tmx version="1.4"><header srclang="en"/><body>\n${Array.from({ length: count }, (_, n) => unit(n)).join('')}${end}`;

async function all(pieces: AsyncIterable<ReadyUnits>): Promise<ReadyUnits[]> {
  const read: ReadyUnits[] = [];
  for await (const piece of pieces) read.push(piece);
  return read;
}

it.each([
  ['memory.tmx', tmx(333)],
  [
    'memory.tsv',
    `en\tfr\nOne.\tUne.\n\tSeule.\n${Array.from({ length: 200 }, (_, i) => `A ${i}\tUn ${i}\n`).join('')}`,
  ],
])('gives what the caller’s own thread would of %s, with the hashes worked out', async (name, text) => {
  const file = written(name, text);
  const here = await all(readyUnits(file, reading));
  expect(here.flatMap(({ refusals }) => refusals)).not.toEqual([]);
  const hashed = here.map((ready) => ({
    ...ready,
    units: ready.units.map((one) => ({ ...one, hashes: hashesOf(one) })),
  }));
  expect(await all(readerInThread(0)(file, reading))).toEqual(hashed);
});

it('fails as the caller’s own thread would, after the units before the mistake', async () => {
  const file = written('broken.tmx', tmx(100, '<tu></body></tmx>'));
  const mistake = await all(readyUnits(file, reading)).catch((thrown: unknown) => thrown);
  expect(mistake).toMatchObject({ name: 'UserError', code: 'bad-xml', values: { line: expect.any(Number) } });
  await expect(all(readerInThread(0)(file, reading))).rejects.toEqual(mistake);
});

it('stops where its reader stops', async () => {
  const before = process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
  const pieces = readerInThread(0)(written('long.tmx', tmx(5000)), reading);
  expect((await pieces.next()).value).toMatchObject({ read: 40 });
  await pieces.return(undefined);
  const after = process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
  expect(after).toBe(before);
});
