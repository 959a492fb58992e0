// From words on the command line to a command with its arguments and options.
import { parseArgs } from 'node:util';
import { type Asked, type Command, type Listed, type Option, UsageError } from './command.ts';

/** The options that every command takes. */
export const EVERYWHERE: Record<string, Option> = {
  db: { about: 'The database file, instead of BITEXTE_DB.', value: 'FILE' },
  by: { about: 'Who acts, instead of BITEXTE_USER.', value: 'NAME' },
  json: { about: 'Prints JSON, for programs.' },
  help: { about: 'Says what the command takes.' },
  version: { about: 'Says the version.' },
};

/** What was asked for: a command, or (null) something about the program itself, with the words that name no command. */
export interface Parsed extends Asked {
  command: Command | null;
  words: string[];
}

/** Which of the commands a call names, if any. Options that hold everywhere may stand before it. */
export function calledOf<C extends Pick<Listed, 'name'>>(argv: readonly string[], commands: readonly C[]): C | null {
  const { rest } = leadingOptions(argv);
  const two = commands.find((command) => command.name === rest.slice(0, 2).join(' '));
  return two ?? commands.find((one) => one.name === rest[0]) ?? null;
}

/** Reads what a call says to its command, or (null) to the program itself. Throws UsageErrors. */
export function parse(argv: readonly string[], command: Command | null): Parsed {
  const { leading, rest } = leadingOptions(argv);
  const words = command ? command.name.split(' ') : [];
  const options = { ...EVERYWHERE, ...command?.options };
  const { positionals, values } = read([...leading, ...rest.slice(words.length)], options);
  if (command && values['help'] !== true) countArguments(command, positionals.length);
  return { command, args: positionals, options: values, words: command ? words : positionals };
}

function leadingOptions(argv: readonly string[]): { leading: string[]; rest: string[] } {
  let at = 0;
  while (at < argv.length) {
    const word = argv[at] ?? '';
    if (word === '-h') at++;
    else if (!word.startsWith('--') || word === '--') break;
    else at += word.includes('=') || !EVERYWHERE[word.slice(2)]?.value ? 1 : 2;
  }
  return { leading: argv.slice(0, at), rest: argv.slice(at) };
}

/** Marks words that begin with one dash but are texts (« -5 °C »): the parser would take them for short options. */
const TEXT = '\0';

function read(argv: readonly string[], options: Record<string, Option>) {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, { type: option.value ? 'string' : 'boolean' } as const]),
  );
  const end = argv.indexOf('--');
  const words = argv.map((word, at) => {
    if (word === '-h' && (end < 0 || at < end)) return '--help';
    const allowed = word.startsWith('--') ? options[word.slice(2)]?.words : undefined;
    if (allowed && !allowed.includes(argv[at + 1] ?? '')) return `${word}=`;
    return /^-[^-]/.test(word) ? TEXT + word : word;
  });
  const unmarked = (word: string) => (word.startsWith(TEXT) ? word.slice(1) : word);
  try {
    const { values, positionals } = parseArgs({ args: words, options: config, allowPositionals: true, strict: true });
    const clean = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? unmarked(value) : value === true,
    ]);
    return {
      positionals: positionals.map(unmarked),
      values: Object.fromEntries(clean) as Record<string, string | boolean>,
    };
  } catch (error) {
    throw new UsageError(inOurWords(error));
  }
}

function inOurWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, unknown] = /Unknown option '([^']+)'/.exec(message) ?? [];
  if (unknown) return `there is no option ${unknown}; --help shows those that there are`;
  const [, bare] = /Option '--([\w-]+)[^']*' argument missing/.exec(message) ?? [];
  if (bare) return `--${bare} needs a value behind it`;
  const [, full] = /Option '--([\w-]+)' does not take an argument/.exec(message) ?? [];
  if (full) return `--${full} takes no value`;
  const [, doubtful] = /Option '--([\w-]+)[^']*' argument is ambiguous/.exec(message) ?? [];
  if (doubtful) return `--${doubtful} needs a value behind it; one that begins with a dash is written --${doubtful}=-…`;
  return message.split('\n')[0] ?? message;
}

function countArguments(command: Command, given: number): void {
  const wanted = command.args === '' ? [] : command.args.split(' ');
  const least = wanted.filter((word) => !word.startsWith('[')).length;
  const most = wanted.at(-1)?.includes('…') ? Number.POSITIVE_INFINITY : wanted.length;
  if (given >= least && given <= most) return;
  const usage = `bitexte ${command.name} ${command.args}`.trim();
  throw new UsageError(`${given < least ? 'something is missing' : 'there is too much'}; write ${usage}`);
}
