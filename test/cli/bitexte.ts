// The built program as a process of its own, over a file in a folder that goes with the test.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'dist/server/cli/main.js');

/** How a call ended, and what it wrote. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Builds what is older than its sources. */
export function build(): void {
  execFileSync(process.execPath, [join(root, 'server/build.mjs'), '--if-stale', '--quiet']);
}

/** Starts the program in a folder; relative file arguments are seen from there. */
export function start(folder: string, args: readonly string[], more: Record<string, string> = {}): ChildProcess {
  const env = { ...process.env, INIT_CWD: folder, BITEXTE_USER: '', ...more };
  return spawn(process.execPath, [program, '--db', 'test.db', ...args], { cwd: folder, env });
}

/** Runs the program to its end. */
export function bitexte(
  folder: string,
  args: readonly string[],
  input = '',
  env: Record<string, string> = {},
): Promise<Ended> {
  const child = start(folder, args, env);
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (piece) => {
    ended.out += piece;
  });
  child.stderr?.setEncoding('utf8').on('data', (piece) => {
    ended.err += piece;
  });
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  return new Promise((done) => child.on('close', (code) => done({ ...ended, code })));
}
