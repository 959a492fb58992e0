// One value per route: what it takes, what it answers, which verb it calls. Express and openapi.json are both made from
// it, so neither can say anything that the other does not.
import type { Request, Response } from 'express';
import { z } from 'zod';
import { UserError } from '../errors.ts';

/** A file as it came in a multipart body. */
export interface Uploaded {
  /** Empty where the file was kept. */
  bytes: Uint8Array;
  fileName: string;
  /** The name under which it was kept, for a route that asks for that; else ''. */
  kept: string;
}

/** The name that was given, or null, and the one under which the request acts: null where a browser must be asked first. */
export interface Who {
  name: string | null;
  acting: string | null;
}

/** A request whose parts were checked by the route's schemas. */
export interface Asked<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  /** The file of a multipart body, null for a JSON one. */
  file: Uploaded | null;
  /** Who acts; throws `name-needed` (403) for a browser that gave no name. */
  by(): string;
  /** The name this browser gave, or null. */
  name: string | null;
  response: Response;
}

/** A file that is answered as an attachment. */
export interface FileAnswer {
  fileName: string;
  mime: string;
  bytes: Uint8Array | AsyncIterable<string>;
}

/** The methods of HTTP that routes answer to. */
export type Method = 'get' | 'post' | 'put' | 'delete';

/** What a route says of itself, whatever its handler's types. */
export interface RouteFacts {
  method: Method;
  /** Express's form, such as `/api/articles/:id`. */
  path: string;
  /** One sentence for openapi.json. */
  about: string;
  params: z.ZodType;
  query: z.ZodType;
  body: z.ZodType;
  /** The largest file (bytes) a multipart body may bring; 0 where none is taken. */
  upload: number;
  /** Whether that file is kept on the disk instead of being held in memory. */
  keeps: boolean;
  /** The largest JSON body in bytes. */
  json: number;
  status: number;
  answer: z.ZodType | 'file' | 'events';
}

/** A route ready to be mounted. */
export interface Route extends RouteFacts {
  run(request: Request, response: Response, who: Who): Promise<void>;
}

const nothing = z.object({});
type Nothing = typeof nothing;

interface Spec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  about: string;
  params?: P;
  query?: Q;
  body?: B;
  upload?: number;
  keeps?: boolean;
  json?: number;
}

interface JsonSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>
  extends Spec<P, Q, B> {
  status?: number;
  answer: A;
  handle(asked: Asked<z.output<P>, z.output<Q>, z.output<B>>): Promise<z.input<A>>;
}

interface FileSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> extends Spec<P, Q, B> {
  handle(asked: Asked<z.output<P>, z.output<Q>, z.output<B>>): Promise<FileAnswer>;
}

interface EventsSpec {
  about: string;
  open(request: Request, response: Response): void;
}

const JSON_BODY = 1024 * 1024;

/** A route that answers JSON. `where` is the method and the path in one string, as in `get /api/health`. */
export function answers<
  A extends z.ZodType,
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
>(where: `${Method} /${string}`, spec: JsonSpec<P, Q, B, A>): Route {
  const facts = factsOf(where, spec, spec.status ?? 200, spec.answer);
  const run: Route['run'] = async (request, response, who) => {
    const answer = await spec.handle(asked(facts, request, response, who) as Parameters<typeof spec.handle>[0]);
    response.status(facts.status).json(answer);
  };
  return { ...facts, run };
}

/** A route that answers a file, as an attachment under a name that every browser can store. */
export function answersFile<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
>(where: `${Method} /${string}`, spec: FileSpec<P, Q, B>): Route {
  const facts = factsOf(where, spec, 200, 'file');
  const run: Route['run'] = async (request, response, who) => {
    const file = await spec.handle(asked(facts, request, response, who) as Parameters<typeof spec.handle>[0]);
    await sendFile(response, file);
  };
  return { ...facts, run };
}

/** The route that stays open and sends events. */
export function answersEvents(where: `${Method} /${string}`, spec: EventsSpec): Route {
  const run: Route['run'] = async (request, response) => spec.open(request, response);
  return { ...factsOf(where, spec, 200, 'events'), run };
}

function factsOf(
  where: string,
  spec: Spec<z.ZodType, z.ZodType, z.ZodType>,
  status: number,
  answer: RouteFacts['answer'],
): RouteFacts {
  const [method, path] = where.split(' ') as [Method, string];
  return {
    method,
    path,
    about: spec.about,
    params: spec.params ?? nothing,
    query: spec.query ?? nothing,
    body: spec.body ?? nothing,
    upload: spec.upload ?? 0,
    keeps: spec.keeps ?? false,
    json: spec.json ?? JSON_BODY,
    status,
    answer,
  };
}

function uploaded({ buffer, originalname, filename }: Express.Multer.File): Uploaded {
  return { bytes: buffer ?? new Uint8Array(), fileName: originalname, kept: filename ?? '' };
}

function asked(facts: RouteFacts, request: Request, response: Response, who: Who) {
  const file = request.file;
  return {
    params: facts.params.parse(request.params),
    query: facts.query.parse(request.query),
    body: facts.body.parse(request.body ?? {}),
    file: file ? uploaded(file) : null,
    name: who.name,
    by: () => {
      if (who.acting === null) throw new UserError('name-needed', 'Say who you are first: PUT /api/me {"name"}.', 403);
      return who.acting;
    },
    response,
  };
}

async function sendFile(response: Response, file: FileAnswer): Promise<void> {
  response.setHeader('Content-Type', file.mime);
  response.setHeader('Content-Disposition', attachment(file.fileName));
  if (file.bytes instanceof Uint8Array) {
    response.end(file.bytes);
    return;
  }
  for await (const piece of file.bytes) {
    if (response.destroyed) return;
    if (!response.write(piece)) await drained(response);
  }
  response.end();
}

/** Waits until the client took what was written, or went away. */
function drained(response: Response): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
  });
}

/** The Content-Disposition of a file name (RFC 6266): the UTF-8 form, and an ASCII one for old clients. */
function attachment(fileName: string): string {
  const signs = [...fileName].map((sign) => (isUnsafe(sign) ? '_' : sign));
  const name = signs.slice(0, 150).join('');
  const ascii = name
    .normalize('NFD')
    .replace(/[^ -~]/g, '')
    .replace(/["\\%]/g, '_')
    .trim();
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii || 'file'}"; filename*=UTF-8''${encoded}`;
}

/** Signs that a file system refuses, or that would hide a name's end: separators, controls, direction marks, half pairs. */
function isUnsafe(sign: string): boolean {
  return /[\\/:*?"<>|\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(sign);
}
