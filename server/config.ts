// The settings, from the environment or a .env file. A wrong one stops the start, with all mistakes listed.
import { UserError } from './errors.ts';

interface Setting {
  name: string;
  default: string;
  about: string;
  secret?: true;
}

/** Every setting: its name, its default and one sentence. `.env.example` and the README are held to this table by a test. */
export const SETTINGS = [
  { name: 'PORT', default: '8787', about: 'The port the editor is served on.' },
  { name: 'HOST', default: '127.0.0.1', about: 'The address to listen on; only loopback until people have accounts.' },
  { name: 'BITEXTE_DB', default: 'data/bitexte.db', about: 'The SQLite file that holds everything.' },
  {
    name: 'DEEPL_AUTH_KEY',
    default: '',
    about: 'The DeepL key; a key ending in :fx uses the free service.',
    secret: true,
  },
  { name: 'DEEPL_SERVER_URL', default: '', about: 'Another address for DeepL, such as a test server.' },
  { name: 'LIBRETRANSLATE_URL', default: '', about: 'The address of a LibreTranslate server.' },
  { name: 'LIBRETRANSLATE_API_KEY', default: '', about: 'The key of that LibreTranslate server.', secret: true },
  {
    name: 'OPENAI_BASE_URL',
    default: '',
    about: 'The address of a server that speaks the OpenAI protocol (Mistral, Ollama, vLLM).',
  },
  { name: 'OPENAI_API_KEY', default: '', about: 'The key of that server.', secret: true },
  { name: 'OPENAI_MODEL', default: '', about: 'The model to ask there.' },
  { name: 'BITEXTE_USER', default: '', about: 'Who acts on the command line; every version carries the name.' },
  { name: 'BITEXTE_ENGLISH', default: 'en-US', about: 'What plain "en" means to a provider: en-US or en-GB.' },
  {
    name: 'BITEXTE_PROVIDER',
    default: '',
    about: 'Which provider fills gaps: none, deepl, libretranslate or openai; by default the first configured one.',
  },
] as const satisfies readonly Setting[];

export type ProviderName = 'none' | 'deepl' | 'libretranslate' | 'openai';

export interface Config {
  port: number;
  host: string;
  db: string;
  user: string;
  english: 'en-US' | 'en-GB';
  provider: ProviderName;
  deepl: { key: string; serverUrl: string };
  libretranslate: { url: string; key: string };
  openai: { url: string; key: string; model: string };
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Reads the settings into one frozen object. Throws one UserError that lists every mistake; no message holds a secret. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const mistakes: string[] = [];
  const value = (name: (typeof SETTINGS)[number]['name']) =>
    env[name]?.trim() || (SETTINGS.find((setting) => setting.name === name)?.default ?? '');
  const url = (name: 'DEEPL_SERVER_URL' | 'LIBRETRANSLATE_URL' | 'OPENAI_BASE_URL') => {
    const text = value(name);
    if (text !== '' && !isHttp(text)) mistakes.push(`${name} is not an http or https address`);
    return text;
  };
  const port = Number(value('PORT'));
  if (!Number.isInteger(port) || port < 0 || port > 65535) mistakes.push('PORT must be a whole number from 0 to 65535');
  const host = value('HOST');
  if (!LOOPBACK.has(host))
    mistakes.push('HOST must be 127.0.0.1, ::1 or localhost: this installation has no accounts yet');
  const english = value('BITEXTE_ENGLISH');
  if (english !== 'en-US' && english !== 'en-GB') mistakes.push('BITEXTE_ENGLISH must be en-US or en-GB');
  const config: Omit<Config, 'provider'> = {
    port,
    host,
    db: value('BITEXTE_DB'),
    user: value('BITEXTE_USER'),
    english: english === 'en-GB' ? 'en-GB' : 'en-US',
    deepl: { key: value('DEEPL_AUTH_KEY'), serverUrl: url('DEEPL_SERVER_URL') },
    libretranslate: { url: url('LIBRETRANSLATE_URL'), key: value('LIBRETRANSLATE_API_KEY') },
    openai: { url: url('OPENAI_BASE_URL'), key: value('OPENAI_API_KEY'), model: value('OPENAI_MODEL') },
  };
  const provider = chooseProvider(value('BITEXTE_PROVIDER'), config, mistakes);
  if (mistakes.length > 0)
    throw new UserError('wrong-setting', `${mistakes.join('; ')}. Mend the environment or the .env file.`);
  return Object.freeze({ ...config, provider });
}

function isHttp(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function chooseProvider(wanted: string, config: Omit<Config, 'provider'>, mistakes: string[]): ProviderName {
  const configured: Record<ProviderName, boolean> = {
    deepl: config.deepl.key !== '',
    libretranslate: config.libretranslate.url !== '',
    openai: config.openai.url !== '',
    none: true,
  };
  const names = Object.keys(configured) as ProviderName[];
  if (wanted === '') return names.find((name) => configured[name]) ?? 'none';
  const name = names.find((one) => one === wanted);
  if (!name) mistakes.push(`BITEXTE_PROVIDER must be one of ${names.join(', ')}`);
  else if (!configured[name]) mistakes.push(`BITEXTE_PROVIDER is ${name}, but its own settings are missing`);
  return name ?? 'none';
}
