// A desk of one's own for each test: a database in memory, a clock that a test can read, and a machine that answers what it is told.
import type { Desk } from '../server/flow/desk.ts';
import { scanningIndex } from '../server/memory/scan.ts';
import { none } from '../server/providers/none.ts';
import type { Provider, SourceText } from '../server/providers/provider.ts';
import { freshStores } from './fresh-stores.ts';

/** A desk whose provider `deepl` answers `machine(text)`; without it there is none. Each call of `now` is a second later. */
export function freshDesk(machine?: (text: SourceText) => string, over: Partial<Desk> = {}): Desk {
  const stores = freshStores();
  let second = 0;
  return {
    stores,
    index: scanningIndex(stores.memory),
    provider: (name) => (machine && name !== 'none' ? aMachine(machine) : none),
    now: () => new Date(Date.UTC(2026, 2, 2, 10, 0, second++)).toISOString(),
    tool: { name: 'Bitexte', version: '0.0.0' },
    ...over,
  };
}

function aMachine(answer: (text: SourceText) => string): Provider {
  return {
    ...none,
    id: 'deepl',
    leaves: true,
    bills: true,
    limits: { texts: 50, bytes: 100_000, calls: 2 },
    size: (request) => JSON.stringify(request).length,
    translate: async ({ texts }) =>
      texts.map((one) => ({
        id: one.id,
        text: answer(one),
        codes: 'kept' as const,
        spoilt: [],
        billedCharacters: one.text.length,
        model: 'test',
      })),
  };
}

/** Runs long work to its end and answers its result. */
export async function finished<T>(work: AsyncGenerator<unknown, T>): Promise<T> {
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
  }
}

/** A plain text as a file. */
export function textFile(text: string, fileName = 'article.txt') {
  return { bytes: new TextEncoder().encode(text), fileName };
}
