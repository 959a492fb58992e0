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
  /** Gives what was approved between two languages to a service; the job's id. */
  publish(name: string, from: string, to: string): Promise<number | null>;
  /** The job that gives the memory to a service now, or that was cut off in it; null where none does. */
  publishing(name: string): Promise<number | null>;
}

/** The deeds of the page of services. */
export function providerDeeds({ store, got }: Tools): ProviderDeeds {
  return {
    loadProviders: async () => got(await routes.providers()),
    loadWorth: async () => got(await routes.worth()),
    askAccount: async (name) => got(await routes.account(name)),
    publish: async (name, from, to) => {
      const started = got(await routes.publish(name, from, to));
      if (!started) return null;
      store.dispatch({ type: 'job', job: started.job });
      return started.job.id;
    },
    publishing: async (name) => {
      const jobs = await routes.jobs();
      if (!jobs.ok) return null;
      const last = jobs.value.find(({ kind, request }) => kind === 'memory-publish' && serviceOf(request) === name);
      if (!last || last.state === 'done' || last.state === 'cancelled') return null;
      store.dispatch({ type: 'job', job: last });
      return last.id;
    },
  };
}

function serviceOf(request: unknown): string | undefined {
  return (request as { provider?: string } | null)?.provider;
}
