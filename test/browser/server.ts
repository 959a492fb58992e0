// The built server in a process of its own, on a free port and a temporary database; it can be killed and started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../dist/server/main.js');

/** A server process and how to treat it. */
export interface ServerProcess {
  url: string;
  /** Ends the process at once, as a power cut would (SIGKILL). */
  kill(): Promise<void>;
  /** Starts it again on the same port and database. */
  start(): Promise<void>;
  /** Ends it in order and removes its database. */
  close(): Promise<void>;
}

/** Starts a server with these settings besides its port and database. */
export async function startServer(settings: Record<string, string> = {}): Promise<ServerProcess> {
  if (!existsSync(MAIN)) throw new Error('The server is not built: run npm run build.');
  const folder = mkdtempSync(join(tmpdir(), 'bitexte-browser-'));
  const port = await freePort();
  const env = { ...cleanEnvironment(), ...settings, PORT: String(port), BITEXTE_DB: join(folder, 'test.db') };
  let child: ChildProcess | null = null;
  const start = async () => {
    child = spawn(process.execPath, [MAIN], { env, cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    await listening(child);
  };
  const end = async (signal: NodeJS.Signals) => {
    const ended = child;
    child = null;
    if (!ended || ended.exitCode !== null) return;
    const gone = new Promise((resolve) => ended.once('exit', resolve));
    ended.kill(signal);
    await gone;
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    kill: () => end('SIGKILL'),
    start,
    close: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The environment without what would reach the server from the developer's own settings. */
function cleanEnvironment(): Record<string, string> {
  const own = /^(BITEXTE_|DEEPL_|LIBRETRANSLATE_|OPENAI_|PORT$|HOST$)/;
  const entries = Object.entries(process.env).filter(([name]) => !own.test(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? '']));
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => text.includes('http://') && resolve());
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened.`)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
