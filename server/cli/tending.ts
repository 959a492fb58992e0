// `memory list, create, change, edit, remove, merge, history, deeds, revert, clean`: the care of the memory.

import { reviewMemory } from '../flow/check-memory.ts';
import { changeMemory, createMemory, listMemories, memoryNamed } from '../flow/memories.ts';
import {
  editUnit,
  mergeUnits,
  REMOVABLE,
  removeSuspects,
  removeUnits,
  undoDeed,
  unitWithHistory,
} from '../flow/tend-memory.ts';
import { type Call, type Command, UsageError } from './command.ts';
import { counted, fields, print, table } from './print.ts';
import { argument, number, numberAt, oneOf, text } from './values.ts';
import { finished } from './work.ts';

const list: Command = {
  name: 'memory list',
  args: '',
  run: async (call) => {
    const found = await listMemories(await call.desk());
    await print(call, found, () =>
      table(
        found.map(({ id, name, units, priority, readable, writable }) => {
          return [
            id,
            name,
            counted(units, 'unit'),
            `priority ${priority}`,
            `${readable ? 'r' : '-'}${writable ? 'w' : '-'}`,
          ];
        }),
      ),
    );
  },
};

const create: Command = {
  name: 'memory create',
  args: 'NAME',
  run: async (call) => {
    const made = await createMemory(await call.desk(), argument(call, 0, 'NAME'));
    await print(call, made, () => [`${made.id}  ${made.name}`]);
  },
};

const YES_NO = ['yes', 'no'] as const;

const change: Command = {
  name: 'memory change',
  args: 'MEMORY',
  options: {
    name: { about: 'Its new name.', value: 'NAME' },
    readable: { about: 'Whether its units answer: yes or no.', value: 'YES' },
    writable: { about: 'Whether it learns: yes or no.', value: 'YES' },
    priority: { about: 'A whole number; 0 at first.', value: 'N' },
  },
  run: async (call) => {
    const name = text(call, 'name');
    const [readable, writable] = [oneOf(call, 'readable', YES_NO), oneOf(call, 'writable', YES_NO)];
    const priority = number(call, 'priority', -1000, 1000);
    const wanted = {
      ...(name === undefined ? {} : { name }),
      ...(readable === undefined ? {} : { readable: readable === 'yes' }),
      ...(writable === undefined ? {} : { writable: writable === 'yes' }),
      ...(priority === undefined ? {} : { priority }),
    };
    if (Object.keys(wanted).length === 0)
      throw new UsageError('say what to change: --name, --readable, --writable or --priority');
    const desk = await call.desk();
    const changed = await changeMemory(desk, (await memoryNamed(desk, argument(call, 0, 'MEMORY'))).id, wanted);
    await print(call, changed, () => fields(changed));
  },
};

const edit: Command = {
  name: 'memory edit',
  args: 'UNIT',
  options: {
    source: { about: 'The new source.', value: 'TEXT' },
    target: { about: 'The new target.', value: 'TEXT' },
    note: { about: 'The new note.', value: 'TEXT' },
  },
  run: async (call) => {
    const desk = await call.desk();
    const id = numberAt(call, 0, 'the unit’s number');
    const { unit } = await unitWithHistory(desk, id);
    const [source, target] = [text(call, 'source') ?? unit.source, text(call, 'target') ?? unit.target];
    const whole = await editUnit(desk, id, { source, target, note: text(call, 'note') ?? unit.note }, call.by());
    await print(call, whole, () => [whole.unit.source, `    ${whole.unit.target}`]);
  },
};

function numbers(call: Call, from: number): number[] {
  return call.args.slice(from).map((_, i) => numberAt(call, from + i, 'a unit’s number'));
}

const remove: Command = {
  name: 'memory remove',
  args: 'UNIT…',
  run: async (call) => {
    const done = await removeUnits(
      await call.desk(),
      [numberAt(call, 0, 'a unit’s number'), ...numbers(call, 1)],
      call.by(),
    );
    await print(call, done, () => fields(done));
  },
};

const merge: Command = {
  name: 'memory merge',
  args: 'UNIT OTHER…',
  run: async (call) => {
    const keep = numberAt(call, 0, 'the unit that stays');
    const others = [numberAt(call, 1, 'the unit that goes'), ...numbers(call, 2)];
    const done = await mergeUnits(await call.desk(), keep, others, call.by());
    await print(call, done, () => fields(done));
  },
};

const history: Command = {
  name: 'memory history',
  args: 'UNIT',
  run: async (call) => {
    const whole = await unitWithHistory(await call.desk(), numberAt(call, 0, 'the unit’s number'));
    const { unit, memory, file, article } = whole;
    await print(call, whole, () => [
      `${unit.taught} by ${unit.author}, ${unit.createdAt}, in ${memory.name}${file ? `, from ${file.name}` : ''}`,
      ...(article ? [`article ${article.id}, segment ${article.n}: ${article.title}`] : []),
      ...whole.history.map(({ deed, kind, by, at, after }) => `${deed}  ${kind}  ${by}  ${at}  ${after.target}`),
    ]);
  },
};

const deeds: Command = {
  name: 'memory deeds',
  args: '',
  run: async (call) => {
    const found = await (await call.desk()).stores.memory.deeds(100);
    await print(call, found, () =>
      table(
        found.map(({ id, kind, units, by, at, undoneBy, source }) => {
          return [id, kind, counted(units, 'unit'), by, at, undoneBy === null ? '' : `undone by ${undoneBy}`, source];
        }),
      ),
    );
  },
};

const revert: Command = {
  name: 'memory revert',
  args: 'DEED',
  run: async (call) => {
    const done = await undoDeed(await call.desk(), numberAt(call, 0, 'the deed’s number'), call.by());
    await print(call, done, () => fields(done));
  },
};

const clean: Command = {
  name: 'memory clean',
  args: '',
  options: { remove: { about: `The kind that goes: ${REMOVABLE.join(', ')}.`, value: 'KIND' } },
  run: async (call) => {
    const kind = oneOf(call, 'remove', REMOVABLE);
    const desk = await call.desk();
    const counts = await finished(reviewMemory(desk, { signal: call.shell.signal }), call.shell, 'units');
    const done = kind === undefined ? {} : await removeSuspects(desk, kind, call.by());
    await print(call, { counts, ...done }, () => [...fields(counts), ...fields(done)]);
  },
};

/** The commands, in the order in which they are needed. */
export const tendingCommands: Command[] = [list, create, change, edit, remove, merge, history, deeds, revert, clean];
