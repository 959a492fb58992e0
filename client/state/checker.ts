// Asks the checks, which run in a thread beside the page. The thread begins with the first question: an article can be
// written in before its word lists were even read.
import type { CheckedPair, CheckOptions } from '../../server/checks/index.ts';
import type { Finding } from '../api/shapes.ts';

/** What the page asks, and what the thread answers under the same number. */
export interface Question {
  number: number;
  pair: CheckedPair;
  options: CheckOptions;
}
export interface Answer {
  number: number;
  findings: readonly Finding[];
}

/** Questions whose answers are kept: the field, the side beside it and an approval ask the same one. */
const KEPT = 8;
const asked = new Map<string, Promise<readonly Finding[]>>();

/** The findings of a pair, weighed and worded as asked. */
export function check(pair: CheckedPair, options: CheckOptions): Promise<readonly Finding[]> {
  const key = JSON.stringify([pair, options]);
  const before = asked.get(key);
  if (before) return before;
  const findings = ask(pair, options);
  asked.set(key, findings);
  if (asked.size > KEPT) asked.delete(asked.keys().next().value ?? '');
  return findings;
}

const waiting = new Map<number, (findings: readonly Finding[]) => void>();
let thread: Worker | null = null;
let questions = 0;

/** Whether the thread has begun. To begin takes a processor a third of a second. */
export const hasBegun = () => thread !== null;

function ask(pair: CheckedPair, options: CheckOptions): Promise<readonly Finding[]> {
  thread ??= begin();
  questions += 1;
  const question: Question = { number: questions, pair, options };
  thread.postMessage(question);
  return new Promise((resolve) => waiting.set(question.number, resolve));
}

function begin(): Worker {
  const begun = new Worker(new URL('../checks-thread.ts', import.meta.url), { type: 'module' });
  begun.addEventListener('message', ({ data: { number, findings } }: MessageEvent<Answer>) => {
    waiting.get(number)?.(findings);
    waiting.delete(number);
  });
  return begun;
}
