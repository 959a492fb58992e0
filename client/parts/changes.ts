// Which words went and which came, from one text to another (longest common subsequence of tokens).
import type { Code } from '../../server/model.ts';
import { tokenize } from '../../server/text/tokenize.ts';

/** A stretch that both texts have, that only the second has, or that only the first has. */
export interface Change {
  kind: 'equal' | 'insert' | 'delete';
  text: string;
}
export function changesBetween(from: string, to: string, codes: readonly Code[]): Change[] {
  const one = tokenize(from, codes).map((token) => token.text);
  const other = tokenize(to, codes).map((token) => token.text);
  const table = one.map(() => new Uint16Array(other.length + 1));
  table.push(new Uint16Array(other.length + 1));
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--) {
      const row = table[i] as Uint16Array;
      row[j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const out: Change[] = [];
  const push = (kind: Change['kind'], text: string) => {
    const last = out.at(-1);
    if (last?.kind === kind) last.text += text;
    else out.push({ kind, text });
  };
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      push('equal', one[i] as string);
      i++;
      j++;
    } else if (i < one.length && (j >= other.length || at(i + 1, j) >= at(i, j + 1)))
      push('delete', one[i++] as string);
    else push('insert', other[j++] as string);
  }
  return out;
}
