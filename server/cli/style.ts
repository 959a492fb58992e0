// `style show, import, export` and `words list, add, drop`: what a desk has settled for its checks.
import { addDeskWord } from '../flow/desk-words.ts';
import { houseStyle, styleFile, takeStyleFile } from '../flow/house-style.ts';
import type { Call, Command } from './command.ts';
import { fields, print, printJson } from './print.ts';
import { argument, language, text } from './values.ts';

const show: Command = {
  name: 'style show',
  args: '',
  run: async (call) => {
    const style = await houseStyle(await call.desk());
    const { weights, ...rest } = style;
    await print(call, style, () => [
      ...fields({ ...rest, french: rest.french ?? 'none', english: rest.english ?? 'none' }),
      ...Object.entries(weights).map(([name, weight]) => `${name}: ${weight}`),
    ]);
  },
};

const exportCommand: Command = {
  name: 'style export',
  args: '',
  options: { out: { about: 'The file to write, instead of standard output.', value: 'FILE' } },
  run: async (call) => {
    const out = text(call, 'out');
    const file = await styleFile(await call.desk());
    const isFile = out !== undefined && out !== '-';
    if (isFile) await call.shell.save(out, [file]);
    else await call.shell.write(file);
    if (isFile && call.json) await printJson(call, { out });
  },
};

const importCommand: Command = {
  name: 'style import',
  args: 'FILE',
  run: async (call) => {
    const bytes = await call.shell.read(argument(call, 0, 'FILE'));
    const taken = await takeStyleFile(await call.desk(), new TextDecoder().decode(bytes), { by: call.by() });
    await print(call, taken, () => fields({ profile: taken.style.profile, words: taken.words }));
  },
};

const LANGUAGE = { language: { about: 'The word’s language; a name has none.', value: 'TAG' } };

const words: Command = {
  name: 'words list',
  args: '',
  run: async (call) => {
    for (const word of await (await call.desk()).stores.desks.words(1))
      await print(call, word, () => [`${word.word}  ${word.language ?? '*'}  ${word.by}`]);
  },
};

const add: Command = {
  name: 'words add',
  args: 'WORD',
  options: LANGUAGE,
  run: async (call) => {
    const added = await addDeskWord(await call.desk(), { ...named(call), by: call.by() });
    await print(call, { added }, () => [added ? 'added' : 'known already']);
  },
};

const drop: Command = {
  name: 'words drop',
  args: 'WORD',
  options: LANGUAGE,
  run: async (call) => {
    const dropped = await (await call.desk()).stores.desks.dropWord(1, named(call));
    await print(call, { dropped }, () => [dropped ? 'dropped' : 'there was none']);
  },
};

function named(call: Call): { word: string; language: string | null } {
  return { word: argument(call, 0, 'WORD'), language: language(call, 'language') ?? null };
}

/** The commands, in the order in which they are needed. */
export const styleCommands: Command[] = [show, importCommand, exportCommand, words, add, drop];
