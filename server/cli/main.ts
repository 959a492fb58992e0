#!/usr/bin/env node
// The program `bitexte`: the process around one command.
import { environment } from '../environment.ts';
import { COMMANDS } from './commands.ts';
import { run } from './run.ts';
import { createShell } from './shell.ts';

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    // A second signal means now.
    if (stop.signal.aborted) process.exit(1);
    stop.abort(new Error(name));
  });
}
// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const shell = createShell({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  // npm runs scripts in the package's own folder and says where it was called.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  signal: stop.signal,
});

process.exitCode = await run(process.argv.slice(2), COMMANDS, shell, environment());
