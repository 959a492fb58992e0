// A stand-in for DeepL that holds its callers to the documented limits and can fail in each documented way. It answers a
// visible pseudo-translation (`[EN-US: …]`) with every tag kept, and counts what it would bill.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SaxesParser } from 'saxes';

/** One request as it arrived. */
export interface Received {
  path: string;
  texts: string[];
  context: string;
  form: URLSearchParams;
  bytes: number;
  /** Whether it was answered with translations. */
  answered: boolean;
}

/** The stand-in and its switches. */
export interface FakeDeepL {
  url: string;
  key: string;
  received: Received[];
  /** The texts that were answered, in order. */
  answered(): string[];
  billed: number;
  /** Characters left in the period; a request beyond them is answered 456. */
  limit: number;
  /** Statuses for the next requests, taken one by one before anything else is looked at. */
  failures: number[];
  /** Changes each translated text before it is sent. */
  spoil: (xml: string) => string;
  /** How many of the asked texts each answer leaves out. */
  withhold: number;
  /** Awaited before each answer, with the request's number from 0. */
  hold: (number: number) => Promise<void>;
  close(): Promise<void>;
}

const MAX_TEXTS = 50;
const MAX_BYTES = 128 * 1024;
const TARGETS = new Set(['EN-US', 'EN-GB', 'FR']);
const SOURCES = new Set(['EN', 'FR']);

/** Starts the stand-in on a free port of loopback. */
export async function startFakeDeepL(key = 'fake-key-0f9c1d7e'): Promise<FakeDeepL> {
  const fake: FakeDeepL = {
    url: '',
    key,
    received: [],
    answered: () => fake.received.filter((one) => one.answered).flatMap((one) => one.texts),
    billed: 0,
    limit: 500_000,
    failures: [],
    spoil: (xml) => xml,
    withhold: 0,
    hold: async () => undefined,
    close: () => closed(server),
  };
  const server = createServer((request, response) => {
    answer(fake, request, response).catch((thrown: unknown) => refuse(response, 500, String(thrown)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function answer(fake: FakeDeepL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await read(request);
  if (request.headers.authorization !== `DeepL-Auth-Key ${fake.key}`) {
    // A careless server may quote the key: nobody may pass that on.
    return refuse(response, 403, `Invalid auth key ${request.headers.authorization}`);
  }
  const failure = fake.failures.shift();
  if (failure !== undefined) {
    if (request.url === '/v2/translate') fake.received.push(received(request, body));
    return failure === 0
      ? void request.socket.destroy()
      : refuse(response, failure, `Simulated ${failure} for ${request.headers.authorization}`);
  }
  if (request.method === 'GET' && request.url === '/v2/usage') {
    return reply(response, 200, { character_count: fake.billed, character_limit: fake.limit });
  }
  if (request.method === 'POST' && request.url === '/v2/translate') return translate(fake, request, response, body);
  refuse(response, 404, 'Not found');
}

function received(request: IncomingMessage, body: Buffer): Received {
  const form = new URLSearchParams(body.toString('utf8'));
  return {
    path: request.url ?? '',
    texts: form.getAll('text'),
    context: form.get('context') ?? '',
    form,
    bytes: body.length,
    answered: false,
  };
}

async function translate(
  fake: FakeDeepL,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const asked = received(request, body);
  const number = fake.received.push(asked) - 1;
  const fault = faultOf(request, asked);
  if (fault) return refuse(response, ...fault);
  const costs = asked.texts.map((text) => [...contentOf(text, asked)].length);
  const cost = costs.reduce((sum, one) => sum + one, 0);
  if (fake.billed + cost > fake.limit) return refuse(response, 456, 'Quota Exceeded');
  fake.billed += cost;
  await fake.hold(number);
  asked.answered = true;
  const target = asked.form.get('target_lang')?.toUpperCase();
  reply(response, 200, {
    translations: asked.texts.slice(fake.withhold).map((text, i) => ({
      detected_source_language: asked.form.get('source_lang')?.toUpperCase() ?? 'FR',
      text: fake.spoil(`[${target}: ${text}]`),
      billed_characters: costs[i],
      model_type_used: 'quality_optimized',
    })),
  });
}

function faultOf(request: IncomingMessage, asked: Received): [number, string] | null {
  const { form } = asked;
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return [415, 'Unsupported media type'];
  if (asked.bytes > MAX_BYTES) return [413, 'Request Entity Too Large'];
  if (asked.texts.length === 0 || asked.texts.some((text) => text === ''))
    return [400, "Parameter 'text' not specified."];
  if (asked.texts.length > MAX_TEXTS) return [400, 'Too many texts.'];
  if (!TARGETS.has(form.get('target_lang')?.toUpperCase() ?? ''))
    return [400, "Value for 'target_lang' not supported."];
  const source = form.get('source_lang')?.toUpperCase();
  if (source !== undefined && !SOURCES.has(source)) return [400, "Value for 'source_lang' not supported."];
  if (form.get('tag_handling') === 'html') return [400, 'This stand-in takes xml only.'];
  if (isXml(asked) && form.get('tag_handling_version') !== 'v2') return [400, 'tag_handling_version must be v2 here.'];
  if (isXml(asked) && !asked.texts.every(isWellFormed))
    return [400, 'Tag handling parsing failed, please check input.'];
  return null;
}

const isXml = (asked: Received) => asked.form.get('tag_handling') === 'xml';

const contentOf = (text: string, asked: Received) => (isXml(asked) ? text.replace(/<[^>]*>/g, '') : text);

/** Version 2 of the tag handling refuses what is not well-formed. */
function isWellFormed(text: string): boolean {
  let sound = true;
  const parser = new SaxesParser();
  parser.on('error', () => {
    sound = false;
  });
  parser.write(`<t>${text}</t>`).close();
  return sound;
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  reply(response, status, { message });
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
