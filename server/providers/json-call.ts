// JSON over HTTP to a service whose address the settings name. What fails becomes ProviderFailed in words of our own: neither
// the service's words nor the key stand in them.
import { ProviderFailed } from '../errors.ts';
import { insisting, Passing, retryAfter } from './patience.ts';

/** A service's address and how patiently it is asked. */
export interface Service {
  /** As a person reads it, such as `LibreTranslate`. */
  name: string;
  url: string;
  headers: Record<string, string>;
  /** Milliseconds for one call with all its tries. */
  deadline: number;
  /** Milliseconds before the second try of a 429 or 5xx; doubled before each next one. */
  pause: number;
}

const TRIES = 4;

const REASONS: Record<number, ProviderFailed['reason']> = {
  400: 'unsupported',
  404: 'unsupported',
  422: 'unsupported',
  401: 'auth',
  402: 'quota',
  403: 'auth',
  408: 'timeout',
  413: 'too-large',
  429: 'rate-limited',
};

const WORDS: Record<ProviderFailed['reason'], string> = {
  auth: 'refuses the key: check it in the settings',
  quota: 'says that the account has nothing left',
  'rate-limited': 'is too busy for this account now; try again in a minute',
  'too-large': 'refuses the request as too large',
  'no-glossary': 'no longer has the glossary; fill again',
  unsupported: 'refuses the request: check its address, the model and the languages it has',
  network: 'cannot be reached or has an outage; check its address, or try again later',
  timeout: 'did not answer in time; try again later',
  unknown: 'answered with something unexpected',
};

/** A failure of the service in our own words. */
export function failureOf(service: Pick<Service, 'name'>, reason: ProviderFailed['reason']): ProviderFailed {
  return new ProviderFailed(reason, `${service.name} ${WORDS[reason]}.`);
}

/**
 * Posts `body` as JSON (or, without one, gets) and answers the parsed JSON. 429 and 5xx are tried again, after the pause that
 * the service asks for where it does. Redirects are refused: a text goes to the named address and nowhere else. Throws
 * ProviderFailed, and the signal's reason when aborted.
 */
export async function callJson(service: Service, path: string, signal: AbortSignal, body?: object): Promise<unknown> {
  const patience = { deadline: service.deadline, pause: service.pause, tries: TRIES };
  const attempt = (either: AbortSignal) => once(service, path, either, body);
  return insisting(attempt, patience, signal, failureOf(service, 'timeout'));
}

async function once(service: Service, path: string, signal: AbortSignal, body?: object): Promise<unknown> {
  const { response, text } = await exchange(service, path, signal, body);
  if (response.ok) return parsed(service, text);
  const passing = response.status === 429 || response.status >= 500;
  const failure = failureOf(service, REASONS[response.status] ?? (passing ? 'network' : 'unknown'));
  throw passing ? new Passing(failure, retryAfter(response.headers.get('retry-after'), Date.now())) : failure;
}

async function exchange(service: Service, path: string, signal: AbortSignal, body?: object) {
  try {
    const response = await fetch(service.url.replace(/\/+$/, '') + path, {
      method: body ? 'POST' : 'GET',
      headers: { ...service.headers, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      redirect: 'error',
      signal,
    });
    return { response, text: await response.text() };
  } catch {
    throw failureOf(service, 'network');
  }
}

function parsed(service: Service, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw failureOf(service, 'unknown');
  }
}

/** Whether an address is this computer's own, by its literal host; a name that only resolves to it does not count. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
