// The doors of the command line, each in a process and a database of its own.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { built } from './built.ts';
import type { Answered, Door } from './hostile.ts';

const { openStores } = (await built('db/open')) as typeof import('../../db/open.ts');

/** Makes a program say, at its end, what it took. */
const TELLING = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('\\n' + JSON.stringify(process.resourceUsage()) + '\\n'))",
)}`;
const PROGRAM = join(import.meta.dirname, '../../dist/server/cli/main.js');
const WAY = ['--from', 'en', '--to', 'fr'];

/** What files with other endings than these are not meant for. */
const MEMORIES = /\.(tmx|xlf|gz|txt|csv|tsv)$/;
const ARTICLES = /\.(tmx|xlf|gz|html|md|txt|docx|odt)$/;

/** Doors that write into a database in that folder, which is made. */
export function commandDoors(folder: string): Door[] {
  mkdirSync(folder, { recursive: true });
  const article = join(folder, 'article.txt');
  writeFileSync(article, 'A chip runs hot.\n');
  const door = (name: string, meant: RegExp, args: (path: string) => string[], input = false): Door => ({
    name,
    takes: (file) => meant.test(file),
    send: async (path) => sent(folder, article, args(path), input ? path : null),
  });
  return [
    door('memory import', MEMORIES, (path) => ['memory', 'import', path, ...WAY]),
    door('article import', ARTICLES, (path) => ['article', 'import', path, ...WAY]),
    door('article import -', ARTICLES, () => ['article', 'import', '-', ...WAY], true),
    door('article update', ARTICLES, (path) => ['article', 'update', '1', path]),
    door('article merge', ARTICLES, (path) => ['article', 'merge', '1', path]),
    door('align', ARTICLES, (path) => ['align', path, article, ...WAY]),
    door('terms import', /./, (path) => ['terms', 'import', path]),
    door('lint', /./, (path) => ['lint', path]),
  ];
}

async function sent(folder: string, article: string, args: string[], input: string | null): Promise<Answered> {
  const database = join(folder, 'hostile.db');
  for (const end of ['', '-wal', '-shm']) rmSync(database + end, { force: true });
  if (args[1] === 'update' || args[1] === 'merge') run(database, ['article', 'import', article, ...WAY]);
  const before = await held(database);
  const { status, stdout, stderr } = run(database, args, input);
  const lines = stderr.trim().split('\n');
  const used = JSON.parse(lines.pop() ?? '') as NodeJS.ResourceUsage;
  return {
    seconds: (used.userCPUTime + used.systemCPUTime) / 1e6,
    megabytes: used.maxRSS / 1024,
    refused: status !== 0,
    left: before !== (await held(database)),
    words: (status === 0 ? `taken: ${stdout.trim().replace(/\s+/g, ' ')}` : lines.join(' ').trim()).slice(0, 200),
  };
}

/** Runs a command, with a file as its standard input: what this process held itself would count as the command's memory. */
function run(database: string, args: string[], input: string | null = null) {
  const stdin = input === null ? null : openSync(input, 'r');
  try {
    return spawnSync(process.execPath, ['--import', TELLING, PROGRAM, '--db', database, ...args], {
      encoding: 'utf8',
      maxBuffer: 1e9,
      stdio: [stdin ?? 'ignore', 'pipe', 'pipe'],
    });
  } finally {
    if (stdin !== null) closeSync(stdin);
  }
}

/** What a database holds, in one string. */
async function held(database: string): Promise<string> {
  const stores = openStores(database);
  try {
    const { units } = await stores.memory.stats();
    const articles = await stores.articles.list({});
    const terms = await stores.terms.list(1);
    return JSON.stringify([units, articles.map(({ id, version }) => [id, version]), terms.length]);
  } finally {
    stores.close();
  }
}
