// Calls through DeepL's SDK. It knows neither deadlines nor cancelling nor Retry-After, and its errors may quote what was
// sent: all of that is mended here.
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type * as deepl from 'deepl-node';
import { ProviderFailed } from '../errors.ts';
import { insisting, Passing, type Patience, retryAfter } from './patience.ts';

type Sdk = typeof deepl;

/** Runs one call of the SDK until it answers, is refused, or the signal or the deadline ends it. Throws ProviderFailed. */
export type DeepLCall = <T>(
  run: (client: deepl.DeepLClient, sdk: Sdk) => Promise<T>,
  signal: AbortSignal,
  patience?: Partial<Patience>,
) => Promise<T>;

/** How calls of one account are made. */
export function deepLCalls({ key, serverUrl }: { key: string; serverUrl: string }, usual: Patience): DeepLCall {
  // Read at the first call: the SDK takes a quarter of a second, which no command without a machine should pay.
  let opened: Promise<Opened> | undefined;
  return (run, signal, patience) => {
    opened ??= openSdk(key, serverUrl);
    const late = new ProviderFailed('timeout', 'DeepL did not answer in time; try again later.');
    return insisting(() => once(run, opened as Promise<Opened>), { ...usual, ...patience }, signal, late);
  };
}

interface Opened {
  client: deepl.DeepLClient;
  sdk: Sdk;
}

async function openSdk(key: string, serverUrl: string): Promise<Opened> {
  const sdk = await import('deepl-node');
  const client = new sdk.DeepLClient(key, {
    ...(serverUrl === '' ? {} : { serverUrl: serverUrl.replace(/\/+$/, '') }),
    // One try a call: how patiently is decided here.
    maxRetries: 1,
    minTimeout: 30_000,
    sendPlatformInfo: false,
    appInfo: { appName: 'bitexte', appVersion: '0.1.0' },
  });
  return { client, sdk };
}

/** What the answer to the call under way asks for; the SDK shows no headers. */
const asked = new AsyncLocalStorage<{ retryAfter: string | undefined }>();

subscribe('http.client.response.finish', (message) => {
  const { response } = message as { response: { headers: Record<string, string | undefined> } };
  const noted = asked.getStore();
  if (noted) noted.retryAfter = response.headers['retry-after'];
});

async function once<T>(run: (client: deepl.DeepLClient, sdk: Sdk) => Promise<T>, opened: Promise<Opened>): Promise<T> {
  const { client, sdk } = await opened;
  const noted: { retryAfter: string | undefined } = { retryAfter: undefined };
  try {
    return await asked.run(noted, () => run(client, sdk));
  } catch (thrown) {
    const failure = failed(thrown, sdk);
    throw passes(thrown, failure, sdk) ? new Passing(failure, retryAfter(noted.retryAfter, Date.now())) : failure;
  }
}

function passes(thrown: unknown, { reason }: ProviderFailed, sdk: Sdk): boolean {
  if (thrown instanceof sdk.ConnectionError) return thrown.shouldRetry;
  return reason === 'rate-limited' || reason === 'network';
}

/** In words of our own: the SDK's error holds the request, and with it the key. */
function failed(thrown: unknown, sdk: Sdk): ProviderFailed {
  if (thrown instanceof ProviderFailed) return thrown;
  if (thrown instanceof sdk.AuthorizationError)
    return new ProviderFailed(
      'auth',
      'DeepL refuses the key: check DEEPL_AUTH_KEY, and that it belongs to this server.',
    );
  if (thrown instanceof sdk.QuotaExceededError)
    return new ProviderFailed('quota', 'The DeepL account has no characters left for this period.');
  if (thrown instanceof sdk.TooManyRequestsError)
    return new ProviderFailed('rate-limited', 'DeepL is too busy for this account now; try again in a minute.');
  if (thrown instanceof sdk.ConnectionError)
    return new ProviderFailed('network', 'DeepL cannot be reached; check the network and DEEPL_SERVER_URL.');
  if (thrown instanceof sdk.GlossaryNotFoundError) return glossaryGone();
  return unnamed(thrown instanceof sdk.DeepLError ? thrown.message : '');
}

/** The SDK names only some failures; the others are told apart by how its own message begins. */
function unnamed(message: string): ProviderFailed {
  if (/glossary.*not found/i.test(message)) return glossaryGone();
  if (message.startsWith('Bad request') || message.startsWith('Not found'))
    return new ProviderFailed('unsupported', 'DeepL refuses the request: it does not take this language or setting.');
  if (message.includes('status code: 413'))
    return new ProviderFailed('too-large', 'DeepL refuses the request as too large.');
  if (/unavailable|status code: 5/.test(message))
    return new ProviderFailed('network', 'DeepL has an outage; try again later.');
  return new ProviderFailed('unknown', 'DeepL answered with something unexpected.');
}

function glossaryGone(): ProviderFailed {
  return new ProviderFailed('no-glossary', 'DeepL no longer has the glossary; it is made anew with the next fill.');
}
