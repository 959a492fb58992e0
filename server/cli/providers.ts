// `providers list, account, publish, report`: which services are set up here, what they have used, and what they were worth.
import type { Desk } from '../flow/desk.ts';
import { machineWorth, type Worth } from '../flow/machine-worth.ts';
import { accountOf, firstUse, type ProviderFacts, providersHere, WARNINGS } from '../flow/providers-here.ts';
import { publishMemory } from '../flow/publish-memory.ts';
import type { Provider } from '../providers/provider.ts';
import { type Call, type Command, UsageError } from './command.ts';
import { fields, print, table } from './print.ts';
import { DIRECTION, flag, neededLanguage, text } from './values.ts';
import { finished } from './work.ts';

/** Says what must be said of a service before its first use here. */
export async function announce(call: Call, desk: Desk, provider: Provider): Promise<void> {
  const warning = await firstUse(desk, provider);
  if (warning !== null) call.shell.say(warning);
}

const list: Command = {
  name: 'providers list',
  args: '',
  run: async (call) => {
    const here = await providersHere(await call.desk());
    await print(call, here, () => [
      ...(here.providers.length === 0 ? ['No service is set up: the memory alone fills.'] : []),
      ...table(here.providers.map((one) => [one.id, roleOf(one), placeOf(one), `${one.spent} characters this month`])),
      ...here.providers.flatMap(({ warning }) => (warning === null ? [] : [WARNINGS[warning]])),
      `budget: ${limit(here.budget.run)} a fill, ${limit(here.budget.month)} a month`,
    ]);
    return 0;
  },
};

function roleOf({ chosen, second }: ProviderFacts): string {
  return chosen ? 'fills' : second ? 'takes over' : 'on request';
}

function placeOf({ leaves }: ProviderFacts): string {
  return leaves ? 'outside this machine' : 'on this machine';
}

function limit(characters: number | null): string {
  return characters === null ? 'no limit' : `${characters} characters`;
}

const account: Command = {
  name: 'providers account',
  args: '[NAME]',
  run: async (call) => {
    const desk = await call.desk();
    const name = call.args[0] ?? desk.provider().id;
    const said = await accountOf(desk, name, call.shell.signal);
    const used = said.usage ? { used: said.usage.used, limit: said.usage.limit ?? 'none' } : {};
    await print(call, { provider: name, ...said }, () => fields({ provider: name, detail: said.detail, ...used }));
    return said.ok ? 0 : 1;
  },
};

const publish: Command = {
  name: 'providers publish',
  args: '',
  options: {
    ...DIRECTION,
    name: { about: 'What the memory is called there.', value: 'TEXT' },
    all: { about: 'Also what files brought in and what was aligned.' },
  },
  run: async (call) => {
    const [from, to] = [neededLanguage(call, 'from'), neededLanguage(call, 'to')];
    const name = text(call, 'name');
    if (name !== undefined && name.trim() === '') throw new UsageError('--name takes a name');
    const desk = await call.desk();
    await announce(call, desk, desk.provider('deepl'));
    const options = { provider: 'deepl', from, to, all: flag(call, 'all'), signal: call.shell.signal };
    const work = publishMemory(desk, { ...options, ...(name === undefined ? {} : { name }) });
    const published = await finished(work, call.shell, 'pairs');
    await print(call, published, () => fields(published));
    return 0;
  },
};

const HEAD = ['month', 'desk', 'provider', 'segments', 'unchanged', 'edited', 'chrF', 'model'];

const report: Command = {
  name: 'providers report',
  args: '',
  run: async (call) => {
    const rows = await machineWorth(await call.desk());
    await print(call, rows, () =>
      rows.length === 0
        ? ['No suggestion of a machine has been approved yet.']
        : table([HEAD, ...rows.map((row) => lineOf(row))]),
    );
    return 0;
  },
};

function lineOf({ month, desk, provider, segments, unchanged, editRate, chrf, model }: Worth): (string | number)[] {
  return [
    ...[month, desk, provider, segments, unchanged],
    ...[`${(editRate * 100).toFixed(1)} %`, chrf.toFixed(1), model ?? '-'],
  ];
}

/** The commands. */
export const providerCommands: Command[] = [list, account, publish, report];
