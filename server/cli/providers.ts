// `providers report`: what machine translation was worth here.
import { machineWorth } from '../flow/machine-worth.ts';
import type { Command } from './command.ts';
import { print, table } from './print.ts';

const HEAD = ['month', 'provider', 'segments', 'unchanged', 'edited', 'model'];

const report: Command = {
  name: 'providers report',
  args: '',
  about: 'Says how much of a machine’s text reviewers changed, by month, provider and model.',
  run: async (call) => {
    const rows = await machineWorth(await call.desk());
    await print(call, rows, () =>
      rows.length === 0
        ? ['No suggestion of a machine has been approved yet.']
        : table([
            HEAD,
            ...rows.map(({ month, provider, segments, unchanged, editRate, model }) => {
              return [month, provider, segments, unchanged, `${(editRate * 100).toFixed(1)} %`, model ?? '-'];
            }),
          ]),
    );
    return 0;
  },
};

/** The commands. */
export const providerCommands: Command[] = [report];
