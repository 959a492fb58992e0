// `memory import, lookup, search, export, stats…`: what the memory takes in and answers.
import { basename } from 'node:path';
import { UserError } from '../errors.ts';
import { checkMemory } from '../flow/check-memory.ts';
import { exportMemory, MEMORY_EXPORTS } from '../flow/export-memory.ts';
import { importMemory, type MemoryImported } from '../flow/import-memory.ts';
import { lookup } from '../flow/lookup.ts';
import { memoryNamed } from '../flow/memories.ts';
import type { MemoryFile } from '../flow/ready-units.ts';
import { searchMemory } from '../flow/search-memory.ts';
import { decodeStream } from '../formats/decode-stream.ts';
import { type Call, type Command, UsageError } from './command.ts';
import { linesOf } from './lines.ts';
import { counted, fields, print, printJson, table } from './print.ts';
import {
  argument,
  DIRECTION,
  direction,
  flag,
  language,
  neededLanguage,
  number,
  numberAt,
  oneOf,
  text,
} from './values.ts';
import { finished } from './work.ts';

/** Units a transaction: nobody waits for an answer meanwhile, and fewer transactions take less time. */
const IMPORTED_AT_ONCE = 2000;
/** Between two of them (ms) the editor's server saves what people write: twice what it lets pass before it looks again. */
const LEFT_TO_OTHERS = 2;

const importCommand: Command = {
  name: 'memory import',
  args: 'FILE…',
  options: { ...DIRECTION, memory: { about: 'The memory that learns, by name or number.', value: 'MEMORY' } },
  run: async (call) => {
    const languages = direction(call);
    const named = text(call, 'memory');
    if (call.args.length > 1 && call.args.includes('-')) throw new UsageError('standard input is imported alone');
    for (const name of call.args) call.shell.size(name);
    const desk = await call.desk();
    const into = named === undefined ? {} : { memory: (await memoryNamed(desk, named)).id };
    const sum: MemoryImported = { read: 0, added: 0, updated: 0, unchanged: 0, refused: 0, refusals: [], imports: [] };
    const useless: string[] = [];
    for (const name of call.args) {
      const file = await fileNamed(call, name);
      const options = {
        by: call.by(),
        signal: call.shell.signal,
        batch: IMPORTED_AT_ONCE,
        pause: LEFT_TO_OTHERS,
        ...languages,
        ...into,
      };
      const work = importMemory(desk, file, options);
      const one = await finished(work, call.shell, `units of ${file.name}`);
      if (one.refused === one.read) useless.push(file.name);
      add(sum, one, call.args.length > 1 ? `${file.name}: ` : '');
    }
    for (const { at, why } of call.json ? [] : sum.refusals) call.shell.say(`${at}: ${why}`);
    await print(call, sum, () => fields(sum));
    if (useless.length > 0) throw nothingUsable(useless, sum);
  },
};

/** Says which files held no unit that the memory could learn, and why the first of them could not. */
function nothingUsable(files: readonly string[], { refusals: [first] }: MemoryImported): UserError {
  const why = first ? ` (${first.at}: ${first.why})` : '';
  return new UserError(
    'nothing-usable',
    `nothing in ${files.join(', ')} can be learnt${why}; the refusals say what is missing`,
  );
}

/** A file can be read twice; standard input is kept for that. */
async function fileNamed(call: Call, name: string): Promise<MemoryFile> {
  if (name !== '-') return { name: basename(name), open: () => call.shell.stream(name), path: call.shell.path(name) };
  const bytes = await call.shell.read(name);
  const open = async function* () {
    yield bytes;
  };
  return { name: 'standard input', open };
}

function add(sum: MemoryImported, one: MemoryImported, where: string): void {
  for (const name of ['read', 'added', 'updated', 'unchanged', 'refused'] as const) sum[name] += one[name];
  sum.refusals.push(...one.refusals.map((refusal) => ({ ...refusal, at: where + refusal.at })));
  sum.imports.push(...one.imports);
}

/** Asked before the clock runs, so that a first query costs what a later one costs. */
const FIRST_QUESTION = 'Is anybody there?';

const lookupCommand: Command = {
  name: 'memory lookup',
  args: '[TEXT]',
  options: {
    ...DIRECTION,
    min: { about: 'The lowest score (70).', value: 'N' },
    limit: { about: 'How many matches at most (5).', value: 'N' },
    batch: { about: 'A file with one segment a line, instead of TEXT.', value: 'FILE' },
    exhaustive: { about: 'Scans every unit without the index: slow, and there to prove the index right.' },
  },
  run: async (call) => {
    const [from, to] = [neededLanguage(call, 'from'), neededLanguage(call, 'to')];
    const min = number(call, 'min', 0, 102, false) ?? 70;
    const limit = number(call, 'limit', 1, 1000) ?? 5;
    const batch = text(call, 'batch');
    if ((batch === undefined) === (call.args[0] === undefined))
      throw new UsageError('give either TEXT or --batch FILE');
    if (batch !== undefined) call.shell.size(batch);
    const desk = await call.desk();
    const queries = batch === undefined ? [argument(call, 0, 'TEXT')] : lines(call, batch);
    // Opening the index, and what the first question of a process makes ready, is no part of what a query takes.
    await desk.index.ready();
    await lookup(desk, { text: FIRST_QUESTION, from, to });
    for await (const query of queries) {
      const began = performance.now();
      const wanted = { text: query, from, to, min, limit, exhaustive: flag(call, 'exhaustive') };
      const matches = query.trim() === '' ? [] : await lookup(desk, wanted);
      const ms = Math.round((performance.now() - began) * 1000) / 1000;
      await print(call, { query, matches, ms }, () => [
        ...(batch === undefined ? [] : [query]),
        ...matches.flatMap(({ score, kind, source, target }) => [`${score}  ${kind}  ${source}`, `    ${target}`]),
      ]);
    }
  },
};

function lines(call: Call, name: string): AsyncIterable<string> {
  return linesOf(decodeStream(call.shell.stream(name), name));
}

const search: Command = {
  name: 'memory search',
  args: 'TEXT',
  options: {
    from: { about: 'Only where they stand on this language’s side.', value: 'TAG' },
    limit: { about: 'How many units at most (100).', value: 'N' },
  },
  run: async (call) => {
    const from = language(call, 'from');
    const limit = number(call, 'limit', 1, 100_000) ?? 100;
    const wanted = { text: argument(call, 0, 'TEXT'), limit, ...(from === undefined ? {} : { from }) };
    const found = await searchMemory(await call.desk(), wanted);
    for (const one of found) await print(call, one, () => [one.source, `    ${one.target}`]);
  },
};

const exportCommand: Command = {
  name: 'memory export',
  args: '',
  options: {
    as: { about: `What: ${MEMORY_EXPORTS.join(' or ')}.`, value: 'KIND' },
    out: { about: 'The file to write, instead of standard output.', value: 'FILE' },
  },
  run: async (call) => {
    const as = oneOf(call, 'as', MEMORY_EXPORTS);
    if (!as) throw new UsageError(`--as is missing: one of ${MEMORY_EXPORTS.join(', ')}`);
    const out = text(call, 'out');
    const pieces = exportMemory(await call.desk(), { as, by: call.by() });
    if (out !== undefined && out !== '-') await call.shell.save(out, stoppable(call, pieces));
    else for await (const piece of stoppable(call, pieces)) await call.shell.write(piece);
    if (call.json && out !== undefined && out !== '-') await printJson(call, { out });
  },
};

async function* stoppable<T>(call: Call, pieces: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const piece of pieces) {
    if (call.shell.signal.aborted) throw new UserError('stopped', 'stopped before the end; no file was written');
    yield piece;
  }
}

const stats: Command = {
  name: 'memory stats',
  args: '',
  run: async (call) => {
    const found = await (await call.desk()).stores.memory.stats();
    await print(call, found, () => [counted(found.units, 'unit'), ...fields(found.languages)]);
  },
};

const imports: Command = {
  name: 'memory imports',
  args: '',
  run: async (call) => {
    const found = await (await call.desk()).stores.memory.imports();
    await print(call, found, () => table(found.map(({ id, at, by, state, file }) => [id, at, by, state, file])));
  },
};

const undo: Command = {
  name: 'memory undo',
  args: 'IMPORT',
  run: async (call) => {
    const id = numberAt(call, 0, 'the import’s number');
    await (await call.desk()).stores.memory.undoImport(id);
    await print(call, { import: id, state: 'undone' }, () => []);
  },
};

const check: Command = {
  name: 'memory check',
  args: '',
  run: async (call) => {
    for await (const suspect of stoppable(call, checkMemory(await call.desk()))) {
      const { unit, kind, source, target, other } = suspect;
      const beside = other ? [`    ${other.unit}: ${other.target}`] : [];
      await print(call, suspect, () => [`${unit}  ${kind}  ${source}`, `    ${target}`, ...beside]);
    }
  },
};

/** The commands, in the order in which they are needed. */
export const memoryCommands: Command[] = [
  importCommand,
  lookupCommand,
  search,
  exportCommand,
  stats,
  imports,
  undo,
  check,
];
