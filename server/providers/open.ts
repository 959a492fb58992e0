// Which providers the settings open, and which of them fills gaps unless another is named.
import type { Config, ProviderName } from '../config.ts';
import { UserError } from '../errors.ts';
import { none } from './none.ts';
import type { Provider } from './provider.ts';

/** The opened providers. */
export interface Providers {
  chosen: Provider;
  /** Takes over where the chosen one fails, or null. */
  second: Provider | null;
  /** Those that are configured, `none` left out. */
  all: Provider[];
  /** The one of that name; throws `provider-not-configured` (409) where its settings are missing. */
  named(name: string): Provider;
}

/** Opens what the settings configure; the code of the others is not even loaded. Nothing is sent. */
export async function openProviders(config: Config): Promise<Providers> {
  const open = await configured(config);
  const named = (name: string): Provider => {
    const provider = Object.values(open).find((one) => one.id === name);
    if (provider) return provider;
    throw new UserError(
      'provider-not-configured',
      `${name} is not configured; its settings go into the environment or .env.`,
      409,
    );
  };
  const second = config.second === 'none' || config.second === config.provider ? null : named(config.second);
  const all = Object.values(open).filter((one) => one !== none);
  return { chosen: named(config.provider), second, all, named };
}

async function configured({ deepl, libretranslate, openai, english }: Config) {
  const open: Partial<Record<ProviderName, Provider>> = { none };
  if (deepl.key !== '') open.deepl = (await import('./deepl.ts')).openDeepL({ ...deepl, english });
  if (libretranslate.url !== '')
    open.libretranslate = (await import('./libretranslate.ts')).openLibreTranslate(libretranslate);
  if (openai.url !== '') open.openai = (await import('./openai.ts')).openOpenAI({ ...openai, english });
  return open;
}
