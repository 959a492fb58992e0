// `check`: the checks over pairs, a line each.
import { checkPairs } from '../flow/check-pairs.ts';
import { decodeStream } from '../formats/decode-stream.ts';
import { openSpelling } from '../spelling.ts';
import type { Command } from './command.ts';
import { linesOf } from './lines.ts';
import { print } from './print.ts';
import { DIRECTION, direction, oneOf } from './values.ts';

/** The command. */
export const checkCommand: Command = {
  name: 'check',
  args: '[FILE|-]',
  options: { ...DIRECTION, profile: { about: 'lax, default or strict.', value: 'NAME' } },
  run: async (call) => {
    const profile = oneOf(call, 'profile', ['lax', 'default', 'strict'] as const);
    const { knows } = await openSpelling();
    const defaults = { ...direction(call), ...(profile ? { profile } : {}), knows };
    const name = call.args[0] ?? '-';
    for await (const checked of checkPairs(linesOf(decodeStream(call.shell.stream(name), name)), defaults)) {
      await print(call, checked, () =>
        checked.findings.map(
          ({ check, severity, message, side, start, end }) =>
            `${checked.id}  ${severity}  ${check} (${side} ${start}-${end}): ${message}`,
        ),
      );
    }
  },
};
