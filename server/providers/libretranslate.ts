// The door to a LibreTranslate server, by its HTTP interface (POST /translate with an array of texts).
import { z } from 'zod';
import { ProviderFailed } from '../errors.ts';
import { baseLanguage } from '../text/language.ts';
import { isTagged, type Reply, translateCoded, wire } from './coded.ts';
import { callJson, failureOf, isLoopback, type Service } from './json-call.ts';
import type { Limits, Provider, TranslationRequest } from './provider.ts';

/** What the door is opened with. */
export interface LibreTranslateSettings {
  url: string;
  /** '' where the server asks for none. */
  key: string;
  /** Milliseconds for one call with all its tries. */
  deadline?: number;
  /** Milliseconds before the second try of a 429 or 5xx. */
  pause?: number;
}

/** Each server sets its own limits; these are small enough for a modest one to answer in time. */
const LIMITS: Limits = { texts: 25, bytes: 32 * 1024, calls: 2 };

const ANSWER = z.object({ translatedText: z.array(z.string()) });

/** Opens the door; nothing is sent yet. The service takes no context, so none is sent. The key travels in the body alone. */
export function openLibreTranslate(settings: LibreTranslateSettings): Provider {
  const service: Service = {
    name: 'LibreTranslate',
    url: settings.url,
    headers: {},
    deadline: settings.deadline ?? 120_000,
    pause: settings.pause ?? 1000,
  };
  const body = (request: TranslationRequest, tagged: boolean) => bodyOf(request, tagged, settings.key);
  return {
    id: 'libretranslate',
    leaves: !isLoopback(settings.url),
    bills: false,
    warning: null,
    limits: LIMITS,
    options: JSON.stringify([settings.url]),
    usesContext: false,
    usesHints: false,
    glossaries: null,
    publish: null,
    size: (request) => Buffer.byteLength(JSON.stringify(body(request, isTagged(request.texts)))),
    translate: (request, signal) =>
      translateCoded(request, async (asked, tagged) =>
        repliesOf(service, asked, tagged, await callJson(service, '/translate', signal, body(asked, tagged))),
      ),
    usage: async () => null,
    health: (signal) => healthOf(service, '/languages', signal),
  };
}

/** Asks for something free; a failure is told as a value. */
export async function healthOf(service: Service, path: string, signal: AbortSignal) {
  try {
    await callJson(service, path, signal);
    return { ok: true, detail: `${service.name} answers.` };
  } catch (thrown) {
    if (thrown instanceof ProviderFailed) return { ok: false, detail: thrown.message, code: thrown.code };
    throw thrown;
  }
}

function bodyOf(request: TranslationRequest, tagged: boolean, key: string) {
  return {
    q: tagged ? wire(request.texts, tagged).map(html) : wire(request.texts, tagged),
    source: baseLanguage(request.from),
    target: baseLanguage(request.to),
    format: tagged ? 'html' : 'text',
    ...(key === '' ? {} : { api_key: key }),
  };
}

function repliesOf(service: Service, request: TranslationRequest, tagged: boolean, answer: unknown): Reply[] {
  const read = ANSWER.safeParse(answer);
  // With another number of texts nobody can say which is missing.
  if (!read.success || read.data.translatedText.length !== request.texts.length) throw failureOf(service, 'unknown');
  return read.data.translatedText.map((text, i) => ({
    id: request.texts[i]?.id ?? 0,
    text: tagged ? xml(text) : text,
    billedCharacters: 0,
    model: null,
  }));
}

/** Kept words as HTML marks them (its attribute `translate`). */
function html(xml: string): string {
  return xml.replace(/<k id="(\d+)">/g, '<k id="$1" translate="no">');
}

/** The server reads and writes HTML, where an empty element comes back as two tags. */
function xml(html: string): string {
  return html.replace(/<x id="(\d{1,9})"\s*><\/x>/g, '<x id="$1"/>');
}
