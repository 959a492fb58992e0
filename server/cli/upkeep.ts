// `backup, restore, verify`: the care of the database file.
import { existsSync } from 'node:fs';
import { restoreDatabase } from '../../db/upkeep.ts';
import { UserError } from '../errors.ts';
import type { Call, Command } from './command.ts';
import { fields, print } from './print.ts';
import { argument } from './values.ts';

const backup: Command = {
  name: 'backup',
  args: 'FILE',
  run: async (call) => {
    const name = argument(call, 0, 'the file');
    mustStand(call);
    const { stores } = await call.desk();
    await stores.upkeep.backup(call.shell.path(name));
    await print(call, { out: name }, () => []);
  },
};

const restore: Command = {
  name: 'restore',
  args: 'FILE',
  run: async (call) => {
    const name = argument(call, 0, 'the file');
    call.shell.size(name);
    const { kept } = await restoreDatabase(call.shell.path(name), call.database);
    if (kept) call.shell.say(`What stood there is kept as ${kept}`);
    await print(call, { database: call.database, kept }, () => []);
  },
};

const verify: Command = {
  name: 'verify',
  args: '',
  run: async (call) => {
    mustStand(call);
    const report = await (await call.desk()).stores.upkeep.verify();
    await print(call, report, () => [
      ...report.problems,
      ...(report.ok ? ['Nothing is wrong.'] : []),
      ...fields(report.counts),
    ]);
    if (report.ok) return 0;
    call.shell.say('bitexte: the database is damaged; restore a backup with bitexte restore FILE');
    return 1;
  },
};

/** A database that is not there would otherwise be made, and found sound. */
function mustStand({ database }: Call): void {
  if (existsSync(database)) return;
  throw new UserError('no-such-file', `there is no database ${database}; name it with --db or BITEXTE_DB`, 404);
}

/** The commands. */
export const upkeepCommands: Command[] = [backup, restore, verify];
