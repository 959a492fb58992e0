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
  /** Whether answers say what each text was billed: what stands between us and DeepL may leave that out. */
  tellsBilled: boolean;
  /** Seconds that a refusal asks to wait, in its Retry-After header; null for no header. */
  retryAfter: number | null;
  /** Glossaries that stand, by id: their entries by direction (`fr-en`). */
  glossaries: Map<string, Record<string, Record<string, string>>>;
  /** TMX files that were uploaded, by the name of the memory. */
  memories: Map<string, string>;
  /** Every request but those to translate, as `METHOD /path`. */
  others: string[];
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
    tellsBilled: true,
    retryAfter: null,
    glossaries: new Map(),
    memories: new Map(),
    others: [],
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
  if (request.url !== '/v2/translate') fake.others.push(`${request.method} ${request.url}`);
  // The storage behind a signed address never sees the key, and refuses whoever shows it.
  if (request.url?.startsWith('/storage/')) return stored(fake, request, response, body);
  if (request.headers.authorization !== `DeepL-Auth-Key ${fake.key}`) {
    // A careless server may quote the key: nobody may pass that on.
    return refuse(response, 403, `Invalid auth key ${request.headers.authorization}`);
  }
  const failure = fake.failures.shift();
  if (failure !== undefined) {
    if (request.url === '/v2/translate') fake.received.push(received(request, body));
    if (fake.retryAfter !== null) response.setHeader('Retry-After', String(fake.retryAfter));
    return failure === 0
      ? void request.socket.destroy()
      : refuse(response, failure, `Simulated ${failure} for ${request.headers.authorization}`);
  }
  if (request.method === 'GET' && request.url === '/v2/usage') {
    return reply(response, 200, { character_count: fake.billed, character_limit: fake.limit });
  }
  if (request.method === 'POST' && request.url === '/v2/translate') return translate(fake, request, response, body);
  if (!kept(fake, request, response, body)) refuse(response, 404, 'Not found');
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
  const fault = faultOf(fake, request, asked);
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
      text: fake.spoil(`[${target}: ${worded(fake, asked, text)}]`),
      ...(fake.tellsBilled ? { billed_characters: costs[i] } : {}),
      model_type_used: 'quality_optimized',
    })),
  });
}

function faultOf(fake: FakeDeepL, request: IncomingMessage, asked: Received): [number, string] | null {
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
  return optionFault(form) ?? glossaryFault(fake, form);
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

/** What the documentation says of settings that exclude each other. */
function optionFault(form: URLSearchParams): [number, string] | null {
  const target = form.get('target_lang')?.toUpperCase() ?? '';
  const formality = form.get('formality');
  if (formality !== null && target.startsWith('EN') && !formality.startsWith('prefer_'))
    return [400, "'formality' is not supported for given 'target_lang'."];
  const instructions = form.getAll('custom_instructions');
  if (instructions.length > 10 || instructions.some((one) => one.length > 300))
    return [400, 'Too many or too long custom instructions.'];
  return null;
}

function glossaryFault(fake: FakeDeepL, form: URLSearchParams): [number, string] | null {
  const id = form.get('glossary_id');
  if (id === null) return null;
  if (!form.has('source_lang')) return [400, "Use of a glossary requires 'source_lang'."];
  const glossary = fake.glossaries.get(id);
  if (!glossary) return [400, 'Glossary not found'];
  return glossary[directionOf(form)] ? null : [400, 'No dictionary for this language pair.'];
}

function directionOf(form: URLSearchParams): string {
  const base = (name: string) => (form.get(name) ?? '').toLowerCase().split('-')[0];
  return `${base('source_lang')}-${base('target_lang')}`;
}

/** The text as its glossary words it; what stands in ignored tags stays. */
function worded(fake: FakeDeepL, { form }: Received, text: string): string {
  const entries = fake.glossaries.get(form.get('glossary_id') ?? '')?.[directionOf(form)] ?? {};
  const ignored = form.getAll('ignore_tags').flatMap((tags) => tags.split(','));
  const outside =
    ignored.length === 0 ? [text] : text.split(new RegExp(`(<(?:${ignored.join('|')})\\b.*?>.*?</\\w+>)`));
  const swap = (piece: string) =>
    Object.entries(entries).reduce((all, [source, target]) => all.replaceAll(source, target), piece);
  return outside.map((piece, i) => (i % 2 === 0 ? swap(piece) : piece)).join('');
}

/** What the service keeps for an account: glossaries and translation memories. False for another address. */
function kept(fake: FakeDeepL, request: IncomingMessage, response: ServerResponse, body: Buffer): boolean {
  const [path = ''] = (request.url ?? '').split('?');
  const where = `${request.method} ${path}`;
  const glossary = /^\/v3\/glossaries\/([\w-]+)$/.exec(path)?.[1];
  if (where === 'POST /v3/glossaries') addGlossary(fake, response, new URLSearchParams(body.toString('utf8')));
  else if (glossary && request.method === 'DELETE') {
    if (fake.glossaries.delete(glossary)) void response.writeHead(204).end();
    else refuse(response, 404, 'Glossary not found');
  } else if (where === 'POST /v3/translation_memories/import') addMemory(fake, response, body);
  else if (path.startsWith('/v3/translation_memories/jobs/')) {
    const results = [{ status: 'completed' }];
    reply(response, 200, { job_id: path.split('/').at(-1), operation: 'import', product: 'tm', results });
  } else return false;
  return true;
}

function addGlossary(fake: FakeDeepL, response: ServerResponse, form: URLSearchParams): void {
  const dictionaries: Record<string, Record<string, string>> = {};
  for (let i = 0; form.has(`dictionaries[${i}].source_lang`); i++) {
    const field = (name: string) => form.get(`dictionaries[${i}].${name}`) ?? '';
    const rows = field('entries').split('\n');
    dictionaries[`${field('source_lang')}-${field('target_lang')}`] = Object.fromEntries(
      rows.map((row) => row.split('\t') as [string, string]),
    );
  }
  const id = `glossary-${fake.others.length}`;
  fake.glossaries.set(id, dictionaries);
  const facts = { glossary_id: id, name: form.get('name'), creation_time: '2026-03-02T10:00:00Z', dictionaries: [] };
  reply(response, 201, facts);
}

function addMemory(fake: FakeDeepL, response: ServerResponse, body: Buffer): void {
  const asked = JSON.parse(body.toString('utf8')) as { parameters?: { display_name?: string } };
  const name = encodeURIComponent(asked.parameters?.display_name ?? '');
  reply(response, 201, { job_id: 'job-1', upload_url: `${fake.url}/storage/${name}` });
}

function stored(fake: FakeDeepL, request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  if (request.headers.authorization !== undefined) refuse(response, 400, 'No key belongs here.');
  else {
    fake.memories.set(decodeURIComponent((request.url ?? '').slice('/storage/'.length)), body.toString('utf8'));
    response.writeHead(200).end();
  }
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
