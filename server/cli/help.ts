// What --help says, made from the commands themselves.
import type { Command, Listed, Option } from './command.ts';
import { EVERYWHERE } from './parse.ts';

const WIDTH = 100;

/** The help of the whole program: every command with its sentence. */
export function overview(commands: readonly Listed[]): string {
  const rows = commands.map(({ name, about }): [string, string] => [name, about]);
  return [
    'bitexte [--db FILE] COMMAND …',
    'A translation memory for French tech journalism.',
    '',
    ...columns(rows),
    '',
    'Everywhere:',
    ...optionRows(EVERYWHERE),
    '',
    'bitexte COMMAND --help says what a command takes. `-` as a file is standard input.',
    '',
  ].join('\n');
}

/** The help of one command, which `about` says in a sentence. */
export function helpOf(command: Command, about: string): string {
  const options = Object.entries(command.options ?? {});
  const usage = options.length > 0 ? `${command.args} [options]`.trim() : command.args;
  return [
    `bitexte ${command.name} ${usage}`.trimEnd(),
    about,
    ...(options.length > 0 ? ['', ...optionRows(command.options ?? {})] : []),
    '',
    'Everywhere:',
    ...optionRows(EVERYWHERE),
    '',
  ].join('\n');
}

function optionRows(options: Record<string, Option>): string[] {
  return columns(
    Object.entries(options).map(([name, { about, value }]) => [value ? `--${name} ${value}` : `--${name}`, about]),
  );
}

function columns(rows: readonly [string, string][]): string[] {
  const left = Math.max(...rows.map(([name]) => name.length)) + 4;
  return rows.flatMap(([name, about]) => {
    const [first = '', ...more] = wrapped(about, WIDTH - left);
    return [`  ${name}`.padEnd(left) + first, ...more.map((line) => ' '.repeat(left) + line)];
  });
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
