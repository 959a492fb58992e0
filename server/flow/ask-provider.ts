// The calls of a fill: a few at once, each paid for before it is made, and each answered, refused or cut as a value.
import { ProviderFailed } from '../errors.ts';
import type { Provider, Translated } from '../providers/provider.ts';
import type { Batch } from './batches.ts';
import { charactersIn } from './gaps.ts';
import { costOf, type Purse, type Receipt } from './purse.ts';

/** Why a fill ended before its last gap: a provider's failure, `budget`, or `cancelled`. */
export interface Stop {
  code: string;
  message: string;
}

/** What became of a call. */
export type Answer = { answers: Translated[] } | { stop: Stop };

/** With what the calls are made. */
export interface Asker {
  provider: Provider;
  purse: Purse;
  signal: AbortSignal;
  /** Asked before each call: whether the article may still go to the provider. */
  allowed: () => Promise<boolean>;
}

/** What a stop by a person is. */
export const CANCELLED: Stop = { code: 'cancelled', message: 'It was stopped.' };

/** What a stop is where the article became confidential meanwhile. */
const HELD_BACK: Stop = { code: 'confidential', message: 'The article must not leave this machine any more.' };

/** What a stop at a budget is. */
export const SPENT: Stop = {
  code: 'budget',
  message: 'The next texts would pass the budget (BITEXTE_BUDGET_RUN, BITEXTE_BUDGET_MONTH); raise it and fill again.',
};

/** Sends the calls, a few at once, and yields each as it is answered. After the first failure no new call is begun. */
export async function* answersTo(batches: readonly Batch[], asker: Asker): AsyncGenerator<Answer> {
  const waiting = [...batches];
  const under = new Map<Batch, Promise<{ batch: Batch; answer: Answer }>>();
  let stopped = false;
  while (under.size > 0 || (waiting.length > 0 && !stopped)) {
    while (!stopped && under.size < asker.provider.limits.calls) {
      const batch = waiting.shift();
      if (!batch) break;
      under.set(
        batch,
        ask(batch, asker).then((answer) => ({ batch, answer })),
      );
    }
    const { batch, answer } = await Promise.race(under.values());
    under.delete(batch);
    stopped ||= 'stop' in answer;
    yield answer;
  }
}

async function ask(batch: Batch, asker: Asker): Promise<Answer> {
  if (asker.signal.aborted) return { stop: CANCELLED };
  if (!(await asker.allowed())) return { stop: HELD_BACK };
  const receipts: Receipt[] = [];
  const pay = async (characters: number) => {
    const paid = await asker.purse.pay(asker.provider, characters);
    if (paid) receipts.push(paid);
    return paid !== null;
  };
  if (!(await pay(charactersIn(batch.gaps)))) return { stop: SPENT };
  try {
    return { answers: await answered(batch, asker, receipts, pay) };
  } catch (thrown) {
    if (asker.signal.aborted) return { stop: CANCELLED };
    if (!(thrown instanceof ProviderFailed)) throw thrown;
    for (const receipt of receipts) await receipt.settle(costOf(thrown, receipt.characters));
    return { stop: { code: thrown.code, message: thrown.message } };
  }
}

async function answered(
  { gaps, request }: Batch,
  { provider, signal }: Asker,
  receipts: readonly Receipt[],
  mayRepeat: (characters: number) => Promise<boolean>,
): Promise<Translated[]> {
  const answers = await provider.translate({ ...request, mayRepeat }, signal);
  const [first, ...others] = receipts;
  if (provider.bills && first) {
    await first.settle(answers.reduce((sum, one) => sum + one.billedCharacters, 0));
    for (const receipt of others) await receipt.settle(0);
  }
  // An answer for a text that nobody asked for, or an empty one, fills nothing.
  const asked = new Set(gaps.map((gap) => gap.id));
  return answers.filter((one) => asked.delete(one.id) && one.text.trim() !== '');
}
