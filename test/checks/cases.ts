// Reads pairs with what must be found in them: `from>to · found · source · target · (may be found) · what the desk knows`.
import type { CheckedPair } from '../../server/checks/index.ts';

export interface Case extends CheckedPair {
  expect: string[];
  allow: string[];
}

/** One case a line; `~` and `¬` stand for the no-break spaces, lines that begin with # are remarks. */
export function readCases(text: string): Case[] {
  return text
    .replaceAll('~', '\u00a0')
    .replaceAll('¬', '\u202f')
    .split('\n')
    .filter((line) => line.includes('·') && !line.startsWith('#'))
    .map(readCase);
}

function readCase(line: string): Case {
  const [direction = '', found = '', source = '', target = '', allowed = '', known = ''] = line
    .split('·')
    .map((part) => part.trim());
  const [from = '', to = ''] = direction.split('>');
  const names = (list: string) => list.split(/[\s,()]+/).filter((name) => name !== '');
  return { from, to, expect: names(found).sort(), allow: names(allowed), source, target, ...readDesk(known) };
}

/** What a desk knows, parted by `;`: `term puce = chip / microchip`, `never flea`, `memory Lire la suite = Read more`. */
function readDesk(known: string): Pick<CheckedPair, 'terms' | 'forbidden' | 'memory'> {
  const facts = (kind: string) =>
    known
      .split(';')
      .map((fact) => fact.trim())
      .filter((fact) => fact.startsWith(`${kind} `))
      .map((fact) =>
        fact
          .slice(kind.length)
          .split('=')
          .map((side) => side.trim()),
      );
  return {
    terms: facts('term').map(([source = '', target = '']) => ({ source, target: target.split(' / ') })),
    forbidden: facts('never').map(([word = '']) => word),
    memory: facts('memory').map(([source = '', target = '']) => ({ source, target })),
  };
}
