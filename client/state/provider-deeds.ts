// What one asks of services and of what they were worth.
import * as routes from '../api/routes.ts';
import type { Account, ProvidersHere, Worth } from '../api/shapes.ts';
import type { Tools } from './tools.ts';

export interface ProviderDeeds {
  /** The services that are set up; null once a failure was shown, here as in all others. */
  loadProviders(): Promise<ProvidersHere | null>;
  loadWorth(): Promise<Worth[] | null>;
  /** Asks a service itself what its account has used. */
  askAccount(name: string): Promise<Account | null>;
}

/** The deeds of the page of services. */
export function providerDeeds({ got }: Tools): ProviderDeeds {
  return {
    loadProviders: async () => got(await routes.providers()),
    loadWorth: async () => got(await routes.worth()),
    askAccount: async (name) => got(await routes.account(name)),
  };
}
