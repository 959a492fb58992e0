// Files for long work go straight to the disk, and leave it whatever becomes of the request.
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type ErrorRequestHandler } from 'express';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { keptFile, uploadsIn } from '../../server/http/uploads.ts';
import { type Served, serve } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'bitexte-uploads-'));
const kept = () => (existsSync(folder) ? readdirSync(folder) : []);
let served: Served;
beforeAll(async () => {
  served = await serve(() => ({ uploads: uploadsIn(folder) }));
});
afterEach(() => vi.waitFor(() => expect(kept()).toEqual([])));
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

const TMX =
  '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>A chip</seg></tuv><tuv xml:lang="fr"><seg>Une puce</seg></tuv></tu></body></tmx>';

const FILE_BEGINS = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';

async function send(content: string, name: string, fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([content]), name);
  const response = await fetch(`${served.url}/api/memory/import`, { method: 'POST', body: form });
  return { status: response.status, answer: (await response.json()) as { job?: { id: number } } };
}

async function ended(id = 0) {
  return vi.waitFor(async () => {
    const job = await served.stores.jobs.get(id);
    if (!job || job.state === 'queued' || job.state === 'running') throw new Error('it still runs');
    return job;
  });
}

test('a memory is read from the disk, and gone from it when the import ends', async () => {
  const { status, answer } = await send(TMX, '../../évasion.tmx');
  expect(status).toBe(202);
  expect(await ended(answer.job?.id)).toMatchObject({ state: 'done', result: { read: 1, added: 1 } });
});

test('what the import refuses is gone too', async () => {
  const { answer } = await send(TMX.slice(0, -20), 'cut.tmx');
  expect(await ended(answer.job?.id)).toMatchObject({ state: 'failed', error: { code: 'bad-xml' } });
});

test('a request that fails leaves no file', async () => {
  expect(await send(TMX, 'a.tmx', { memory: 'no such memory' })).toMatchObject({ status: 404 });
  expect(await send(TMX, 'a.tmx', { from: 'not a language!' })).toMatchObject({ status: 400 });
});

test('a sender who goes away half way leaves none', async () => {
  const begun = ['--b', 'Content-Disposition: form-data; name="file"; filename="a.tmx"', '', 'x'.repeat(70_000)];
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const call = request(`${served.url}/api/memory/import`, { method: 'POST', headers });
  call.on('error', () => undefined);
  call.write(begun.join('\r\n'));
  await vi.waitFor(() => expect(kept()).toHaveLength(1));
  call.destroy();
  await vi.waitFor(() => expect(kept()).toEqual([]));
});

test.each([
  ['without a boundary', 'multipart/form-data', '{}'],
  ['that ends too early', 'multipart/form-data; boundary=b', '--b\r\n'],
  ['whose file ends too early', 'multipart/form-data; boundary=b', `${FILE_BEGINS}Bonjour.`],
  ['with a control character in its head', 'multipart/form-data; boundary=b', FILE_BEGINS.replace('a.', 'a\u0000.')],
])('a form %s is the sender’s fault', async (_what, type, body) => {
  for (const path of ['articles', 'memory/import', 'terms/import']) {
    const headers = { 'content-type': type };
    const response = await fetch(`${served.url}/api/${path}`, { method: 'POST', headers, body });
    expect([response.status, await response.json()]).toMatchObject([400, { error: { code: 'broken-form' } }]);
  }
  expect(served.log).toEqual([]);
});

test('a body that says that it is too long is answered before it comes', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': 300 * 1024 * 1024 };
  const call = request(`${served.url}/api/articles`, { method: 'POST', headers });
  call.on('error', () => undefined);
  call.flushHeaders();
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(413);
  call.destroy();
});

test('a text of more than 20 MB is refused while it comes, an archive is not', async () => {
  const megabyte = new Uint8Array(1024 * 1024).fill(97);
  const bring = async (name: string, head: string, megabytes: number) => {
    const form = new FormData();
    form.append('file', new Blob([head, ...Array.from({ length: megabytes }, () => megabyte)]), name);
    const response = await fetch(`${served.url}/api/articles`, { method: 'POST', body: form });
    return ((await response.json()) as { error: { code: string; message: string } }).error;
  };
  expect(await bring('a.html', '<p>', 30)).toEqual({
    code: 'too-large',
    message: 'a.html holds more than 20 MB of text. Cut it into smaller files.',
  });
  expect(await bring('a.docx', 'PK\u0003\u0004', 30)).toMatchObject({ code: 'damaged-file' });
});

test('a file that is too large leaves none', async () => {
  const app = express();
  app.post('/', keptFile(1000, uploadsIn(folder)), (_, response) => void response.end());
  const failed: ErrorRequestHandler = (error, _request, response, _next) => void response.status(413).json(error.code);
  app.use(failed);
  const server = app.listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    const form = new FormData();
    form.append('file', new Blob(['x'.repeat(300_000)]), 'a.tmx');
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: form });
    expect([response.status, await response.json()]).toEqual([413, 'LIMIT_FILE_SIZE']);
  } finally {
    server.close();
  }
});
