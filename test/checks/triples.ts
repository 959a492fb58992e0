// Reads sources with their right and wrong targets: `from>to · source · right · wrong`.
import type { CheckedPair } from '../../server/checks/index.ts';

/** A pair, and whether its target is wrong. */
export interface Tried extends CheckedPair {
  wrong: boolean;
}

/** Two pairs for each line with a wrong target, one for each without. */
export function readTriples(text: string): Tried[] {
  return text
    .replaceAll('~', '\u00a0')
    .replaceAll('¬', '\u202f')
    .split('\n')
    .filter((line) => line.includes('·') && !line.startsWith('#'))
    .flatMap((line) => {
      const [direction = '', source = '', right = '', wrong] = line.split('·').map((part) => part.trim());
      const [from = '', to = ''] = direction.split('>');
      const pair = { from, to, source };
      return [{ ...pair, target: right, wrong: false }, ...(wrong ? [{ ...pair, target: wrong, wrong: true }] : [])];
    });
}
