// Pairs of texts in a table: comma-separated values (RFC 4180), or tab-separated ones, a language a column.

import { UserError } from '../errors.ts';
import type { Language } from '../model.ts';
import type { Refusal } from '../model-refusal.ts';
import type { Read, TmxUnit } from './bilingual.ts';
import { plainUnit } from './plain-unit.ts';
import { because, refusal } from './refusal.ts';
import { type Row, rowsOf, type TableKind } from './table-rows.ts';

/** What is known of a table before it is read. */
export interface TableOptions {
  kind?: TableKind;
  /** The languages of the first two columns, where the first row does not name them. */
  from?: Language;
  to?: Language;
}

const TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i;

/**
 * Reads rows into units. A first row of language tags names the columns (further columns, named by other words, are not
 * read); without it `from` and `to` are needed. A row of more than two languages gives a pair of its first text with each other.
 * Throws a UserError where the languages are unknown, and where it holds no pair for very long.
 */
export async function* readTable(
  text: string | AsyncIterable<string>,
  options: TableOptions = {},
): AsyncGenerator<Read<TmxUnit>> {
  let useless: number | null = 0;
  for await (const read of readRows(text, options)) {
    if (read.kind === 'unit') useless = null;
    else if (useless !== null && ++useless > MOST_USELESS) throw noTable(read);
    yield read;
  }
}

async function* readRows(
  text: string | AsyncIterable<string>,
  { kind = 'tsv', from, to }: TableOptions = {},
): AsyncGenerator<Read<TmxUnit>> {
  let columns: (Language | null)[] | null = null;
  for await (const row of rowsOf(typeof text === 'string' ? [text] : text, kind)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    if (columns === null) {
      columns = headerOf(row);
      if (columns) continue;
      columns = columnsFrom(from, to);
      if (row.cells.every((cell) => /^(source|target|src|tgt|trg)$/i.test(cell.trim()))) continue;
    }
    yield* unitsOf(row, columns);
  }
}

/** Rows at the beginning without any pair among them: what has more is no table of texts. */
const MOST_USELESS = 50_000;

function noTable({ why }: Refusal): UserError {
  return new UserError(
    'no-pairs',
    `None of the first ${MOST_USELESS} rows holds a pair: ${why}. Bring TMX, XLIFF, TSV or CSV.`,
  );
}

/** The languages by column where a row names at least two and null but names of columns. */
function headerOf({ cells }: Row): (Language | null)[] | null {
  const names = cells.map((cell) => cell.trim());
  const named = names.map((name) => (TAG.test(name) && isLanguage(name) ? name : null));
  // Beside two languages, « id » is the row's number and not Indonesian.
  const tags = named.filter((tag) => tag !== null).length > 2 ? named.map((tag) => (tag === 'id' ? null : tag)) : named;
  const known = tags.filter((tag) => tag !== null);
  if (known.length < 2 || names.some((name) => name.length > 40)) return null;
  if (new Set(known.map((tag) => tag.toLowerCase())).size < known.length) return null;
  return tags;
}

/** Whether a language of that name is known, so that « col » or « ref » name columns of other kinds. */
function isLanguage(name: string): boolean {
  try {
    const base = name.split('-')[0] ?? '';
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(base) !== undefined;
  } catch {
    return false;
  }
}

function columnsFrom(from: Language | undefined, to: Language | undefined): (Language | null)[] {
  if (from !== undefined && to !== undefined) return [from, to];
  throw new UserError(
    'languages-missing',
    'The first row names no languages. Write their tags above the columns (fr, en), or give --from and --to.',
  );
}

function* unitsOf({ cells, line }: Row, columns: readonly (Language | null)[]): Generator<Read<TmxUnit>> {
  const wanted = columns.filter((column) => column !== null).length;
  const texts = columns.flatMap((language, i) => {
    const text = cells[i]?.trim() ?? '';
    return language === null || text === '' ? [] : [{ language, text }];
  });
  const [first, ...others] = texts;
  if (!first || others.length === 0) {
    const missing = columns.find((language, i) => language !== null && (cells[i]?.trim() ?? '') === '');
    const why =
      cells.length < wanted
        ? because('columns', { has: cells.length, wanted })
        : because('empty-cell', { language: missing ?? '' });
    yield { kind: 'refused', ...refusal({ line }, why) };
    return;
  }
  const group = others.length > 1 ? `row-${line}` : null;
  for (const other of others) {
    const unit = plainUnit({ from: first.language, to: other.language, source: first.text, target: other.text, group });
    yield { kind: 'unit', unit };
  }
}

/** Writes units as TSV: a row of language tags, then a row a unit, each text in its language's column. */
export async function* writeTsv(
  units: Iterable<TmxUnit> | AsyncIterable<TmxUnit>,
  languages: readonly Language[],
): AsyncGenerator<string> {
  yield `${languages.join('\t')}\n`;
  for await (const { from, to, source, target } of units) {
    const cells = languages.map((tag) => (tag === from ? source : tag === to ? target : ''));
    yield `${cells.map(tsvCell).join('\t')}\n`;
  }
}

/** A cell as spreadsheets write it: in quotes, its own ones doubled, where a tab, a line end or a quote stands in it. */
function tsvCell(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
