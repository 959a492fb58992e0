// What a fill may spend: a budget for the run and one for the month, neither of which is ever passed. Characters are counted
// before they are sent.
import type { Stores } from '../../db/stores.ts';
import type { ProviderFailed } from '../errors.ts';
import type { Provider } from '../providers/provider.ts';

/** Characters that a run and a month (UTC) may send; null without a limit. */
export interface Budget {
  run: number | null;
  month: number | null;
}

/** What spending is held to, and where it is written down. */
export interface Spender {
  stores: Pick<Stores, 'spending'>;
  now: () => string;
  budget: Budget;
}

/** What one run has in hand. Providers on this machine cost nothing. */
export interface Purse {
  /** How many characters may still be sent to the provider; Infinity without a budget. */
  left(provider: Provider): Promise<number>;
  /** Pays for a call before it is made; null where that would pass a budget. */
  pay(provider: Provider, characters: number): Promise<Receipt | null>;
  /** Characters that went to providers in this run, wherever they stand. */
  sent(): number;
}

/** A call that was paid for. */
export interface Receipt {
  characters: number;
  /** Puts right what the call came to. */
  settle(characters: number): Promise<void>;
}

/** The first day of the month that a time (ISO 8601, UTC) lies in. */
export function monthOf(time: string): string {
  return `${time.slice(0, 7)}-01T00:00:00.000Z`;
}

/** Opens the purse of a run. */
export function openPurse({ stores, now, budget }: Spender): Purse {
  let [spent, sent] = [0, 0];
  const inRun = () => (budget.run === null ? Number.POSITIVE_INFINITY : budget.run - spent);
  const inMonth = async () => {
    if (budget.month === null) return Number.POSITIVE_INFINITY;
    const sums = Object.values(await stores.spending.spent(monthOf(now())));
    return budget.month - sums.reduce((all, one) => all + one, 0);
  };
  const note = async (provider: Provider, characters: number): Promise<Receipt | null> => {
    if (!provider.leaves) return { characters, settle: async () => undefined };
    if (characters > inRun()) return null;
    // Counted at once: another call of this run may ask before the row is written.
    spent += characters;
    const limit = budget.month === null ? null : { since: monthOf(now()), most: budget.month };
    const id = await stores.spending.spend({ provider: provider.id, characters, at: now() }, limit);
    if (id === null) spent -= characters;
    return id === null ? null : receipt(id, characters);
  };
  const receipt = (id: number, characters: number): Receipt => ({
    characters,
    settle: async (came) => {
      spent += came - characters;
      await stores.spending.settle(id, came);
    },
  });
  return {
    left: async (provider) =>
      provider.leaves ? Math.max(0, Math.min(inRun(), await inMonth())) : Number.POSITIVE_INFINITY,
    pay: async (provider, characters) => {
      const paid = await note(provider, characters);
      if (paid) sent += characters;
      return paid;
    },
    sent: () => sent,
  };
}

/** What a failed call came to: refused ones cost nothing, ones that may have been answered unheard count in full. */
export function costOf(failure: ProviderFailed, characters: number): number {
  return failure.reason === 'timeout' || failure.reason === 'unknown' ? characters : 0;
}
