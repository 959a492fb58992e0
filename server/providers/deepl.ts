// The door to DeepL, through its own SDK (deepl-node).
import type * as deepl from 'deepl-node';
import type { DeepLConfig } from '../config.ts';
import { ProviderFailed } from '../errors.ts';
import type { Language } from '../model.ts';
import { baseLanguage } from '../text/language.ts';
import { charactersOf, isTagged, type Reply, translateCoded, wire } from './coded.ts';
import { type DeepLCall, deepLCalls } from './deepl-calls.ts';
import { deepLGlossaries, publishTo } from './deepl-kept.ts';
import type { Limits, Provider, TranslationRequest } from './provider.ts';
import { KEEP_TAG, TAG_NAMES } from './tags.ts';

/** What the door is opened with. */
export interface DeepLSettings extends Partial<DeepLConfig> {
  key: string;
  serverUrl: string;
  /** What plain `en` means as a target. */
  english: 'en-US' | 'en-GB';
  /** Milliseconds for one call with all its tries. */
  deadline?: number;
  /** How often one call is tried. */
  attempts?: number;
  /** Milliseconds before the second try of a 429 or 5xx. */
  pause?: number;
}

/** DeepL's documented limits of one request; calls at once as its support advises. */
const LIMITS: Limits = { texts: 50, bytes: 128 * 1024, calls: 4 };

/** Opens the door; nothing is sent yet. The key goes into the SDK's headers and nowhere else. */
export function openDeepL(settings: DeepLSettings): Provider {
  const { serverUrl, english, formality, model, styles, instructions } = settings;
  const { deadline = 90_000, pause = 1000, attempts: tries = 4 } = settings;
  const call = deepLCalls(settings, { deadline, pause, tries });
  return {
    id: 'deepl',
    leaves: true,
    bills: true,
    warning: isFree(settings.key) ? 'deepl-free' : null,
    limits: LIMITS,
    options: JSON.stringify([serverUrl, english, formality, model, styles, instructions]),
    usesContext: true,
    usesHints: false,
    glossaries: deepLGlossaries(call),
    publish: (name, tmx, signal) => publishTo(call, { name, tmx }, signal),
    size: (request) => bodySize(request, settings),
    translate: (request, signal) =>
      translateCoded(request, (asked, tagged) => call((client) => send(client, settings, asked, tagged), signal)),
    ...accountOf(call),
  };
}

/** Keys of free accounts end so, as DeepL's own SDK tells them apart. */
function isFree(key: string): boolean {
  return key.endsWith(':fx');
}

function accountOf(call: DeepLCall): Pick<Provider, 'usage' | 'health'> {
  return {
    usage: async (signal) => {
      const { character } = await call((client) => client.getUsage(), signal);
      return character ? { used: character.count, limit: character.limit } : null;
    },
    health: async (signal) => {
      try {
        await call((client) => client.getUsage(), signal);
        return { ok: true, detail: 'DeepL answers.' };
      } catch (thrown) {
        if (thrown instanceof ProviderFailed) return { ok: false, detail: thrown.message, code: thrown.code };
        throw thrown;
      }
    },
  };
}

/** Bytes kept free in each body for the short parameters beside texts, context and instructions. */
const PARAMETERS = 512;

/** The encoded length: each accented letter takes six bytes in a form body. */
function bodySize(request: TranslationRequest, { instructions = [] }: DeepLSettings): number {
  const texts = wire(request.texts, isTagged(request.texts)).map((text): [string, string] => ['text', text]);
  const told = instructions.map((text): [string, string] => ['custom_instructions', text]);
  return new URLSearchParams([...texts, ...told, ['context', request.context]]).toString().length + PARAMETERS;
}

async function send(
  client: deepl.DeepLClient,
  settings: DeepLSettings,
  request: TranslationRequest,
  tagged: boolean,
): Promise<Reply[]> {
  const results = await client.translateText(
    wire(request.texts, tagged),
    sourceCode(request.from),
    targetCode(request.to, settings.english),
    optionsOf(request, settings, tagged),
  );
  if (results.length !== request.texts.length) {
    throw new ProviderFailed('unknown', 'DeepL answered with another number of texts than it was asked.');
  }
  return request.texts.flatMap((asked, i) => {
    const result: Partial<deepl.TextResult> | undefined = results[i];
    if (result?.text === undefined) return [];
    // A server that stands in between may leave out what was billed.
    const { text, billedCharacters = charactersOf([asked]), modelTypeUsed = null } = result;
    return [{ id: asked.id, text, billedCharacters, model: modelTypeUsed }];
  });
}

function optionsOf(request: TranslationRequest, settings: DeepLSettings, tagged: boolean): deepl.TranslateTextOptions {
  const { formality = '', model = '', styles = {}, instructions = [] } = settings;
  const to = baseLanguage(request.to);
  const style = styles[to];
  return {
    // Each text is one sentence already; a service that cuts it again loses the pairing.
    splitSentences: 'off',
    ...(request.context === '' ? {} : { context: request.context }),
    ...(request.glossary === undefined ? {} : { glossary: request.glossary }),
    // English has no formal and familiar forms: DeepL refuses the setting there.
    ...(formality === '' || to === 'en' ? {} : { formality }),
    ...(model === '' ? {} : { modelType: model }),
    ...(style === undefined ? {} : { styleRule: style }),
    ...(instructions.length === 0 ? {} : { customInstructions: [...instructions] }),
    // Accounts differ in which version they get unasked; only v2 reports a broken tag instead of guessing.
    ...(tagged
      ? { tagHandling: 'xml', tagHandlingVersion: 'v2', nonSplittingTags: TAG_NAMES, ignoreTags: [KEEP_TAG] }
      : {}),
  };
}

function sourceCode(tag: Language): deepl.SourceLanguageCode {
  return baseLanguage(tag) as deepl.SourceLanguageCode;
}

/** The target as DeepL names it: English needs a region, French has none. */
function targetCode(tag: Language, english: 'en-US' | 'en-GB'): deepl.TargetLanguageCode {
  const region = (tag.split('-')[1] ?? '').toUpperCase();
  if (baseLanguage(tag) === 'fr') return 'fr';
  if (baseLanguage(tag) !== 'en') return tag as deepl.TargetLanguageCode;
  if (region === 'GB') return 'en-GB';
  return region === 'US' ? 'en-US' : english;
}
