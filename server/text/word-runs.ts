// The words of a text in runs: a phrase stands within one of them.
import { type Token, tokenize } from './tokenize.ts';

/** The words of a text in order, in runs between which punctuation stands; no run is empty. */
export function wordRuns(text: string): Token[][] {
  const runs: Token[][] = [[]];
  for (const token of tokenize(text)) {
    if (token.kind === 'punctuation') runs.push([]);
    else if (token.kind !== 'space') runs.at(-1)?.push(token);
  }
  return runs.filter((run) => run.length > 0);
}
