// Opens everything the settings name, puts it together and listens. Both `npm start` and `bitexte serve` come through here.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { computerUser } from './environment.ts';
import { UserError } from './errors.ts';
import type { Desk } from './flow/desk.ts';
import { createJobs } from './flow/jobs.ts';
import { WARNINGS } from './flow/providers-here.ts';
import { watched, watchOthers } from './http/changes.ts';
import { createEvents, type Events } from './http/events.ts';
import { httpServer } from './http/http-server.ts';
import type { Parts } from './http/parts.ts';
import { jobKinds, keptFiles } from './http/tasks.ts';
import { uploadsIn } from './http/uploads.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';
import { openSpelling } from './spelling.ts';
import { readPage } from './web/read-page.ts';

/** A listening server: its address, and how to end it with nothing half done. */
export interface Running {
  url: string;
  close(): Promise<void>;
}

/** How long (ms) open answers may still take once the server ends. */
const PATIENCE = 2000;

/**
 * Starts the server. Jobs that an earlier process left running are marked interrupted once the port is ours. Throws a
 * UserError where the database or the port cannot be had.
 */
export async function startServer(config: Config, log: (line: string) => void): Promise<Running> {
  const open = await openDesk(config, resolve(config.db), { thread: true });
  const events = createEvents({ run: randomUUID() });
  const parts = await partsOf(config, open, events, log);
  const server = httpServer();
  const app = createApp(parts);
  const ready = listening(server, config).then(() => wake(parts));
  // Whoever asks while the server wakes waits for it.
  server.on(
    'request',
    (request, response) =>
      void ready.then(
        () => app(request, response),
        () => response.destroy(),
      ),
  );
  try {
    await ready;
  } catch (thrown) {
    await open.close();
    throw thrown;
  }
  for (const { warning } of parts.desk.providers ?? []) if (warning !== null) log(WARNINGS[warning]);
  const { outsideChanges } = open.desk.stores.upkeep;
  const unwatch = watchOthers(outsideChanges, events.publish);
  return {
    url: addressOf(server),
    close: async () => {
      unwatch();
      await parts.jobs.close();
      events.close();
      await ended(server);
      await open.close();
    },
  };
}

/** What the routes are handed, over stores that tell every browser what they write. */
async function partsOf(config: Config, { desk: plain }: OpenDesk, events: Events, log: Parts['log']): Promise<Parts> {
  const stores = watched(plain.stores, events.publish);
  const { knows, suggest } = await openSpelling();
  const desk: Desk = { ...plain, stores, knows, suggest };
  const uploads = uploadsIn(`${resolve(config.db)}.uploads`);
  const jobs = createJobs({ store: stores.jobs, now: desk.now, kinds: jobKinds({ desk, uploads }), log });
  const user = config.user || computerUser();
  return { desk, jobs, events, readPage, uploads, editor: editorFolder(), user, programs: { name: null }, log };
}

/** Marks what an earlier process left running, and keeps of its files those that can be taken up again. */
async function wake({ jobs, events, uploads }: Parts): Promise<void> {
  await jobs.wake();
  uploads.dropOthers(keptFiles((await jobs.list(1000)).filter(({ state }) => state === 'interrupted')));
  jobs.listen((job) => events.publish('job', job));
}

function listening(server: Server, config: Config): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(portTrouble(error, config)));
    server.listen(config.port, config.host, done);
  });
}

function portTrouble(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  if (error.code === 'EADDRINUSE') {
    return new UserError(
      'port-taken',
      `${host}:${port} is in use; stop the other program or set PORT to another number`,
    );
  }
  if (error.code === 'EACCES')
    return new UserError('port-refused', `${host}:${port} may not be opened; set PORT above 1023`);
  return error;
}

function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function ended(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), PATIENCE).unref();
  });
}

/** The built editor: beside this file once compiled, in dist while running from source; null where it is not built. */
function editorFolder(): string | null {
  const places = [join(import.meta.dirname, '../client'), join(import.meta.dirname, '../dist/client')];
  return places.find((place) => existsSync(join(place, 'assets')) && existsSync(join(place, 'index.html'))) ?? null;
}
