// `npm start`: reads the settings, starts the server, ends it on a signal.
import { readConfig } from './config.ts';
import { environment } from './environment.ts';
import { UserError } from './errors.ts';
import { startServer } from './start.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  const running = await startServer(readConfig(environment()), say);
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
