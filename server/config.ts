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
  {
    name: 'DEEPL_FORMALITY',
    default: '',
    about: 'How DeepL addresses readers in French: less, more, prefer_less or prefer_more.',
  },
  {
    name: 'DEEPL_MODEL',
    default: '',
    about: 'Which of DeepL’s models: quality_optimized, prefer_quality_optimized or latency_optimized.',
  },
  {
    name: 'DEEPL_STYLES',
    default: '',
    about: 'Style rules of the DeepL account by target language, such as fr=ID en=ID.',
  },
  {
    name: 'DEEPL_INSTRUCTIONS',
    default: '',
    about: 'Custom instructions for DeepL, up to ten of 300 characters, with ; between them.',
  },
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
  {
    name: 'BITEXTE_SECOND_PROVIDER',
    default: '',
    about: 'Which provider takes over where that one fails; none unless named.',
  },
  {
    name: 'BITEXTE_BUDGET_RUN',
    default: '',
    about: 'How many characters one fill may send to services outside this machine; no limit unless set.',
  },
  {
    name: 'BITEXTE_BUDGET_MONTH',
    default: '',
    about: 'How many characters all fills of a calendar month (UTC) may send there.',
  },
] as const satisfies readonly Setting[];

/** The names by which settings choose a provider. */
export type ProviderName = 'none' | 'deepl' | 'libretranslate' | 'openai';

/** What DeepL is opened with. */
export interface DeepLConfig {
  key: string;
  /** '' for DeepL's own address. */
  serverUrl: string;
  /** '' for DeepL's default, as is `model`. */
  formality: '' | 'less' | 'more' | 'prefer_less' | 'prefer_more';
  model: '' | 'quality_optimized' | 'prefer_quality_optimized' | 'latency_optimized';
  /** Ids of style rules by base language of the target. */
  styles: Readonly<Record<string, string>>;
  instructions: readonly string[];
}

/** Characters that may go to services outside this machine; null without a limit. */
export interface Budget {
  run: number | null;
  month: number | null;
}

/** All settings, read and found right. Texts are '' where nothing was set. */
export interface Config {
  port: number;
  host: string;
  db: string;
  user: string;
  english: 'en-US' | 'en-GB';
  provider: ProviderName;
  /** Takes over where the provider fails; `none` where nobody does. */
  second: ProviderName;
  budget: Budget;
  deepl: DeepLConfig;
  libretranslate: { url: string; key: string };
  openai: { url: string; key: string; model: string };
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** The value of a setting, or its default. */
type Value = (name: (typeof SETTINGS)[number]['name']) => string;

/** Reads the settings into one frozen object. Throws one UserError that lists every mistake; no message holds a secret. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const mistakes: string[] = [];
  const value: Value = (name) =>
    env[name]?.trim() || (SETTINGS.find((setting) => setting.name === name)?.default ?? '');
  const url = (name: 'DEEPL_SERVER_URL' | 'LIBRETRANSLATE_URL' | 'OPENAI_BASE_URL') => {
    const text = value(name);
    if (text !== '' && !isHttp(text)) mistakes.push(`${name} is not an http or https address`);
    return text;
  };
  const services = {
    deepl: { key: value('DEEPL_AUTH_KEY'), serverUrl: url('DEEPL_SERVER_URL'), ...deepLOptions(value, mistakes) },
    libretranslate: { url: url('LIBRETRANSLATE_URL'), key: value('LIBRETRANSLATE_API_KEY') },
    openai: { url: url('OPENAI_BASE_URL'), key: value('OPENAI_API_KEY'), model: value('OPENAI_MODEL') },
  };
  const config = {
    ...serverOf(value, mistakes),
    db: value('BITEXTE_DB'),
    user: value('BITEXTE_USER'),
    english: oneOf('BITEXTE_ENGLISH', value, ['en-US', 'en-GB'], mistakes),
    budget: {
      run: charactersOf('BITEXTE_BUDGET_RUN', value, mistakes),
      month: charactersOf('BITEXTE_BUDGET_MONTH', value, mistakes),
    },
    ...services,
  };
  const choice = providersOf(value, services, mistakes);
  if (mistakes.length > 0)
    throw new UserError('wrong-setting', `${mistakes.join('; ')}. Mend the environment or the .env file.`);
  return Object.freeze({ ...config, ...choice });
}

function serverOf(value: Value, mistakes: string[]): Pick<Config, 'port' | 'host'> {
  const port = Number(value('PORT'));
  if (!Number.isInteger(port) || port < 0 || port > 65535) mistakes.push('PORT must be a whole number from 0 to 65535');
  const host = value('HOST');
  if (!LOOPBACK.has(host))
    mistakes.push('HOST must be 127.0.0.1, ::1 or localhost: this installation has no accounts yet');
  return { port, host };
}

function isHttp(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function oneOf<T extends string>(name: Parameters<Value>[0], value: Value, words: readonly T[], mistakes: string[]): T {
  const found = words.find((word) => word === value(name));
  if (found === undefined) mistakes.push(`${name} must be ${words.filter(Boolean).join(' or ')}`);
  return found ?? (words[0] as T);
}

function charactersOf(name: Parameters<Value>[0], value: Value, mistakes: string[]): number | null {
  const text = value(name).replace(/[\s_]/gu, '');
  if (text === '') return null;
  if (!/^\d{1,12}$/.test(text)) mistakes.push(`${name} must be a whole number of characters`);
  return Number(text);
}

const FORMALITIES = ['', 'less', 'more', 'prefer_less', 'prefer_more'] as const;
const MODELS = ['', 'quality_optimized', 'prefer_quality_optimized', 'latency_optimized'] as const;

/** DeepL's own limits on custom instructions. */
const MOST_INSTRUCTIONS = 10;
const LONGEST_INSTRUCTION = 300;

function deepLOptions(value: Value, mistakes: string[]): Omit<DeepLConfig, 'key' | 'serverUrl'> {
  const instructions = listOf(value('DEEPL_INSTRUCTIONS'), ';');
  if (instructions.length > MOST_INSTRUCTIONS || instructions.some((one) => one.length > LONGEST_INSTRUCTION))
    mistakes.push('DEEPL_INSTRUCTIONS takes at most ten instructions of at most 300 characters');
  const styles = listOf(value('DEEPL_STYLES'), /[\s,;]+/).map((one) => /^([a-z]{2,3})=([\w-]+)$/i.exec(one));
  if (styles.includes(null)) mistakes.push('DEEPL_STYLES must be pairs such as fr=ID en=ID');
  return {
    formality: oneOf('DEEPL_FORMALITY', value, FORMALITIES, mistakes),
    model: oneOf('DEEPL_MODEL', value, MODELS, mistakes),
    styles: Object.fromEntries(styles.flatMap((one) => (one ? [[one[1]?.toLowerCase(), one[2]]] : []))),
    instructions,
  };
}

function listOf(text: string, between: string | RegExp): string[] {
  return text
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

type Services = Pick<Config, 'deepl' | 'libretranslate' | 'openai'>;

function providersOf(value: Value, services: Services, mistakes: string[]): Pick<Config, 'provider' | 'second'> {
  const configured: Record<ProviderName, boolean> = {
    deepl: services.deepl.key !== '',
    libretranslate: services.libretranslate.url !== '',
    openai: services.openai.url !== '',
    none: true,
  };
  const names = Object.keys(configured) as ProviderName[];
  const named = (setting: 'BITEXTE_PROVIDER' | 'BITEXTE_SECOND_PROVIDER', otherwise: ProviderName): ProviderName => {
    const wanted = value(setting);
    const name = wanted === '' ? otherwise : names.find((one) => one === wanted);
    if (!name) mistakes.push(`${setting} must be one of ${names.join(', ')}`);
    else if (!configured[name]) mistakes.push(`${setting} is ${name}, but its own settings are missing`);
    return name ?? 'none';
  };
  const first = names.find((name) => configured[name]) ?? 'none';
  return { provider: named('BITEXTE_PROVIDER', first), second: named('BITEXTE_SECOND_PROVIDER', 'none') };
}
