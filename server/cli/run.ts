// Runs one call of the program: finds the command, hands it what it needs, and turns what happened into an exit code.
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { readConfig } from '../config.ts';
import { computerUser, programVersion } from '../environment.ts';
import { UserError } from '../errors.ts';
import type { OpenDesk } from '../open-desk.ts';
import { type Call, type Listed, UsageError } from './command.ts';
import { helpOf, overview } from './help.ts';
import { calledOf, type Parsed, parse } from './parse.ts';
import type { Shell } from './shell.ts';
import { text } from './values.ts';

/** The exit code of a call: 0 done, 1 failed (one line on standard error), 2 wrong usage. Never throws. */
export async function run(
  argv: readonly string[],
  commands: readonly Listed[],
  shell: Shell,
  env: Record<string, string | undefined>,
): Promise<number> {
  try {
    const called = calledOf(argv, commands);
    const parsed = parse(argv, called && (await called.load()));
    if (parsed.options['version'] === true) return await tell(`${programVersion()}\n`, shell);
    if (!parsed.command) return await aboutTheProgram(parsed, commands, shell);
    if (parsed.options['help'] === true) return await tell(helpOf(parsed.command, called?.about ?? ''), shell);
    return await obey(parsed, shell, env);
  } catch (thrown) {
    return failed(thrown, shell);
  }
}

async function tell(text: string, shell: Shell): Promise<number> {
  await shell.write(text);
  return 0;
}

/** Answers a call that names no command. */
async function aboutTheProgram({ options, words }: Parsed, commands: readonly Listed[], shell: Shell): Promise<number> {
  const group = commands.filter((one) => one.name.split(' ')[0] === words[0]);
  if (options['help'] === true && (words.length === 0 || group.length > 0))
    return tell(overview(words.length === 0 ? commands : group), shell);
  if (words.length === 0) throw new UsageError('which command? bitexte --help lists them');
  const known = group.map((one) => one.name).join(', ');
  throw new UsageError(
    `there is no command "${words.slice(0, 2).join(' ')}"; ${known === '' ? 'bitexte --help lists them' : `there are ${known}`}`,
  );
}

async function obey(parsed: Parsed, shell: Shell, env: Record<string, string | undefined>): Promise<number> {
  const config = readConfig(env);
  const named = text(parsed, 'db');
  const database = named === undefined ? resolve(config.db) : shell.path(named);
  let opening: Promise<OpenDesk> | null = null;
  const call: Call = {
    args: parsed.args,
    options: parsed.options,
    shell,
    database,
    json: parsed.options['json'] === true,
    by: () => whoActs(parsed, config),
    desk: async (needs) => {
      opening ??= import('../open-desk.ts').then(({ openDesk }) => openDesk(config, database));
      const { desk } = await opening;
      if (!needs?.words) return desk;
      const { openSpelling } = await import('../spelling.ts');
      return { ...desk, knows: (await openSpelling()).knows };
    },
  };
  try {
    return (await parsed.command?.run(call)) ?? 0;
  } finally {
    shell.progress('');
    // A desk that could not be opened has said so to the command.
    await (await (opening as Promise<OpenDesk> | null)?.catch(() => null))?.close();
  }
}

function whoActs(parsed: Parsed, config: Config): string {
  const name = (text(parsed, 'by') ?? config.user).replace(/\s+/gu, ' ').trim();
  if (name.length > 80 || /\p{C}/u.test(name))
    throw new UsageError('--by takes a name of at most 80 visible characters');
  return name === '' ? computerUser() : name;
}

/** Says what failed in one line, and what blocks under it. */
function failed(thrown: unknown, shell: Shell): number {
  if (thrown instanceof UserError) {
    shell.say(`bitexte: ${oneLine(thrown.message)}`);
    return thrown instanceof UsageError ? 2 : 1;
  }
  if (shell.signal.aborted) {
    shell.say('bitexte: stopped; run the same command again to go on');
    return 1;
  }
  const told = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  shell.say(`bitexte: this is a fault of the program, please report it: ${oneLine(told).slice(0, 600)}`);
  return 1;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
