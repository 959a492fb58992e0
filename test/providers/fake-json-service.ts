// A stand-in on loopback for a service that speaks JSON: it records what arrives and answers what a test tells it to.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into what arrived as it likes.
  body: any;
  bytes: number;
}

/** The stand-in and its switches. */
export interface FakeService {
  url: string;
  received: Received[];
  /** Statuses for the next requests, taken one by one; 0 cuts the connection. The refusal quotes all that was sent. */
  failures: number[];
  /** Headers of each refusal. */
  headers: Record<string, string>;
  /** What is answered with 200: an object as JSON, a string as it is. A promise holds the answer back. */
  answer: (received: Received) => unknown;
  close(): Promise<void>;
}

/** Starts the stand-in on a free port of loopback. */
export async function startFakeService(answer: FakeService['answer']): Promise<FakeService> {
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const raw = Buffer.concat(pieces);
    const body = raw.length === 0 ? null : JSON.parse(raw.toString('utf8'));
    const received = { path: request.url ?? '', headers: request.headers, body, bytes: raw.length };
    fake.received.push(received);
    const failure = fake.failures.shift();
    if (failure === 0) return void request.socket.destroy();
    const reply =
      failure === undefined ? await fake.answer(received) : { error: { raw: String(raw), ...request.headers } };
    const moved = failure === 302 ? { Location: `${fake.url}/elsewhere` } : {};
    const more = failure === undefined ? {} : fake.headers;
    response.writeHead(failure ?? 200, { 'Content-Type': 'application/json', ...moved, ...more });
    response.end(typeof reply === 'string' ? reply : JSON.stringify(reply));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake: FakeService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    failures: [],
    headers: {},
    answer,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return fake;
}
