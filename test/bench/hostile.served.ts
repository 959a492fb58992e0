// The doors of a server that runs as a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openAsBlob, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answered, Door } from './hostile.ts';

const MAIN = join(import.meta.dirname, '../../dist/server/main.js');
/** Of a second: the unit of Linux's processor times. */
const TICKS = 100;

interface Server {
  url: string;
  pid: number;
  /** Articles and units it holds. */
  held(): Promise<string>;
}

/** Starts a server over a database in that folder, which is made, and answers its doors. */
export async function servedDoors(folder: string): Promise<{ doors: Door[]; close(): Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: '0', BITEXTE_DB: join(folder, 'served.db') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child);
  const asked = async (path: string) => (await fetch(url + path)).text();
  const held = async () =>
    `${await asked('/api/articles')}${await asked('/api/memory/stats')}${await asked('/api/terms')}`;
  const server: Server = { url, pid: child.pid ?? 0, held };
  await fetch(`${url}/api/articles`, json('POST', { text: 'A chip runs hot.', from: 'en', to: 'fr' }));
  const close = async () => {
    child.kill();
    await once(child, 'exit');
  };
  return { doors: doorsOf(server), close };
}

async function addressOf(child: ChildProcess): Promise<string> {
  for await (const said of child.stdout ?? []) {
    const url = /http:\S+/.exec(String(said))?.[0];
    if (url) return url;
  }
  throw new Error('the server did not start');
}

function doorsOf(server: Server): Door[] {
  const door = (name: string, meant: RegExp, request: (path: string) => Promise<Response>): Door => ({
    name,
    takes: (file) => meant.test(file),
    send: (path) => sent(server, () => request(path)),
  });
  const files = /\.(tmx|xlf|gz|html|md|txt|docx|odt)$/;
  const form =
    (method: string, path: string, fields = {}) =>
    async (file: string) =>
      fetch(server.url + path, { method, body: await formOf(file, fields) });
  const text = (path: string) => readFileSync(path, 'latin1');
  const way = { from: 'en', to: 'fr' };
  return [
    door('POST memory/import', /\.(tmx|xlf|gz|txt|csv|tsv)$/, form('POST', '/api/memory/import', way)),
    door('POST articles', files, form('POST', '/api/articles', way)),
    door('POST articles (JSON)', files, (path) =>
      fetch(`${server.url}/api/articles`, json('POST', { ...way, text: text(path) })),
    ),
    door('PUT articles/1/source', files, form('PUT', '/api/articles/1/source')),
    door('POST articles/1/merge', files, form('POST', '/api/articles/1/merge')),
    door('POST terms/import', /./, form('POST', '/api/terms/import')),
    door('POST alignments', files, (path) => {
      const source = { name: basename(path), base64: readFileSync(path).toString('base64') };
      return fetch(`${server.url}/api/alignments`, json('POST', { ...way, source, target: { text: 'Une puce.' } }));
    }),
  ];
}

function json(method: string, body: object): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function formOf(path: string, fields: Record<string, string>): Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', await openAsBlob(path), basename(path));
  return form;
}

async function sent(server: Server, request: () => Promise<Response>): Promise<Answered> {
  const before = await server.held();
  // Forgets the peak so far (proc(5), clear_refs).
  writeFileSync(`/proc/${server.pid}/clear_refs`, '5');
  const held = residentOf(server.pid, 'VmRSS');
  const began = processorOf(server.pid);
  const { refused, words } = await outcome(server, request);
  const seconds = processorOf(server.pid) - began;
  const megabytes = residentOf(server.pid, 'VmHWM') - held;
  return { seconds, megabytes, refused, left: before !== (await server.held()), words: words.slice(0, 200) };
}

interface Said {
  job?: { id: number; state: string; error: { message: string } | null };
  error?: { message: string };
}

async function outcome(server: Server, request: () => Promise<Response>): Promise<{ refused: boolean; words: string }> {
  try {
    // A line that stood idle may have been cut meanwhile: the second one is new.
    const response = await request().catch(request);
    let said = (await response.json()) as Said;
    while (said.job && /queued|running/.test(said.job.state)) {
      await pause(10);
      said = { job: (await (await fetch(`${server.url}/api/jobs/${said.job.id}`)).json()) as Said['job'] } as Said;
    }
    const failed = said.error ?? said.job?.error ?? null;
    if (failed) return { refused: true, words: `${response.status} ${failed.message}` };
    return { refused: false, words: `taken: ${JSON.stringify(said)}` };
  } catch (thrown) {
    return { refused: true, words: `NO ANSWER: ${String(thrown)} ${String((thrown as Error).cause ?? '')}` };
  }
}

/** Seconds of processor time so far, of all its threads (proc(5), stat: utime and stime). */
function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Megabytes of memory that it has now, or had at its peak. */
function residentOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
