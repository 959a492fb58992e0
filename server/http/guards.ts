// Who may speak to a server that trusts this computer: its own pages, and programs on it. Two ways in from outside are
// closed here: a foreign name that resolves to 127.0.0.1 (DNS rebinding), and a foreign page that posts to us.
import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';
import { UserError } from '../errors.ts';

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** Refuses (403) each request whose Host is not a loopback name with the port that it came in by. */
export const ownHostOnly: RequestHandler = (request, _response, next) => {
  if (!ownHosts(request).includes((request.headers.host ?? '').toLowerCase())) {
    throw new UserError('foreign-host', 'This server answers to localhost only.', 403);
  }
  next();
};

/**
 * Refuses (403) what another site's page sends: a foreign Origin, or a Sec-Fetch-Site other than same-origin or none.
 * Reading a page of the editor is free, so that links to it work; everything under /api is held to it. A request with
 * neither header comes from a program, not from a browser's page, and passes.
 */
export const ownPagesOnly: RequestHandler = (request, _response, next) => {
  if (isPageVisit(request)) return next();
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreignOrigin =
    origin !== undefined && !ownHosts(request).some((host) => origin.toLowerCase() === `http://${host}`);
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreignOrigin || foreignSite) {
    throw new UserError('foreign-origin', 'Another site’s page may not speak to this server.', 403);
  }
  next();
};

function isPageVisit(request: Request): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && !/^\/api(\/|$)/i.test(request.path);
}

function ownHosts(request: Request): string[] {
  const port = request.socket.localPort;
  return LOOPBACK_NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

/** The headers of every answer: no script, style or connection but our own, no referrer, no guessing of types, no framing. */
export const headers: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  // Plain http on loopback: promising https for a year would lock the browser out of it.
  strictTransportSecurity: false,
  frameguard: { action: 'deny' },
});

/** What a form's fields may add to its file, in bytes. */
const BESIDE_FILE = 1024 * 1024;

/**
 * Bodies come as JSON of at most `json` bytes, or as multipart where a route takes a file of at most `upload`; anything else, and what says
 * that it is longer, is refused (415, 413) before it is read.
 */
export function bodies({ json, upload }: { json: number; upload: number }): RequestHandler {
  const wanted = upload > 0 ? ['application/json', 'multipart/form-data'] : ['application/json'];
  return (request, _response, next) => {
    const length = Number(request.headers['content-length'] ?? 0);
    const brings = request.headers['transfer-encoding'] !== undefined || length > 0;
    if (brings && !request.is(wanted))
      throw new UserError('unsupported-type', `Send the body as ${wanted.join(' or ')}.`, 415);
    const most = request.is('multipart/form-data') ? upload + BESIDE_FILE : json;
    if (length > most) throw new UserError('too-large', `Send at most ${megabytes(most)} MB at once.`, 413);
    next();
  };
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024);
}
