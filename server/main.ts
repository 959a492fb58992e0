// `npm start`: reads the settings, starts the server, ends it on a signal.
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { readConfig } from './config.ts';
import { UserError } from './errors.ts';
import { startServer } from './start.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** What the environment says, over what a `.env` file in the working folder says. */
function settings(): Record<string, string | undefined> {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return { ...file, ...process.env };
}

try {
  const running = await startServer(readConfig(settings()), say);
  process.stdout.write(`Bitexte is at ${running.url}\n`);
  let ending = false;
  const end = () => {
    // A second signal means now.
    if (ending) process.exit(1);
    ending = true;
    running.close().then(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
} catch (thrown) {
  if (!(thrown instanceof UserError)) throw thrown;
  say(`bitexte: ${thrown.message}`);
  process.exitCode = 1;
}
