// `npm run bench hostile [FOLDER|made] [DOOR [FILE]]`: hostile files through every door, by the command line and over HTTP:
// what each refusal takes beyond the same door's answer to a tiny file, the most memory (of the process; of the server,
// what it held before is taken off), and what is said. Ends in failure where a refusal takes over a second of processor
// time or 150 MB, or leaves something behind. FOLDER holds the files; else they are made here, and by BITEXTE_CORPUS's own
// generator where that is set. DOOR and FILE are regular expressions. Wants Linux, which tells what a running server takes.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpusFolder } from './corpus.ts';
import { commandDoors } from './hostile.commands.ts';
import { hostileFiles } from './hostile.files.ts';
import { servedDoors } from './hostile.served.ts';

const MOST_SECONDS = 1;
const MOST_MEGABYTES = 150;

/** What a door made of a file: processor time in seconds, the most memory (of a process, or beyond what a server held), and its words; `left` where something stayed. */
export interface Answered {
  seconds: number;
  megabytes: number;
  refused: boolean;
  left: boolean;
  words: string;
}

/** A way in. */
export interface Door {
  name: string;
  /** Whether a file of that name is meant for it. */
  takes(file: string): boolean;
  send(path: string): Promise<Answered>;
}

/** Prints a line for each file and door, and the worst of all. */
export default async function bench([given = 'made', ways = '', named = '']: readonly string[]): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'bitexte-hostile-'));
  try {
    const folder = given === 'made' ? made(join(scratch, 'files')) : given;
    const files = readdirSync(folder).filter(
      (file) => /\.(tmx|xlf|gz|html|md|txt|tbx|docx|odt|csv|tsv)$/.test(file) && new RegExp(named).test(file),
    );
    const tiny = join(scratch, 'tiny.txt');
    writeFileSync(tiny, 'One.\n');
    const served = await servedDoors(join(scratch, 'served'));
    try {
      for (const door of [...commandDoors(join(scratch, 'commands')), ...served.doors]) {
        if (!new RegExp(ways).test(door.name)) continue;
        const start = (await door.send(tiny)).seconds;
        for (const file of files.filter(door.takes).sort())
          tell(file, door.name, start, await door.send(join(folder, file)));
      }
    } finally {
      await served.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function made(folder: string): string {
  mkdirSync(folder);
  for (const { name, bytes } of hostileFiles()) writeFileSync(join(folder, name), bytes);
  if (process.env['BITEXTE_CORPUS'] !== undefined)
    execFileSync('python3', [join(corpusFolder('formats', 'hostile'), 'make.py')], { cwd: folder });
  return folder;
}

function tell(file: string, door: string, start: number, { seconds, megabytes, refused, left, words }: Answered): void {
  const beyond = Math.max(0, seconds - start);
  const faults = [
    ...(refused && beyond > MOST_SECONDS ? ['SLOW'] : []),
    ...(refused && megabytes > MOST_MEGABYTES ? ['LARGE'] : []),
    ...(refused && left ? ['LEFT SOMETHING'] : []),
    ...(!refused && beyond > MOST_SECONDS ? ['taken, slowly'] : []),
  ];
  if (faults.some((fault) => fault === fault.toUpperCase())) process.exitCode = 1;
  const figures = `${(beyond * 1000).toFixed(0).padStart(6)} ms ${megabytes.toFixed(0).padStart(5)} MB`;
  console.log(
    `${door.padEnd(30)} ${file.padEnd(28)} ${figures}  ${faults.join(', ')}${faults.length > 0 ? ': ' : ''}${words}`,
  );
}
