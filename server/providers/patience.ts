// How long a service is waited for: passing refusals are tried again after a pause that grows, or after the one that the
// service itself asks for; a deadline and the asker's signal end all of it.
import { setTimeout as pause } from 'node:timers/promises';
import type { ProviderFailed } from '../errors.ts';

/** How patiently one call is made. */
export interface Patience {
  /** Milliseconds for one call with all its tries. */
  deadline: number;
  /** Milliseconds before the second try; doubled before each next one. */
  pause: number;
  tries: number;
}

/** A refusal that may pass: `failure` is what it comes to, `wait` the milliseconds that the service asks for, if it does. */
export class Passing extends Error {
  readonly failure: ProviderFailed;
  readonly wait: number | null;
  constructor(failure: ProviderFailed, wait: number | null) {
    super(failure.message);
    this.failure = failure;
    this.wait = wait;
  }
}

/**
 * Makes a call until it answers. A {@link Passing} refusal is waited out where the deadline allows, and becomes its failure
 * where not. Throws `late` at the deadline, and the signal's reason when aborted, at once even where the attempt does not
 * heed its signal.
 */
export async function insisting<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  { deadline, pause: first, tries }: Patience,
  signal: AbortSignal,
  late: ProviderFailed,
): Promise<T> {
  signal.throwIfAborted();
  const passed = AbortSignal.timeout(deadline);
  const either = AbortSignal.any([signal, passed]);
  const end = Date.now() + deadline;
  for (let tried = 1; ; tried++) {
    try {
      return await stoppable(attempt(either), either);
    } catch (thrown) {
      signal.throwIfAborted();
      if (passed.aborted) throw late;
      if (!(thrown instanceof Passing)) throw thrown;
      const wait = thrown.wait ?? first * 2 ** (tried - 1);
      if (tried >= tries || Date.now() + wait >= end) throw thrown.failure;
      await pause(wait, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }
}

/** The promise's outcome, or the signal's reason as soon as it is aborted. */
function stoppable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** The milliseconds that a Retry-After header asks for (RFC 9110 §10.2.3: seconds, or an HTTP date); null without a usable one. */
export function retryAfter(header: string | null | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
