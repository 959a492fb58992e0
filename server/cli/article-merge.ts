// `article merge`: a file that was translated or corrected outside comes back.
import { basename } from 'node:path';
import { mergeFile } from '../flow/merge-file.ts';
import type { Command } from './command.ts';
import { fields, print } from './print.ts';
import { argument, numberAt } from './values.ts';

/** Prints what was merged; conflicts and units of other articles go to standard error. */
export const mergeCommand: Command = {
  name: 'article merge',
  args: 'ID FILE',
  run: async (call) => {
    const id = numberAt(call, 0, 'the article’s id');
    const name = argument(call, 1, 'the file');
    const bytes = await call.shell.read(name);
    const desk = await call.desk();
    const merged = await mergeFile(desk, id, { bytes, fileName: name === '-' ? null : basename(name) }, call.by());
    for (const { n, ours, theirs } of call.json ? [] : merged.conflicts)
      call.shell.say(`segment ${n} was changed on both sides; ours: ${ours}; theirs: ${theirs}`);
    for (const { name: unit, source } of call.json ? [] : merged.unknownUnits)
      call.shell.say(`unit ${unit} is not of this article: ${source}`);
    await print(call, merged, () => fields({ ...merged, conflicts: merged.conflicts.length }));
  },
};
