// `lint`: what is wrong in a file that comes or goes.
import { basename } from 'node:path';
import { decode } from '../formats/decode.ts';
import { lint } from '../formats/lint.ts';
import type { Command } from './command.ts';
import { printJson } from './print.ts';
import { argument } from './values.ts';

/** JSON lines with `--json` or without: line, column, rule, message. Nothing at all for a file that is in order. */
export const lintCommand: Command = {
  name: 'lint',
  args: 'FILE',
  run: async (call) => {
    const name = argument(call, 0, 'the file');
    const { text } = decode(await call.shell.read(name), basename(name));
    for (const finding of lint(text)) await printJson(call, finding);
  },
};
