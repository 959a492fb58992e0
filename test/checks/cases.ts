// Reads pairs with what must be found in them: `from>to · found · source · target · (may be found)`.

export interface Case {
  from: string;
  to: string;
  expect: string[];
  allow: string[];
  source: string;
  target: string;
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
  const [direction = '', found = '', source = '', target = '', allowed = ''] = line
    .split('·')
    .map((part) => part.trim());
  const [from = '', to = ''] = direction.split('>');
  const names = (list: string) => list.split(/[\s,()]+/).filter((name) => name !== '');
  return { from, to, expect: names(found).sort(), allow: names(allowed), source, target };
}
