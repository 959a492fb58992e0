// A real server on a free port over a real SQLite file, for the tests of the HTTP door.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores } from '../../db/open.ts';
import type { Stores } from '../../db/stores.ts';
import { createApp } from '../../server/app.ts';
import type { Desk } from '../../server/flow/desk.ts';
import { createJobs, type Jobs } from '../../server/flow/jobs.ts';
import { watched } from '../../server/http/changes.ts';
import { createEvents } from '../../server/http/events.ts';
import { httpServer } from '../../server/http/http-server.ts';
import type { Parts } from '../../server/http/parts.ts';
import { jobKinds } from '../../server/http/tasks.ts';
import { uploadsIn } from '../../server/http/uploads.ts';
import { scanningIndex } from '../../server/memory/scan.ts';
import { none } from '../../server/providers/none.ts';
import { readPage } from '../../server/web/read-page.ts';

/** A running server with what stands behind it. */
export interface Served {
  url: string;
  port: number;
  stores: Stores;
  jobs: Jobs;
  parts: Parts;
  /** What was logged: bugs only. */
  log: string[];
  close(): Promise<void>;
}

const now = () => new Date().toISOString();

/** Starts a server; `change` may replace parts before it listens. */
export async function serve(change: (parts: Parts) => Partial<Parts> = () => ({})): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'bitexte-http-'));
  const stores = openStores(join(folder, 'test.db'));
  const log: string[] = [];
  const events = createEvents({ run: 'test' });
  const desk: Desk = {
    stores: watched(stores, events.publish),
    index: scanningIndex(stores.memory),
    provider: () => none,
    now,
    tool: { name: 'Bitexte', version: '0' },
  };
  const uploads = uploadsIn(join(folder, 'uploads'));
  const jobs = createJobs({
    store: stores.jobs,
    now,
    kinds: jobKinds({ desk, uploads }),
    log: (line) => log.push(line),
  });
  jobs.listen((job) => events.publish('job', job));
  const parts: Parts = {
    ...{ desk, jobs, events, readPage, uploads, editor: null, user: 'program', programs: { name: null } },
    log: (line) => log.push(line),
  };
  const whole = { ...parts, ...change(parts) };
  const server = httpServer().on('request', createApp(whole));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    stores,
    jobs,
    parts: whole,
    log,
    close: async () => {
      await jobs.close();
      whole.events.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      stores.close();
      rmSync(folder, { recursive: true });
    },
  };
}
