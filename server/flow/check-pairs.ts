// Checks a stream of pairs, one a line: tab-separated values, or JSON objects.
import type { KnownTerm } from '../checks/check.ts';
import { type CheckedPair, type CheckOptions, runChecks } from '../checks/index.ts';
import { UserError } from '../errors.ts';
import type { Finding, Language } from '../model.ts';

/** What holds for every pair that does not say otherwise. */
export interface PairDefaults extends CheckOptions {
  from?: Language;
  to?: Language;
  knows?: (word: string, language: Language) => boolean;
}

/** A pair's findings. `id` is the pair's own, or the number of its line from 1. */
export interface CheckedLine {
  id: string | number;
  findings: Finding[];
}

/**
 * Reads a pair a line and yields its findings at once. A line that begins with `{` and is a JSON object names its fields
 * (`id source target from to terms forbidden memory`); any other is source, tab, target; columns behind these are not read.
 * Blank lines are skipped, and so is a first row of the two language tags. A line that is neither is a UserError with its number.
 */
export async function* checkPairs(
  lines: Iterable<string> | AsyncIterable<string>,
  defaults: PairDefaults,
): AsyncGenerator<CheckedLine> {
  let number = 0;
  for await (const line of lines) {
    number++;
    const text = number === 1 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() === '' || (number === 1 && isHeader(text))) continue;
    const { id, ...pair } = readPair(text, number, defaults);
    yield { id: id ?? number, findings: runChecks(pair, defaults) };
  }
}

const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

function isHeader(line: string): boolean {
  const cells = line.trimEnd().split('\t');
  return cells.length >= 2 && cells.slice(0, 2).every((cell) => TAG.test(cell.trim()));
}

function readPair(line: string, number: number, defaults: PairDefaults): CheckedPair & { id: string | number | null } {
  const record = line.trimStart().startsWith('{') ? readJson(line, number) : null;
  return record ? pairOfRecord(record, number, defaults) : pairOfRow(line, number, defaults);
}

/** A JSON object; null where the line is a row of a table that only begins like one. */
function readJson(line: string, number: number): Record<string, unknown> | null {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    if (line.includes('\t')) return null;
    throw bad(number, 'is not JSON: write one whole object a line');
  }
}

function pairOfRow(line: string, number: number, defaults: PairDefaults): CheckedPair & { id: null } {
  const [source = '', target] = line.replace(/\r?\n?$/, '').split('\t');
  if (target === undefined) throw bad(number, 'has no tab: write the source, a tab, the target');
  return { id: null, source, target, ...languages({}, number, defaults), ...knowing(defaults) };
}

function pairOfRecord(
  record: Record<string, unknown>,
  number: number,
  defaults: PairDefaults,
): CheckedPair & { id: string | number | null } {
  const { id, source, target } = record;
  if (typeof source !== 'string' || typeof target !== 'string')
    throw bad(number, 'needs "source" and "target", both strings');
  return {
    id: typeof id === 'string' || typeof id === 'number' ? id : null,
    source,
    target,
    ...languages(record, number, defaults),
    terms: list(record['terms'], 'terms', number, termOf),
    forbidden: list(record['forbidden'], 'forbidden', number, stringOf),
    memory: list(record['memory'], 'memory', number, memoryOf),
    ...knowing(defaults),
  };
}

function knowing({ knows }: PairDefaults): Pick<CheckedPair, 'knows'> {
  return knows ? { knows } : {};
}

function languages(
  record: Record<string, unknown>,
  number: number,
  defaults: PairDefaults,
): { from: Language; to: Language } {
  const from = record['from'] ?? defaults.from;
  const to = record['to'] ?? defaults.to;
  if (typeof from !== 'string' || typeof to !== 'string')
    throw bad(number, 'names no languages: give --from and --to, or "from" and "to" in the line');
  return { from, to };
}

/** The items of a field's list; none where the field is missing. `read` answers null for an item of another shape. */
function list<T>(value: unknown, field: string, number: number, read: (item: unknown) => T | null): T[] {
  if (value === undefined || value === null) return [];
  const items = Array.isArray(value) ? value.map(read) : [null];
  if (items.includes(null)) throw bad(number, `has "${field}" in another shape than the manual's`);
  return items as T[];
}

const stringOf = (item: unknown) => (typeof item === 'string' ? item : null);

function memoryOf(item: unknown): { source: string; target: string } | null {
  const { source, target } = (item ?? {}) as Record<string, unknown>;
  return typeof source === 'string' && typeof target === 'string' ? { source, target } : null;
}

function termOf(item: unknown): KnownTerm | null {
  const { source, target, forbidden } = (item ?? {}) as Record<string, unknown>;
  const targets = stringsOf(target);
  const never = stringsOf(forbidden ?? []);
  return typeof source === 'string' && targets && never ? { source, target: targets, forbidden: never } : null;
}

function stringsOf(value: unknown): string[] | null {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
}

function bad(number: number, what: string): UserError {
  return new UserError('bad-pair', `line ${number} ${what}`);
}
