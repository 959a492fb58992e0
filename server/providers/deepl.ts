// The door to DeepL, through its own SDK (deepl-node). The SDK retries 429 and 5xx with growing pauses, but knows neither
// deadlines nor cancelling, and its errors may quote what was sent: both are mended here.
import type * as deepl from 'deepl-node';
import { ProviderFailed } from '../errors.ts';
import type { Language } from '../model.ts';
import { isTagged, type Reply, translateCoded, wire } from './coded.ts';
import type { Limits, Provider, TranslationRequest } from './provider.ts';
import { TAG_NAMES } from './tags.ts';

/** What the door is opened with. */
export interface DeepLSettings {
  key: string;
  /** '' for DeepL's own address. */
  serverUrl: string;
  /** What plain `en` means as a target. */
  english: 'en-US' | 'en-GB';
  /** Milliseconds for one call with all its retries. */
  deadline?: number;
  /** How often one call is tried; the SDK waits 1 s, 1.6 s, 2.6 s… between. */
  attempts?: number;
}

/** DeepL's documented limits of one request; calls at once as its support advises. */
const LIMITS: Limits = { texts: 50, bytes: 128 * 1024, calls: 4 };

/** Bytes kept free in each body for the parameters beside texts and context. */
const PARAMETERS = 512;

/** The SDK is read at the first call: it takes a quarter of a second, which no command without a machine should pay. */
const sdk = (): Promise<typeof deepl> => import('deepl-node');

/** Opens the door; nothing is sent yet. The key goes into the SDK's headers and nowhere else. */
export function openDeepL(settings: DeepLSettings): Provider {
  let opened: Promise<deepl.DeepLClient> | undefined;
  const client = () => {
    opened ??= clientOf(settings);
    return opened;
  };
  const call = <T>(run: () => Promise<T>, signal: AbortSignal) =>
    withDeadline(run, signal, settings.deadline ?? 90_000);
  return {
    id: 'deepl',
    leaves: true,
    limits: LIMITS,
    options: JSON.stringify([settings.serverUrl, settings.english]),
    usesContext: true,
    size: (request) => bodySize(request),
    translate: (request, signal) =>
      translateCoded(request, (asked, tagged) =>
        call(async () => send(await client(), settings, asked, tagged), signal),
      ),
    usage: async (signal) => {
      const { character } = await call(async () => (await client()).getUsage(), signal);
      return character ? { used: character.count, limit: character.limit } : null;
    },
    health: async (signal) => {
      try {
        await call(async () => (await client()).getUsage(), signal);
        return { ok: true, detail: 'DeepL answers.' };
      } catch (thrown) {
        if (thrown instanceof ProviderFailed) return { ok: false, detail: thrown.message };
        throw thrown;
      }
    },
  };
}

async function clientOf({ key, serverUrl, attempts = 4 }: DeepLSettings): Promise<deepl.DeepLClient> {
  const { DeepLClient } = await sdk();
  return new DeepLClient(key, {
    ...(serverUrl === '' ? {} : { serverUrl: serverUrl.replace(/\/+$/, '') }),
    maxRetries: attempts,
    minTimeout: 20_000,
    sendPlatformInfo: false,
    appInfo: { appName: 'bitexte', appVersion: '0.1.0' },
  });
}

/** The encoded length: each accented letter takes six bytes in a form body. */
function bodySize(request: TranslationRequest): number {
  const texts = wire(request.texts, isTagged(request.texts)).map((text): [string, string] => ['text', text]);
  return new URLSearchParams([...texts, ['context', request.context]]).toString().length + PARAMETERS;
}

async function send(
  client: deepl.DeepLClient,
  settings: DeepLSettings,
  request: TranslationRequest,
  tagged: boolean,
): Promise<Reply[]> {
  const options: deepl.TranslateTextOptions = {
    // Each text is one sentence already; a service that cuts it again loses the pairing.
    splitSentences: 'off',
    ...(request.context === '' ? {} : { context: request.context }),
    // Accounts differ in which version they get unasked; only v2 reports a broken tag instead of guessing.
    ...(tagged ? { tagHandling: 'xml', tagHandlingVersion: 'v2', nonSplittingTags: TAG_NAMES } : {}),
  };
  const results = await client.translateText(
    wire(request.texts, tagged),
    sourceCode(request.from),
    targetCode(request.to, settings.english),
    options,
  );
  if (results.length !== request.texts.length) {
    throw new ProviderFailed('unknown', 'DeepL answered with another number of texts than it was asked.');
  }
  return request.texts.flatMap(({ id }, i) => {
    const result = results[i];
    if (!result) return [];
    return [{ id, text: result.text, billedCharacters: result.billedCharacters, model: result.modelTypeUsed ?? null }];
  });
}

function sourceCode(tag: Language): deepl.SourceLanguageCode {
  return (tag.split('-')[0] ?? tag).toLowerCase() as deepl.SourceLanguageCode;
}

/** The target as DeepL names it: English needs a region, French has none. */
function targetCode(tag: Language, english: 'en-US' | 'en-GB'): deepl.TargetLanguageCode {
  const [base = '', region = ''] = tag.split('-');
  if (base.toLowerCase() === 'fr') return 'fr';
  if (base.toLowerCase() !== 'en') return tag as deepl.TargetLanguageCode;
  if (region.toUpperCase() === 'GB') return 'en-GB';
  return region.toUpperCase() === 'US' ? 'en-US' : english;
}

/**
 * Runs one call of the SDK until it answers, the asker stops it, or the deadline passes. What fails becomes ProviderFailed
 * in words of our own: the SDK's error holds the request, and with it the key.
 */
async function withDeadline<T>(run: () => Promise<T>, signal: AbortSignal, deadline: number): Promise<T> {
  signal.throwIfAborted();
  const late = AbortSignal.timeout(deadline);
  const either = AbortSignal.any([signal, late]);
  const { promise: stopped, reject } = deferred();
  const stop = () => reject(either.reason);
  either.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([run(), stopped]);
  } catch (thrown) {
    signal.throwIfAborted();
    if (late.aborted) throw new ProviderFailed('timeout', 'DeepL did not answer in time; try again later.');
    throw failed(thrown, await sdk());
  } finally {
    either.removeEventListener('abort', stop);
  }
}

function deferred(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<never>((_resolve, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}

function failed(thrown: unknown, errors: typeof deepl): ProviderFailed {
  if (thrown instanceof ProviderFailed) return thrown;
  if (thrown instanceof errors.AuthorizationError) {
    return new ProviderFailed(
      'auth',
      'DeepL refuses the key: check DEEPL_AUTH_KEY, and that it belongs to this server.',
    );
  }
  if (thrown instanceof errors.QuotaExceededError) {
    return new ProviderFailed('quota', 'The DeepL account has no characters left for this period.');
  }
  if (thrown instanceof errors.TooManyRequestsError) {
    return new ProviderFailed('rate-limited', 'DeepL is too busy for this account now; try again in a minute.');
  }
  if (thrown instanceof errors.ConnectionError) {
    return new ProviderFailed('network', 'DeepL cannot be reached; check the network and DEEPL_SERVER_URL.');
  }
  return new ProviderFailed(...unnamed(thrown instanceof errors.DeepLError ? thrown.message : ''));
}

/** The SDK names only some failures; the others are told apart by how its own message begins. */
function unnamed(message: string): [ProviderFailed['reason'], string] {
  if (message.startsWith('Bad request'))
    return ['unsupported', 'DeepL refuses the request: this language or text is not one it takes.'];
  if (message.includes('status code: 413')) return ['too-large', 'DeepL refuses the request as too large.'];
  if (/unavailable|status code: 5/.test(message)) return ['network', 'DeepL has an outage; try again later.'];
  return ['unknown', 'DeepL answered with something unexpected.'];
}
