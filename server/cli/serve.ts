// `serve`: the editor's server.
import { readConfig } from '../config.ts';
import { environment } from '../environment.ts';
import type { Command } from './command.ts';
import { text } from './values.ts';

/** The command. It runs until it is stopped. */
export const serveCommand: Command = {
  name: 'serve',
  args: '',
  options: {
    port: { about: 'The port, instead of PORT.', value: 'N' },
    host: { about: 'The address, instead of HOST.', value: 'NAME' },
  },
  run: async (call) => {
    const port = text(call, 'port');
    const host = text(call, 'host');
    const env = { ...environment(), BITEXTE_DB: call.database };
    const config = readConfig({ ...env, ...(port ? { PORT: port } : {}), ...(host ? { HOST: host } : {}) });
    // Only here is the whole server needed: every other command starts sooner without it.
    const { startServer } = await import('../start.ts');
    const running = await startServer(config, call.shell.say);
    await call.shell.write(`Bitexte is at ${running.url}\n`);
    await aborted(call.shell.signal);
    await running.close();
  },
};

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}
