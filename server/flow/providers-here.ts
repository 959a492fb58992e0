// Which services are set up here, what each of them is, and what of the month's budget is gone.
import { ProviderFailed, UserError } from '../errors.ts';
import type { Provider, Usage } from '../providers/provider.ts';
import type { Desk } from './desk.ts';
import { type Budget, monthOf } from './purse.ts';

/** What is known of a service without asking it. */
export interface ProviderFacts {
  id: string;
  /** True for the one that fills unless another is named, and for the one that takes over from it. */
  chosen: boolean;
  second: boolean;
  /** False where no text leaves this machine. */
  leaves: boolean;
  bills: boolean;
  warning: Provider['warning'];
  glossaries: boolean;
  publishes: boolean;
  /** Characters sent to it in this calendar month (UTC), as it bills them where it does. */
  spent: number;
}

/** The services and the budget; `spent` are characters of this calendar month (UTC). */
export interface ProvidersHere {
  providers: ProviderFacts[];
  budget: Budget & { spent: number };
}

/** What a service says of itself and of the account. */
export interface Account {
  ok: boolean;
  detail: string;
  /** The code of the failure; null where the service answers. */
  code: string | null;
  usage: Usage | null;
}

/** The services that are set up. None of them is asked. */
export async function providersHere(desk: Desk): Promise<ProvidersHere> {
  const sums = await desk.stores.spending.spent(monthOf(desk.now()));
  const chosen = desk.provider();
  const providers = (desk.providers ?? []).map((one): ProviderFacts => {
    const { id, leaves, bills, warning } = one;
    const parts = { glossaries: one.glossaries !== null, publishes: one.publish !== null };
    const roles = { chosen: id === chosen.id, second: id === desk.second?.id };
    return { id, ...roles, leaves, bills, warning, ...parts, spent: sums[id] ?? 0 };
  });
  const spent = Object.values(sums).reduce((all, one) => all + one, 0);
  return { providers, budget: { run: null, month: null, ...desk.budget, spent } };
}

/** Asks a service whether it answers, and what its account has used. Throws a UserError for one that is not configured. */
export async function accountOf(desk: Desk, name: string, signal: AbortSignal): Promise<Account> {
  const provider = desk.provider(name);
  const { ok, detail, code = null } = await provider.health(signal);
  if (!ok) return { ok, detail, code, usage: null };
  try {
    return { ok, detail, code, usage: await provider.usage(signal) };
  } catch (thrown) {
    if (thrown instanceof ProviderFailed) return { ok: false, detail: thrown.message, code: thrown.code, usage: null };
    throw thrown;
  }
}

const TOLD = 'told of ';

/** What must be said of a service before its first use, once on each installation; null where nothing must or it was said. */
export async function firstUse({ stores }: Pick<Desk, 'stores'>, { warning }: Provider): Promise<string | null> {
  if (warning === null || (await stores.upkeep.setting(TOLD + warning)) !== null) return null;
  await stores.upkeep.setSetting(TOLD + warning, 'yes');
  return WARNINGS[warning];
}

/** The warnings in words, by code. */
export const WARNINGS: Record<NonNullable<Provider['warning']>, string> = {
  'deepl-free':
    'This DeepL key is one of the free service: DeepL may keep the texts that it is sent and use them. Send it nothing that must stay inside.',
};

/** The provider of that name where it takes memories. Throws a UserError where it does not or is not configured. */
export function publisherOf(desk: Desk, name: string): Provider & { publish: NonNullable<Provider['publish']> } {
  const provider = desk.provider(name);
  if (!provider.publish) throw new UserError('no-memories', `${name} keeps no translation memories; deepl does.`, 409);
  return { ...provider, publish: provider.publish };
}
