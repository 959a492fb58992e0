// Results on standard output: JSON for programs, aligned columns for people.
import type { Call } from './command.ts';

/** One JSON value on a line. */
export function printJson({ shell }: Call, value: unknown): Promise<void> {
  return shell.write(`${JSON.stringify(value)}\n`);
}

/** One JSON value for programs, or the lines for people. */
export async function print(call: Call, value: unknown, lines: () => readonly string[]): Promise<void> {
  if (call.json) return printJson(call, value);
  for (const line of lines()) await call.shell.write(`${line}\n`);
}

/** Rows as columns of equal width; the last one runs on. */
export function table(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, String(cell).length);
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const text = String(cell);
        if (at === row.length - 1) return text;
        return typeof cell === 'number' ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** A number with what it counts: "1 unit", "2 units". `noun` is one whose plural ends in s. */
export function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** The fields of a flat value as two columns. */
export function fields(value: object): string[] {
  return table(
    Object.entries(value)
      .filter(([, one]) => typeof one !== 'object' || one === null)
      .map(([name, one]) => [name, String(one)]),
  );
}
