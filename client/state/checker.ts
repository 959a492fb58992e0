// Asks the checks, which run in a thread beside the page. The thread begins with the first question: an article can be
// written in before its word lists were even read.
import type { CheckedPair } from '../../server/checks/index.ts';
import type { Finding } from '../api/shapes.ts';
import type { Tongue } from '../words/words.tsx';

/** What the page asks, and what the thread answers under the same number. */
export interface Question {
  number: number;
  pair: CheckedPair;
  language: Tongue;
}
export interface Answer {
  number: number;
  findings: readonly Finding[];
}

/** Questions whose answers are kept: the field, the side beside it and an approval ask the same one. */
const KEPT = 8;
const asked = new Map<string, Promise<readonly Finding[]>>();

/** The findings of a pair, their messages in that language. */
export function check(pair: CheckedPair, language: Tongue): Promise<readonly Finding[]> {
  const key = JSON.stringify([pair, language]);
  const before = asked.get(key);
  if (before) return before;
  const findings = ask(pair, language);
  asked.set(key, findings);
  if (asked.size > KEPT) asked.delete(asked.keys().next().value ?? '');
  return findings;
}

const waiting = new Map<number, (findings: readonly Finding[]) => void>();
let thread: Worker | null = null;
let questions = 0;

function ask(pair: CheckedPair, language: Tongue): Promise<readonly Finding[]> {
  thread ??= begin();
  questions += 1;
  const question: Question = { number: questions, pair, language };
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
