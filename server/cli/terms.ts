// `terms import, export, list, suggest`: the desk's words for things.
import { basename } from 'node:path';
import { exportTerms, TERMS_EXPORTS } from '../flow/export-terms.ts';
import { importTerms } from '../flow/import-terms.ts';
import { acceptKnownTerms, knownTerms, suggestTerms } from '../flow/suggest-terms.ts';
import { type Call, type Command, UsageError } from './command.ts';
import { fields, print, printJson } from './print.ts';
import { argument, DIRECTION, direction, flag, neededLanguage, number, oneOf, text } from './values.ts';
import { finished } from './work.ts';

const importCommand: Command = {
  name: 'terms import',
  args: 'FILE',
  run: async (call) => {
    const name = argument(call, 0, 'FILE');
    const file = { name: name === '-' ? 'standard input' : basename(name), bytes: await call.shell.read(name) };
    const work = importTerms(await call.desk(), file, { by: call.by(), signal: call.shell.signal });
    const { refusals, ...counts } = await finished(work, call.shell, 'terms');
    for (const { at, why } of call.json ? [] : refusals) call.shell.say(`${at}: ${why}`);
    await print(call, { ...counts, refusals }, () => fields(counts));
  },
};

const exportCommand: Command = {
  name: 'terms export',
  args: '',
  options: {
    ...DIRECTION,
    as: { about: `What: ${TERMS_EXPORTS.join(' or ')} (by the file’s name, else csv).`, value: 'KIND' },
    out: { about: 'The file to write, instead of standard output.', value: 'FILE' },
  },
  run: async (call) => {
    const out = text(call, 'out');
    const as = oneOf(call, 'as', TERMS_EXPORTS) ?? (out?.toLowerCase().endsWith('.tbx') ? 'tbx' : 'csv');
    const written = await exportTerms(await call.desk(), { as, ...way(call) });
    if (out === undefined || out === '-') await call.shell.write(written);
    else await call.shell.save(out, [written]);
    if (call.json && out !== undefined && out !== '-') await printJson(call, { out });
  },
};

const list: Command = {
  name: 'terms list',
  args: '',
  options: DIRECTION,
  run: async (call) => {
    const desk = await call.desk();
    for (const term of await desk.stores.terms.list(1, way(call).direction)) {
      const { from, to, source, targets, forbidden, note } = term;
      const not = forbidden.length === 0 ? '' : `  (not: ${forbidden.join(' | ')})`;
      await print(call, term, () => [
        `${from}-${to}  ${source}  →  ${targets.join(' | ')}${not}${note === null ? '' : `  # ${note}`}`,
      ]);
    }
  },
};

const suggest: Command = {
  name: 'terms suggest',
  args: '',
  options: { ...DIRECTION, limit: { about: 'How many at most (50).', value: 'N' } },
  run: async (call) => {
    const asked = { from: neededLanguage(call, 'from'), to: neededLanguage(call, 'to') };
    const limit = number(call, 'limit', 1, 1000) ?? 50;
    for (const one of await suggestTerms(await call.desk(), asked, { limit }))
      await print(call, one, () => [`${one.source}  →  ${one.target}  (${one.together} of ${one.sourceIn})`]);
  },
};

const known: Command = {
  name: 'terms known',
  args: '',
  options: { ...DIRECTION, accept: { about: 'Make them all terms of the desk.' } },
  run: async (call) => {
    const asked = { from: neededLanguage(call, 'from'), to: neededLanguage(call, 'to') };
    const desk = await call.desk();
    if (flag(call, 'accept')) {
      const done = await acceptKnownTerms(desk, asked, { by: call.by() });
      await print(call, done, () => fields(done));
      return;
    }
    for (const one of await knownTerms(desk, asked))
      await print(call, one, () => [`${one.source}  →  ${one.targets.join(' | ')}`]);
  },
};

function way(call: Call): { direction?: { from: string; to: string } } {
  const { from, to } = direction(call);
  if (from === undefined && to === undefined) return {};
  if (from === undefined || to === undefined) throw new UsageError('give both --from and --to, or neither');
  return { direction: { from, to } };
}

/** The commands, in the order in which they are needed. */
export const termCommands: Command[] = [importCommand, exportCommand, list, suggest, known];
