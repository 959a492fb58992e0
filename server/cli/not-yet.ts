// What the manual promises and no room does yet: each says so, and fails.
import { NotYet } from '../errors.ts';
import type { Command } from './command.ts';

function missing(name: string, args: string, about: string, what: string): Command {
  return {
    name,
    args,
    about: `${about} (not built yet)`,
    run: async () => {
      throw new NotYet(`${what} yet; a later version will`);
    },
  };
}

/** The commands that are not built. */
export const missingCommands: Command[] = [
  missing('providers report', '', 'Says what machine translation was worth.', 'providers cannot be reported on'),
];
