// `segmentation import, list, clear`: where sentences end at this desk, beside the rules of the language.
import { basename } from 'node:path';
import { dropSrx, importRules, type Settled, setExceptions, showRules } from '../flow/settle-rules.ts';
import { writeException } from '../text/segmentation-exceptions.ts';
import type { Call, Command } from './command.ts';
import { print } from './print.ts';
import { sayRefused } from './segment.ts';
import { argument, neededLanguage } from './values.ts';

const lang = { about: 'The language that the rules are for, with all its regions.', value: 'TAG' };

const importCommand: Command = {
  name: 'segmentation import',
  args: 'FILE',
  options: { lang },
  run: async (call) => {
    const language = neededLanguage(call, 'lang');
    const name = argument(call, 0, 'FILE');
    const file = { bytes: await call.shell.read(name), fileName: basename(name) };
    const settled = await importRules(await call.desk(), language, file, call.by());
    if (!call.json) sayRefused(call, settled.refused);
    await print(call, settled, () => [`${settled.exceptions.length} exceptions, ${settled.srx} SRX rules`]);
  },
};

const list: Command = {
  name: 'segmentation list',
  args: '',
  options: { lang },
  run: async (call) => {
    await printSettled(call, await showRules(await call.desk(), neededLanguage(call, 'lang')));
  },
};

const clear: Command = {
  name: 'segmentation clear',
  args: '',
  options: { lang },
  run: async (call) => {
    const language = neededLanguage(call, 'lang');
    const desk = await call.desk();
    await setExceptions(desk, language, [], call.by());
    await printSettled(call, await dropSrx(desk, language, call.by()));
  },
};

async function printSettled(call: Call, settled: Settled): Promise<void> {
  const srx = settled.srx === 0 ? [] : [`# ${settled.srx} rules of an SRX file stand in for those of the language`];
  await print(call, settled, () => [...srx, ...settled.exceptions.map(writeException)]);
}

/** The commands, in the order in which they are needed. */
export const segmentationCommands: Command[] = [importCommand, list, clear];
