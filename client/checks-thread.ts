// The checks in a thread of their own, with the word lists they bring along: no key ever waits for them.
import { runChecks } from '../server/checks/index.ts';
import type { Answer, Question } from './state/checker.ts';

self.addEventListener('message', ({ data: { number, pair, options } }: MessageEvent<Question>) => {
  const answer: Answer = { number, findings: runChecks(pair, options) };
  self.postMessage(answer);
});
