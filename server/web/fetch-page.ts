// Fetches one page of the public web: guarded against private networks at every hop, and against size and time.
import { isIP } from 'node:net';
import { Agent, fetch, type Response } from 'undici';
import { UserError } from '../errors.ts';
import { type Allows, guardedLookup, isPublic, notPublic } from './public-address.ts';

/** How far a fetch may go. */
export interface FetchLimits {
  /** The largest page, in bytes once unpacked. */
  bytes: number;
  /** The longest wait for the whole page with its redirects, in ms. */
  time: number;
  redirects: number;
}

/** 10 MB, 20 seconds, five redirects. */
const PAGE_LIMITS: FetchLimits = { bytes: 10 * 1024 * 1024, time: 20_000, redirects: 5 };

/** What a caller may ask of a fetch. `allows` says which IP addresses may be spoken to: public ones, where absent. */
export interface FetchOptions {
  allows?: Allows;
  limits?: Partial<FetchLimits>;
  signal?: AbortSignal;
}

/** A page as it came. */
export interface FetchedPage {
  bytes: Uint8Array;
  /** Where it was found in the end, behind every redirect. */
  address: string;
  /** The charset that the server names for it, as it writes it. */
  charset: string | null;
}

interface Fetching {
  allows: Allows;
  limits: FetchLimits;
  agent: Agent;
  signal: AbortSignal;
}

/**
 * Fetches an HTML page by http or https. Throws a UserError that says what to do for everything that the page, the
 * network or the guard refuses; the caller's abort is thrown as it is.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const { allows = isPublic, signal } = options;
  const limits = { ...PAGE_LIMITS, ...options.limits };
  const clock = AbortSignal.timeout(limits.time);
  const agent = new Agent({ connect: { lookup: guardedLookup(allows) } });
  try {
    return await follow(address, { allows, limits, agent, signal: signal ? AbortSignal.any([clock, signal]) : clock });
  } catch (thrown) {
    signal?.throwIfAborted();
    throw clock.aborted ? tooSlow(address, limits.time) : inWords(thrown, address);
  } finally {
    await agent.destroy();
  }
}

async function follow(start: string, fetching: Fetching): Promise<FetchedPage> {
  let url = guarded(start, fetching.allows);
  for (let hop = 0; hop <= fetching.limits.redirects; hop++) {
    const response = await ask(url, fetching);
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return received(response, url, fetching);
    await response.body?.cancel();
    url = guarded(location, fetching.allows, url);
  }
  throw new UserError(
    'too-many-redirects',
    `The page sends from one address to the next more than ${fetching.limits.redirects} times. Open it in a browser and use the address that it ends on.`,
    502,
  );
}

/** An address that may be asked. The URL standard turns every notation of an IPv4 address into plain digits first. */
function guarded(address: string, allows: Allows, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new UserError('malformed-address', 'Give the whole address of a page, with http:// or https://.');
  if (url.username !== '' || url.password !== '')
    throw new UserError('address-with-password', 'Give the address without a name or password in it.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !allows(host)) throw notPublic(url.hostname);
  url.hash = '';
  return url;
}

function ask(url: URL, { agent, signal }: Fetching): Promise<Response> {
  return fetch(url, {
    dispatcher: agent,
    redirect: 'manual',
    signal,
    headers: { accept: 'text/html, application/xhtml+xml', 'user-agent': 'Mozilla/5.0 (compatible; Bitexte)' },
  });
}

async function received(response: Response, url: URL, { limits }: Fetching): Promise<FetchedPage> {
  if (!response.ok)
    throw new UserError(
      'page-refused',
      `${url.host} answers ${response.status}. Look whether the page opens in your browser; if it does, save it there and import the file.`,
      502,
    );
  const type = response.headers.get('content-type') ?? '';
  if (!/^\s*(text\/html|application\/xhtml\+xml)\s*(;|$)/i.test(type))
    throw new UserError(
      'not-a-page',
      `The address holds ${type.split(';')[0]?.trim() || 'something without a type'}, not an HTML page. Download it, and import the file.`,
      415,
    );
  const charset = /;\s*charset\s*=\s*"?\s*([\w.:-]{1,40})/i.exec(type)?.[1] ?? null;
  return { bytes: await bytesOf(response, limits.bytes), address: url.href, charset };
}

/** Counts what comes once unpacked, so that a small answer cannot unfold into a large one. */
async function bytesOf(response: Response, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > most)
      throw new UserError(
        'page-too-large',
        `The page is larger than ${Math.floor(most / 1024 / 1024)} MB; no article is. Save the article alone, and import the file.`,
        413,
      );
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function tooSlow(address: string, time: number): UserError {
  return new UserError(
    'page-too-slow',
    `${new URL(address).host} did not answer within ${time / 1000} seconds. Try again later.`,
    504,
  );
}

/** What undici throws hides its cause; the guard's own refusal is in there. */
function inWords(thrown: unknown, address: string): unknown {
  for (let one = thrown; one instanceof Error; one = one.cause) if (one instanceof UserError) return one;
  if (!(thrown instanceof TypeError)) return thrown;
  const cause = thrown.cause as NodeJS.ErrnoException | undefined;
  const { host } = new URL(address);
  const why = cause?.code ?? cause?.message ?? thrown.message;
  return new UserError(
    'page-unreachable',
    `${host} cannot be reached (${why}). Check the address and the connection.`,
    502,
  );
}
