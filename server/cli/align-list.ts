// `align --pairs LIST.tsv` and `align` of many files: which pairs are meant, and what is said of the archive in the end.
import { dirname, join, relative } from 'node:path';
import { UserError } from '../errors.ts';
import { alignList, type ListedPair, type ListReport } from '../flow/align-list.ts';
import type { PublishedFile } from '../flow/published.ts';
import { matchNames } from '../text/match-names.ts';
import { type Call, UsageError } from './command.ts';
import { counted, print } from './print.ts';
import { direction, flag, neededLanguage, text } from './values.ts';
import { finished } from './work.ts';

/** Goes through an archive; `above` null remembers nothing. */
export async function alignArchive(
  call: Call,
  pairs: readonly ListedPair[],
  read: (name: string) => Promise<PublishedFile>,
  above: number | null,
): Promise<undefined> {
  const { signal } = call.shell;
  const desk = await call.desk();
  const options = { read, by: call.by(), above, sentences: flag(call, 'sentences'), signal };
  const report = await finished(alignList(desk, pairs, options), call.shell, 'pairs');
  for (const { source, target, why } of [...report.refused, ...report.failed])
    call.shell.say(`${source} + ${target}: ${why}`);
  await print(call, report, () => reportLines(report));
}

/** The pairs of a list: source, tab, target, and where they differ from --from and --to, both languages. */
export async function listedPairs(call: Call, list: string): Promise<ListedPair[]> {
  const rows = new TextDecoder()
    .decode(await call.shell.read(list))
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/);
  const told = direction(call);
  let { from, to } = told;
  const pairs: ListedPair[] = [];
  for (const [k, row] of rows.entries()) {
    const [source = '', target = '', own = '', other = ''] = row.split('\t').map((cell) => cell.trim());
    if (row.trim() === '' || row.startsWith('#')) continue;
    if (pairs.length === 0 && isTag(source) && isTag(target)) [from, to] = [source, target];
    else {
      const languages = { from: own || from, to: other || to };
      if (target === '') throw badRow(list, k, 'names one side only: write the source, a tab, the translation');
      if (!languages.from || !languages.to) throw badRow(list, k, 'names no languages: give --from and --to');
      const [one, two] = [placed(call, list, source), placed(call, list, target)];
      pairs.push({ source: one, target: two, from: languages.from, to: languages.to });
    }
  }
  return pairs;
}

function isTag(cell: string): boolean {
  return /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(cell);
}

function badRow(list: string, k: number, what: string): UserError {
  return new UserError('bad-list', `${list}: line ${k + 1} ${what}`);
}

/** A file is looked for from where one stands, then from where the list lies. */
function placed(call: Call, list: string, name: string): string {
  if (/^https?:\/\//i.test(name) || list === '-' || call.shell.isThere(name)) return name;
  const beside = join(dirname(list), name);
  return call.shell.isThere(beside) ? beside : name;
}

/** The pairs among many files, addresses and folders, told by their names. */
export function namedPairs(call: Call): ListedPair[] {
  const [from, to] = [neededLanguage(call, 'from'), neededLanguage(call, 'to')];
  const folders = call.args.map((name) => call.shell.filesIn(name));
  const { pairs, unmatched } =
    twoFolders(call.args, folders) ??
    matchNames(
      call.args.flatMap((name, k) => folders[k] ?? name),
      from,
      to,
    );
  for (const name of unmatched) call.shell.say(`${name}: its other language was not found`);
  if (pairs.length === 0)
    throw new UserError('no-pairs', `no two names differ by ${from} and ${to} alone; list the pairs with --pairs`);
  return pairs.map((pair) => ({ ...pair, from, to }));
}

/** Two folders are the two languages: what is called alike in them is a pair. */
function twoFolders(args: readonly string[], folders: readonly (string[] | null)[]) {
  const [one, other] = folders;
  const [here = '', there = ''] = args;
  if (args.length !== 2 || !one || !other) return null;
  const mark = (folder: string, side: string) => (name: string) => `${side}/${relative(folder, name)}`;
  const found = matchNames([...one.map(mark(here, 'aa')), ...other.map(mark(there, 'bb'))], 'aa', 'bb');
  const named = (marked: string) => join(marked.startsWith('aa/') ? here : there, marked.slice(3));
  const pairs = found.pairs.map(({ source, target }) => ({ source: named(source), target: named(target) }));
  return { pairs, unmatched: found.unmatched.map(named) };
}

function reportLines(report: ListReport): string[] {
  const { counts, confidence } = report;
  const bands = Object.entries(confidence).map(([low, n]) => `  from ${low}: ${n}`);
  const first = report.lookFirst.map(
    ({ alignment, source, target, doubtful, beads }) =>
      `  ${alignment}: ${source} + ${target} (${doubtful} of ${beads})`,
  );
  return [
    `${counted(report.aligned, 'pair')} aligned, ${report.known} already here, ${report.refused.length} refused as no translations, ${report.failed.length} not readable`,
    `${counted(counts.pairs, 'pair')} of sentences, ${report.remembered} of them in the memory; ${counted(counts.doubtful, 'bead')} to look at`,
    'confidence:',
    ...bands,
    ...(first.length > 0 ? ['to look at first, on the alignment desk:', ...first] : []),
  ];
}

/** The list that --pairs names, or undefined. */
export function listOf(call: Call): string | undefined {
  const list = text(call, 'pairs');
  if (list !== undefined && call.args.length > 0) throw new UsageError('--pairs takes its files from the list alone');
  return list;
}
